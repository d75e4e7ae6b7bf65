import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import 'axe-core';
import type Axe from 'axe-core';
import type { ArticleReader } from '../../../src/elements.js';
import { viewport } from '../../commands.js';
import { record, WORD, type Made } from '../../recording.js';
import {
  ARTICLE,
  button,
  middleOf,
  mount,
  openAllSettings,
  reset,
  settled,
  until,
} from './setup.js';

const { axe } = window as unknown as { axe: typeof Axe };

/** So far from its mark a word may be shown, in seconds of the listener. */
const OFF = 0.06;

const urls: string[] = [];
const urlOf = (content: BlobPart, type: string): string => {
  const url = URL.createObjectURL(new Blob([content], { type }));
  urls.push(url);
  return url;
};

interface Recorded extends Awaited<ReturnType<typeof mount>> {
  readonly made: Made;
  /** Every word that was shown, with where the sound was then. */
  readonly seen: { readonly word: string; readonly time: number; readonly rate: number }[];
}

/** A reader of an article that was recorded, before somebody comes near it. */
async function recorded(
  html = ARTICLE,
  address: (made: Made) => string = ({ json }) => urlOf(JSON.stringify(json), 'application/json'),
  sound: (made: Made) => string = ({ wave }) => urlOf(wave, 'audio/wav'),
): Promise<Recorded> {
  const mounted = await mount(`<article-reader persist="none">${html}</article-reader>`, {
    msPerWord: 60,
  });
  const { reader } = mounted;
  await until(() => reader.article.text);
  const made = record(reader.article, sound(record(reader.article, '')));
  reader.narration = address(made);
  await reader.updateComplete;
  const seen: Recorded['seen'] = [];
  reader.addEventListener('reader-positionchange', ({ word }) => {
    if (word)
      seen.push({
        word: reader.article.text.slice(word.start, word.end),
        time: reader.reader.recording?.elapsed ?? 0,
        rate: reader.settings.rate,
      });
  });
  return { ...mounted, made, seen };
}

const listen = (reader: ArticleReader) =>
  sendMouse({ type: 'click', position: middleOf(button(reader, 'toggle')) });

const told = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('article-reader-notice')?.shadowRoot?.textContent ?? '';

const SHORT = '<p>قال الوزير إن العمل بدأ اليوم. وأضاف أنه يسير كما يجب.</p>';

