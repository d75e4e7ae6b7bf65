/** What there is to say: types only. The words are in `languages/`, and come by `load-terms.ts`. */
import type { AnnotationColor } from '../../core/annotation.js';
import type { FailureReason } from '../../core/playback.js';
import type { PresetName, SpacingName } from '../../core/presets.js';
import type { RecordingNotice } from '../../core/recording.js';
import type {
  Alignment,
  Diacritics,
  Echo,
  FocusLines,
  HighlightLayers,
  HighlightStyle,
  ListNumbers,
  Parts,
  Skippable,
  Theme,
  Typeface,
} from '../../core/settings.js';

/** What may fail before anything has been loaded for it. */
export type EarlyFailure = 'empty' | 'unreachable';
/** What fails in what is loaded later: speech, and texts from elsewhere. */
export type LaterFailure = Exclude<FailureReason, EarlyFailure>;

/**
 * The words of the bar, which are there from the start. A language that misses one does not compile.
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
  /** The voice that is to read is being fetched; `percent` of it is there. */
  readonly downloading: (percent: string) => string;
  readonly stop: string;
  readonly previousSentence: string;
  readonly nextSentence: string;
  readonly previousParagraph: string;
  readonly nextParagraph: string;
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
  /** On the button beside a failure that may be over. */
  readonly tryAgain: string;
  /** Of what is loaded later, Arabic has what is told of it there. */
  readonly failures: Readonly<Record<EarlyFailure, string> & Partial<Record<LaterFailure, string>>>;
  /** Paragraph `k` of `n`, both already in the reader's digits. */
  readonly place: (k: string, n: string) => string;
  /** `count` minutes left, by plural class; `n` in the reader's digits. */
  readonly minutesLeft: (n: string, plural: Intl.LDMLPluralRule) => string;
  readonly underAMinute: string;
}

/** The words of the sheets of settings and help, which are loaded with them. */
export interface PanelTerms {
  readonly close: string;
  readonly reset: string;
  readonly resetAll: string;
  readonly asPage: string;
  /** The sheet of all of them, and the button that leads there. */
  readonly allSettings: string;
  readonly findSetting: string;
  /** Nothing was found. */
  readonly noSetting: string;
  /** Of lines, words and paragraphs in one. */
  readonly spacing: string;
  readonly spacings: Readonly<Record<SpacingName, string>>;
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
  /** Where words are looked up: an address, and how it is written. */
  readonly dictionary: string;
  readonly dictionaryHint: string;
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
  readonly listNumbers: string;
  readonly listNumberNames: Readonly<Record<ListNumbers, string>>;
  readonly switchVoices: string;
  /** The switch for what a recording lacks. */
  readonly unrecorded: string;
  readonly vocalise: string;
  /** The setting. */
  readonly playNext: string;
  /** What stands before the title of the article that the page goes on to, and alone where it has none. */
  readonly nextArticle: string;
  /** Answers to that. */
  readonly listenNext: string;
  readonly stayHere: string;
  readonly sleepTimer: string;
  readonly sleepOff: string;
  readonly sleepAtParagraph: string;
  readonly digits: string;
  readonly digitsAsWritten: string;
  readonly diacritics: string;
  readonly diacriticNames: Readonly<Record<Diacritics, string>>;
  /** Shows no more than that at a time, in the reading view. */
  readonly oneSentence: string;
  /** Sentence `k` of `n` in its paragraph. */
  readonly sentencePlace: (k: string, n: string) => string;
  /** Of words, told apart by colour. */
  readonly parts: string;
  readonly partNames: Readonly<Record<Parts, string>>;
  /** Time after each sentence, to say it after the voice. */
  readonly echo: string;
  readonly echoes: Readonly<Record<Echo, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly highlight: string;
  readonly highlights: Readonly<Record<HighlightLayers, string>>;
  readonly voice: string;
  readonly automaticVoice: string;
  readonly noVoices: string;
  readonly online: string;
  /** Stands before whose voice it is. */
  readonly recording: string;
  readonly downloadAudio: string;
  readonly openEpub: string;
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
  /** Over what touches do, and each of these. */
  readonly touch: string;
  readonly touchWord: string;
  readonly touchPassage: string;
  readonly touchReturn: string;
  readonly touchMore: string;
  readonly slower: string;
  readonly faster: string;
  readonly originalSize: string;
  readonly repeatSentence: string;
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
  /** The button back to where it reads. */
  readonly backToReading: string;
  /** Said once, when the embedded voice reads. */
  readonly embeddedVoice: string;
  /** What becomes of a recording: each is told once, when it is so. */
  readonly notices: Readonly<Record<RecordingNotice, string>>;
  /** Reading stopped at paragraph `k` of `n` at the last visit. */
  readonly stoppedAt: (k: string, n: string) => string;
  readonly goOn: string;
  readonly fromBeginning: string;
  /** The card of a word, and the command that opens it. */
  readonly word: string;
  /** The card of what is selected. */
  readonly passage: string;
  readonly listenHere: string;
  readonly listenPassage: string;
  readonly sayWord: string;
  /** Of a sentence. */
  readonly saySlowly: string;
  readonly copyQuote: string;
  readonly quoteCopied: string;
  readonly copyFailed: string;
  /** Copies or shares an address that leads to the passage itself. */
  readonly linkToPassage: string;
  readonly linkCopied: string;
  readonly lookUp: string;
  /** Colours a passage for good; what is read is another thing, `highlight`. */
  readonly markSentence: string;
  readonly markPassage: string;
  readonly markColors: Readonly<Record<AnnotationColor, string>>;
  readonly passageMarked: string;
  readonly removeMark: string;
  readonly markRemoved: string;
  /** Names the field. */
  readonly note: string;
  readonly writeNote: string;
  readonly editNote: string;
  readonly saveNote: string;
  readonly noteSaved: string;
  /** The list of them. */
  readonly marksAndNotes: string;
  /** Stands where there is none yet. */
  readonly selectToMark: string;
  readonly exportMarkdown: string;
  readonly exportJson: string;
}

/** Every word of the interface. */
export type AllTerms = Terms &
  PanelTerms & { readonly failures: Readonly<Record<FailureReason, string>> };

/** Systems on which a voice is added in different ways. */
export type System = 'windows' | 'mac' | 'ios' | 'android' | 'linux';
