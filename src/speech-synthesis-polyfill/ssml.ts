/** What is said of a text, and where it comes from. */
export interface Plain {
  readonly text: string;
  /** The offset and length in the text of a stretch of what is said. */
  toSource(start: number, length: number): [start: number, length: number];
}

const NAME = '[^\\s<>/&!?"\'=]+';

/** The next piece of an XML document: what is skipped, an end, a beginning, a character, text. */
const PIECE = new RegExp(
  [
    '<(?:!--[^]*?--|\\?[^]*?\\?|!DOCTYPE[^[>]*)>',
    `</(?<end>${NAME})\\s*>`,
    `<(?<begin>${NAME})(?:\\s+${NAME}\\s*=\\s*(?:"[^<"]*"|'[^<']*'))*\\s*(?<empty>/?)>`,
    '<!\\[CDATA\\[(?<raw>[^]*?)\\]\\]>',
    '&(?:#(?<code>\\d{1,7}|x[\\da-fA-F]{1,6})|(?<entity>amp|lt|gt|quot|apos));',
    '(?<text>[^<&]+)',
  ].join('|'),
  'y',
);

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * The text of an SSML document without its tags, since no voice of ours knows them; sentences and
 * paragraphs stay apart. Anything but a complete, well-formed document is said as it is.
 *
 * @see https://webaudio.github.io/web-speech-api/#dom-speechsynthesisutterance-text
 */
export function withoutTags(source: string): Plain | undefined {
  let text = '';
  /** Where each unit of `text` begins in the source, and where it ends. */
  const begins: number[] = [];
  const ends: number[] = [];
  const open: string[] = [];
  let root = false;
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const from = PIECE.lastIndex;
    const groups = PIECE.exec(source)?.groups;
    if (!groups) return undefined;
    const { end, begin, empty, raw, code, entity } = groups;
    const tag = end ?? begin;
    let said = raw ?? groups['text'] ?? '';
    if (tag) {
      if (end && open.pop() !== end) return undefined;
      if (begin && !open.length) {
        if (root || begin !== 'speak') return undefined;
        root = true;
      }
      if (begin && !empty) open.push(begin);
      if (/^([ps]|sentence|paragraph|break)$/.test(tag)) said = '\n';
    } else if (entity) {
      said = ENTITIES[entity]!;
    } else if (code) {
      const point = Number(code.replace('x', '0x'));
      if (point > 0x10ffff) return undefined;
      said = String.fromCodePoint(point);
    }
    if (!open.length && !tag && said.trim()) return undefined;
    const exact = groups['text'] !== undefined || raw !== undefined;
    const at = raw === undefined ? from : from + 9;
    for (let index = 0; index < said.length; index++) {
      begins.push(exact ? at + index : from);
      ends.push(exact ? at + index + 1 : PIECE.lastIndex);
    }
    text += said;
  }
  if (!root || open.length) return undefined;
  return {
    text,
    toSource(start, length) {
      const begin = begins[start] ?? source.length;
      return [begin, length ? ends[start + length - 1]! - begin : 0];
    },
  };
}
