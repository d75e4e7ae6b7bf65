/** The gallery of looks (`demo/looks`), as it is served: each page is read to its end. */
import { expect } from '@open-wc/testing';
import type { Span } from '../../../src/core/article.js';
import type { ArticleReader } from '../../../src/elements.js';
import { systemClock, type Clock } from '../../../src/speech/clock.js';
import { fakeVoice, installFakeSpeech, settled } from '../../fake-speech.js';
import { isChromium } from '../../commands.js';
import { until } from './until.js';

/** Of each page, what is heard otherwise than it is written. The founding article has a test of its own. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  'long-read': [
    'هذا هو الفلج، وفي عُمان منه اليوم نحو ثلاثة آلاف فلج حي.',
    'صورة | ar-SA مقطع في فلج',
    'غيلي | ar-SA المنبع | ar-SA مجرى الوادي',
    'تسمى وحدة الوقت أثرا، وهي نصف ساعة تقريبا.',
    'اثنان | ar-SA تختلف مدة الأثر',
  ],
  'live-blog': ['العاشرة إلا ثلثا: الطريق الساحلي مغلق', 'خمسة وثلاثين سنتيمترا عند جسر'],
  children: ['صورة | ar-SA قُنْفُذٌ يَقِفُ تَحْتَ مِظَلَّةٍ'],
  poem: ['طيرٌ صغيرٌ يغنّي | ar-SA ويسألُ عن شرفةٍ مشمسة | ar-SA وفي الدارِ'],
  law: ['المادة السابعة', 'أحكام المادتين الثالثة والرابعة', 'لا تتجاوز ثمانية عشر شهرا'],
  mixed: [
    'من خوادم نظام أسماء النطاقات عن رقم',
    'ar-SA يسمى هذا الاتفاق | en-US handshake | ar-SA ، وعلامته',
    'en-US Be conservative',
    'إذا وجد اتجاها من اليمين بدأ السطر',
  ],
  english: ['en-US The letter | ar-SA ه | en-US looks different'],
};

/** A clock on which what takes no time takes none: browsers make timers in a row wait 4 ms. */
const hurried: Clock = {
  ...systemClock,
  setTimeout: (run, ms) => (ms ? systemClock.setTimeout(run, ms) : void settled().then(run)),
};

/** Opens the page in a frame, reads it, and gives what was said and which sentences were read. */
async function readToItsEnd(name: string) {
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.style.cssText = 'width:800px;height:600px';
  frame.src = `/demo/looks/${name}.html`;
  document.body.append(frame);
  try {
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    const view = frame.contentWindow as Window & typeof globalThis;
    const { synthesis } = installFakeSpeech(view, {
      voices: ['ar-SA', 'en-US'].map((lang) => fakeVoice(lang, lang)),
      clock: hurried,
      msPerWord: 0,
    });
    // Between two paragraphs a listener waits for 350 ms, after a heading for 600.
    const wait = view.setTimeout.bind(view) as (run: TimerHandler, ms?: number) => number;
    view.setTimeout = ((run: TimerHandler, ms = 0) =>
      wait(run, ms > 600 ? ms : ms / 20)) as typeof view.setTimeout;
    const reader: ArticleReader = view.document.querySelector('article-reader')!;
    await until(() => reader.article?.blocks.length);
    const textOf = ({ start, end }: Span) => reader.article.text.slice(start, end).trim();
    const read: string[] = [];
    reader.addEventListener('reader-positionchange', ({ sentence }) => {
      if (sentence && textOf(sentence) !== read.at(-1)) read.push(textOf(sentence));
    });
    const over = new Promise<string>((resolve) =>
      reader.addEventListener('reader-statechange', ({ playback: { status } }) => {
        if (status === 'idle' || status === 'failed') resolve(status);
      }),
    );
    reader.play(0);
    return {
      status: await over,
      read,
      sentences: reader.article.blocks.flatMap(({ sentences }) => sentences.map(textOf)),
      said: synthesis.spoken.map((it) => [it.voice?.lang, it.text.trim()].join(' ')),
    };
  } finally {
    frame.remove();
  }
}

describe('the gallery of looks', () => {
  it('is read to its end, page by page, with each sentence once', async function () {
    // What is read of these pages depends on no engine; `pages.test.ts` asks all three.
    if (!isChromium) return;
    this.timeout(30_000);
    localStorage.clear();
    // One after another: of all frames of an origin one reads.
    for (const [name, heard] of Object.entries(LOOKS)) {
      const { status, read, sentences, said } = await readToItsEnd(name);
      expect(status, name).to.equal('idle');
      expect(read, name).to.deep.equal(sentences);
      for (const words of heard) expect(said.join(' | '), name).to.include(words);
    }
  });
});
