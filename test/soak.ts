/**
 * Random schedules of what the listener does, what the voice does wrong and what becomes of the page,
 * in a browser, on a clock that is held in the hand. What has to hold is checked at each word that is
 * heard and at each event; a schedule that fails is made as short as it can be.
 */
import fc from 'fast-check';
import type { Article } from '../src/core/article.js';
import { wordsOf } from '../src/core/words.js';
import { Reader, noPreferenceStore } from '../src/reader/reader.js';
import {
  fakeVoice,
  installFakeSpeech,
  settled,
  VirtualClock,
  type FakeUtterance,
  type Script,
} from './fake-speech.js';

const UNITS = ['sentence', 'paragraph', 'heading', 'region'] as const;

/** What the voice does wrong with one utterance. */
const FAULTS = [
  ...(['late', 'never starts', 'dies at once', 'stuck', 'gone', 'error', 'no end'] as const),
  ...(['end twice', 'in no time', 'too long', 'cut short by another script'] as const),
];
/** How it tells its words; it does so all through a schedule. */
const BOUNDARIES = ['exact', 'none', 'zero', 'inside', 'back', 'before', 'sentences'] as const;

const wait = fc.nat(6000).map((ms) => ({ do: 'wait' as const, ms }));
const at = fc.nat(999);
const listener = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ do: 'play' as const }) },
  { weight: 3, arbitrary: fc.constant({ do: 'pause' as const }) },
  fc.constantFrom(
    ...(['toggle', 'stop', 'repeat', 'back', 'bookmark', 'follow'] as const).map((it) => ({
      do: it,
    })),
  ),
  fc.record({ do: fc.constantFrom('next' as const, 'previous'), unit: fc.constantFrom(...UNITS) }),
  fc.record({ do: fc.constantFrom('seek' as const, 'goTo', 'playFrom'), at }),
  fc.record({ do: fc.constant('rate' as const), rate: fc.constantFrom(0.5, 1, 1.5, 3) }),
  fc.record({
    do: fc.constant('look' as const),
    look: fc.constantFrom<object>(
      { highlightStyle: 'frame' },
      { focusLines: 3 },
      { dimming: true },
      { textSize: 150 },
      { skip: ['links'] },
      { highlight: 'none' },
    ),
  }),
);
const device = fc.oneof(
  fc.record({
    do: fc.constant('interrupt' as const),
    how: fc.constantFrom('interrupted' as const, 'canceled', 'pause', 'hold'),
  }),
  fc.record({ do: fc.constant('sleep' as const), ms: fc.constantFrom(3000, 60_000) }),
  fc.record({ do: fc.constant('voices' as const), count: fc.nat(3) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom(...FAULTS),
      after: at,
      times: fc.integer({ min: 1, max: 3 }),
    }),
  },
);
const page = fc.oneof(
  fc.record({
    do: fc.constantFrom(
      ...(['insert', 'remove', 'change', 'insertSentence', 'removeSentence'] as const),
      ...(['wrap', 'hide', 'counter'] as const),
    ),
    at,
  }),
  fc.record({ do: fc.constant('translate' as const), at, share: fc.constantFrom(0.5, 1, 1) }),
  fc.record({ do: fc.constant('away' as const), ms: fc.constantFrom(20, 200, 1900, 2500), at }),
  fc.constant({ do: 'reparent' as const }),
);
const step = fc.oneof(
  { weight: 5, arbitrary: wait },
  { weight: 4, arbitrary: listener },
  { weight: 2, arbitrary: device },
  { weight: 2, arbitrary: page },
);

const schedule = fc.record({
  /** Words of each sentence of each paragraph. */
  text: fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }), {
    minLength: 2,
    maxLength: 5,
  }),
  boundaries: fc.constantFrom(...BOUNDARIES),
  /** Ms after which it is played; null: when a step says so. */
  plays: fc.option(fc.nat(1000), { freq: 6 }),
  steps: fc.array(step, { maxLength: 16, size: 'max' }),
});
type Schedule = typeof schedule extends fc.Arbitrary<infer T> ? T : never;

