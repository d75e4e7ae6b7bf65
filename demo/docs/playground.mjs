/** The form of the playground, made from the manifest: a field for all that can be set, and what is shown of it. */

const WORDS = {
  ar: {
    title: 'جرّب',
    attributes: 'خصائص الوسم',
    text: 'النص (الخاصية text)',
    css: 'خصائص CSS',
    parts: 'الأجزاء: ضع حول أي منها إطارا',
    methods: 'الدوال',
    unset: 'غير محددة',
    result: 'النتيجة',
    code: 'الشيفرة',
    copy: 'انسخ الشيفرة',
    copied: 'نُسخت الشيفرة',
    properties: 'ما تقوله خصائصه الآن',
    events: 'الأحداث',
    reset: 'أعد كل شيء',
  },
  en: {
    title: 'Try it',
    attributes: 'Attributes',
    text: 'Text (the property text)',
    css: 'Custom properties',
    parts: 'Parts: draw a frame round any of them',
    methods: 'Methods',
    unset: 'not set',
    result: 'Result',
    code: 'Code',
    copy: 'Copy the code',
    copied: 'The code was copied',
    properties: 'What its properties say now',
    events: 'Events',
    reset: 'Reset all',
  },
};

/** What there is to read: a heading and paragraphs. */
const ARTICLE = [
  'حديقة على السطح',
  'زرع سكان العمارة 24 حوضا على السطح، وسقوها بماء المطر. وقالت جارتنا أم سلمى إن الحرارة في الطابق الأخير انخفضت 3 درجات.',
  'وفي الصيف القادم يريدون أن يضعوا فوقها خلايا نحل. سألنا خبيرا في الزراعة فقال: «السطح يكفي، والزهر كثير».',
];

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const code = (text) => `<code lang="en" dir="ltr">${escape(text)}</code>`;

/** A field with its name; `kind`: `attribute` or `property`. */
const labelled = (name, field) => `<label><span>${code(name)}</span>${field}</label>`;

/** Choices where there are any, else what the type wants. */
function attributeField({ name, type: { text: type }, default: initial = '' }, unset) {
  const at = `data-attribute="${name}"`;
  if (type.includes("'")) {
    const options = type.split(' | ').map((each) => each.replaceAll("'", ''));
    return `<select ${at}><option value="">${unset}</option>${options.map((each) => `<option lang="en">${each}</option>`).join('')}</select>`;
  }
  if (type === 'number')
    return `<input ${at} type="number" step="any" placeholder="${initial}" dir="ltr">`;
  return `<input ${at} type="text" dir="auto">`;
}

/** The first of two colours is that of light pages. */
function cssField({ name, default: initial, syntax }) {
  const colour = /#[0-9a-f]{6}/.exec(initial)?.[0];
  return syntax === '<color>'
    ? `<input data-property="${name}" type="color" value="${colour}">`
    : `<input data-property="${name}" type="text" placeholder="${escape(initial)}" dir="ltr">`;
}

/** HTML of the section. */
export function playground(manifest, lang) {
  const words = WORDS[lang];
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === 'article-reader');
  const { attributes, members } = element;
  const readOnly = members.filter((each) => each.readonly).map(({ name }) => name);
  // Those that can be called with nothing.
  const methods = members.filter(
    ({ kind, deprecated, parameters = [] }) =>
      kind === 'method' && !deprecated && parameters.every((each) => each.optional || each.default),
  );
  const group = (legend, fields) =>
    `<fieldset><legend>${legend}</legend>${fields.join('\n')}</fieldset>`;
  const folded = (summary, fields) =>
    `<details><summary>${summary}</summary><fieldset aria-label="${summary}">${fields.join('\n')}</fieldset></details>`;
  const [heading, ...paragraphs] = ARTICLE;
  return `<section class="playground" aria-labelledby="try">
<h2 id="try">${words.title}</h2>
<form>
${group(words.attributes, [
  ...attributes.map((each) => labelled(each.name, attributeField(each, words.unset))),
  `<label class="wide"><span>${words.text}</span><textarea data-text rows="3" lang="ar" dir="auto"></textarea></label>`,
])}
${folded(
  words.css,
  element.cssProperties.map((each) => labelled(each.name, cssField(each))),
)}
${folded(
  words.parts,
  element.cssParts.map(
    ({ name }) =>
      `<label class="check"><input type="checkbox" data-part="${name}"><span>${code(name)}</span></label>`,
  ),
)}
${group(
  words.methods,
  methods.map(
    ({ name }) =>
      `<button type="button" data-method="${name}" lang="en" dir="ltr">${name}()</button>`,
  ),
)}
<p><button type="reset">${words.reset}</button></p>
</form>
<h3>${words.result}</h3>
<div class="stage sheet" lang="ar" dir="rtl">
<article-reader id="tried" persist="none">
<h4>${heading}</h4>
${paragraphs.map((each) => `<p>${each}</p>`).join('\n')}
</article-reader>
</div>
<h3>${words.properties}</h3>
<pre id="now" data-names="${readOnly.join(' ')}" lang="en" dir="ltr" tabindex="0" role="group" aria-label="${words.properties}"></pre>
<h3>${words.events}</h3>
<ol class="events" lang="en" dir="ltr" tabindex="0" aria-label="${words.events}"></ol>
<h3>${words.code}</h3>
<pre lang="en" dir="ltr" tabindex="0" role="group" aria-label="${words.code}"><code id="code"></code></pre>
<p><button type="button" id="copy" data-copied="${words.copied}">${words.copy}</button> <span role="status"></span></p>
</section>
<script type="module" src="${lang === 'ar' ? '' : '../'}../playground.js"></script>`;
}
