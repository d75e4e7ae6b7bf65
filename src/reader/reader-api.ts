/**
 * What a reader offers: every property, method and option of it, each with its meaning. The façade
 * (`reader.ts`) does what this file says, and its parts see only what {@link ReaderState} has of it.
 */
import type { FailureReason } from '../core/playback.js';
import type { Progress } from '../core/progress.js';
import type { RecordingNotice } from '../core/recording.js';
import type { Preferences } from '../core/settings.js';
import type { ContentOptions } from '../page/content-options.js';
import type { Inset } from '../page/geometry/box.js';
import type { Sample } from '../page/sample.js';
import type { Unit } from '../speech/navigation.js';
import type { SleepTime } from '../speech/sleep-timer.js';
import type { VoiceInfo } from '../speech/voices.js';
import type { ContentSource } from './content.js';
import type { Pronunciations } from './listening/pronunciation.js';
import type { PlaceKeeper } from './places/place-keeper.js';
import type { PageDefaults } from './preferences.js';
import type { ReaderCommands, ReaderState } from './reader-state.js';
import type { PreferenceStore } from './storage/preference-store.js';
import type { ViewOptions } from './view-surface.js';

export type { Anchor } from '../core/anchor.js';
export type { Annotation, AnnotationColor, PlacedAnnotation } from '../core/annotation.js';
export type { Position } from '../core/playback.js';
export type { ReaderListener } from './reader-state.js';
export type { ArticlePlaces, PlaceStore } from './storage/place-store.js';
export type {
  ContentOptions,
  PlaceKeeper,
  PreferenceStore,
  Progress,
  Sample,
  SleepTime,
  Unit,
  ViewOptions,
  VoiceInfo,
};

export interface ReaderOptions {
  /** Where preferences are kept; `localStorage` by default. */
  readonly store?: PreferenceStore;
  /** What to tell the user about a failure; by default its reason alone. */
  readonly describe?: (reason: FailureReason) => string;
  /** Loads what {@link describe} tells of speech, and of texts from elsewhere: asked for with them. */
  readonly loadDescriptions?: (() => Promise<unknown>) | undefined;
  /**
   * The address of what says when the words of a recording are said, asked for before each reading; null where
   * the page's head may have a link, empty for none.
   */
  readonly narration?: () => string | null;
  /** Where highlight boxes are drawn in browsers that have no highlights. */
  readonly layer?: () => HTMLElement | null;
  /** What covers the top and the bottom of the window, in CSS pixels. */
  readonly inset?: () => Inset;
  /** The platform's speech by default. */
  readonly synthesis?: SpeechSynthesis | undefined;
}

/** What {@link ReaderApi.update} takes. */
export type PreferenceUpdate = {
  readonly [Name in keyof Preferences]: Preferences[Name] | undefined;
} & { readonly voice?: string | null };

export interface ReaderApi extends ReaderState, ReaderCommands {
  /** What the user chose. */
  readonly preferences: Preferences;
  /** What the page chose; null and undefined choose nothing. */
  defaults: PageDefaults;
  /** Where preferences and places are kept. Another one is read at once. */
  store: PreferenceStore;
  /** Hears of what is chosen in other tabs and readers, as at first, and takes what was chosen since. */
  connect(): void;
  /**
   * Hears of it no more until {@link connect}: for what is off the page, as a store holds whom it tells.
   */
  disconnect(): void;
  /**
   * Chooses for the user, as if by hand: it is kept.
   *
   * @param preferences what to change; undefined gives a setting back to the page. `voice` is an `id`
   *   of {@link voices}, a name or a URI, for the article's language; null for the best there is.
   */
  update(preferences: PreferenceUpdate): void;
  /** Back to the page's defaults: all of it, or one setting. */
  reset(name?: keyof Preferences): void;

  /**
   * Reads this content from now on, and its changes. Nothing of it is touched. It is styled at once,
   * and read once it has been painted, or before that when somebody asks: {@link article}, {@link play}.
   *
   * @param element the article, or the element that it is slotted into
   */
  attach(element: Element, options: ContentOptions): void;
  /**
   * Renders a text into a container and reads it from now on: plain text with the paragraphs that are
   * found in it, or the document at an address.
   *
   * @param source plain text, or the address of a `text/plain` or `text/html` document
   * @param container is emptied first
   */
  render(source: ContentSource, container: HTMLElement, options: ContentOptions): Promise<void>;
  /** Stops reading and leaves the page as it was. */
  detach(): void;