/** A word by its number, in two languages: it is the same word in both. No letter is lengthened. */
const wordIn = (lang: 'ar' | 'en', id: number) =>
  (lang === 'ar' ? 'كلم' : 'W') +
  [...id.toString(8).padStart(3, '0')]
    .map((digit) => (lang === 'ar' ? 'ابدرسعفق' : 'abdrsefk')[Number(digit)])
    .join(lang === 'ar' ? 'ن' : '');

interface Line {
  readonly ids: number[];
  lang: 'ar' | 'en';
}

const textOf = ({ ids, lang }: Line) =>
  ids
    .map(
      (id, i) =>
        wordIn(lang, id) + (i % 6 === 5 && i < ids.length - 1 ? (lang === 'ar' ? '،' : ',') : ''),
    )
    .join(' ') + '.';

/** Which words follow each other in an article, and the sentence of each. */
function orderOf({ text, blocks }: Article, idOf: ReadonlyMap<string, number>) {
  const ids: number[] = [];
  const place = new Map<number, { index: number; sentence: number }>();
  let sentence = 0;
  for (const block of blocks)
    for (const span of block.sentences) {
      sentence++;
      for (const { start, end } of wordsOf(text, span)) {
        const id = idOf.get(text.slice(start, end));
        if (id === undefined) continue;
        place.set(id, { index: ids.length, sentence });
        ids.push(id);
      }
    }
  return { ids, place };
}

/** Which state may follow which. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  idle: ['loading', 'failed'],
  loading: ['playing', 'paused', 'idle', 'failed'],
  playing: ['paused', 'idle', 'failed', 'loading'],
  paused: ['loading', 'idle', 'failed'],
  failed: ['loading', 'idle', 'paused', 'failed'],
};

/** The page's time, in the hand. */
function installTime(clock: VirtualClock): () => void {
  const names = {
    setTimeout: (run: () => void, ms = 0) => clock.setTimeout(run, ms),
    clearTimeout: (timer: number) => clock.clearTimeout(timer),
    setInterval: (run: () => void, ms = 0) => {
      let timer: number;
      const again = () => {
        timer = clock.setTimeout(again, Math.max(1, ms));
        ids.set(first, timer);
        run();
      };
      const first = clock.setTimeout(again, Math.max(1, ms));
      ids.set(first, first);
      return first;
    },
    clearInterval: (first: number) => {
      clock.clearTimeout(ids.get(first) ?? first);
      ids.delete(first);
    },
    requestAnimationFrame: (run: (now: number) => void) =>
      clock.setTimeout(() => run(performance.now()), 16),
    cancelAnimationFrame: (timer: number) => clock.clearTimeout(timer),
    requestIdleCallback: (run: () => void) => clock.setTimeout(run, 1),
  };
  const ids = new Map<number, number>();
  const { now } = Date;
  const before = Object.keys(names).map((name) => [name, Reflect.get(window, name)] as const);
  Object.assign(window, names);
  Date.now = () => clock.now();
  performance.now = () => clock.now();
  return () => {
    for (const [name, value] of before) Reflect.set(window, name, value);
    Date.now = now;
    Reflect.deleteProperty(performance, 'now');
  };
}

export interface Counts {
  schedules: number;
  steps: number;
  faults: number;
  changes: number;
  words: number;
}

/**
 * Plays one schedule.
 *
 * @throws Error that tells what did not hold.
 */
