/** What an Arabic keyboard types for a key of a US one. Knows nothing of commands. */

/**
 * Arabic (101), by the Latin letter on the same key
 * (https://learn.microsoft.com/globalization/keyboards/kbda1). Signs are asked for by what is typed.
 */
const ARABIC_101: Readonly<Record<string, string>> = {
  q: 'ض',
  w: 'ص',
  e: 'ث',
  r: 'ق',
  t: 'ف',
  y: 'غ',
  u: 'ع',
  i: 'ه',
  o: 'خ',
  p: 'ح',
  a: 'ش',
  s: 'س',
  d: 'ي',
  f: 'ب',
  g: 'ل',
  h: 'ا',
  j: 'ت',
  k: 'ن',
  l: 'م',
  z: 'ئ',
  x: 'ء',
  c: 'ؤ',
  v: 'ر',
  b: 'لا',
  n: 'ى',
  m: 'ة',
  ',': 'و',
  '?': '؟',
};

/** Where the browser tells what the keys type (https://wicg.github.io/keyboard-map/): Chromium. */
interface KeyboardWithMap {
  getLayoutMap(): Promise<ReadonlyMap<string, string>>;
}

const isArabic = (letter: string | undefined) => /^\p{Script=Arabic}/u.test(letter ?? '');

/**
 * The letter on an Arabic keyboard for each key; the layout's own where the browser tells that it is an
 * Arabic one. None where nothing says that there is such a keyboard.
 *
 * @param lang of the interface
 */
export async function arabicLetters(lang: string): Promise<(key: string) => string | undefined> {
  const { keyboard } = navigator as { readonly keyboard?: KeyboardWithMap };
  const map = await keyboard?.getLayoutMap?.().catch(() => undefined);
  // Only the page of the top window may ask; and most systems name the Latin layout beside the Arabic one.
  if (isArabic(map?.get('KeyK')))
    return (key) => {
      const letter = map!.get(key === ',' ? 'Comma' : `Key${key.toUpperCase()}`);
      return isArabic(letter) ? letter : undefined;
    };
  return /^ar\b/.test(lang) ? (key) => ARABIC_101[key] : () => undefined;
}
