/** Settings that belong together. Knows nothing of what a setting does. */
import type { Preferences, Settings } from './settings.js';

/**
 * Settings that belong together, to start from; the user changes them one by one afterwards.
 *
 * `dyslexia` follows the British Dyslexia Association's style guide (2023): a plain typeface, wide
 * spacing of lines, words and paragraphs, text at the start, cream paper, no italics or underlines.
 * `lowVision` follows WCAG 1.4.8 and the highest contrast there is. `learning` is how first readers are
 * printed and read: one sentence, all vowels, syllables apart, and time to say it after the voice.
 */
export const PRESETS = Object.freeze({
  comfortable: { textSize: 125, lineHeight: 1.9, paragraphSpacing: 1, measure: 34, align: 'start' },
  lowVision: {
    textSize: 250,
    lineHeight: 1.8,
    wordSpacing: 0.15,
    fontWeight: 600,
    align: 'start',
    theme: 'contrast',
    emphasis: false,
  },
  dyslexia: {
    typeface: 'readex',
    textSize: 125,
    lineHeight: 2,
    wordSpacing: 0.3,
    paragraphSpacing: 1.5,
    measure: 30,
    align: 'start',
    theme: 'sepia',
    emphasis: false,
    ruler: true,
  },
  learning: {
    typeface: 'naskh',
    textSize: 125,
    lineHeight: 2.2,
    wordSpacing: 0.3,
    align: 'start',
    diacritics: 'full',
    oneSentence: true,
    parts: 'syllables',
    echo: 'pause',
  },
  night: { theme: 'dark', brightness: 80, highlightStyle: 'underline' },
}) satisfies Readonly<Record<string, Preferences>>;

export type PresetName = keyof typeof PRESETS;

/** All that a preset decides: what one of them leaves out goes back to the page with it. */
const DECIDED = [
  ...new Set([...Object.values<Preferences>(PRESETS).flatMap(Object.keys), 'ink', 'paper']),
] as (keyof Preferences & keyof Settings)[];

/** What to update so that the preset holds, and nothing of another. */
export const presetUpdate = (
  name: PresetName,
): { readonly [Name in keyof Preferences]: Preferences[Name] | undefined } => ({
  ...Object.fromEntries(DECIDED.map((it) => [it, undefined])),
  ...PRESETS[name],
});

/** The preset that the user has, unchanged; undefined for any other choice. */
export const presetOf = (chosen: Preferences): PresetName | undefined =>
  (Object.keys(PRESETS) as PresetName[]).find((name) => {
    const preset: Preferences = PRESETS[name];
    return DECIDED.every((it) => preset[it] === chosen[it]);
  });

/**
 * Spacing of lines, words and paragraphs in one choice; `wide` is what WCAG 1.4.12 asks that text bears,
 * `page` gives all three back.
 */
export const SPACINGS = Object.freeze({
  page: { lineHeight: undefined, wordSpacing: undefined, paragraphSpacing: undefined },
  comfortable: { lineHeight: 1.8, wordSpacing: 0.05, paragraphSpacing: 1 },
  wide: { lineHeight: 2.1, wordSpacing: 0.15, paragraphSpacing: 2 },
  widest: { lineHeight: 2.5, wordSpacing: 0.3, paragraphSpacing: 2.5 },
}) satisfies Readonly<
  Record<string, { readonly [Name in keyof Preferences]: Preferences[Name] | undefined }>
>;

export type SpacingName = keyof typeof SPACINGS;

/** The spacing that the user has, unchanged; undefined for any other. */
export const spacingOf = (chosen: Preferences): SpacingName | undefined =>
  (Object.keys(SPACINGS) as SpacingName[]).find((name) =>
    Object.entries(SPACINGS[name]).every(
      ([setting, value]) => chosen[setting as keyof Preferences] === value,
    ),
  );
