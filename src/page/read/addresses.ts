/** Addresses of the web in a text, and their hosts. Knows nothing of pages and of how they are said. */
import type { Span } from '../../core/article.js';

export interface Address extends Span {
  readonly host: string;
}

/** What comes after a host, without the mark that closes a sentence. */
const PATH = String.raw`[/?#:][^\s<>"«»،؛؟()]*[^\s<>"«»،؛؟().,:;!]`;
/** As `wordsOf` has it. */
const FULL = String.raw`(?:https?:\/\/(?:www\.)?|www\.)([^\s<>"«»،؛؟()/?#:]*[^\s<>"«»،؛؟().,:;!/?#])(?:${PATH})?`;
/** A host alone, the last part in small letters; not in an e-mail address nor in a path. */
const BARE = String.raw`(?<![\w@./\\-])((?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[a-z]{2,})(?![\w@-]|\.\w)(${PATH}|\/)?`;
const ADDRESS = new RegExp(`${FULL}|${BARE}`, 'g');

const GENERIC = /^(?:com|org|net|edu|gov|int|mil|info|biz|app|dev|news|online)$/;

/** Two letters after one word that are a file's ending, or a word of a sentence that lacks its space. */
const NO_COUNTRY =
  /^(?:ai|cc|cs|md|mk|ml|pl|pm|py|rs|sh|as|at|am|be|by|do|he|in|is|it|me|my|no|so|to|us)$/;

/** Top domains of two letters are ISO 3166, https://www.iana.org/domains/root/db, but for these two. */
let regions: Intl.DisplayNames | undefined;
const isCountry = (letters: string): boolean => {
  regions ??= new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return /^(?:uk|eu)$/.test(letters) || !!regions.of(letters.toUpperCase());
};

/** Whether dotted words are a host: `moe.gov.sa`, but not `report.pdf`, `Node.js`, `3.kg`. */
function isHost(host: string, hasPath: boolean): boolean {
  const labels = host.split('.');
  const top = labels.at(-1)!;
  if (!/[A-Za-z]/.test(labels[0]!)) return false;
  if (top.length > 2) return GENERIC.test(top);
  return isCountry(top) && (labels.length > 2 || hasPath || !NO_COUNTRY.test(top));
}

/** In order. */
export function addressesIn(text: string): Address[] {
  const addresses: Address[] = [];
  for (const { 0: found, 1: full, 2: bare, 3: path, index } of text.matchAll(ADDRESS))
    if (full ?? isHost(bare!, !!path))
      addresses.push({ start: index, end: index + found.length, host: (full ?? bare)! });
  return addresses;
}
