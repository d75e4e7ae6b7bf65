/** The code that the documentation shows, so that tests can do with it what a reader of it would. */

export interface Snippet {
  /** What stands behind the fence: `sh`, `html`, `js`… */
  readonly kind: string;
  readonly code: string;
}

/** The blocks of code of a Markdown file, also those inside a list. */
export const snippetsOf = (markdown: string): readonly Snippet[] =>
  [...markdown.matchAll(/^( *)```(\S*)\n([^]*?)^ *```$/gm)].map(([, indent, kind, code]) => ({
    kind: kind!,
    code: code!.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));

/** What only a browser can run, and the files that have such: `browser/ui/snippets.test.ts` runs it. */
export const IN_BROWSERS = ['html', 'js', 'twig', 'handlebars', 'go-html-template'];
export const WITH_BROWSER_CODE = [
  'README.md',
  'demo/integrations/README.md',
  'docs/tashkeel.md',
  'src/speech-synthesis-polyfill/README.md',
];
