/** Marked passages as others read them: Markdown, and the W3C's Web Annotations. Knows no page. */
import type { PlacedAnnotation } from './annotation.js';

/** What the passages are of. */
export interface AnnotatedPage {
  readonly title: string;
  /** The address, without its fragment. */
  readonly url: string;
  readonly lang: string;
}

/** How much of what stands round a passage is told, in characters: some six words. */
const CONTEXT = 40;

const quoted = (text: string) =>
  text
    .trim()
    .split(/\n+/)
    .map((line) => `> ${line}`)
    .join('\n>\n');

/** In brackets and as a heading these are signs of Markdown's. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\[\]*_`]/g, '\\$&');

/** Each passage as a quotation with its note under it, in the order of the text. */
export const toMarkdown = (
  { title, url }: AnnotatedPage,
  text: string,
  annotations: readonly PlacedAnnotation[],
): string =>
  [
    `# [${plain(title)}](<${url}>)`,
    ...annotations.flatMap(({ start, end, annotation: { note } }) => [
      quoted(text.slice(start, end)),
      ...(note ? [note] : []),
    ]),
    '',
  ].join('\n\n');

/**
 * A page of Web Annotations (https://www.w3.org/TR/annotation-model/): each by what is quoted and what
 * stands round it, and by where it is in the text of the article.
 */
export const toWebAnnotations = (
  { url, lang }: AnnotatedPage,
  text: string,
  annotations: readonly PlacedAnnotation[],
): object => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: `${url}#annotations`,
  type: 'AnnotationPage',
  items: annotations.map(({ start, end, annotation: { made, note, color } }) => ({
    id: `${url}#annotation-${made}`,
    type: 'Annotation',
    motivation: note ? 'commenting' : 'highlighting',
    created: new Date(made).toISOString(),
    ...(note && {
      body: { type: 'TextualBody', value: note, format: 'text/plain', purpose: 'commenting' },
    }),
    target: {
      source: url,
      language: lang,
      styleClass: color,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - CONTEXT), start),
          suffix: text.slice(end, end + CONTEXT),
        },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  })),
});
