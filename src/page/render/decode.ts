/**
 * The text that bytes stand for, whatever they are said to be. Knows nothing of where they come from and of
 * what is in the text.
 */

/** How far into HTML a `<meta>` is looked for (https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding). */
const PRESCAN = 1024;

/** ا in windows-1256. */
const ALEF = 0xc7;

/** What of a text cannot be right: bytes that are none of the encoding's, and letters that are. */
function look(text: string): { readonly wrong: number; readonly letters: number } {
  let wrong = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) wrong++;
    else if (code > 0x7f) letters++;
  }
  return { wrong, letters };
}

/**
 * How many letters of Arabic stand in bytes that are said to be Latin, where any byte is something: 0 unless
 * most letters beyond ASCII stand three and more in a row, as in hardly a Latin word, and the alef is as
 * frequent among them as that byte is in no other script (some 13 % of Arabic, half as many with all its vowel
 * marks; less than 2 % of Cyrillic and Greek in their old encodings).
 */
function arabicIn(bytes: Uint8Array): number {
  let letters = 0;
  let inRows = 0;
  let alefs = 0;
  let row = 0;
  for (const byte of bytes) {
    row = byte >= 0xc0 ? row + 1 : 0;
    if (!row) continue;
    letters++;
    // With the third come the two before it.
    inRows += row > 3 ? 1 : row === 3 ? 3 : 0;
    if (byte === ALEF) alefs++;
  }
  return inRows > letters / 2 && alefs > letters / 24 ? letters : 0;
}

function decoderFor(label: string | undefined): TextDecoder | null {
  try {
    return label ? new TextDecoder(label) : null;
  } catch {
    // None that is known.
    return null;
  }
}

/** By its byte order mark, which is stronger than the header (https://encoding.spec.whatwg.org/#decode). */
function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** What a `<meta>` at the beginning says; ASCII can be read before it is known, so UTF-16 it is not. */
function metaOf(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, PRESCAN));
  const html = start.replace(/<!--[^]*?-->/g, '');
  const label = /<meta\s[^>]*?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(html)?.[1];
  return label && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

/**
 * Decodes text: by its byte order mark; else as what it is said to be (by the header, else by a `<meta>`),
 * UTF-8 or windows-1256, the Arabic one of old, whichever has the fewest errors, in this order where they
 * are equal. An error of UTF-8 is a byte that is none of it; of any other encoding besides each letter that
 * is well-formed UTF-8, as hardly anything else is, and of Latin, which is what servers say that were told
 * nothing, each letter of Arabic. So neither a wrong header nor a bad byte decides.
 *
 * @param bytes any
 * @param charset what the header says
 * @param isHtml whether a `<meta>` may say so
 */
export function decode(bytes: Uint8Array, charset: string | undefined, isHtml: boolean): string {
  const mark = markOf(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const utf8 = new TextDecoder().decode(bytes);
  const { wrong, letters } = look(utf8);
  const said = decoderFor(charset) ?? decoderFor(isHtml ? metaOf(bytes) : undefined);
  let best = { text: utf8, errors: wrong };
  const isSaid = said && said.encoding !== 'utf-8';
  if (isSaid) {
    const text = said.decode(bytes);
    const isLatin = said.encoding === 'windows-1252';
    const errors = look(text).wrong + letters + (isLatin ? arabicIn(bytes) : 0);
    if (errors <= best.errors) best = { text, errors };
  }
  // Every byte is something in it.
  return letters < best.errors ? new TextDecoder('windows-1256').decode(bytes) : best.text;
}
