import type { FailureReason } from '../../core/playback.js';
import type { PresetName } from '../../core/presets.js';
import {
  primaryLanguage,
  type Alignment,
  type Diacritics,
  type FocusLines,
  type HighlightLayers,
  type HighlightStyle,
  type Skippable,
  type Theme,
  type Typeface,
} from '../../core/settings.js';
import { ar } from './languages/ar.js';

/**
 * Every word of the interface. A language that misses one does not compile.
 * Short, plain, and the same tone everywhere; a message says what happened and what to do.
 */
export interface Terms {
  /** BCP 47 tag that numbers and plural forms follow. */
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly article: string;
  readonly toolbar: string;
  readonly listen: string;
  readonly pause: string;
  readonly resume: string;
  readonly loading: string;
  readonly stop: string;
  readonly previousSentence: string;
  readonly nextSentence: string;
  readonly previousParagraph: string;
  readonly nextParagraph: string;
  readonly repeatSentence: string;
  readonly rate: string;
  readonly textSize: string;
  readonly smaller: string;
  readonly larger: string;
  /** The letter that "smaller" and "larger" are drawn with. */
  readonly letter: string;
  readonly contents: string;
  readonly view: string;
  readonly settings: string;
  readonly help: string;
  readonly more: string;
  readonly backToReading: string;
  readonly failures: Readonly<Record<FailureReason, string>>;
  /** Paragraph `k` of `n`, both already in the reader's digits. */
  readonly place: (k: string, n: string) => string;
  /** `count` minutes left, by plural class; `n` in the reader's digits. */
  readonly minutesLeft: (n: string, plural: Intl.LDMLPluralRule) => string;
  readonly underAMinute: string;
  /** Said once, when the embedded voice reads. */
  readonly embeddedVoice: string;
}

/** The words of the sheets of settings and help, which are loaded with them. */
export interface PanelTerms {
  readonly close: string;
  readonly reset: string;
  readonly resetAll: string;
  readonly asPage: string;
  /** Names the row of links to the groups. */
  readonly sections: string;
  /** The group of presets. */
  readonly presetGroup: string;
  readonly presets: Readonly<Record<PresetName, string>>;
  readonly text: string;
  readonly colours: string;
  readonly focus: string;
  readonly listening: string;
  /** The group of what holds there only. */
  readonly inReadingView: string;
  readonly typeface: string;
  readonly typefaces: Readonly<Record<Typeface, string>>;
  readonly fontWeight: string;
  /** By weight, 300 to 800. */
  readonly weights: Readonly<Record<number, string>>;
  readonly lineHeight: string;
  readonly wordSpacing: string;
  readonly paragraphSpacing: string;
  readonly measure: string;
  /** About so many letters on a line; `n` in the reader's digits. */
  readonly letters: (n: string, plural: Intl.LDMLPluralRule) => string;
  readonly margins: string;
  readonly align: string;
  readonly alignments: Readonly<Record<Alignment, string>>;
  readonly pictures: string;
  readonly emphasis: string;
  readonly ink: string;
  readonly paper: string;
  /** The value of a colour that the theme decides, and that the user chose. */
  readonly asTheme: string;
  readonly ownColour: string;
  /** Contrast of text, `ratio` to `one`, both in the reader's digits. */
  readonly contrast: (ratio: string, one: string) => string;
  readonly lowContrast: string;
  readonly brightness: string;
  readonly focusLines: string;
  readonly linesInFocus: Readonly<Record<FocusLines, string>>;
  readonly ruler: string;
  readonly dimming: string;
  readonly highlightStyle: string;
  readonly highlightStyles: Readonly<Record<HighlightStyle, string>>;
  readonly pauses: string;
  readonly noPause: string;
  readonly skip: string;
  readonly skippable: Readonly<Record<Skippable, string>>;
  readonly switchVoices: string;
  readonly vocalise: string;
  readonly sleepTimer: string;
  readonly sleepOff: string;
  readonly sleepAtParagraph: string;
  readonly digits: string;
  readonly digitsAsWritten: string;
  readonly diacritics: string;
  readonly diacriticNames: Readonly<Record<Diacritics, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly highlight: string;
  readonly highlights: Readonly<Record<HighlightLayers, string>>;
  readonly voice: string;
  readonly automaticVoice: string;
  readonly noVoices: string;
  readonly online: string;
  readonly preview: string;
  readonly installVoice: string;
  /** How to add an Arabic voice on each system. */
  readonly installSteps: Readonly<Record<System, string>>;
  readonly sample: string;
  readonly keyboardShortcuts: string;
  readonly shortcutsHint: string;
  /** The switch for all of them (WCAG 2.1.4). */
  readonly singleKeys: string;
  readonly changeKey: string;
  /** Stands where the key stood, while the new one is awaited. */
  readonly pressKey: string;
  readonly keyTaken: (command: string) => string;
  readonly keyReserved: string;
  readonly resetKeys: string;
  readonly playPause: string;
  readonly clickWord: string;
  readonly slower: string;
  readonly faster: string;
  readonly originalSize: string;
  readonly previousHeading: string;
  readonly nextHeading: string;
  /** Out of a list or a table, before it. */
  readonly previousRegion: string;
  readonly nextRegion: string;
  readonly back: string;
  /** The command; `addBookmark` and `removeBookmark` are buttons. */
  readonly bookmark: string;
  readonly goTo: string;
  readonly placeInArticle: string;
  readonly bookmarks: string;
  readonly headings: string;
  readonly paragraphs: string;
  readonly addBookmark: string;
  readonly removeBookmark: string;
  readonly bookmarkAdded: string;
  readonly bookmarkRemoved: string;
  /** Reading stopped at paragraph `k` of `n` at the last visit. */
  readonly stoppedAt: (k: string, n: string) => string;
  readonly goOn: string;
  readonly fromBeginning: string;
}