  /**
   * Draws the article in a container too, the reading view, and reads it there from now on: at the
   * reading position, else at what is seen on the page. Nothing happens if it is open.
   *
   * @param container laid out and empty; in a shadow root, where the page's styles do not reach it
   */
  openView(container: HTMLElement, options: ViewOptions): Promise<void>;
  /** Empties the reading view and goes on where the article stands on the page, at the same place. */
  closeView(): void;
  /** Whether the reading view is open. */
  readonly hasView: boolean;
  /** The offset of the first text that is seen in the reading view; null while it is closed. */
  readonly viewPlace: number | null;
  /**
   * Shows in a few words what the settings do: they look and are marked as the article is.
   *
   * @param element holds the words
   * @param layer over the words: empty, `position: absolute`; where marks are drawn
   */
  sample(element: Element, options: ContentOptions, layer: HTMLElement): Promise<Sample>;

  /**
   * Reads aloud. Call it from a click or a key press: browsers want one before a page may speak.
   *
   * @param from an offset into the article's text; or a Range in it: then only that is read. Without
   *   it: what is selected, or from there if that is no more than a word; else on at the reading
   *   position; else from the first text in view, if the page is scrolled into the article; else from
   *   the {@link savedPlace}; else from the beginning. A text that is still being loaded is read once it
   *   is there, and one that could not be had is asked for again.
   */
  play(from?: number | Range): void;
  /**
   * Times the rate, for what is asked for once: a sentence that is repeated slowly. Whoever set it sets it
   * back to 1.
   */
  pace: number;
  /** Pauses what reads, else reads. */
  toggle(): void;
  /**
   * Loads what reading this article aloud needs and is not there yet: what speaks, what is said of it,
   * how numbers are, and the embedded voices if the platform has none that will do. Worth calling when
   * a reading is likely to begin: {@link play} can then speak inside the user's gesture.
   *
   * @param options `voice`: false leaves the embedded voices (2.4 MB with their vowels) to the
   *   reading itself where the user saves data
   * @returns undefined if everything is there.
   */
  prepare(options?: { readonly voice?: boolean }): Promise<unknown> | undefined;
  /**
   * When reading pauses by itself: `'paragraph'` at the end of the paragraph, a number after so many
   * minutes at the end of the sentence, null not. Null again once it has; it is not kept.
   */
  readonly sleepTimer: SleepTime;
  /**
   * Sets the {@link sleepTimer}; minutes count from now.
   *
   * @param time `'paragraph'`, minutes above 0, or null
   * @throws RangeError (rejects) for other numbers
   */
  setSleepTimer(time: SleepTime): Promise<void>;

  /** The voices of the article's language, best first; none before {@link refreshVoices}, or listening. */
  readonly voices: readonly VoiceInfo[];
  /** The voice that reads: the one asked for where it is there, else the best one on the device. */
  readonly voice: VoiceInfo | undefined;
  /** Why a recording does not read, or not all of it; null where there is nothing to tell. */
  readonly notice: RecordingNotice | null;
  /** How much of the embedded voice has come, in tenths; null where none is fetched, or it is not known. */
  readonly voiceProgress: number | null;
  /** The voice that was asked for; undefined when the best is taken. */
  readonly chosenVoice: VoiceInfo | undefined;
  /**
   * Asks for the voices, and the platform again for its own, as when their list is shown.
   *
   * @returns resolves when the platform's are listed, as far as it tells them; others may come later
   */
  refreshVoices(): Promise<void>;
  /** Lets the voice say the first words of the article. */
  preview(): void;
  /**
   * How names and house terms are pronounced in Arabic text: a map from what is written (found as a
   * whole word, with و ف ب ل ك attached as well) to what is said, or the address of a JSON of one.
   */
  pronunciations: Pronunciations | string | null;

  /** Where reading is; minutes are at the present rate. */
  readonly progress: Progress;
  /** What {@link progress} is at an offset. */
  progressAt(at: number): Progress;
  /** Moves to the word at an offset; goes on reading if it was. */
  seek(offset: number): void;
  /** As {@link seek}, and remembers the place before for {@link back}. */
  goTo(offset: number): void;
  /** Goes back to the place before the last jump: by {@link goTo} or to a heading. */
  back(): void;
  /**
   * Moves on to the next sentence (by default), paragraph, heading or region; stays at the last. Where
   * nothing is read, to what is seen, once {@link places} are there to tell, else to the first.
   */
  next(unit?: Unit): void;
  /** Moves back to the sentence, paragraph, heading or region before; likewise. */
  previous(unit?: Unit): void;
  /** Moves back to the start of this sentence. */
  repeat(): void;
  /** What remembers places in this article; null until {@link loadPlaces}, or reading, has loaded it. */
  readonly places: PlaceKeeper | null;
  /** Loads what remembers {@link places}; null without an article, and where it cannot be had. */
  loadPlaces(): Promise<PlaceKeeper | null>;
  /** Whether some of the article is selected. */
  readonly hasSelection: boolean;
  /** The offset of the text seen at a point of the viewport, in CSS pixels; null beside the text. */
  offsetAt(x: number, y: number): Promise<number | null>;
  /** False once the user scrolled the spoken text away; {@link follow} goes back. */
  readonly following: boolean;
  /** Goes back to the spoken text after the user scrolled away, and follows it again. */
  follow(): void;
}
