import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CSSResult } from 'lit';
import { HIGHLIGHTS, RANGES, THEMES } from '../../../src/core/settings.js';
import { PALETTES } from '../../../src/core/themes.js';
import { ArticleReader, ArticleReaderToolbar, define } from '../../../src/elements.js';
import * as exported from '../../../src/elements.js';
import { COLORS } from '../../../src/page/highlight/marks.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const source = (file: string) => readFileSync(join(root, 'src', file), 'utf8');
const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

interface Named {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
  readonly type: { readonly text: string };
}
interface Member extends Named {
  readonly kind: 'field' | 'method';
  readonly readonly?: true;
  readonly deprecated?: string;
  readonly parameters?: readonly Named[];
}
interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes: readonly (Named & { readonly fieldName: string })[];
  readonly members: readonly Member[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
  readonly cssStates: readonly Named[];
}
interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
  readonly exports: readonly {
    readonly kind: string;
    readonly name: string;
    readonly declaration: { readonly name: string; readonly module: string };
  }[];
}

const { customElements: path, exports } = json('package.json');
const manifest = json(path) as { modules: readonly Module[] };
const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
const element = declarations.find(({ tagName }) => tagName === 'article-reader')!;
const toolbar = declarations.find(({ tagName }) => tagName === 'article-reader-toolbar')!;

