/**
 * Writes the types by which templates of other frameworks know the elements, made of the manifest:
 * `node make-types.mjs`. Each is a file of declarations that a project asks for by name, as
 * `article-reader/react`, and that costs nothing to whoever does not. Then takes away the compiler's
 * declarations that no entry of the package leads to, as nobody can import them.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { makeManifest } from './make-manifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, dirname(exports['./elements.js'].types), 'frameworks');

const TAG = 'article-reader';
const { attributes, members } = makeManifest()
  .modules.flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === TAG);

/** In a template a number may be written as text, and nothing at all as undefined. */
const loose = (type) => `${type === 'number' ? 'number | `${number}`' : type} | null | undefined`;

const ofAttribute = new Map(attributes.map(({ name, type }) => [name, loose(type.text)]));
const ofProperty = new Map(
  members
    .filter(({ kind, readonly }) => kind === 'field' && !readonly)
    .map(({ name }) => [name, `ArticleReader['${name}'] | undefined`]),
);
const descriptions = new Map(
  [...members, ...attributes].map(({ name, description }) => [name, description]),
);

/** The members of an interface: a name each, with its type and what is said of it. */
const body = (types) =>
  [...types]
    .map(
      ([name, type]) =>
        `  /** ${descriptions.get(name)} */\n` +
        `  ${/^\w+$/.test(name) ? name : `'${name}'`}?: ${type};\n`,
    )
    .join('');

const inTemplates = new Map([...ofAttribute, ...ofProperty]);
for (const [name, type] of ofAttribute)
  inTemplates.set(name, ofProperty.has(name) ? `${ofProperty.get(name)} | ${type}` : type);

const shared = `import type { ArticleReader, ReaderEventMap } from '../elements.js';

/** What is written in HTML. */
export interface ArticleReaderAttributes {
${body(ofAttribute)}}

/** What is given to the element itself. */
export interface ArticleReaderProperties {
${body(ofProperty)}}

/** What a template takes: attributes, and properties where the framework sets them. */
export interface ArticleReaderProps {
${body(inTemplates)}}

/** What listens to one of the element's events. */
export type ArticleReaderListener<Type extends keyof ReaderEventMap> =
  | ((event: ReaderEventMap[Type] & { readonly currentTarget: ArticleReader }) => void)
  | undefined;

/** Listeners, under their events' names with \`Prefix\` before them. */
export type ArticleReaderListeners<Prefix extends string> = {
  [Type in keyof ReaderEventMap as \`\${Prefix}\${Type}\`]?: ArticleReaderListener<Type>;
};
`;

const imports = (...names) =>
  `import type { ArticleReader } from '../elements.js';
import type { ${['ArticleReaderListeners', 'ArticleReaderProps', ...names].sort().join(', ')} } from './attributes.js';
`;

const FRAMEWORKS = {
  react: `${imports()}import type { DetailedHTMLProps, HTMLAttributes } from 'react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${TAG}': Omit<DetailedHTMLProps<HTMLAttributes<ArticleReader>, ArticleReader>, keyof ArticleReaderProps> &
        ArticleReaderProps &
        ArticleReaderListeners<'on'> & { class?: string | undefined };
    }
  }
}
`,
  preact: `${imports()}import type { HTMLAttributes } from 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      '${TAG}': Omit<HTMLAttributes<ArticleReader>, keyof ArticleReaderProps> &
        ArticleReaderProps &
        ArticleReaderListeners<'on'>;
    }
  }
}
`,
  solid: `${imports('ArticleReaderAttributes', 'ArticleReaderProperties')}import type { JSX } from 'solid-js';

type Prefixed<Prefix extends string, Members> = {
  [Name in keyof Members as \`\${Prefix}\${Name & string}\`]: Members[Name];
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      '${TAG}': Omit<JSX.HTMLAttributes<ArticleReader>, keyof ArticleReaderProps> &
        ArticleReaderProps &
        Prefixed<'attr:', ArticleReaderAttributes> &
        Prefixed<'prop:', ArticleReaderProperties> &
        ArticleReaderListeners<'on:'>;
    }
  }
}
`,
  vue: `import type { HTMLAttributes, ReservedProps } from 'vue';
import type { ArticleReader, ReaderEventMap } from '../elements.js';
import type { ArticleReaderListener, ArticleReaderProps } from './attributes.js';

/** \`@reader-error\` is \`onReaderError\`. */
type Handler<Type extends string> = Type extends \`\${infer First}-\${infer Rest}\`
  ? \`on\${Capitalize<First>}\${Capitalize<Rest>}\`
  : never;

type Props = Omit<HTMLAttributes, keyof ArticleReaderProps> &
  ReservedProps &
  ArticleReaderProps & {
    [Type in keyof ReaderEventMap as Handler<Type>]?: ArticleReaderListener<Type>;
  };

declare module 'vue' {
  interface GlobalComponents {
    '${TAG}': new () => ArticleReader & { $props: Props };
  }
}
`,
  svelte: `${imports()}import type { HTMLAttributes } from 'svelte/elements';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${TAG}': Omit<HTMLAttributes<ArticleReader>, keyof ArticleReaderProps> &
      ArticleReaderProps &
      ArticleReaderListeners<'on'> &
      ArticleReaderListeners<'on:'>;
  }
}
`,
};

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries({ attributes: shared, ...FRAMEWORKS }))
  writeFileSync(
    join(folder, `${name}.d.ts`),
    `/** Made by scripts/make-types.mjs from custom-elements.json. */\n${text}`,
  );
// What is imported by name is there at run time too: nothing.
writeFileSync(join(folder, 'nothing.js'), 'export {};\n');

const declarations = dirname(folder);
const reached = new Set();
const reach = (file) => {
  if (reached.has(file)) return;
  reached.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles)
    if (fileName.startsWith('.')) reach(resolve(dirname(file), fileName.replace(/\.js$/, '.d.ts')));
};
for (const { types } of Object.values(exports)) if (types) reach(resolve(root, types));
for (const name of readdirSync(declarations, { recursive: true }))
  if (name.endsWith('.d.ts') && !reached.has(join(declarations, name)))
    rmSync(join(declarations, name));
