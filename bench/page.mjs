/** The page that `run.mjs` measures: real HTML, as a server would send it, the same text in every kind. */

const WORDS =
  'قال ممثل الأمين العام للأمم المتحدة والمنسق المقيم لدى دولة الكويت اليوم الخميس إن الدولة أظهرت نهجا مثاليا.'.split(
    ' ',
  );
/** Words a paragraph, as in a newspaper. */
const LENGTH = 73;

/**
 * @param words how many
 * @param kind `plain`, `reader` or `spans` (one round every word); with `-step` after it, highlight
 *   steps are measured too
 */
export function html(words, kind) {
  const paragraphs = [];
  for (let n = 0; n < words; n += LENGTH) {
    const list = Array.from({ length: LENGTH }, (_, i) => WORDS[(n + i) % WORDS.length]);
    const text = kind === 'spans-step' ? list.map((word) => `<span>${word}</span>`) : list;
    paragraphs.push(`<p>${text.join(' ')}</p>`);
  }
  const tag = kind.startsWith('reader') ? 'article-reader' : 'main';
  return `<!doctype html>
<html lang="ar" dir="rtl">
  <meta charset="utf-8" />
  <title>bench</title>
  <link rel="icon" href="data:," />
  ${
    // As README has it for very long pages: there before the first paint, so that nothing is laid out twice.
    tag === 'main'
      ? ''
      : '<script type="module" blocking="render" src="/dist/article-reader.js"></script>'
  }
  <script>
    // Once the frame that is being made is drawn; a timer would let idle tasks go before.
    const drawn = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    // The first frame that has all of the text, and the bar with its buttons, which work.
    const ready = new Promise((resolve) => {
      const look = () => {
        const reader = document.querySelector('article-reader');
        const bar = reader?.shadowRoot?.querySelector('article-reader-toolbar')?.shadowRoot;
        const isThere = document.readyState !== 'loading' && (!reader || bar?.querySelector('button'));
        if (isThere) resolve(drawn());
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    // The reader has read the article, unasked.
    const read = new Promise((resolve) => {
      if ('${tag}' === 'main') resolve(NaN);
      addEventListener('reader-articlechange', () => resolve(performance.now()), { capture: true });
    });
  </script>
  <style>
    .said {
      background: #ffd24a;
    }
  </style>
  <body>
    <${tag}>${paragraphs.join('\n')}</${tag}>
    <script type="module" src="/bench/page.js"></script>
  </body>
</html>
`;
}
