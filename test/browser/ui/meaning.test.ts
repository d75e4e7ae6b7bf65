import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { fakeVoice } from '../../fake-speech.js';
import { button, mount, reset, until } from './setup.js';

const VOICES = [fakeVoice('Majed', 'ar-SA'), fakeVoice('Anna', 'en-US')];

/** All that is said of an article, a line an utterance. */
async function said(
  html: string,
  preferences: Parameters<ArticleReader['setPreferences']>[0] = {},
  style = '',
): Promise<string[]> {
  const { reader, synthesis } = await mount(
    `<style>${style}</style><article-reader persist="none">${html}</article-reader>`,
    { voices: VOICES },
  );
  reader.setPreferences(preferences);
  let isOver = false;
  reader.addEventListener('reader-statechange', ({ playback }) => {
    isOver ||= playback.status === 'idle';
  });
  reader.play();
  await until(() => isOver);
  return synthesis.spoken.map(({ text }) => text.trim().replace(/\s+/g, ' '));
}

type Case = readonly [html: string, said: string, preferences?: Parameters<typeof said>[1]];

const hears = (cases: readonly Case[], style = '') => {
  for (const [html, words, preferences] of cases)
    it(html.replace(/\s+/g, ' ').slice(0, 90), async () => {
      expect((await said(`<p>${html}</p>`, preferences, style)).join(' | ')).to.equal(words);
    });
};