async function play({ text, boundaries, plays, steps }: Schedule, counts: Counts): Promise<void> {
  const clock = new VirtualClock();
  const restoreTime = installTime(clock);
  const idOf = new Map<string, number>();
  let last = 0;
  const newWord = () => {
    last++;
    for (const lang of ['ar', 'en'] as const) idOf.set(wordIn(lang, last), last);
    return last;
  };
  const newLine = (words: number): Line => ({
    ids: Array.from({ length: words }, newWord),
    lang: 'ar',
  });
  /** What the page says, and whether a paragraph's text is in elements of its own. */
  const blocks = text.map((lines) => ({
    lines: lines.map(newLine),
    element: document.createElement('p'),
    isWrapped: false,
  }));
  const draw = (block: (typeof blocks)[number]) => {
    const line = block.lines.map(textOf).join(' ');
    if (!block.isWrapped) block.element.textContent = line;
    else
      block.element.replaceChildren(
        ...line
          .split(/(?<= )/)
          .map((word) => Object.assign(document.createElement('font'), { textContent: word })),
      );
  };
  blocks.forEach(draw);
  const stage = document.body.appendChild(document.createElement('main'));
  stage.lang = 'ar';
  stage.dir = 'rtl';
  const content = stage.appendChild(document.createElement('article'));
  const counter = document.createElement('p');
  counter.textContent = '…';
  const fill = () => content.replaceChildren(...blocks.map(({ element }) => element), counter);
  fill();

  const problems: string[] = [];
  const trace: string[] = [];
  const fail = (what: string) => problems.push(`${what} (after ${trace.slice(-12).join(' ')})`);
  const onError = (event: ErrorEvent | PromiseRejectionEvent) => {
    const what = 'reason' in event ? event.reason : event.message;
    // What the browser says of its own observers is no error.
    if (!String(what).startsWith('ResizeObserver loop')) fail(`uncaught: ${what?.stack ?? what}`);
  };
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onError);

  /** Faults that are yet to come, one an utterance, and whether there are any more. */
  let faults: { fault: (typeof FAULTS)[number]; after: number }[] = [];
  /** Words that nobody has to hear: those that came later, and those that a fault takes along. */
  const excused = new Set<number>();
  /** For so many utterances it is felt that one had a fault: what died is said again. */
  let lenient = 0;
  const isMute = boundaries === 'none' || boundaries === 'zero';
  const script = (utterance: FakeUtterance): Script => {
    const fault = faults.shift();
    const base: Script = { boundaries, delay: 20 };
    if (!fault) {
      lenient--;
      return base;
    }
    mayRepeat = true;
    lenient = 2;
    counts.faults++;
    const words = wordsOf(utterance.text);
    const after = fault.after % Math.max(1, words.length);
    const excuse = (from: number) => {
      for (const { start, end } of words.slice(from)) {
        const id = idOf.get(utterance.text.slice(start, end));
        if (id !== undefined) excused.add(id);
      }
    };
    // Only `end` tells whether the last word was said, and of a voice that tells no words the others.
    const isLost = fault.fault === 'stuck' || fault.fault === 'gone' || fault.fault === 'error';
    if (isLost) excuse(isMute ? after : words.length - 1);
    if (isLost && boundaries === 'back') excuse(after);
    switch (fault.fault) {
      case 'late':
        return { ...base, delay: 2000 };
      case 'never starts':
        return { ...base, delay: Infinity };
      case 'dies at once':
        return { ...base, after: -1, then: { error: 'synthesis-failed' } };
      case 'stuck':
      case 'gone':
        return { ...base, after, then: fault.fault };
      case 'error':
        return { ...base, after, then: { error: 'network' } };
      case 'no end':
        return { ...base, noEnd: true };
      case 'end twice':
        return { ...base, end: 'twice' };
      case 'in no time':
        excuse(0);
        return { ...base, instant: true };
      case 'too long':
        return { ...base, after: -1, then: { error: 'text-too-long' } };
      case 'cut short by another script':
        return { ...base, after, then: { error: 'interrupted' } };
    }
  };
  const voices = ['One', 'Two', 'Three'].map((name) => fakeVoice(name));
  const english = fakeVoice('English', 'en-US');
  const { synthesis, restore } = installFakeSpeech(globalThis, {
    clock,
    voices: [...voices, english],
    script,
  });
  const reader = new Reader({
    synthesis: synthesis as unknown as SpeechSynthesis,
    store: noPreferenceStore,
  });

  const orders = new WeakMap<Article, ReturnType<typeof orderOf>>();
  let order = orderOf(reader.article, idOf);
  const orderNow = () => {
    const { article } = reader;
    // While it is away the last one holds.
    if (article.blocks.length < 2) return order;
    order = orders.get(article) ?? orderOf(article, idOf);
    orders.set(article, order);
    return order;
  };

  /** The word that was heard last, since the listener went elsewhere; and the first of those. */
  let previous: number | null = null;
  let first: number | null = null;
  let heard = new Set<number>();
  /** Whether something has happened since the last word that lets some be said again. */
  let mayRepeat = false;
  /** Whether it may end anywhere: stopped, or nothing of the text is left. */
  let mayEnd = false;
  const moved = () => {
    previous = first = null;
    heard = new Set();
  };
  /** A word that should have been heard before the one at an index; null if there is none. */
  const skippedBefore = (index: number): number | null => {
    const { ids, place } = orderNow();
    const begin = first === null ? undefined : place.get(first)?.index;
    if (begin === undefined) return null;
    for (let i = index - 1; i >= begin; i--) {
      if (heard.has(ids[i]!)) return null;
      if (!excused.has(ids[i]!)) return ids[i]!;
    }
    return null;
  };
  const push = synthesis.heard.push.bind(synthesis.heard);
  synthesis.heard.push = (word) => {
    counts.words++;
    const id = idOf.get(word.text);
    const place = id === undefined ? undefined : orderNow().place.get(id);
    if (id !== undefined && place) {
      trace.push(`${id}`);
      const before = previous === null ? undefined : order.place.get(previous);
      if (before && place.index <= before.index) {
        if (!mayRepeat) fail(`word ${id} again after ${previous}`);
        else if (place.sentence < before.sentence) fail(`word ${id} of a sentence that was over`);
      } else if (!before || place.index > before.index + 1) {
        const skipped = skippedBefore(place.index);
        if (skipped !== null) fail(`word ${skipped} skipped before ${id}`);
      }
      first ??= id;
      previous = id;
      heard.add(id);
      if (!isMute && boundaries !== 'back') mayRepeat = lenient > 0;
    }
    return push(word);
  };

  let status: string = reader.playback.status;
  reader.subscribe((event) => {
    if (event?.type === 'reader-statechange') {
      const now = reader.playback.status;
      trace.push(now);
      if (!FOLLOWS[status]!.includes(now)) fail(`${status} is followed by ${now}`);
      if (now === 'idle') {
        const skipped = mayEnd ? null : skippedBefore(orderNow().ids.length);
        if (skipped !== null) fail(`over before word ${skipped}`);
        moved();
      }
      if (now === 'failed') mayRepeat = true;
      status = now;
    }
    const { article, position } = reader;
    const { sentence, word } = position;
    // While the text is away the place is that in the text which is awaited.
    if (article.blocks.length < 2) return;
    for (const span of [sentence, word])
      if (span && !(0 <= span.start && span.start <= span.end && span.end <= article.text.length))
        fail(`the position ${span.start}–${span.end} is outside of the text`);
    if (word && !(sentence && sentence.start <= word.start && word.end <= sentence.end))
      fail('the word is outside of its sentence');
    if (
      reader.playback.status === 'idle' &&
      status === 'idle' &&
      event?.type === 'reader-statechange' &&
      sentence
    )
      fail('idle has a position');
  });
  reader.attach(content, { selector: 'article' });
  await clock.advance(600);

  /** A sentence begins again where the place in it is not known: by the voice, or as it is another now. */
  const beginsAgain = () => isMute || boundaries === 'back' || hasChanged;
  let hasChanged = false;
  const changed = () => {
    mayRepeat = hasChanged = true;
    counts.changes++;
  };
  const blockAt = (index: number) => blocks[index % blocks.length]!;
  const born = (line: Line) => {
    for (const id of line.ids) excused.add(id);
    return line;
  };

  async function take(it: Schedule['steps'][number]): Promise<void> {
    trace.push(`[${it.do}]`);
    switch (it.do) {
      case 'wait':
        return clock.advance(it.ms);
      case 'play':
        mayRepeat ||= beginsAgain();
        return reader.play();
      case 'pause':
      case 'toggle':
        mayRepeat ||= beginsAgain();
        return reader[it.do]();
      case 'stop':
        mayEnd = true;
        reader.stop();
        mayEnd = false;
        return moved();
      case 'repeat':
      case 'back':
        reader[it.do]();
        return moved();
      case 'follow':
        return reader.follow();
      case 'bookmark':
        return void (await reader.loadPlaces())?.toggleBookmark();
      case 'next':
      case 'previous':
        reader[it.do](it.unit);
        return moved();
      case 'seek':
      case 'goTo':
        reader[it.do](Math.floor((reader.article.text.length * it.at) / 999));
        return moved();
      case 'playFrom':
        reader.play(Math.floor((reader.article.text.length * it.at) / 999));
        return moved();
      case 'rate':
        mayRepeat ||= beginsAgain();
        reader.update({ rate: it.rate });
        // What the voice has begun it begins again with the new rate, a moment later.
        await clock.advance(200);
        mayRepeat ||= beginsAgain();
        return;
      case 'look':
        return reader.update(it.look);
      case 'interrupt':
        mayRepeat = true;
        return synthesis.interrupt(it.how);
      case 'sleep':
        mayRepeat = true;
        return clock.sleep(it.ms);
      case 'voices':
        mayRepeat = true;
        return synthesis.setVoices([...voices.slice(0, it.count), english]);
      case 'fault':
        return void faults.push(...Array.from({ length: it.times }, () => it));
      case 'reparent': {
        changed();
        const other = stage.appendChild(document.createElement('section'));
        return other.append(content);
      }
      case 'counter':
        counter.textContent = `${it.at}`;
        return changed();
      case 'insert': {
        const block = {
          lines: [born(newLine(1 + (it.at % 7)))],
          element: document.createElement('p'),
          isWrapped: false,
        };
        draw(block);
        blocks.splice(it.at % (blocks.length + 1), 0, block);
        break;
      }
      case 'remove':
        if (blocks.length > 2) blocks.splice(it.at % blocks.length, 1);
        break;
      case 'hide': {
        // What is hidden is not in the article, and comes back as something new.
        const { element, lines } = blockAt(it.at);
        element.hidden = !element.hidden && blocks.filter((it) => !it.element.hidden).length > 2;
        lines.forEach(born);
        return changed();
      }
      case 'wrap': {
        const block = blockAt(it.at);
        block.isWrapped = !block.isWrapped;
        draw(block);
        return changed();
      }
      case 'insertSentence':
      case 'removeSentence':
      case 'change': {
        const block = blockAt(it.at);
        const i = it.at % block.lines.length;
        if (it.do === 'insertSentence') block.lines.splice(i, 0, born(newLine(1 + (it.at % 9))));
        else if (it.do === 'change') {
          // A word is another one, and whoever reads the sentence passes over what became of it.
          const line = block.lines[i]!;
          line.ids[it.at % line.ids.length] = newWord();
          born(line);
        } else if (block.lines.length > 1) block.lines.splice(i, 1);
        draw(block);
        return changed();
      }
      case 'translate': {
        // In the same moment nobody could tell what came in from what was translated.
        await clock.advance(60);
        const from = it.share < 1 ? it.at % blocks.length : 0;
        const lang = blocks[from]!.lines[0]!.lang === 'ar' ? 'en' : 'ar';
        for (const block of blocks.slice(from, from + Math.ceil(blocks.length * it.share))) {
          for (const line of block.lines) line.lang = lang;
          block.isWrapped = lang === 'en';
          draw(block);
        }
        changed();
        return clock.advance(60);
      }
      case 'away':
        changed();
        content.replaceChildren();
        if (it.ms > 1900) mayEnd = true;
        await clock.advance(it.ms);
        fill();
        await clock.advance(100);
        mayEnd = false;
        return;
    }
    changed();
    fill();
  }

  try {
    if (plays !== null) {
      await clock.advance(plays);
      await take({ do: 'play' });
    }
    for (const it of steps) {
      counts.steps++;
      await take(it);
      for (let turn = 0; turn < 3; turn++) await settled();
      if (problems.length) break;
    }
    // A sound voice gets to the end from wherever that was.
    faults = [];
    synthesis.setVoices([...voices, english]);
    synthesis.resume();
    mayRepeat = true;
    for (let round = 0; round < 6 && !problems.length; round++) {
      await clock.advance(100);
      const isOver = () => !/playing|loading/.test(reader.playback.status);
      if (isOver()) reader.play();
      trace.push('[to the end]');
      await settled();
      await settled();
      await clock.advance(3_600_000, isOver);
      if (reader.playback.status === 'idle') break;
      mayRepeat = true;
    }
    if (!problems.length && reader.playback.status !== 'idle')
      fail(`does not end: ${JSON.stringify(reader.playback)}`);
    mayEnd = true;
    reader.stop();
    await clock.advance(1000);
    for (const [name, marks] of CSS.highlights ?? []) if (marks.size) fail(`still marked: ${name}`);
    reader.detach();
    reader.disconnect();
    await clock.advance(20_000);
    if (clock.timers) fail(`${clock.timers} timers are left`);
  } finally {
    reader.detach();
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
    stage.remove();
    restore();
    restoreTime();
  }
  counts.schedules++;
  if (problems.length) throw new Error(problems[0]);
}

