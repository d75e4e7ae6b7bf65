/**
 * The colours of each theme, as data: the interface, the text in place and the tests of contrast
 * all read them from here. Text is at least 7:1 on its background, controls 3:1 (WCAG 1.4.6, 1.4.11).
 * Knows nothing of what is painted with them.
 */

export interface Palette {
  /** Behind the text. */
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly onAccent: string;
  /** Behind the sentence, and the word, that is being read; `onWord` is the word's ink. */
  readonly sentence: string;
  readonly word: string;
  readonly onWord: string;
}

const light: Palette = {
  paper: '#ffffff',
  ink: '#16202a',
  muted: '#475561',
  line: '#c9d2da',
  accent: '#0b5f66',
  onAccent: '#ffffff',
  sentence: '#fff1c2',
  word: '#ffd24a',
  onWord: '#16202a',
};

const dark: Palette = {
  paper: '#12181e',
  ink: '#eef3f7',
  muted: '#a9b7c4',
  line: '#3a4753',
  accent: '#7fd6d0',
  onAccent: '#06201f',
  sentence: '#26384a',
  word: '#f2c037',
  onWord: '#12181e',
};

const sepia: Palette = {
  paper: '#f6ecd9',
  ink: '#2e2013',
  muted: '#5f4a33',
  line: '#d8c6a6',
  accent: '#7a3e12',
  onAccent: '#ffffff',
  sentence: '#f7dc9c',
  word: '#f0b84a',
  onWord: '#2e2013',
};

const contrast: Palette = {
  paper: '#000000',
  ink: '#ffffff',
  muted: '#ffffff',
  line: '#ffffff',
  accent: '#ffe600',
  onAccent: '#000000',
  sentence: '#1f1fa8',
  word: '#ffe600',
  onWord: '#000000',
};

/** Light and dark in one, told apart by the `color-scheme` of where they are used. */
const lightDark = Object.fromEntries(
  Object.entries(light).map(([name, value]) => [
    name,
    `light-dark(${value}, ${dark[name as keyof Palette]})`,
  ]),
) as unknown as Palette;

/** `page` has colours too: of the interface and the highlight, never of the page's text. */
export const PALETTES = Object.freeze({
  page: lightDark,
  system: lightDark,
  light,
  dark,
  sepia,
  contrast,
});

/** The `color-scheme` that goes with each theme; `page` keeps the page's. */
export const COLOR_SCHEMES = Object.freeze({
  page: '',
  system: 'light dark',
  light: 'light',
  dark: 'dark',
  sepia: 'light',
  contrast: 'dark',
});