describe('<article-reader>, of what the page means by its markup', () => {
  after(reset);

  describe('above and below the line', () => {
    const style = '.up { vertical-align: super; font-size: 60% }';
    const cases: Case[] = [
      ['بنيت سنة 1180<sup>2</sup> ثم هُدمت<sup>(3)</sup>.', 'بنيت سنة ألف ومئة وثمانين ثم هُدمت.'],
      [
        'ذكر المؤرخ<sup>1</sup> أن غيره<sup>أ</sup> خالفه<sup>*</sup>.',
        'ذكر المؤرخ أن غيره خالفه.',
      ],
      ['قال<sup>[1]</sup><sup>[2]</sup> الوزير<sup>†</sup> ذلك.', 'قال الوزير ذلك.'],
      ['سنة 1180<span class="up">2</span> قال.', 'سنة ألف ومئة وثمانين قال.'],
      ['في 20<sup>1</sup> 500 رجل.', 'في عشرين، خمسمئة رجل.'],
      [
        'تأسست<sup><a href="#n">[1]</a></sup> سنة 1204<sup><a href="#n">[2]</a></sup>. وقد<sup>[<i><a href="#c">بحاجة لمصدر</a></i>]</sup> هُجرت.',
        'تأسست سنة ألف ومئتين وأربع. | وقد هُجرت.',
      ],
      ['ذكر المؤرخ¹ ذلك⁽²⁾.', 'ذكر المؤرخ ذلك.'],
      [
        'غطى 120 م<sup>2</sup> من السطح و5 م³ من الماء.',
        'غطى مئة وعشرون مترا مربعا من السطح وخمسة أمتار مكعبة من الماء.',
      ],
      ['بلغ العدد 10<sup>6</sup> خلية.', 'بلغ العدد عشرة أس ستة خلية.'],
      ['بلغ العدد 10⁶ خلية.', 'بلغ العدد عشرة أس ستة خلية.'],
      ['مربعه س<sup>2</sup> دائما.', 'مربعه س تربيع دائما.'],
      ['نسبة CO<sub>2</sub> في الجو.', 'نسبة CO اثنين في الجو.'],
      ['الثمن 19<sup>99</sup> ريالا.', 'الثمن تسعة عشر فاصلة تسعة وتسعون ريالا.'],
      [
        'ذكر المؤرخ<sup>1</sup> سنة 1180<sup>*</sup>.',
        'ذكر المؤرخ، حاشية واحد، سنة ألف ومئة وثمانين، حاشية.',
        { skip: [] },
      ],
    ];
    hears(cases, style);
  });

  describe('two texts are two texts', () => {
    hears([
      ['كان السعر <del>500</del> 350 ريالا.', 'كان السعر ثلاثمئة وخمسين ريالا.'],
      [
        'أرقام الحافلات <b>12</b> <b>345</b> و<b>7</b> <b>600</b>.',
        'أرقام الحافلات اثنا عشر، ثلاثمئة وخمسة وأربعون وسبعة، ستمئة.',
      ],
      ['الحافلتان <b>12</b><b>345</b>.', 'الحافلتان اثنا عشر، ثلاثمئة وخمسة وأربعون.'],
      ['حضر <i>1</i><i>2</i> رجلا.', 'حضر اثنا عشر رجلا.'],
      ['حضر 12 345 رجلا.', 'حضر اثنا عشر ألفا وثلاثمئة وخمسة وأربعون رجلا.'],
      ['حضر 12<!-- --> 345 رجلا.', 'حضر اثنا عشر ألفا وثلاثمئة وخمسة وأربعون رجلا.'],
      ['حضر 12&#x202f;345 رجلا.', 'حضر اثنا عشر ألفا وثلاثمئة وخمسة وأربعون رجلا.'],
      ['الأرقام 12 345 67 معا.', 'الأرقام اثنا عشر ثلاثمئة وخمسة وأربعون سبعة وستون معا.'],
    ]);
  });

  describe('deleted text', () => {
    const deleted = 'السعر <del>500</del> <ins>350</ins> ريالا.';
    hears(
      [
        [deleted, 'السعر ثلاثمئة وخمسون ريالا.'],
        ['<s>الموعد الأحد</s> الموعد الإثنين.', 'الموعد الإثنين.'],
        ['السعر <span class="was">500</span> 350 ريالا.', 'السعر ثلاثمئة وخمسون ريالا.'],
        ['السعر <span role="deletion">500</span> 350 ريالا.', 'السعر ثلاثمئة وخمسون ريالا.'],
        ['<strike>قديم.</strike></p><p class="was">قديم أيضا.</p><p>جديد.', 'جديد.'],
        [deleted, 'السعر محذوف خمسمئة، ثلاثمئة وخمسون ريالا.', { skip: [] }],
      ],
      '.was { text-decoration: line-through }',
    );
  });

  describe('mathematics', () => {
    hears([
      [
        'نعلم أن <math alttext="س تربيع زائد ص"><mrow><msup><mi>س</mi><mn>2</mn></msup><mo>+</mo><mi>ص</mi></mrow></math> مجموع موجب.',
        'نعلم أن س تربيع زائد ص مجموع موجب.',
      ],
      [
        'والكسر <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> يساوي النصف.',
        'والكسر نصف يساوي النصف.',
      ],
      [
        'وأما <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">E=mc^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">E=mc2</span></span> فمشهورة.',
        'وأما E يساوي m c تربيع فمشهورة.',
      ],
      [
        'فإن <math alttext="{\\displaystyle x}" aria-label="س على ص"><mfrac><mi>س</mi><mi>ص</mi></mfrac></math>، عدد.',
        'فإن س على ص، عدد.',
      ],
      // Temml 0.13.5 (findings/temml-arabic-digits.sh): a digit each, which are one number.
      [
        'فإن <math><mrow><mtext>س</mtext><mo>=</mo><mtext>١</mtext><mtext>٢</mtext></mrow></math> دائما.',
        'فإن س يساوي اثني عشر دائما.',
      ],
      [
        'فإن <math><mi>س</mi><mo>−</mo><msqrt><mi>ص</mi></msqrt><mo>≥</mo><mn>3</mn></math> دائما.',
        'فإن س ناقص جذر ص أكبر من أو يساوي ثلاثة دائما.',
      ],
    ]);
  });

  describe('letters as they are meant', () => {
    hears([
      ['قرأ ﻛﺘﺎﺑﺎ و3 ﻛﺘﺐ بإذن ﷲ.', 'قرأ كتابا وثلاثة كتب بإذن الله.'],
      ['﷽ قال محمد ﷺ', 'بسم الله الرحمن الرحيم قال محمد صلى الله عليه وسلم'],
      [
        'استشهد بقوله ﴿ وَقُل رَّبِّ زِدْنِي عِلْمًا ۝١١٤﴾ وأكمل حديثه.',
        'استشهد بقوله ﴿ وَقُل رَّبِّ زِدْنِي عِلْمًا ﴾ وأكمل حديثه.',
      ],
      [
        'نص طويل فيه علامات وقف ۖ وعلامة أخرى ۚ ثم نهاية ۗ الكلام۞.',
        'نص طويل فيه علامات وقف وعلامة أخرى ثم نهاية الكلام.',
      ],
      ['\u202bكتـــاب\u202c \u200fجديد\u200f.', 'كتاب جديد.'],
    ]);

    it('shows what is written while it is said otherwise', async () => {
      const { reader } = await mount(
        '<article-reader persist="none"><p>قرأ ﻛﺘﺎﺑﺎ بإذن ﷲ ۖ و<b>12</b> <b>345</b> بيتا<sup>1</sup> أمس.</p></article-reader>',
        { voices: VOICES },
      );
      const seen: string[] = [];
      reader.addEventListener('reader-positionchange', ({ word }) => {
        const shown = word && reader.article.text.slice(word.start, word.end);
        if (shown && shown !== seen.at(-1)) seen.push(shown);
      });
      reader.play();
      await until(() => seen.includes('أمس'));
      expect(seen).to.deep.equal(['قرأ', 'ﻛﺘﺎﺑﺎ', 'بإذن', 'ﷲ', 'و12', '345', 'بيتا1', 'أمس']);
    });
  });

  describe('the numbers of lists', () => {
    const list = `<ol><li>افتح.</li><li>أخرج.</li></ol>
      <ol start="3" style="list-style-type: arabic-indic"><li>اقرأ.</li></ol>
      <ol type="a"><li>كذا.</li></ol><ol reversed><li>ب.</li><li value="1">أ.</li></ol>
      <ol style="list-style: none"><li>صامت.</li></ol><ul><li>نقطة.</li></ul>
      <ol><li>1. مكتوب.</li></ol>`;
    const lines = (...numbers: string[]) => [
      numbers[0],
      'افتح.',
      numbers[1],
      'أخرج.',
      numbers[2],
      'اقرأ.',
      'a',
      'كذا.',
      numbers[1],
      'ب.',
      numbers[0],
      'أ.',
      'صامت.',
      'نقطة.',
      'واحد. مكتوب.',
    ];

    it('are said as they are seen, or in order, or not', async () => {
      expect(await said(list)).to.deep.equal(lines('واحد', 'اثنان', 'ثلاثة'));
      const ordinal = await said(list, { listNumbers: 'ordinal' });
      expect(ordinal.filter((it) => it !== 'a')).to.deep.equal(
        lines('أولا', 'ثانيا', 'ثالثا')
          .filter((it) => it !== 'a' && it !== undefined)
          .flatMap((it) => (it === 'كذا.' ? ['أولا', it] : [it!])),
      );
      expect((await said(list, { listNumbers: 'none' })).join(' ')).to.equal(
        'افتح. أخرج. اقرأ. كذا. ب. أ. صامت. نقطة. واحد. مكتوب.',
      );
    });
  });

  describe('addresses and quotations', () => {
    hears([
      ['زر www.example.org/annual-summary.html الآن.', 'زر رابط example نقطة org الآن.'],
      ['الرابط https://www.un.org/ar?id=5 هنا.', 'الرابط un نقطة org هنا.'],
      ['قال <q>نعم</q> ومضى.', 'قال نعم ومضى.'],
      ['<span lang="en">He said <q>yes</q> and left.</span>', 'He said “yes” and left.'],
    ]);
  });

  it('is the same in the reading view', async () => {
    const { reader, synthesis } = await mount(
      '<article-reader persist="none"><p>كان السعر <span style="text-decoration: line-through">500</span> 350 ريالا.</p></article-reader>',
      { voices: VOICES },
    );
    button(reader, 'view').click();
    await until(() => reader.shadowRoot!.querySelector('article-reader-view'));
    reader.play();
    await until(() => synthesis.spoken.length > 0);
    expect(synthesis.spoken[0]!.text).to.equal('كان السعر ثلاثمئة وخمسين ريالا.');
    reader.stop();
  });
});
