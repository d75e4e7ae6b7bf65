/**
 * What reading aloud needs: the loop and what speaks, what is left out, said besides, or said by another
 * voice, where it begins, and the device's own controls. Loaded with the first reading.
 */
import type { Article, Block, Span } from '../../core/article.js';
import { EmbeddedVoices, type EmbeddedVoicesHost, type Speech } from './embedded-voices.js';
import type { FailureReason } from '../../core/playback.js';
import type { Inline } from '../../core/inline.js';
import { primaryLanguage, type VoiceKey } from '../../core/settings.js';
import type { Spoken, SpokenPiece } from '../../core/spoken.js';
import { composeSpoken, spokenFromPieces } from '../../core/spoken-pieces.js';
import { wordAt } from '../../core/words.js';
import { firstInView } from '../../page/geometry/first-in-view.js';
import type { PageText } from '../../page/page-text.js';
import type { ReaderCommands, ReaderState } from '../reader-state.js';
import { VoiceChoice } from './voice-choice.js';
import type { ToSpoken } from './pronunciation.js';
import { isSkipped, utteranceLines } from '../../speech/utterance-lines.js';
import { sentenceFrom, type LocatedSentence } from '../../speech/navigation.js';
import type { UtteranceLine, Player } from '../../speech/player.js';
import { readAloud } from '../../speech/read-aloud.js';
import { SleepTimer } from '../../speech/sleep-timer.js';
import { Speaker } from '../../speech/speaker.js';
import type { VoiceInfo } from '../../speech/voices.js';

/** How long the platform's last resort is held back for the embedded voice, in ms. */
const EMBEDDED_PATIENCE_MS = 8000;

/** How long the platform's voices are waited for where the embedded one cannot be had, in ms. */
const LATE_VOICES_MS = 2000;

/** What needs no more than its text to be read: no element but these. */
const PLAIN = 'p,div,section,article,h1,h2,h3,h4,h5,h6,ul,li,br,img,figure,slot';

