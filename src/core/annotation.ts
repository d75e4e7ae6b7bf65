/**
 * Passages that a user marked in a text, with a colour and perhaps a note, found again after the text was
 * edited. Knows text only: not who keeps them, and how they are drawn.
 */
import { anchorAt, findAnchor, type Anchor } from './anchor.js';
import type { Span } from './article.js';

/** Each is drawn with a line of its own besides, so that colour is never the only cue. */
export const ANNOTATION_COLORS = Object.freeze(['yellow', 'green', 'blue', 'pink'] as const);

export type AnnotationColor = (typeof ANNOTATION_COLORS)[number];

/** A marked passage as it is kept. */
export interface Annotation {
  /** When it was made, in ms since 1970: no two of an article have the same. */
  readonly made: number;
  readonly start: Anchor;
  readonly end: Anchor;
  /** The passage as it was. */
  readonly quote: string;
  readonly color: AnnotationColor;
  /** Empty where there is none. */
  readonly note: string;
}

/** A marked passage, and where it is in the text now. */
export interface PlacedAnnotation extends Span {
  readonly annotation: Annotation;
}

/** Marks a passage. */
export const annotationOf = (
  text: string,
  { start, end }: Span,
  color: AnnotationColor,
  made: number,
): Annotation => ({
  made,
  start: anchorAt(text, start),
  end: anchorAt(text, end),
  quote: text.slice(start, end),
  color,
  note: '',
});

/**
 * Where the passage is now: from where its beginning is found to where its end is.
 *
 * @returns null if nothing of it is left, or only the text round it.
 */
export function findAnnotation(text: string, { start, end, quote }: Annotation): Span | null {
  const from = findAnchor(text, start);
  if (from === null) return null;
  if (text.startsWith(quote, from)) return { start: from, end: from + quote.length };
  // The end is looked for where it would be if the passage were as long as it was.
  const to = findAnchor(text, { ...end, offset: from + quote.length });
  return to !== null && to > from && to - from < 2 * quote.length + end.before.length
    ? { start: from, end: to }
    : null;
}

const isAnchor = (value: unknown): value is Anchor => {
  const { offset, before, after } = (value ?? {}) as Partial<Anchor>;
  return Number.isInteger(offset) && typeof before === 'string' && typeof after === 'string';
};

/** What is understood of what a store gave, which another version or another script may have written. */
export function parseAnnotations(value: unknown): Annotation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((it: Partial<Annotation> | null) => {
    const { made, start, end, quote, color, note } = it ?? {};
    const isKnown =
      Number.isFinite(made) && isAnchor(start) && isAnchor(end) && typeof quote === 'string';
    if (!isKnown || !quote) return [];
    return [
      {
        made: made!,
        start,
        end,
        quote,
        color: ANNOTATION_COLORS.find((each) => each === color) ?? 'yellow',
        note: typeof note === 'string' ? note : '',
      },
    ];
  });
}
