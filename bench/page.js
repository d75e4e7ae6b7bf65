// Measures its own page, and leaves what it found in `window.result`.
const kind = new URLSearchParams(location.search).get('kind');
/* global ready */
/** Ms from navigation; waited for before anything else is measured. */
const time = await ready;
let step = 0;

if (kind.endsWith('step')) {
  const STEPS = 200;
  let move;
  if (kind === 'reader-step') {
    const { readArticle } = await import('/dist/page/read-article.js');
    const { Highlighter } = await import('/dist/page/highlighter.js');
    const { arabicSegmentation } = await import('/dist/arabic/segmentation.js');
    const { wordsOf } = await import('/dist/core/words.js');
    const content = document.querySelector('article-reader');
    const page = readArticle(content, { segmentation: arabicSegmentation });
    const highlighter = new Highlighter(page);
    const list = wordsOf(page.article.text, { start: 0, end: 4000 });
    move = (i) =>
      highlighter.show({ word: list[i % list.length], sentence: { start: 0, end: 600 } });
  } else {
    const list = document.querySelectorAll('span');
    move = (i) => {
      list[i % 600].className = '';
      list[(i + 1) % 600].className = 'said';
    };
  }
  const started = performance.now();
  for (let i = 0; i < STEPS; i++) {
    move(i);
    void document.body.offsetHeight;
  }
  step = (performance.now() - started) / STEPS;
}
window.result = { ready: time, step };
