import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a script prints, in a Node of its own that has no DOM but what Lit brings for servers. */
const run = (...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });

const runScript = (script: string) =>
  run(
    '--input-type=module',
    '-e',
    `import { render } from '@lit-labs/ssr';
    import { LitElementRenderer } from '@lit-labs/ssr/lib/lit-element-renderer.js';
    import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
    import { html } from 'lit';
    import 'article-reader';
    const print = (template) => console.log(collectResultSync(render(template)));
    ${script}`,
  );

/** Without what Lit marks its places with. */
const bare = (html: string) => html.replace(/<!--.*?-->/gs, '');

describe('rendering on a server', () => {
  it('sends the article, and the bar in a declarative shadow root', () => {
    const html = bare(run('test/fixtures/ui/server-rendered.mjs'));
    const [, before, shadow, after] =
      /^(.*)<article-reader\s*><template [^>]*shadowrootmode="open"[^>]*>(.*)<\/template>(.*)<\/article-reader>/s.exec(
        html,
      )!;
    assert.match(before!, /<main>$/);
    assert.match(shadow!, /<slot><\/slot>/);
    assert.match(shadow!, /<article-reader-toolbar[^>]*><template/);
    assert.match(shadow!, /استماع/);
    assert.equal(
      after!.replace(/\s+/g, ' ').trim(),
      '<h1>القهوة العربية</h1> <p id="first">تقدم القهوة في كل بيت. ولها آداب معروفة.</p>' +
        ' <p id="last">يصبها المضيف بيده اليسرى.</p>',
    );
  });

  it('takes every attribute, and properties', () => {
    const html = runScript(`
      print(html\`<article-reader for="a" src="a.html" text-size="150" rate="1.5" voice="x" theme="sepia"
        highlight="word" ui-lang="fa-IR" lang="ar_SA" shortcuts="off" persist="none"
        pronunciations="a.json"></article-reader>\`);
      print(html\`<article-reader .text=\${'نص'} .pronunciations=\${{ a: 'b' }}></article-reader>\`);
    `);
    assert.match(html, /class="frame theme-sepia"/);
    assert.equal(html.match(/part="text"/g)?.length, 2);
  });

  it('may also be told to connect what it renders', () => {
    const html = runScript(`
      LitElementRenderer.renderOptions.push(() => ({ connectedCallback: true }));
      print(html\`<article-reader><p>نص</p></article-reader>\`);
    `);
    assert.match(html, /<p>نص<\/p>/);
  });

  it('keeps nothing of what it rendered', () => {
    const kept = run(
      '--expose-gc',
      '--input-type=module',
      '-e',
      `import { setTimeout } from 'node:timers/promises';
      import { ArticleReader, define } from 'article-reader/elements.js';
      define();
      const rendered = new WeakRef(new ArticleReader());
      await setTimeout(50);
      gc();
      console.log(rendered.deref() === undefined);`,
    );
    assert.equal(kept.trim(), 'true');
  });
});