const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
const matches = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, found]) => found!))].sort();
const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('the custom elements manifest', () => {
  it('is one of what is published', () => {
    for (const { path } of manifest.modules)
      assert.ok(
        Object.values(exports).some((it) => (it as { default?: string }).default === `./${path}`),
      );
    for (const { exports } of manifest.modules)
      for (const { kind, name, declaration } of exports) {
        const module = manifest.modules.find(({ path }) => path === declaration.module)!;
        assert.ok(names(module.declarations).includes(declaration.name));
        if (kind === 'js') assert.ok(name in exported, name);
      }
    const isClass = (name: string) => /^[A-Z]/.test(name);
    assert.deepEqual(names(declarations), Object.keys(exported).filter(isClass).sort());
  });

  it('has the tags that are defined, each by its class', () => {
    const defined: Record<string, string> = {};
    const registry = {
      get: () => undefined,
      define: (tag: string, { name }: { name: string }) => (defined[tag] = name),
    };
    Object.assign(globalThis, { customElements: registry });
    define();
    assert.deepEqual(
      defined,
      Object.fromEntries(declarations.flatMap((it) => (it.tagName ? [[it.tagName, it.name]] : []))),
    );
  });

  it('has every attribute that is observed, with its property, type and default', () => {
    // `lang` is every element's.
    const observed = ArticleReader.observedAttributes.filter((name) => name !== 'lang');
    assert.deepEqual(names(element.attributes), observed.sort());
    assert.deepEqual(ArticleReaderToolbar.observedAttributes, []);
    for (const { name, fieldName, description, type } of element.attributes) {
      const { attribute } = ArticleReader.elementProperties.get(fieldName)!;
      assert.equal(typeof attribute === 'string' ? attribute : fieldName, name);
      assert.ok(description && type.text, name);
    }
    const typeOf = (name: string) => element.attributes.find((it) => it.name === name)!;
    const union = (values: readonly string[]) => values.map((value) => `'${value}'`).join(' | ');
    assert.equal(typeOf('theme').type.text, union(THEMES));
    assert.equal(typeOf('highlight').type.text, union(HIGHLIGHTS));
    assert.deepEqual(
      element.attributes.flatMap((it) => (it.default ? [`${it.name}=${it.default}`] : [])),
      ['text-size=100', 'rate=1', 'theme=page', 'highlight=both'],
    );
    for (const name of ['textSize', 'rate'] as const) {
      const { min, max } = RANGES[name];
      assert.ok(typeOf(dashed(name)).description.includes(`${min} to ${max}`), name);
    }
    const languages = readdirSync(join(root, 'src/ui/i18n/languages')).join(' ');
    assert.deepEqual(
      matches(typeOf('ui-lang').description, /`(\w\w)`/g),
      matches(languages, /\b(\w\w)\.ts/g),
    );
  });

  it('has every property and method that a page can use, and says of each what it is', () => {
    const inherited =
      /^(constructor|createRenderRoot|connectedCallback|disconnectedCallback|willUpdate|updated|render|reader|#.*)$/;
    const own = Object.getOwnPropertyNames(ArticleReader.prototype);
    const hidden = ['ownLang', 'announcement', 'embedded'];
    assert.deepEqual(
      names(element.members),
      own.filter((name) => !inherited.test(name) && !hidden.includes(name)).sort(),
    );
    for (const { name, description, parameters, deprecated } of element.members) {
      assert.ok(description, name);
      assert.equal(!!deprecated, name === 'update', name);
      if (!deprecated)
        for (const it of parameters ?? []) assert.ok(it.description, `${name}: ${it.name}`);
    }
  });

  it('has every event, by its class', () => {
    const fired = Object.fromEntries(
      [
        ...source('reader/events.ts').matchAll(
          /class (\w+) extends Event[^]*?super\('([\w-]+)'\)/g,
        ),
      ].map(([, name, type]) => [type, name]),
    );
    assert.deepEqual(
      Object.fromEntries(element.events.map(({ name, type }) => [name, type.text])),
      fired,
    );
    assert.equal(Object.keys(fired).length, 5);
    const { message, reason } = Object.fromEntries(
      ['message', 'reason'].map((name) => [
        name,
        declarations
          .find((it) => it.name === 'ReaderErrorEvent')!
          .members.find((it) => it.name === name)!.type.text,
      ]),
    );
    assert.deepEqual([message, reason], ['string', 'FailureReason']);
    const reasons = /type FailureReason =([^]*?);/.exec(source('core/playback.ts'))![1]!;
    const told = element.events.find(({ name }) => name === 'reader-error')!.description;
    assert.deepEqual(
      matches(told, /`([\w-]+)`/g).filter((it) => it !== 'reason' && it !== 'message'),
      matches(reasons, /'([\w-]+)'/g),
    );
    assert.deepEqual(
      names(toolbar.events),
      matches(source('ui/toolbar/article-reader-toolbar.ts'), /new CustomEvent\('([\w-]+)'/g),
    );
  });

  it('has every part that a page can reach, and every slot', () => {
    const own = ['ui/article-reader/article-reader.ts', 'ui/internal/notices.ts']
      .map(source)
      .join('');
    const templates = own + source('ui/panels.ts') + source('ui/view.ts');
    const exportedParts = matches(templates, /exportparts="([^"]+)"/g).flatMap((it) =>
      it.split(', '),
    );
    const parts = new Set([...matches(own, /(?<!export)\bpart="(\w+)"/g), ...exportedParts]);
    assert.deepEqual(names(element.cssParts), [...parts].sort());
    const ofToolbar = matches(source('ui/toolbar/article-reader-toolbar.ts'), /\bpart="(\w+)"/g);
    assert.deepEqual(names(toolbar.cssParts), ofToolbar);
    assert.equal(own.match(/<slot>/g)!.length, element.slots.length);
  });

  it('has every custom property that is read, with its default', async () => {
    const sheets = (readdirSync(join(root, 'src/ui'), { recursive: true }) as string[]).filter(
      (file) => file.endsWith('.styles.ts'),
    );
    const modules = await Promise.all(
      sheets.map((file) => import(pathToFileURL(join(root, 'src/ui', file)).href)),
    );
    const styles = modules
      .flatMap((it) => Object.values(it as Record<string, CSSResult>))
      .map(String);
    const text = [...styles, ...Object.values(COLORS)].join('\n');
    assert.deepEqual(
      names(element.cssProperties),
      matches(text, /var\(\s*(--article-reader-[\w-]+)/g),
    );
    assert.equal(element.cssProperties.length, 13);
    const plain = (css: string) => css.replace(/\s+/g, '');
    for (const { name, default: value } of element.cssProperties)
      assert.ok(plain(text).includes(plain(`var(${name},${value})`)), `${name}: ${value}`);
    assert.ok(
      Object.keys(PALETTES.page).every((it) => text.includes(`--article-reader-${dashed(it)}`)),
    );
  });

  it('has every custom state', () => {
    assert.deepEqual(
      names(element.cssStates),
      matches(source('core/playback.ts'), /status: '(\w+)'/g),
    );
  });

  it('is what the tables of README are made of', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const { makeTables, withTables } = await import('../../../scripts/make-tables.mjs');
    assert.equal(readme, withTables(readme, makeTables(manifest)), 'run `npm run docs`');
  });

  it('is what editors have', () => {
    const html = json('dist/html-custom-data.json').tags as readonly Declaration[];
    const known = html.find(({ name }) => name === 'article-reader')!;
    assert.deepEqual(names(known.attributes), names(element.attributes));
    const css = json('dist/css-custom-data.json');
    assert.deepEqual(names(css.properties), names(element.cssProperties));
    const { contributions } = json(json('package.json')['web-types']);
    assert.deepEqual(names(contributions.html.elements), [
      'article-reader',
      'article-reader-toolbar',
    ]);
    assert.equal(contributions.css.properties.length, 13);
  });
});
