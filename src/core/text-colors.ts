/**
 * The colours of the text when they are not a theme's as it stands: the user's own ink or paper, or
 * a brightness below the full. What is drawn in the text goes with them and stays legible. Knows
 * nothing of what is painted with them.
 */
import { contrastRatio, luminance, mixed } from './contrast.js';
import type { Settings } from './settings.js';
import { COLOR_SCHEMES, PALETTES, type Palette } from './themes.js';

/** What the text and the marks in it are painted with. */
export interface TextPalette extends Pick<
  Palette,
  'paper' | 'ink' | 'accent' | 'sentence' | 'word' | 'onWord'
> {
  /** The ink of the sentence that is read. */
  readonly onSentence: string;
}

/** A palette as CSS colours, and the `color-scheme` that goes with it. */
export interface TextColors extends TextPalette {
  readonly scheme: string;
}

type Choice = Partial<Pick<Settings, 'theme' | 'ink' | 'paper' | 'brightness'>>;

/** Text on its background, where the colours allow it (WCAG 1.4.6). */
const ENHANCED = 7;
/** As little as the eye needs to tell two backgrounds apart, as the light theme's mark from its paper. */
const TOLD_APART = 1.12;

const BLACK = '#000000';
const WHITE = '#ffffff';
const { light, dark } = PALETTES;

/** Black or white: whichever is legible on it. */
const farFrom = (background: string) => (luminance(background) > 0.179 ? BLACK : WHITE);

/** A colour, moved towards another no farther than it takes to reach a contrast with the background. */
function moved(
  colour: string,
  background: string,
  ratio: number,
  towards = farFrom(background),
): string {
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mixed(colour, towards, share);
    if (contrastRatio(candidate, background) >= ratio) return candidate;
  }
  return towards;
}

/** Links and marks that can be read and told apart on these colours. */
function completed({ paper, ink, ...base }: Pick<Palette, keyof TextPalette & keyof Palette>) {
  const goal = Math.min(ENHANCED, contrastRatio(ink, paper));
  // On the paper's side of the ink.
  let sentence = moved(base.sentence, ink, goal, luminance(paper) > luminance(ink) ? WHITE : BLACK);
  if (contrastRatio(sentence, paper) < TOLD_APART) sentence = mixed(paper, ink, 0.2);
  const isWordSeen = contrastRatio(base.word, paper) >= TOLD_APART;
  const word = isWordSeen ? base.word : ink;
  return {
    paper,
    ink,
    accent: moved(base.accent, paper, ENHANCED),
    sentence,
    onSentence: moved(ink, sentence, goal),
    word,
    onWord: moved(isWordSeen ? base.onWord : paper, word, ENHANCED),
  };
}

/** All colours darker, but never so far that text falls below 7:1 where it was above. */
function dimmed(palette: Palette, brightness: number): Palette {
  const goal = Math.min(ENHANCED, contrastRatio(palette.ink, palette.paper));
  const dim = (colour: string) => mixed(colour, BLACK, 1 - brightness / 100);
  const isDark = luminance(palette.ink) > luminance(palette.paper);
  const [lighter, darker] = isDark ? (['ink', 'paper'] as const) : (['paper', 'ink'] as const);
  const low = moved(dim(palette[darker]), dim(palette[lighter]), goal, BLACK);
  return {
    ...(Object.fromEntries(
      Object.entries(palette).map(([name, colour]) => [name, dim(colour)]),
    ) as unknown as Palette),
    [darker]: low,
    [lighter]: moved(dim(palette[lighter]), low, goal, WHITE),
  };
}

/** What the user's own colours are put into: what is not chosen is the theme's. */
function baseOf({ theme = 'page', ink, paper }: Choice): Palette {
  const isFixed = theme !== 'page' && theme !== 'system';
  if (isFixed && !(ink && paper)) return PALETTES[theme];
  // Of light and dark the one that is like the paper, else the one whose paper suits the ink.
  const [ofLight, ofDark] = [light, dark].map((each) => contrastRatio(each.paper, paper ?? ink!));
  return ofLight! < ofDark! === !!paper ? light : dark;
}

/**
 * The palette that holds.
 *
 * @param isDark which of light and dark, for themes that are both
 */
export function textPalette(choice: Choice, isDark: boolean): TextPalette {
  const { theme = 'page', ink, paper, brightness = 100 } = choice;
  let palette: Palette;
  if (ink || paper) {
    const base = baseOf(choice);
    palette = { ...base, ink: ink ?? base.ink, paper: paper ?? base.paper };
  } else
    palette = theme === 'page' || theme === 'system' ? (isDark ? dark : light) : PALETTES[theme];
  return completed(brightness < 100 ? dimmed(palette, brightness) : palette);
}

/** The same as CSS: themes that are both are told apart by the `color-scheme` where they are used. */
export function textColors(choice: Choice): TextColors {
  const { theme = 'page', ink, paper } = choice;
  const palette = textPalette(choice, false);
  if (ink || paper) {
    const isDark = luminance(palette.ink) > luminance(palette.paper);
    return { ...palette, scheme: isDark ? 'dark' : 'light' };
  }
  const scheme = COLOR_SCHEMES[theme];
  if (theme !== 'page' && theme !== 'system') return { ...palette, scheme };
  const other = textPalette(choice, true);
  const both = Object.entries(palette).map(([name, colour]) => [
    name,
    `light-dark(${colour},${other[name as keyof TextPalette]})`,
  ]);
  return { ...(Object.fromEntries(both) as unknown as TextPalette), scheme };
}
