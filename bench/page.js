// Measures its own page, and leaves what it found in `window.result`.
const kind = new URLSearchParams(location.search).get('kind');
/* global ready, drawn, read */
/** Ms from navigation; waited for before anything else is measured. */
const time = await ready;
let first = 0;
let step = 0;
let frame = 0;

if (kind.endsWith('step')) {
  const STEPS = 200;
  const FRAMES = 60;
  let move;
  if (kind === 'reader-step') {
    const { readArticle } = await import('/build/page/read/read-article.js');
    const { Highlighter } = await import('/build/page/highlight/highlighter.js');
    const segmentation = await import('/build/arabic/index.js');
    const { wordsOf } = await import('/build/core/words.js');
    const content = document.querySelector('article-reader');
    const page = readArticle(content, { segmentation });
    const highlighter = new Highlighter(page);
    const list = wordsOf(page.article.text, { start: 0, end: 4000 });
    move = (i) => highlighter.show({ word: list[i], sentence: { start: 0, end: 600 } });
  } else {
    const list = document.querySelectorAll('span');
    move = (i) => {
      list[i].className = '';
      list[i + 1].className = 'said';
    };
  }
  // Each word is marked once, as in reading: what is marked again costs less.
  let word = 0;
  const laidOut = () => {
    const started = performance.now();
    move(word++);
    void document.body.offsetHeight;
    return performance.now() - started;
  };
  const painted = async () => {
    const started = await new Promise((resolve) =>
      requestAnimationFrame(() => {
        const now = performance.now();
        move(word++);
        resolve(now);
      }),
    );
    return (await drawn()) - started;
  };
  // It makes the style sheet of the marks.
  first = laidOut();
  for (let i = 0; i < STEPS; i++) step += laidOut() / STEPS;
  for (let i = 0; i < FRAMES; i++) frame += (await painted()) / FRAMES;
}
window.result = { ready: time, read: await read, first, step, frame };