/** Systems on which a voice is added in different ways. */
export type System = 'windows' | 'mac' | 'ios' | 'android' | 'linux';

/** Languages beside Arabic, loaded when they are asked for: the bar's words with the sheets'. */
const LANGUAGES: Readonly<Record<string, () => Promise<Terms & PanelTerms>>> = {
  en: async () => (await import('./languages/en.js')).en,
  fa: async () => (await import('./languages/fa.js')).fa,
  fr: async () => (await import('./languages/fr.js')).fr,
  he: async () => (await import('./languages/he.js')).he,
  ur: async () => (await import('./languages/ur.js')).ur,
};

const loaded = new Map<string, Terms>([['ar', ar]]);

/**
 * The interface's words: Arabic for Arabic and where no language is stated, else the language itself,
 * else English. A promise the first time for a language that has to be loaded; Arabic if that fails.
 *
 * @param lang BCP 47; its region decides the digits (٥ in `ar`, 5 in `ar-MA`).
 */
export function termsFor(lang: string): Terms | Promise<Terms> {
  const asked = primaryLanguage(lang) || 'ar';
  const language = asked in LANGUAGES || asked === 'ar' ? asked : 'en';
  // Many write the tag as POSIX locales are written: ar_EG.
  const tag = lang.replaceAll('_', '-');
  const localised = (terms: Terms) =>
    language === primaryLanguage(lang) ? { ...terms, lang: tag } : terms;
  const known = loaded.get(language);
  if (known) return localised(known);
  return LANGUAGES[language]!().then(
    (terms) => {
      loaded.set(language, terms);
      return localised(terms);
    },
    () => ar,
  );
}

/** Numbers and counted strings as a language writes them. */
export interface Format {
  /** What `Intl` is asked in. */
  readonly lang: string;
  number(value: number, digits?: number): string;
  percent(value: number): string;
  minutesLeft(minutes: number): string;
  place(k: number, n: number): string;
}

const formats = new WeakMap<Terms, Format>();

/**
 * Formatting by `Intl`. Arabic without a region gets Arabic-Indic digits in every engine (CLDR's
 * `ar` has changed sides); with a region, the region's; a tag that `Intl` refuses falls back.
 *
 * Made once for each interface, and each formatter when it is first needed: the first of them costs
 * more than all else that the bar does.
 */
export function formatFor(terms: Terms): Format {
  let format = formats.get(terms);
  if (!format) formats.set(terms, (format = createFormat(terms)));
  return format;
}

function createFormat(terms: Terms): Format {
  let { lang } = terms;
  try {
    Intl.getCanonicalLocales(lang);
  } catch {
    lang = lang.slice(0, 2);
  }
  if (lang === 'ar') lang = 'ar-u-nu-arab';
  const numbers: Intl.NumberFormat[] = [];
  const number = (value: number, digits = 2) =>
    (numbers[digits] ??= new Intl.NumberFormat(lang, { maximumFractionDigits: digits })).format(
      value,
    );
  let percent: Intl.NumberFormat | undefined;
  let plural: Intl.PluralRules | undefined;
  return {
    lang,
    number,
    percent: (value) =>
      (percent ??= new Intl.NumberFormat(lang, { style: 'percent' })).format(value / 100),
    minutesLeft: (minutes) => {
      const whole = Math.round(minutes);
      if (minutes < 1) return terms.underAMinute;
      plural ??= new Intl.PluralRules(lang);
      return terms.minutesLeft(number(whole, 0), plural.select(whole));
    },
    place: (k, n) => terms.place(number(k), number(n)),
  };
}
