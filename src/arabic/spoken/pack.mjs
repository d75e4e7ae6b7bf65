/**
 * How the bundle carries what it knows of Arabic: smaller, gzipped too, than the lists that a linguist
 * reads. The halves that unpack go with it.
 */

const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآئؤ';
/** In the same order, the frequent letters as those that code has most of. */
const ASCII = 'tackwmydDrjuMLRSEfBpgvenixoslbAhNIzH';

/** A letter, or what begins with a backslash in a regular expression. */
const ASCII_LETTER = /\\[a-z](?:\{\w\})?|[a-z]/gi;

/**
 * Arabic in ASCII letters: UTF-8 has two bytes for each of its letters, and gzip keeps much of both.
 *
 * @param text words or the source of a regular expression
 * @returns nothing for a text with Latin letters of its own
 */
export const packLetters = (text) =>
  text.match(ASCII_LETTER)?.some((letter) => !letter[1])
    ? undefined
    : text.replace(/[\u0621-\u064a]/g, (letter) => ASCII[ARABIC.indexOf(letter)] ?? letter);

export const unpackLetters = (text) =>
  text.replace(ASCII_LETTER, (letter) => (letter[1] ? letter : ARABIC[ASCII.indexOf(letter)]));

/** The plural with the letters that it shares with the singular, in order, as their places: أ01ا2. */
function pattern(one, plural) {
  if (plural.startsWith('+')) return plural;
  /** How many letters the ends from i and from j share. */
  const shared = (i, j) =>
    (table[`${i},${j}`] ??=
      i === one.length || j === plural.length
        ? 0
        : one[i] === plural[j] && i < 10
          ? 1 + shared(i + 1, j + 1)
          : Math.max(shared(i + 1, j), shared(i, j + 1)));
  const table = {};
  let result = '';
  for (let i = 0, j = 0; j < plural.length;) {
    if (one[i] === plural[j] && i < 10) {
      result += i++;
      j++;
    } else if (i < one.length && shared(i + 1, j) === shared(i, j)) i++;
    else result += plural[j++];
  }
  return result;
}

/**
 * The lexicon of nouns: those whose plural is made alike stand together, the pattern written once
 * (شخص طفل ولد, all أ01ا2).
 *
 * @param list lines of a singular and its plurals, as in `nouns.ts`
 */
export function packNouns(list) {
  const groups = {};
  for (const line of list.trim().split('\n')) {
    const [one, first, ...others] = line.split(' ');
    const word = [one, ...others.map((plural) => pattern(one, plural))].join('/');
    (groups[pattern(one, first)] ??= []).push(word);
  }
  return Object.entries(groups)
    .map(([key, words]) => [key, ...words.sort()].join(' '))
    .sort()
    .join('\n');
}

/** The lines again, in another order. */
export function unpackNouns(packed) {
  return packed
    .split('\n')
    .flatMap((group) => {
      const [first, ...words] = group.split(' ');
      return words.map((word) => {
        const [one, ...others] = word.split('/');
        const plurals = [first, ...others];
        return [one, ...plurals.map((plural) => plural.replace(/\d/g, (i) => one[i]))].join(' ');
      });
    })
    .join('\n');
}
