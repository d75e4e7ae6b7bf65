/**
 * What the reader chose, what the page chose, and what holds: three things and one pure function.
 * Knows nothing of what a setting does. Long because every setting stands here once with its type,
 * range and meaning.
 */

import { KEYS, type ChosenKeys } from './commands.js';

/**
 * `page`: the page's own colours, untouched (the default). `system`: light or dark as the device
 * says. The others are fixed.
 */
export const THEMES = ['page', 'system', 'light', 'dark', 'sepia', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** What is marked while reading aloud. */
export const HIGHLIGHTS = ['both', 'sentence', 'word', 'none'] as const;
export type HighlightLayers = (typeof HIGHLIGHTS)[number];

/** Whether a layer is among those that are marked. */
export const isMarked = (layer: 'sentence' | 'word', highlight: HighlightLayers): boolean =>
  highlight === 'both' || highlight === layer;

/** How it is marked. */
export const HIGHLIGHT_STYLES = ['fill', 'underline', 'frame'] as const;
export type HighlightStyle = (typeof HIGHLIGHT_STYLES)[number];

/** `page`: the page's own typefaces; `system`: the device's; the others come with the library. */
export const TYPEFACES = ['page', 'naskh', 'readex', 'vazirmatn', 'system'] as const;
export type Typeface = (typeof TYPEFACES)[number];

export const ALIGNMENTS = ['page', 'start', 'justify'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** As written, or in one numbering system (CLDR's names). */
export const DIGITS = ['page', 'arab', 'latn'] as const;
export type Digits = (typeof DIGITS)[number];

/** Vowel marks: as written, none, only those that decide how a word is read, or all. */
export const DIACRITICS = ['page', 'hidden', 'partial', 'full'] as const;
export type Diacritics = (typeof DIACRITICS)[number];

/** What is told apart by colour in the words of the reading view, for who learns to read. */
export const PARTS = ['none', 'syllables', 'letters'] as const;
export type Parts = (typeof PARTS)[number];

/** After each sentence, to say it after the voice: nothing, as long as it took, or until the user goes on. */
export const ECHOES = ['none', 'pause', 'wait'] as const;
export type Echo = (typeof ECHOES)[number];

/** How many lines stay clear while the rest is dimmed; 0: all. */
export const FOCUS_LINES = [0, 1, 3, 5] as const;
export type FocusLines = (typeof FOCUS_LINES)[number];

/** What reading aloud can leave out. */
export const SKIPPABLE = ['captions', 'deletions', 'links', 'notes', 'tables'] as const;
export type Skippable = (typeof SKIPPABLE)[number];

/** What is said for the numbers of lists: `1` or `أولا`, or nothing. */
export const LIST_NUMBERS = ['number', 'ordinal', 'none'] as const;
export type ListNumbers = (typeof LIST_NUMBERS)[number];

/** Whether the eye is helped to keep its line. */
export const isFocused = ({
  focusLines,
  ruler,
  dimming,
}: Pick<Settings, 'focusLines' | 'ruler' | 'dimming'>): boolean => !!focusLines || ruler || dimming;

/** A voice as it is remembered: no single field of a platform voice is unique or stable. */
export interface VoiceKey {
  readonly uri: string;
  readonly name: string;
  readonly lang: string;
}

/** Resolved, complete and within range. */
export interface Settings {
  /** Percent of the page's own size, 50 to 500; 100 leaves the page's design alone. */
  readonly textSize: number;
  /** A multiple of the font size, 1.2 to 3; null leaves the page's own. */
  readonly lineHeight: number | null;
  /** Added between words, 0 to 1 em; null leaves the page's own. */
  readonly wordSpacing: number | null;
  /** Between paragraphs, 0 to 3 em; null leaves the page's own. */
  readonly paragraphSpacing: number | null;
  readonly typeface: Typeface;
  /** 300 to 800; null leaves the page's own. */
  readonly fontWeight: number | null;
  /** The longest line, 15 to 60 em of the text; null leaves the page's own. */
  readonly measure: number | null;
  /** On either side, 0 to 25 percent of the text's surface; null leaves the page's own. */
  readonly margins: number | null;
  readonly align: Alignment;
  readonly theme: Theme;
  /** The user's own colour of text, `#rrggbb`, over the theme's. */
  readonly ink: string | null;
  /** The user's own colour behind the text, `#rrggbb`, over the theme's. */
  readonly paper: string | null;
  /** Of the text, 40 to 100 percent. */
  readonly brightness: number;
  /** False hides pictures. */
  readonly pictures: boolean;
  /** False takes italics, underlines and bold out of the text. */
  readonly emphasis: boolean;
  /** In the reading view. */
  readonly digits: Digits;
  /** In the reading view. */
  readonly diacritics: Diacritics;
  /** Shows one sentence at a time, in the reading view. */
  readonly oneSentence: boolean;
  /** In the reading view. */
  readonly parts: Parts;
  readonly focusLines: FocusLines;
  /** A line under the line that is read. */
  readonly ruler: boolean;
  /** Dims what is not being read. */
  readonly dimming: boolean;
  readonly highlight: HighlightLayers;
  readonly highlightStyle: HighlightStyle;
  /** Speed of speech, 0.5 to 3; 1 is the voice's own. */
  readonly rate: number;
  /** The voice asked for in the article's language: by key, name or URI; null for the best there is. */
  readonly voice: VoiceKey | string | null;
  /** Silence after headings, paragraphs and list items beyond the voice's own, 0 to 5 seconds. */
  readonly pause: number;
  /** Time to say each sentence after the voice. */
  readonly echo: Echo;
  /** What is left out when reading aloud. */
  readonly skip: readonly Skippable[];
  /** How the numbers of lists are read aloud. */
  readonly listNumbers: ListNumbers;
  /** Reads text in another language by a voice of that language, where there is one. */
  readonly switchVoices: boolean;
  /** Where a recording reads, has a live voice read what was not recorded; else that is passed over. */
  readonly unrecorded: boolean;
  /** Gives the device's voices too the text with its vowel marks added. */
  readonly vocalise: boolean;
  /** Goes on to the next article by itself, where the page names one. */
  readonly playNext: boolean;
  /** Where words are looked up: an address with `{word}` in it, and `{lang}`; empty for where the page says. */
  readonly lookUp: string;
  /** Single-key shortcuts. */
  readonly shortcuts: boolean;
  /** Keys of the user's own, by command. */
  readonly keys: ChosenKeys;
}

/** What the user chose; what is missing was not chosen. */
export type Preferences = Partial<Omit<Settings, 'voice'>> & {
  /** One voice a language, by primary language subtag. */
  readonly voices?: Readonly<Record<string, VoiceKey>>;
};

/** What the page chose, by attributes. */
export type Defaults = Partial<Settings>;

interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Range and step of each number that a user can set. */
export const RANGES = Object.freeze({
  textSize: { min: 50, max: 500, step: 10 },
  lineHeight: { min: 1.2, max: 3, step: 0.1 },
  wordSpacing: { min: 0, max: 1, step: 0.05 },
  paragraphSpacing: { min: 0, max: 3, step: 0.25 },
  fontWeight: { min: 300, max: 800, step: 100 },
  measure: { min: 15, max: 60, step: 1 },
  margins: { min: 0, max: 25, step: 1 },
  brightness: { min: 40, max: 100, step: 5 },
  rate: { min: 0.5, max: 3, step: 0.1 },
  pause: { min: 0, max: 5, step: 0.5 },
}) satisfies Record<string, NumberRange>;

/** The values of each setting that is one of a few. */
const CHOICES = {
  typeface: TYPEFACES,
  align: ALIGNMENTS,
  theme: THEMES,
  digits: DIGITS,
  diacritics: DIACRITICS,
  parts: PARTS,
  echo: ECHOES,
  focusLines: FOCUS_LINES,
  highlight: HIGHLIGHTS,
  highlightStyle: HIGHLIGHT_STYLES,
  listNumbers: LIST_NUMBERS,
} as const;

/** Where "larger" and "smaller" stop on the way from 50 % to 500 %. */
const TEXT_SIZES = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 350, 400, 450, 500];

/** What holds where neither the user nor the page chose. */
export const BASE_SETTINGS: Settings = {
  textSize: 100,
  lineHeight: null,
  wordSpacing: null,
  paragraphSpacing: null,
  typeface: 'page',
  fontWeight: null,
  measure: null,
  margins: null,
  align: 'page',
  theme: 'page',
  ink: null,
  paper: null,
  brightness: 100,
  pictures: true,
  emphasis: true,
  digits: 'page',
  diacritics: 'page',
  oneSentence: false,
  parts: 'none',
  focusLines: 0,
  ruler: false,
  dimming: false,
  highlight: 'both',
  highlightStyle: 'fill',
  rate: 1,
  voice: null,
  pause: 0,
  echo: 'none',
  skip: ['deletions', 'notes'],
  listNumbers: 'number',
  switchVoices: true,
  unrecorded: true,
  vocalise: false,
  playNext: false,
  lookUp: '',
  shortcuts: true,
  keys: {},
};

function clamped(name: keyof typeof RANGES, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const { min, max } = RANGES[name];
  // Two decimals: 1.1 + 0.1 is to be 1.2 wherever it is shown.
  return Math.round(Math.min(max, Math.max(min, value)) * 100) / 100;
}

const object = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** What is understood of one setting; undefined if nothing is. */
function parsed(name: string, value: unknown): unknown {
  if (name in RANGES) return clamped(name as keyof typeof RANGES, value);
  if (name in CHOICES) {
    const values: readonly unknown[] = CHOICES[name as keyof typeof CHOICES];
    return values.includes(value) ? value : undefined;
  }
  switch (name) {
    case 'ink':
    case 'paper':
      return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value)
        ? value.toLowerCase()
        : undefined;
    case 'skip':
      return Array.isArray(value)
        ? Object.freeze(SKIPPABLE.filter((it) => value.includes(it)))
        : undefined;
    case 'keys': {
      const keys = Object.entries(object(value)).filter(
        ([command, key]) =>
          Object.hasOwn(KEYS, command) && typeof key === 'string' && /^[!-@[-~]$/.test(key),
      );
      return keys.length ? Object.freeze(Object.fromEntries(keys)) : undefined;
    }
    case 'voices': {
      const voices = Object.entries(object(value)).flatMap(([lang, key]) => {
        const { uri, name, lang: tag } = object(key);
        return typeof uri === 'string' && typeof name === 'string' && typeof tag === 'string'
          ? [[lang, { uri, name, lang: tag }] as const]
          : [];
      });
      return voices.length ? Object.fromEntries(voices) : undefined;
    }
    default: // The rest are switches, and an address.
      return typeof value === typeof BASE_SETTINGS[name as keyof Settings] ? value : undefined;
  }
}

/** A setting each, with `voices` in place of `voice`. */
const PREFERENCES = [...Object.keys(BASE_SETTINGS).filter((name) => name !== 'voice'), 'voices'];

/**
 * Reads preferences from anything, as from storage that another version or another script wrote:
 * what is out of range is clamped, what is not understood is dropped.
 */
export function parsePreferences(value: unknown): Preferences {
  const from = object(value);
  return Object.freeze(
    Object.fromEntries(
      PREFERENCES.map((name) => [name, parsed(name, from[name])]).filter(
        ([, value]) => value !== undefined,
      ),
    ),
  );
}

/** The primary language subtag: `ar` of `ar-KW`. */
export const primaryLanguage = (lang: string): string => lang.toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * What holds: the user's choice, else the page's, else the library's.
 *
 * @param lang the article's language, which decides whose voice is meant.
 */
export function resolveSettings(
  preferences: Preferences,
  defaults: Defaults,
  lang: string,
): Settings {
  const { voices, ...chosen } = parsePreferences(preferences);
  const { voice, ...page } = defaults;
  return Object.freeze({
    ...BASE_SETTINGS,
    ...parsePreferences(page),
    ...chosen,
    voice: voices?.[primaryLanguage(lang)] ?? voice ?? null,
  });
}

/** The next text size above (`direction` 1) or below (-1) a size in percent. */
export function stepTextSize(size: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? TEXT_SIZES.find((stop) => stop > size)
      : TEXT_SIZES.filter((stop) => stop < size).pop();
  return next ?? size;
}

/** The next rate above or below, by tenths up to 2 and by quarters beyond. */
export function stepRate(rate: number, direction: 1 | -1): number {
  const step = rate + direction * 0.01 > 2 ? 0.25 : 0.1;
  // To the next one, also from between two; 1.1 / 0.1 is not quite 11.
  const at = rate / step + direction * 1e-9;
  const next = direction === 1 ? Math.floor(at) + 1 : Math.ceil(at) - 1;
  return clamped('rate', next * step)!;
}