describe('<article-reader> with a recording', () => {
  before(() => viewport(1000, 800));
  afterEach(() => urls.splice(0).forEach((url) => URL.revokeObjectURL(url)));
  after(reset);

  it('plays it, each word shown when it is said, at any rate, with true times', async function () {
    this.timeout(30_000);
    const { reader, made, seen, synthesis } = await recorded();
    const { mediaSession } = navigator as { mediaSession?: MediaSession };
    const told: (MediaPositionState | undefined)[] = [];
    const setPositionState = mediaSession?.setPositionState;
    if (mediaSession) mediaSession.setPositionState = (state) => void told.push(state);
    const moves: number[] = [];
    const { currentTime } = Object.getOwnPropertyDescriptors(HTMLMediaElement.prototype);
    Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', {
      ...currentTime,
      set(this: HTMLMediaElement, time: number) {
        moves.push(time);
        currentTime.set!.call(this, time);
      },
    });
    await listen(reader);
    await until(() => seen.length > 8);
    const { recording } = reader.reader;
    const bar = button(reader, 'toggle').getRootNode() as ShadowRoot;
    const slider = () =>
      bar.querySelector('article-reader-scrubber')!.shadowRoot!.querySelector('.times')!;
    await until(() => /٠:٠[٢-٩]/.test(slider().textContent));
    const [behind, left] = [...slider().querySelectorAll('bdi')].map((it) => it.textContent);
    expect(behind).to.match(/^[٠-٩]:[٠-٩]{2}$/);
    expect(left).to.match(/^−[٠-٩]:[٠-٩]{2}$/);
    expect(recording!.duration).to.be.closeTo(made.duration, 0.05);

    // Paused, and on in the same word, faster.
    reader.pause();
    const { length } = seen;
    const before = recording!.timeAt(reader.position.word!.start);
    await settled(100);
    reader.setPreferences({ rate: 1.5 });
    reader.play();
    await until(() => seen.length > length + 1);
    expect(seen[length]!.time).to.be.within(before, before + 2 * WORD + 0.2);
    await until(() => reader.playback.status === 'idle', 20_000);
    if (setPositionState) mediaSession!.setPositionState = setPositionState;
    Object.defineProperty(HTMLMediaElement.prototype, 'currentTime', currentTime);
    // One sentence leads to the next one, and nothing is heard twice.
    expect(moves).to.deep.equal([]);

    const words = made.words.map(({ word }) => word);
    expect(seen.map(({ word }) => word)).to.deep.equal(words);
    const off = seen
      .map(({ time, rate }, i) => Math.abs(time - made.words[i]!.from) / rate)
      .sort((a, b) => a - b);
    // A machine that is busy is late now and then; what is late by itself is late with most words.
    expect(off[Math.floor(off.length * 0.75)]).to.be.below(OFF);
    expect(synthesis.spoken).to.have.lengthOf(0);
    const known = told.filter((state) => state?.duration);
    if (known.length) {
      expect(known.at(-1)!.duration).to.be.closeTo(made.duration, 0.05);
      const furthest = Math.max(...known.map((state) => state!.position!));
      expect(furthest).to.be.within(made.duration - 2, made.duration);
      expect(known.at(-1)!.playbackRate).to.equal(1.5);
    }
  });

  it('goes to a word that is clicked, by sentences, and along the slider', async () => {
    const { reader, seen, made } = await recorded();
    await listen(reader);
    await until(() => seen.length > 1);
    const at = (word: string) => made.words.find((it) => it.word === word)!.from;
    const paragraph = reader.querySelectorAll('p')[1]!.firstChild!;
    const range = document.createRange();
    range.setStart(paragraph, 'من جهته '.length);
    range.setEnd(paragraph, 'من جهته أكد'.length);
    await sendMouse({ type: 'click', position: middleOf(range) });
    await until(() => seen.at(-1)!.word === 'المدير');
    expect(seen.at(-1)!.time).to.be.closeTo(at('المدير'), OFF);
    button(reader, 'nextSentence').click();
    await until(() => seen.at(-1)!.word === 'إلى');
    button(reader, 'previousSentence').click();
    await until(() => seen.at(-1)!.word === 'جهته');
    // Only what is selected.
    const { length } = seen;
    reader.play(range);
    await until(() => reader.playback.status === 'idle');
    expect(seen.slice(length).map(({ word }) => word)).to.deep.equal(['أكد']);
  });

  it('stands first among the voices, may be kept as a file, and gives way to another voice', async function () {
    this.timeout(20_000);
    const { reader, seen, synthesis } = await recorded();
    const sheet = await openAllSettings(reader);
    await until(() => reader.reader.recording);
    const select = () => sheet.querySelector<HTMLSelectElement>('#voice')!;
    await until(() => select()?.options.length > 2);
    expect(select().options[0]!.text).to.contain('تسجيل · ليلى');
    expect(select().options[1]!.text).to.equal('تسجيل · ليلى');
    const link = sheet.querySelector<HTMLAnchorElement>('a[download]')!;
    expect(link.textContent).to.equal('تنزيل التسجيل');
    expect(link.href).to.equal(reader.reader.recording!.url);
    expect(sheet.querySelector('[data-setting="unrecorded"]')).to.exist;
    const { violations } = await axe.run(document.querySelector('main')!, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21aa', 'wcag22aa'],
    });
    expect(violations.map(({ id, nodes }) => [id, nodes[0]!.html])).to.deep.equal([]);
    sheet.querySelector('article-reader-panel')!.shadowRoot!.querySelector('dialog')!.close();

    await listen(reader);
    await until(() => seen.length > 5);
    const live = reader.reader.voices.find(({ quality }) => quality !== 'recorded')!;
    const { word } = reader.position;
    reader.setPreferences({ voice: live.id });
    await until(() => synthesis.heard.length);
    const { start } = word!;
    expect(synthesis.spoken[0]!.text.slice(0, 3)).to.be.oneOf(
      [0, 1, 2].map((by) => reader.article.text.slice(start).split(' ')[by]!.slice(0, 3)),
    );
    expect(reader.reader.recording!.reads).to.equal(false);
    reader.setPreferences({ voice: 'recording:' });
    await until(() => reader.reader.recording!.sounds && reader.playback.status === 'playing');
    const { length } = synthesis.heard;
    await settled(300);
    expect(synthesis.heard).to.have.lengthOf(length);
    reader.reset();
  });

  it('is found by a link in the head, and left where the element says that there is none', async () => {
    const { reader, made, synthesis } = await recorded(SHORT);
    const link = document.createElement('link');
    link.rel = 'alternate';
    link.type = 'application/guided-navigation+json';
    link.href = reader.narration!;
    document.head.append(link);
    try {
      expect(made.words.length).to.be.above(5);
      reader.narration = null;
      await listen(reader);
      await until(() => reader.playback.status === 'playing');
      expect(reader.reader.voice!.quality).to.equal('recorded');
      reader.stop();
      reader.narration = '';
      await listen(reader);
      await until(() => synthesis.heard.length);
      expect(reader.reader.recording).to.equal(null);
    } finally {
      link.remove();
      reader.stop();
    }
  });

  const nowhere = new URL('/nowhere/at-all', location.href).href;
  const timing = ({ json }: Made) => JSON.stringify(json);
  const { play } = HTMLMediaElement.prototype;
  const FAILURES: Record<string, [message: RegExp, ...how: Parameters<typeof recorded>]> = {
    'says nothing of when': [/تعذّر تحميل/, SHORT, () => nowhere],
    'has no sound': [/تعذّر تشغيل/, SHORT, undefined, () => nowhere],
    'is of another type': [/تعذّر تشغيل/, SHORT, undefined, () => urlOf('{}', 'audio/wav')],
    'is larger than an article': [
      /غير صالح/,
      SHORT,
      (made) => urlOf(timing(made) + ' '.repeat(21_000_000), 'application/json'),
    ],
    'runs backwards': [
      /غير صالح/,
      SHORT,
      (made) => urlOf(timing(made).replace('#t=0.600', '#t=9.600'), 'application/json'),
    ],
    'is of another article': [
      /لمقال آخر/,
      SHORT,
      (made) => urlOf(timing(made).replace(/[اوين]/g, 'ص'), 'application/json'),
    ],
    'may not play': [/لم يسمح/, SHORT],
  };
  for (const [what, [message, ...how]] of Object.entries(FAILURES))
    it(`is read by a voice, and that is said, where it ${what}`, async () => {
      const { reader, synthesis, seen } = await recorded(...how);
      if (what === 'may not play')
        HTMLMediaElement.prototype.play = () =>
          Promise.reject(new DOMException('', 'NotAllowedError'));
      try {
        await listen(reader);
        await until(() => synthesis.heard.length > 1);
        expect(synthesis.heard[0]!.text).to.equal('قال');
        await until(() => message.test(told(reader)));
        await until(() => reader.playback.status === 'idle');
        expect(seen.map(({ word }) => word).join(' ')).to.equal(
          'قال الوزير إن العمل بدأ اليوم وأضاف أنه يسير كما يجب',
        );
      } finally {
        HTMLMediaElement.prototype.play = play;
      }
    });
});
