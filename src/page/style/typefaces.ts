/** The typefaces that come with the library. Knows nothing of which text is set in them. */
import { assetUrl } from '../../assets/asset-url.js';
import type { Typeface } from '../../core/settings.js';

interface Face {
  readonly arabic: URL;
  readonly latin: URL;
  /** Lightest and heaviest. */
  readonly weights: string;
  /**
   * How much larger Arabic is drawn, in percent: the tooth of naskh is less than half as high as an
   * x, so that it looks small beside a page's own face at the same size.
   */
  readonly size: number;
}

/**
 * The files of each typeface that comes with the library: variable fonts, Arabic and Latin apart
 * (https://fontsource.org, OFL 1.1). Bundlers see these URLs and copy what they name.
 */
const FACES: Readonly<Record<Exclude<Typeface, 'page' | 'system'>, () => Face>> = {
  naskh: () => ({
    arabic: assetUrl(
      'fonts/noto-naskh-arabic-arabic.woff2',
      () => new URL('../assets/fonts/noto-naskh-arabic-arabic.woff2', import.meta.url),
    ),
    latin: assetUrl(
      'fonts/noto-naskh-arabic-latin.woff2',
      () => new URL('../assets/fonts/noto-naskh-arabic-latin.woff2', import.meta.url),
    ),
    weights: '400 700',
    size: 120,
  }),
  readex: () => ({
    arabic: assetUrl(
      'fonts/readex-pro-arabic.woff2',
      () => new URL('../assets/fonts/readex-pro-arabic.woff2', import.meta.url),
    ),
    latin: assetUrl(
      'fonts/readex-pro-latin.woff2',
      () => new URL('../assets/fonts/readex-pro-latin.woff2', import.meta.url),
    ),
    weights: '160 700',
    size: 100,
  }),
  vazirmatn: () => ({
    arabic: assetUrl(
      'fonts/vazirmatn-arabic.woff2',
      () => new URL('../assets/fonts/vazirmatn-arabic.woff2', import.meta.url),
    ),
    latin: assetUrl(
      'fonts/vazirmatn-latin.woff2',
      () => new URL('../assets/fonts/vazirmatn-latin.woff2', import.meta.url),
    ),
    weights: '100 900',
    size: 110,
  }),
};

/**
 * What the files hold, in short: letters, marks, digits and signs of the script. Spaces are the Arabic
 * file's, as wide as its letters want them.
 */
const RANGES = {
  arabic:
    'U+20,U+A0,U+600-6FF,U+750-77F,U+870-8FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FEFC',
  latin:
    'U+21-9F,U+A1-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-200B,U+200F,U+2012-204E,U+2050-206F,U+20AC,U+2122,U+2212',
};

/** Signs of the Latin file that stand at Arabic words: exclamation marks and guillemets. */
const AT_WORDS = 'U+21,U+AB,U+BB';

/** Digits, Latin letters and what joins and encloses them: not the full stop, which Arabic fonts have. */
const LATIN_WORDS =
  'U+23-25,U+28-29,U+2B,U+2D,U+2F-39,U+40-5A,U+61-7A,U+C0-24F,U+2013-2014,U+2018-2019';

/** Families to try, best first; where a file cannot be had, the next is taken without a word. */
const STACKS: Readonly<Record<Exclude<Typeface, 'page'>, string>> = {
  naskh: "article-reader-naskh,'Noto Naskh Arabic','Geeza Pro','Traditional Arabic',serif",
  readex: "article-reader-readex,'Readex Pro','Segoe UI','SF Arabic','Noto Sans Arabic',sans-serif",
  vazirmatn:
    "article-reader-vazirmatn,Vazirmatn,'Segoe UI','SF Arabic','Noto Sans Arabic',sans-serif",
  system:
    "system-ui,'Segoe UI','SF Arabic','Geeza Pro','Noto Sans Arabic','Noto Naskh Arabic',Tahoma,sans-serif",
};

/**
 * Lets a document know `article-reader-latin`: digits and Latin words that were drawn for naskh, as light
 * and as large as it. Most naskh of systems has none, and a serif of another weight stands in it then.
 */
export function addLatinFace({ fonts }: Document): void {
  const { latin, weights } = FACES.naskh();
  const family = 'article-reader-latin';
  if ([...fonts].some((face) => face.family === family)) return;
  const descriptors = { weight: weights, display: 'swap', unicodeRange: LATIN_WORDS } as const;
  fonts.add(new FontFace(family, `url("${latin}")`, descriptors));
}

/** In which documents a typeface is known already. */
const known = new WeakMap<Document, Set<Typeface>>();

/**
 * The `font-family` of a typeface, which the document knows from now on, shadow roots in it too.
 * The browser fetches a file when there is text to draw with it, and not before.
 */
export function fontFamily(typeface: Exclude<Typeface, 'page'>, document: Document): string {
  const names = known.get(document) ?? new Set<Typeface>();
  if (typeface !== 'system' && !names.has(typeface)) {
    names.add(typeface);
    known.set(document, names);
    const { arabic, latin, weights, size } = FACES[typeface]();
    const add = (url: URL, unicodeRange: string, sizeAdjust: string) => {
      const descriptors = { weight: weights, display: 'swap', unicodeRange, sizeAdjust } as const;
      // The types lack `sizeAdjust`, which all engines know.
      const face = new FontFace(`article-reader-${typeface}`, `url("${url}")`, descriptors);
      document.fonts.add(face);
    };
    add(latin, RANGES.latin, '100%');
    // Of two faces that have a sign the later is taken (CSS Fonts 4, 5.2), from the same file.
    add(latin, AT_WORDS, `${size}%`);
    add(arabic, RANGES.arabic, `${size}%`);
  }
  return STACKS[typeface];
}
