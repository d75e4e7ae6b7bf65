/** The code of README and the documentation that a browser runs, as it stands there. */
import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { isChromium } from '../../commands.js';
import { installFakeAudio } from '../../fake-audio.js';
import { IN_BROWSERS, snippetsOf, WITH_BROWSER_CODE, type Snippet } from '../../snippets.js';
import { built } from '../dist.js';
import { reset, until } from './setup.js';

type Page = Window & typeof globalThis & { readonly faults: unknown[]; readonly done?: object };

/** Where a bundler or an import map finds what is published, by the package's own `exports`. */
const IMPORTS = {
  'article-reader': '/dist/npm/index.js',
  'article-reader/tashkeel.js': '/dist/npm/tashkeel.js',
  'speech-synthesis-polyfill': '/dist/npm/speech-synthesis-polyfill.js',
};

const ARTICLE = '<h1>حديقة على السطح</h1><p>زرع السكان 24 حوضا. وسقوها بماء المطر.</p>';

/** What systems that make pages send for their templates: the address of a file, and the article. */
const filledIn = (template: string): string =>
  template
    .replaceAll(/\{\{[^}"]*"article-reader\/([\w.-]+)"[^}]*\}\}/g, '/dist/$1?v=1')
    .replaceAll(
      /\{\{ attach_library\('THEME\/article-reader'\) \}\}/g,
      '<script type="module" src="/dist/article-reader.js?v=1"></script>',
    )
    .replaceAll(/\{\{ ?\.?[Cc]ontent(?:\.body)? ?\}\}/g, ARTICLE)
    .replaceAll(/\{\{ content\|without\('body'\) \}\}/g, '');

/** A page that a snippet stands in; `before`: a script that runs first. */
async function open(html: string, before = ''): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.title = 'page';
  frame.style.cssText = 'inline-size:800px;block-size:600px';
  frame.srcdoc = `<script>
      var faults = [];
      addEventListener('error', (event) => faults.push(event.message || event.target.outerHTML), true);
      addEventListener('unhandledrejection', (event) => faults.push(String(event.reason)));
      ${before}
    </script>${html}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

/** Runs a module to its end. */
async function run(code: string, before = ''): Promise<Page> {
  const names = [...code.matchAll(/^(?:const|import) \{? ?([\w, ]+?) ?\}? (?:=|from)/gm)]
    .map(([, list]) => list!)
    .join(', ');
  const page = await open(
    `<script type="importmap">{ "imports": ${JSON.stringify(IMPORTS)} }</script>
    <button id="button">قل</button>
    <script type="module">${code}\nwindow.done = { ${names} };</script>`,
    before,
  );
  await until(() => page.done || page.faults.length);
  expect(page.faults, code).to.deep.equal([]);
  return page;
}

const read = async (page: Page): Promise<ArticleReader> => {
  const reader = () => page.document.querySelector('article-reader');
  await until(() => reader()?.article?.blocks.length || page.faults.length);
  expect(page.faults, page.document.documentElement.outerHTML).to.deep.equal([]);
  return reader()!;
};

async function hashOf(address: string): Promise<string> {
  const bytes = await (await fetch(address)).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
  return `sha384-${btoa(String.fromCharCode(...hash))}`;
}

/** What is found out of each snippet, by how it begins. Whatever has no entry fails. */
const TRIALS: Readonly<Record<string, (snippet: Snippet, all: readonly Snippet[]) => unknown>> = {
  '<!doctype html>': async ({ code }) => {
    const { article } = await read(await open(code.replace('src="article-reader/', 'src="/dist/')));
    expect(article.blocks.map(({ kind }) => kind)).to.deep.equal(['heading', 'paragraph']);
  },
  // With what stands for a hash and a name filled in, from another origin.
  '<script type="importmap">': async ({ code }) => {
    const { main } = await built();
    const cdn = `${location.origin.replace('localhost', '127.0.0.1')}/dist/`;
    // The server of the tests writes imports anew; `integrity.json` is tested with the package.
    const [first, second] = await Promise.all(
      [main, 'article-reader.js'].map((file) => hashOf(cdn + file)),
    );
    const html = code
      .replaceAll('https://cdn.example/article-reader/', cdn)
      .replace('chunks/main-….js', main)
      .replace('sha384-…', first!)
      .replace('sha384-…', second!);
    expect(html).not.to.include('…');
    await read(await open(`${html}<article-reader>${ARTICLE}</article-reader>`));
  },
  "import 'article-reader';": async ({ code }) => {
    const page = await run(code);
    expect(page.customElements.get('article-reader')).to.be.a('function');
  },
  'import { loadTashkeel }': async ({ code }) => {
    const [, expected] = /^\/\/ (.*)$/m.exec(code)!;
    const { done } = await run(code);
    expect((done as { text: string }).text.normalize()).to.equal(expected!.normalize());
  },
  'import { TashkeelWorker }': async ({ code }) => {
    await run(code);
  },
  'import { install }': async ({ code }) => {
    const page = await run(
      code,
      "Object.defineProperty(window, 'speechSynthesis', { value: undefined, configurable: true });",
    );
    page.document.querySelector('button')!.click();
    expect(page.speechSynthesis.speaking || page.speechSynthesis.pending).to.equal(true);
    page.speechSynthesis.cancel();
  },
  'import { createSpeechSynthesis, SpeechSynthesisUtterance }': async ({ code }) => {
    const { done } = await run(code);
    const { synthesis } = done as { synthesis: SpeechSynthesis };
    expect(synthesis.getVoices().some(({ lang }) => lang.startsWith('ar'))).to.equal(true);
  },
  // What is asked of the server is what stands below it.
  'import { createSpeechSynthesis, embeddedArabic': async ({ code }, all) => {
    const asked = JSON.parse(all.find(({ kind }) => kind === 'json')!.code);
    const page = await run(
      `${code}\nimport { SpeechSynthesisUtterance } from 'speech-synthesis-polyfill';`,
      `window.fetch = async (address, { method, body }) => {
        window.asked = [method, String(address), JSON.parse(body)];
        return new Response('', { status: 413 });
      };`,
    );
    const audio = installFakeAudio(page);
    const made = page.done as Pick<Page, 'SpeechSynthesisUtterance'> & {
      synthesis: SpeechSynthesis;
    };
    const utterance = new made.SpeechSynthesisUtterance(asked.text);
    utterance.lang = asked.lang;
    utterance.voice = made.synthesis.getVoices().find((it) => it.voiceURI === asked.voice)!;
    let told: string | undefined;
    utterance.onerror = ({ error }) => (told = error);
    made.synthesis.speak(utterance);
    await audio.run(() => told !== undefined);
    expect(told).to.equal('text-too-long');
    const [method, address, body] = (page as unknown as { asked: [string, string, object] }).asked;
    expect([method, new URL(address, location.href).pathname]).to.deep.equal(['POST', '/speak']);
    expect(body).to.deep.equal(asked);
  },
  ...Object.fromEntries(
    ['{{ attach_library', '<script type="module" src="{{'].map((beginning) => [
      beginning,
      async ({ code }: Snippet) => {
        const html = filledIn(code);
        expect(html).not.to.include('{{');
        await read(await open(html));
      },
    ]),
  ),
};

describe('the code of README and of the documentation', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((it) => it.remove()));

  it('does what it says', async function () {
    // That the library does so is tested in all three.
    if (!isChromium) return;
    this.timeout(30_000);
    reset();
    const tried = new Set<string>();
    for (const file of WITH_BROWSER_CODE) {
      const all = snippetsOf(await (await fetch(`/${file}`)).text());
      for (const snippet of all.filter(({ kind }) => IN_BROWSERS.includes(kind))) {
        const found = Object.keys(TRIALS).filter((it) => snippet.code.startsWith(it));
        expect(found, snippet.code).to.have.length(1);
        await TRIALS[found[0]!]!(snippet, all);
        tried.add(found[0]!);
      }
    }
    expect([...tried]).to.have.members(Object.keys(TRIALS));
  });
});
