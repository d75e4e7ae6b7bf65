/** Pages as sites have them: what is said of them, from the first sentence to the last. */
import { expect } from '@open-wc/testing';
import { fakeVoice } from '../../fake-speech.js';
import { mount, reset, until } from './setup.js';

interface Page {
  readonly html: string;
  readonly css?: string;
  /** Attributes of what it stands in. */
  readonly root?: string;
  /** Called while the first sentence is said. */
  readonly later?: (reader: HTMLElement) => void;
  readonly said: string;
}

const VOICES = ['ar-SA', 'ar-EG', 'en-US', 'fr-FR'].map((lang) => fakeVoice(lang, lang));

async function listen({ html, css = '', root = 'lang="ar" dir="rtl"', later }: Page) {
  const { reader, synthesis } = await mount(
    `<style>${css}</style><div ${root}><article-reader persist="none">${html}</article-reader></div>`,
    { voices: VOICES },
  );
  // What is rare on a page is loaded after the first reading of it.
  await new Promise((resolve) => setTimeout(resolve, 300));
  let isOver = false;
  let isBegun = false;
  reader.addEventListener('reader-statechange', ({ playback }) => {
    if (playback.status === 'playing' && !isBegun) later?.(reader);
    isBegun ||= playback.status === 'playing';
    isOver ||= playback.status === 'idle';
  });
  reader.play();
  await until(() => isOver);
  return synthesis.spoken.map(({ text, voice }) => [voice?.lang ?? '', text] as const);
}