/** Letters that are meant otherwise, what is above the line, addresses. */
const MEANT =
  /[\u0610-\u061a\u061c\u0640\u0653-\u065e\u0671\u06d6-\u06ed\u08d3-\u08ff\u200e\u200f\u202a-\u202e\u2060-\u207f¹²³\ufb50-\ufeff]|\[[\d٠-٩۰-۹]|www\.|[a-z]\.[a-z]{2}|:\/\//;

/** What the reader lets this part see of itself. */
export interface ListeningHost extends EmbeddedVoicesHost {
  /** The voice that was asked for, for text of a language. */
  readonly wantedVoice: (lang: string) => VoiceKey | string | null;
  /** Says numbers and signs in words; null until it is there. */
  readonly toSpoken: () => ToSpoken | null;
  /** The address of what says when the words of a recording are said; null where the page may have a link. */
  readonly narration: () => string | null;
}

/** Of the page's head: a recording of its article. */
const NARRATION_LINK = 'link[rel~=alternate][type="application/guided-navigation+json"]';

export class Listening {
  readonly sleep = new SleepTimer();
  readonly voices: VoiceChoice;
  readonly embedded: EmbeddedVoices;
  /** Aborted when what {@link sayFirstWords} says is not wanted any more. */
  preview = new AbortController();
  readonly #reader: ReaderState;
  readonly #player: Player;
  readonly #host: ListeningHost;
  #speech: Speech;
  /** What a text of more than plain paragraphs asks for; null until there is one. */
  #meaning: typeof import('./meaning.js') | null = null;
  /** The article that was last looked at for it. */
  #looked: Article | null = null;
  /** The address of the recording that was asked for; and while it is on its way. */
  #narration = '';
  #narrating: Promise<unknown> | undefined;
  /** What was selected when reading last began. */
  #selection: Span | null = null;

  constructor(reader: ReaderState & ReaderCommands, player: Player, host: ListeningHost) {
    this.#reader = reader;
    this.#player = player;
    this.#host = host;
    const { synthesis, wantedVoice, onChange } = host;
    const voices = new VoiceChoice(synthesis, reader, wantedVoice, onChange);
    this.voices = voices;
    this.#speech = { speaker: new Speaker(synthesis), voices: voices.platform };
    const platform = this.#speech;
    this.embedded = new EmbeddedVoices(reader, voices, host, (speech) => {
      this.#speech = speech ?? platform;
      player.use(this.#speech);
      voices.list = this.#speech.voices;
    });
    player.use({
      ...platform,
      failed: voices.failed,
      onVoiceFailed: (_, voice) => this.embedded.replace(voice),
      read: readAloud,
      linesOf: this.#linesOf,
      prepare: (spoken, lang, voice, written) => this.#prepare(spoken, lang, voice, written),
      skips: this.#skips,
      // The timer is asked either way: it counts.
      pausesBefore: (next, last) =>
        this.sleep.pausesBefore(next, last) || reader.settings.echo === 'wait',
      // And a second to begin.
      timeToRepeat: (took) => (reader.settings.echo === 'pause' ? took + 1000 : 0),
      // The voice's own pause is too short between blocks; a row of a table is one thing.
      pauseAfter: ({ kind }) =>
        (kind === 'heading' ? 600 : 350) + (kind === 'cell' ? 0 : reader.settings.pause * 1000),
    });
    reader.subscribe((event) => {
      if (event?.type === 'reader-statechange' && reader.playback.status === 'idle')
        this.sleep.end();
    });
    // It reads without, where they cannot be had.
    import('./device.js').then(
      ({ joinDevice }) => joinDevice(reader),
      () => {},
    );
  }

  /** Whether an embedded voice is to read and is not there yet. */
  get wantsEmbedded(): boolean {
    return !this.embedded.isReady && !this.#host.synthesis && this.voices.wantsEmbedded;
  }

  /**
   * Loads what this article asks for, and the embedded voice if it is to read.
   *
   * @param voice whether it is to read now: else it may, and the voice is left where the user saves data
   * @returns undefined where there is nothing to wait for
   */
  prepare(voice: boolean): Promise<unknown> | undefined {
    const narrating = this.#prepareRecording();
    // Which voice is wanted depends on it.
    if (narrating) return narrating.then(() => this.prepare(voice));
    const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
    const meaning = this.#prepareMeaning();
    const { position, savedPlace, surface } = this.#reader;
    const look = () => {
      const at = position.sentence?.start ?? (surface && firstInView(surface.page, surface.inset));
      return this.#lookInto(at ?? savedPlace ?? 0);
    };
    const loading = [
      meaning ? meaning.then(look) : look(),
      (voice || !connection?.saveData) && this.#prepareVoice(),
    ];
    return loading.some(Boolean) ? Promise.all(loading) : undefined;
  }

  /** Lets a voice that makes its sound here begin with what would be heard first. */
  beginAhead(): void {
    const { speaker } = this.#speech;
    if (!speaker.looksAhead) return;
    import('./begin-ahead.js').then(
      ({ beginAhead }) =>
        beginAhead(this.#reader, this.#player, speaker, this.voices, this.#linesOf, this.#skips),
      () => {},
    );
  }

  /** Lists all voices, to choose from; none is loaded. */
  list(): void {
    this.voices.list.refresh();
    void this.embedded.list();
    void this.#prepareRecording();
  }

  /** Undefined where there is none, or it is there. */
  #prepareRecording(): Promise<unknown> | undefined {
    const link = document.head?.querySelector<HTMLLinkElement>(NARRATION_LINK);
    const narration = this.#host.narration() ?? link?.href ?? '';
    if (narration === this.#narration) return this.#narrating;
    this.#narration = narration;
    const { signal } = this.#reader;
    return (this.#narrating = import('./recording.js')
      .then(({ offer }) =>
        offer(
          narration,
          this.#reader,
          this.#player,
          this.voices,
          readAloud,
          () => this.#narration === narration,
          this.#host.onChange,
        ),
      )
      // Read by a voice then.
      .catch(() => {})
      .then(() => {
        if (narration !== this.#narration) return;
        this.#narrating = undefined;
        // It was let go of while it came.
        if (signal.aborted) this.#narration = '';
      }));
  }

  #prepareMeaning(): Promise<unknown> | undefined {
    const { article, surface } = this.#reader;
    if (this.#meaning || this.#looked === article) return undefined;
    this.#looked = article;
    const isPlain = surface?.page.roots.every(
      (root) =>
        !(root instanceof Element) ||
        !(
          root.matches('ol,[lang],[data-spoken]') ||
          root.querySelector(`:not(${PLAIN}),[lang],[class],[style],[data-spoken]`)
        ),
    );
    if (isPlain && !MEANT.test(article.text)) return undefined;
    return import('./meaning.js').then(
      (meaning) => (this.#meaning = meaning),
      // Read as it is written then; asked for again with the next reading.
      () => (this.#looked = null),
    );
  }

  /** Finds the parts of the block at an offset, ahead of time. */
  #lookInto(offset: number): Promise<unknown> | undefined {
    const page = this.#page;
    const block = page && sentenceFrom(page.article, offset)?.block;
    return block && this.#meaning?.findInlines(page, block);
  }

  #prepareVoice(): Promise<unknown> | undefined {
    if (!this.wantsEmbedded) return undefined;
    const ready = this.embedded.load();
    if (!this.voices.voice) return ready.then(() => this.#lastVoices());
    // A voice that nobody chooses reads meanwhile, if the network is that slow.
    const late = new Promise((resolve) => setTimeout(resolve, EMBEDDED_PATIENCE_MS));
    return Promise.race([ready, late]);
  }

  /** Why there is nothing to speak with, since the embedded voice could not be had; null if there is. */
  get missingVoice(): FailureReason | null {
    return this.voices.voice ? null : this.embedded.missing;
  }

  /** Without the embedded voice: the platform's may still be on their way. */
  async #lastVoices(): Promise<void> {
    const timeout = AbortSignal.timeout(LATE_VOICES_MS);
    // They may come in several parts (fault 9).
    while (this.missingVoice && (await this.voices.list.more(timeout)));
  }

  /** Where a reading begins that nobody has given a place; undefined: where it was, or the beginning. */
  startingPlace(): number | Span | undefined {
    const { article, position, savedPlace, surface } = this.#reader;
    if (!surface) return undefined;
    const { page, inset } = surface;
    this.sleep.begin();
    const span = page.spanOfSelection(getSelection());
    const isKnown = span?.start === this.#selection?.start && span?.end === this.#selection?.end;
    this.#selection = span;
    // What is being read already goes on where it was.
    if (span && !(isKnown && position.sentence)) {
      const word = wordAt(article.text, span.start);
      return word && word.end >= span.end ? span.start : span;
    }
    if (position.sentence) return undefined;
    return firstInView(page, inset) ?? savedPlace ?? undefined;
  }

  /** Lets the voice say how it sounds. */
  async sayFirstWords(): Promise<void> {
    this.preview.abort();
    const preview = (this.preview = new AbortController());
    const { sayFirstWords } = await import('./first-words.js');
    sayFirstWords(this.#reader, this.voices, this.#speech.speaker, preview);
  }

  /** Undefined while what is read is away from it for a moment. */
  get #page(): PageText | undefined {
    const page = this.#reader.surface?.page;
    return page?.article === this.#player.article ? page : undefined;
  }

  readonly #linesOf = (article: Article, place: LocatedSentence): readonly UtteranceLine[] => {
    const { skip, switchVoices, vocalise, listNumbers } = this.#reader.settings;
    const page = this.#page;
    // The text may have changed since it was begun.
    void this.#prepareMeaning();
    const meaning = page && this.#meaning;
    const markers = (block: Block) =>
      listNumbers === 'none'
        ? []
        : meaning!
            .listMarkersOf(page!, block)
            .map((it) => meaning!.markerWords(it, listNumbers, block.lang));
    const lines = (place: LocatedSentence) =>
      utteranceLines(article, place, {
        skip,
        toSpoken: (text, lang, said) => this.#toSpoken(text, lang, said),
        ...(meaning && { meant: meaning.asMeant }),
        saidIn: (span) => meaning?.spokenFormsOf(page!, span, place.block.lang) ?? [],
        speaks: (lang) => switchVoices && !!this.voices.voiceFor(lang),
        headers: meaning
          ? [...meaning.columnHeadersOf(page!, place.block), ...markers(place.block)]
          : [],
        inlines: this.#inlinesOf(place.block),
      });
    const here = lines(place);
    void this.#lookInto(place.block.end);
    if (vocalise || this.voices.voice?.quality === 'robotic') {
      // The next sentence is made ready while this one is said.
      const next = sentenceFrom(article, place.sentence.end, this.#skips);
      for (const it of [...here.slice(0, 2), ...(next ? lines(next).slice(0, 2) : [])])
        if (primaryLanguage(it.lang) === 'ar') vowelled(it.spoken.text).catch(() => {});
    }
    return here;
  };

  /** A text with its letters as they are meant, and its numbers and signs in words. */
  #toSpoken(text: string, lang: string, said: readonly SpokenPiece[]): Spoken {
    const { foldLetters, hasFolded } = this.#meaning ?? {};
    const say = (text: string, said: readonly SpokenPiece[]) =>
      this.#host.toSpoken()?.(text, lang, said) ?? spokenFromPieces(text, said);
    if (!hasFolded?.(text)) return say(text, said);
    const folded = foldLetters!(text);
    const pieces = said.map(({ source: { start, end }, spoken }) => ({
      source: { start: folded.toSpoken(start), end: folded.toSpoken(end) },
      spoken: foldLetters!(spoken).text,
    }));
    return composeSpoken(folded, say(folded.text, pieces));
  }

  readonly #skips = (block: Block): boolean => {
    const { settings } = this.#reader;
    return isSkipped(this.#player.article, block, settings.skip, () => this.#inlinesOf(block));
  };

  #inlinesOf(block: Block): readonly Inline[] {
    const page = this.#page;
    return (page && this.#meaning?.inlinesOf(page, block)) ?? [];
  }

  /** Adds the vowel marks for a voice of the device; our own add theirs. */
  #prepare(
    spoken: Spoken,
    lang: string,
    { quality }: VoiceInfo,
    written: string,
  ): Spoken | Promise<Spoken> {
    if (primaryLanguage(lang) !== 'ar' || quality === 'embedded') return spoken;
    const isRobotic = quality === 'robotic';
    if (!isRobotic && !this.#reader.settings.vocalise) return spoken;
    return (
      isRobotic
        ? import('./for-espeak.js').then(({ forEspeak }) => forEspeak(spoken, written))
        : vowelled(spoken.text).then((marked) => composeSpoken(spoken, marked))
    ).catch(
      // Read as it is written then.
      () => spoken,
    );
  }
}

const vowelled = async (text: string): Promise<Spoken> =>
  (await import('../shared-diacritizer.js')).vowelled(text);
