// What is set in the form is set on the element, and shown as code.
const form = document.querySelector('.playground form');
const reader = document.querySelector('#tried');
const code = document.querySelector('#code');
const style = document.head.appendChild(document.createElement('style'));
const fields = (kind) => [...form.querySelectorAll(`[data-${kind}]`)];

/** A field that was left alone sets nothing. */
const isChosen = (field) =>
  field.type === 'checkbox' ? field.checked : field.value !== field.defaultValue && field.value;

const attribute = ([name, value]) =>
  ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

function show() {
  const attributes = fields('attribute').map(({ dataset, value }) => [dataset.attribute, value]);
  for (const [name, value] of attributes)
    // The page's own reader keeps what the user chose; this one keeps nothing unless it is asked to.
    if (value) reader.setAttribute(name, value);
    else if (name === 'persist') reader.setAttribute(name, 'none');
    else reader.removeAttribute(name);
  const [{ value: text }] = fields('text');
  reader.text = text || null;

  const properties = fields('property')
    .filter(isChosen)
    .map(({ dataset, value }) => `  ${dataset.property}: ${value};`);
  const rules = [
    ...(properties.length ? [`article-reader {\n${properties.join('\n')}\n}`] : []),
    ...fields('part')
      .filter(isChosen)
      .map(({ dataset }) => `article-reader::part(${dataset.part}) {\n  outline: 2px dashed;\n}`),
  ].join('\n');
  style.textContent = rules.replaceAll(/^article-reader/gm, '#tried');

  const tag = `article-reader${attributes
    .filter(([, value]) => value)
    .map(attribute)
    .join('')}`;
  code.textContent = [
    ...(rules ? [`<style>\n${rules}\n</style>`] : []),
    text
      ? `<${tag}></${'article-reader'}>\n<script type="module">\n  document.querySelector('article-reader').text = ${JSON.stringify(text)};\n</${'script'}>`
      : `<${tag}>\n  …\n</article-reader>`,
  ].join('\n');
}

form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(show));
for (const button of fields('method'))
  button.addEventListener('click', () => reader[button.dataset.method]());

const events = document.querySelector('.events');
const now = document.querySelector('#now');

/** The article's text is long, and is to be seen above. */
const short = (key, value) => (key === 'text' ? `${value.slice(0, 20)}…` : value);

function tell() {
  now.textContent = now.dataset.names
    .split(' ')
    .map((name) => `${name}: ${JSON.stringify(reader[name], short)}`)
    .join('\n');
}
for (const name of ['articlechange', 'statechange', 'positionchange', 'settingschange', 'error'])
  reader.addEventListener(`reader-${name}`, (event) => {
    const { playback, sentence, word, message } = event;
    const told = { status: playback?.status, sentence, word, message };
    tell();
    const item = document.createElement('li');
    item.textContent = `${event.type} ${JSON.stringify(told)}`;
    events.prepend(item);
    while (events.children.length > 20) events.lastChild.remove();
  });

const copy = document.querySelector('#copy');
copy.addEventListener('click', async () => {
  await navigator.clipboard.writeText(code.textContent);
  copy.nextElementSibling.textContent = copy.dataset.copied;
});

show();
await customElements.whenDefined('article-reader');
tell();