const PAGES: Readonly<Record<string, Page>> = {
  'notes, units and powers above the line': {
    html: `<p>بنى الملك القصر<a href="#f1"><sup>١</sup></a> عام 1250<sup><a href="#f2">[٢]</a></sup> ثم تركه<sup>†</sup>، كما يقول الرواة<span style="vertical-align:super;font-size:70%">(٣)</span>.</p>
      <p>مساحته 300 كم<sup>٢</sup>، وسعته 12 م<sup>3</sup>.</p>`,
    said: `بنى الملك القصر عام ألف ومئتين وخمسين ثم تركه، كما يقول الرواة. | مساحته ثلاثمئة كيلومتر مربع، وسعته اثنا عشر مترا مكعبا.`,
  },
  'numbers side by side': {
    html: `<p>الخط <span class="line">15</span> <span class="line">200</span> والخط 7.</p><p>السكان 12 500 نسمة، و<span>3</span><span>400</span> سيارة.</p>`,
    said: `الخط خمسة عشر، مئتان والخط سبعة. | السكان اثنا عشر ألفا وخمسمئة نسمة، وثلاثة، أربعمئة سيارة.`,
  },
  'prices of a shop': {
    css: '.old{text-decoration:line-through}.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}',
    html: `<p>السعر <span class="old">200</span> <span>150 ريالا</span> فقط.</p><div><span><del aria-hidden="true"><span>1,250</span> ر.س</del> <span class="sr">السعر الأصلي كان: 1,250 ر.س.</span> <ins>999 ر.س</ins></span></div><p><span role="deletion">نص قديم</span> نص جديد.</p>`,
    said: `السعر مئة وخمسون ريالا فقط. | تسعمئة وتسعة وتسعون ريالا سعوديا | نص جديد.`,
  },
  'a price that is seen, and its words for screen readers': {
    css: '.sr{clip-path:inset(50%);height:1px;width:1px;overflow:hidden;position:absolute}',
    html: `<p>السعر <del aria-hidden="true"><span>120</span> ر.س</del> <span class="sr">السعر الأصلي هو: 120 ر.س.</span> <ins aria-hidden="true"><span>75</span> ر.س</ins><span class="sr">السعر الحالي هو: 75 ر.س.</span></p><p>زر <i class="icon" aria-hidden="true">★</i> هنا.</p>`,
    said: `السعر خمسة وسبعون ريالا سعوديا | زر هنا.`,
  },
  'degrees, minutes and verses': {
    css: '.up{position:relative;top:-.5em;font-size:70%}',
    html: `<p>بلغت الحرارة 25<sup>o</sup> في الساعة 10<sup>30</sup> صباحا<span class="up">[4]</span>.</p><p>قال تعالى ﴿قل هو الله أحد ﴿١﴾ الله الصمد﴾ وانتهى[3].</p>`,
    said: `بلغت الحرارة خمسا وعشرين درجة في الساعة العاشرة والنصف صباحا. | قال تعالى ﴿قل هو الله أحد الله الصمد﴾ وانتهى.`,
  },
  'what nobody sees': {
    css: '.panel{max-height:0;overflow:hidden;transition:max-height .3s}.tab{display:none}.tab.on{display:block}.slider{overflow:hidden;width:300px}.track{display:flex;width:600px}.slide{width:300px;flex:none}.srt{clip-path:inset(50%);height:1px;margin:-1px;overflow:hidden;position:absolute!important;width:1px}.ghost{color:transparent}',
    html: `<p>أول ظاهر.</p><div><h3>سؤال</h3><div class="panel"><p>جواب مطوي.</p></div></div><div class="tab on"><p>تبويب مفتوح.</p></div><div class="tab"><p>تبويب مغلق.</p></div><div class="slider"><div class="track"><div class="slide"><p>شريحة أولى.</p></div><div class="slide"><p>شريحة ثانية.</p></div></div></div><span class="srt">للقارئ فقط</span><p>آخر <span style="font-size:0">صفر</span>ظاهر.</p><p class="ghost">شبح</p>`,
    said: `أول ظاهر. | سؤال | تبويب مفتوح. | شريحة أولى. | آخر ظاهر.`,
  },
  'an answer that opens while its question is read': {
    css: '.panel{max-height:0;overflow:hidden;transition:max-height .1s}',
    html: `<p>سؤال طويل بعض الشيء حتى يفتح جوابه قبل أن تنتهي قراءته هنا؟</p><div class="panel"><p>جواب فتح.</p></div><p>بعده.</p>`,
    later: (reader) => {
      reader.querySelector<HTMLElement>('.panel')!.style.maxHeight = '100px';
    },
    said: `سؤال طويل بعض الشيء حتى يفتح جوابه قبل أن تنتهي قراءته هنا؟ | جواب فتح. | بعده.`,
  },
  'what opens and what closes by its own style while something before it is read': {
    css: '.panel{overflow:hidden}',
    html: `<p>مقدمة طويلة بعض الشيء حتى يتغير ما بعدها قبل أن تنتهي قراءتها هنا كلها.</p><p class="a">يختفي.</p><div class="panel b"><p>ينطوي.</p></div><p class="c" style="display:none">يظهر.</p><p class="d">يشف.</p><p>آخر.</p>`,
    later: (reader) => {
      const style = (selector: string) => reader.querySelector<HTMLElement>(selector)!.style;
      style('.a').display = 'none';
      style('.b').height = '0';
      style('.c').display = '';
      style('.d').visibility = 'hidden';
    },
    said: `مقدمة طويلة بعض الشيء حتى يتغير ما بعدها قبل أن تنتهي قراءتها هنا كلها. | يظهر. | آخر.`,
  },
  'an answer that closes slowly': {
    css: '.panel{max-height:100px;overflow:hidden;transition:max-height .1s}',
    html: `<p>سؤال طويل بعض الشيء حتى ينطوي جوابه قبل أن تنتهي قراءته هنا؟ وبعده جملة أخرى تطول كما ينبغي لها أن تطول.</p><div class="panel"><p>جواب انطوى.</p></div><p>بعده.</p>`,
    later: (reader) => {
      reader.querySelector<HTMLElement>('.panel')!.style.maxHeight = '0';
    },
    said: `سؤال طويل بعض الشيء حتى ينطوي جوابه قبل أن تنتهي قراءته هنا؟ | وبعده جملة أخرى تطول كما ينبغي لها أن تطول. | بعده.`,
  },
  'a slide that is moved into its frame': {
    css: '.slider{overflow:hidden;width:300px}.track{display:flex;width:600px}.slide{width:300px;flex:none}',
    html: `<p>مقدمة طويلة بعض الشيء حتى تتحرك الشريحة قبل أن تنتهي قراءتها هنا. وجملة أخرى بعدها تطول قليلا هي أيضا كما ينبغي لها أن تطول.</p><div class="slider"><div class="track"><div class="slide"><p>شريحة أولى.</p></div><div class="slide"><p>شريحة ثانية.</p></div></div></div>`,
    later: (reader) => {
      reader.querySelector<HTMLElement>('.track')!.style.transform = 'translateX(300px)';
    },
    said: `مقدمة طويلة بعض الشيء حتى تتحرك الشريحة قبل أن تنتهي قراءتها هنا. | وجملة أخرى بعدها تطول قليلا هي أيضا كما ينبغي لها أن تطول. | شريحة ثانية.`,
  },
  'an Arabic page that says it is English': {
    root: 'lang="en-US"',
    html: `<p>نشرت صحيفة <span lang="en">نيويورك</span> أن 25 دولة، منها <span lang="en">France and Spain together</span>، وافقت في 3/4/2021.</p><p lang="fa">إن اللجنة العليا أعلنت النتائج.</p>`,
    said: `نشرت صحيفة نيويورك أن خمسا وعشرين دولة، منها | en-US France and Spain together | ، وافقت في الثالث من أبريل عام ألفين وواحد وعشرين. | إن اللجنة العليا أعلنت النتائج.`,
  },
  'letters as they are meant': {
    html: `<p>ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ في الـــمدينة. قال ﷺ كلاما.</p><p>ﷲ أكبر. وَقُل رَّبِّ ۖ زِدْنِي ۝١١٤ صدق.</p>`,
    said: `السلام عليكم في المدينة. | قال صلى الله عليه وسلم كلاما. | الله أكبر. | وَقُل رَّبِّ زِدْنِي صدق.`,
  },
  'lines that width has broken, and an address that is in lines': {
    html: `<p>أكدت وزارة التربية أن الدراسة ستبدأ في موعدها المحدد من غير أي<br>تأخير، وأن الكتب وصلت إلى المدارس كلها في المحافظات البعيدة والقريبة<br>على السواء.</p><p>العنوان:<br>شارع النيل<br>القاهرة</p>`,
    said: `أكدت وزارة التربية أن الدراسة ستبدأ في موعدها المحدد من غير أي تأخير، وأن الكتب وصلت إلى المدارس كلها في المحافظات البعيدة والقريبة على السواء. | العنوان: | شارع النيل | القاهرة`,
  },
  verse: {
    html: `<p>سافر الليل فوق ظهر الرمال<br>والنجوم التي تضيء الجبال<br>سكن الريح في ظلال النخيل</p>`,
    said: `سافر الليل فوق ظهر الرمال | والنجوم التي تضيء الجبال | سكن الريح في ظلال النخيل`,
  },
  'paragraphs by empty lines': {
    html: `<div>الفقرة الأولى هنا.<div><br></div>الفقرة الثانية هنا.<br>&nbsp;<br>الفقرة الثالثة.<br>\u200c<br>الرابعة.</div>`,
    said: `الفقرة الأولى هنا. | الفقرة الثانية هنا. | الفقرة الثالثة. | الرابعة.`,
  },
  'numbers of lists': {
    html: `<ol start="5"><li>نفعل.</li><li>ثم نترك.</li></ol><ol reversed><li>الأخير.</li><li>الأول.</li></ol><ol><li value="10">عاشر.</li></ol><ul><li>نقطة.</li></ul>`,
    said: `خمسة | نفعل. | ستة | ثم نترك. | اثنان | الأخير. | واحد | الأول. | عشرة | عاشر. | نقطة.`,
  },
  'formulas in their sentences': {
    html: `<p>المعادلة <math display="block"><mrow><mi>x</mi><mo>+</mo><mn>1</mn><mo>=</mo><mn>5</mn></mrow></math> تصف الخط.</p><p>نكتب <span role="math" aria-label="س على ص">س/ص</span> هنا.</p>`,
    said: `المعادلة x زائد واحد يساوي خمسة تصف الخط. | نكتب س على ص هنا.`,
  },
  'units, powers, molecules and hosts': {
    html: `<p>المساحة 10⁸ م²، والكثافة 120 نسمة/كم<sup>2</sup>، والتدفق 300 م³/ث تقريبا. في الماء H<sub>2</sub>O وفي الهواء CO<sub>2</sub>.</p><p>إذا كان <math><mi>x</mi><mo>+</mo><mn>1</mn><mo>=</mo><mn>5</mn></math> صحيحة، فالحل سهل. زوروا موقع moe.gov.sa أو example.com/path اليوم، وافتح report.pdf.</p>`,
    said: `المساحة عشرة أس ثمانية متر مربع، والكثافة مئة وعشرون نسمة لكل كيلومتر مربع، والتدفق ثلاثمئة متر مكعب في الثانية تقريبا. | في الماء H اثنين O وفي الهواء CO اثنين. | إذا كان x زائد واحد يساوي خمسة صحيحة، فالحل سهل. | زوروا موقع رابط moe نقطة gov نقطة sa أو رابط example نقطة com اليوم، وافتح report.pdf.`,
  },
  'a page of a wiki, with its contents and an advertisement': {
    html: `<ul><li><a href="#h1">النشأة</a></li><li><a href="#h2">العمران</a></li></ul><div class="mw-heading"><h2 id="h1">النشأة</h2><span class="mw-editsection">[<a href="/e">عدل</a> | <a href="/s">عدل المصدر</a>]</span></div><p>نص أول<span epub:type="pagebreak">12</span>.</p><p>محتوى برعاية</p><h2 id="h2">العمران</h2><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="DSC00123"><p>نص ثان.</p>`,
    said: `النشأة | نص أول. | العمران | نص ثان.`,
  },
  'furniture of the page': {
    html: `<h2>التاريخ <a class="anchor" href="#t">#</a><button>نسخ</button></h2><p>نص أول.</p><div class="ad">إعلان</div><p><strong>اقرأ أيضا:</strong> <a href="/x">خبر آخر مهم</a></p><aside class="related"><h3>أخبار ذات صلة</h3><ul><li><a href="/y">عنوان</a></li></ul></aside><p>نص ثان.</p><figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="سوق المدينة"><figcaption>سوق المدينة <span class="credit">تصوير: وكالة</span></figcaption></figure><div class="tags">وسوم: <a href="/t">سياسة</a> <a href="/u">اقتصاد</a></div>`,
    said: `التاريخ | نص أول. | نص ثان. | سوق المدينة`,
  },
  'a letter in a layout table': {
    html: `<table role="presentation"><tr><td><p>رسالة إلى القارئ.</p></td></tr><tr><td>سطر آخر.</td></tr></table>`,
    said: `رسالة إلى القارئ. | سطر آخر.`,
  },
  addresses: {
    html: `<p>زوروا www.example.org/annual-summary.html اليوم. وهذا <a href="https://www.news.example/a">https://www.news.example/a/b?c=1</a>.</p>`,
    said: `زوروا رابط example نقطة org اليوم. | وهذا رابط news نقطة example.`,
  },
  'a mark where the printed page turns': {
    html: `<p>وصل التاجر إلى المد<span role="doc-pagebreak" aria-label="12">12</span>ينة قبل الغروب.</p>`,
    said: `وصل التاجر إلى المدينة قبل الغروب.`,
  },
};

describe('pages as sites have them', () => {
  after(reset);

  for (const [name, page] of Object.entries(PAGES))
    it(name, async () => {
      const said = await listen(page);
      const heard = said.map(([lang, text]) => {
        const words = text.trim().replace(/\s+/g, ' ');
        return lang === 'ar-SA' ? words : `${lang} ${words}`;
      });
      expect(heard.join(' | ')).to.equal(page.said);
    });
});