/** Loads all that a schedule may ask for, in real time: once it is there it takes none. */
async function warm(): Promise<void> {
  const { synthesis, restore } = installFakeSpeech(globalThis, {
    voices: [fakeVoice('One'), fakeVoice('English', 'en-US')],
    script: () => ({ delay: 1, msPerWord: 20 }),
  });
  const content = document.body.appendChild(document.createElement('article'));
  content.lang = 'ar';
  content.innerHTML = '<p class="odd">كلمة هنا. <b>وأخرى</b>.</p><p>Three words of English.</p>';
  const reader = new Reader({
    synthesis: synthesis as unknown as SpeechSynthesis,
    store: noPreferenceStore,
  });
  reader.attach(content, { selector: 'article' });
  reader.update({ focusLines: 3, dimming: true, highlightStyle: 'frame', textSize: 150 });
  await reader.loadPlaces();
  reader.play();
  // However busy the machine is: what is missing afterwards never comes by the clock in the hand.
  const began = performance.now();
  while (synthesis.heard.length < 7) {
    if (performance.now() - began > 60_000) throw new Error('nothing can be read aloud here');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  reader.detach();
  content.remove();
  restore();
}

/**
 * Plays random schedules.
 *
 * @param runs how many
 * @param seed the same one gives the same schedules
 * @param counts what was played, added up
 * @returns undefined if all held, else the shortest schedule that fails, with the seed to repeat it
 */
export async function soak(
  runs: number,
  seed: number,
  counts: Counts = { schedules: 0, steps: 0, faults: 0, changes: 0, words: 0 },
): Promise<string | undefined> {
  // One voice at a time in all tabs: a lock that takes real time.
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  await warm();
  const details = await fc.check(
    fc.asyncProperty(schedule, (it) => play(it, counts)),
    { numRuns: runs, seed, endOnFailure: false },
  );
  Reflect.deleteProperty(navigator, 'locks');
  if (!details.failed) return undefined;
  const { counterexample, counterexamplePath, errorInstance } = details;
  return [
    `seed ${seed}, path ${counterexamplePath}: ${(errorInstance as Error)?.message}`,
    ...(counterexample?.[0].steps ?? []).map((it) => `  ${JSON.stringify(it)}`),
    `  ${JSON.stringify({ ...counterexample?.[0], steps: undefined })}`,
  ].join('\n');
}
