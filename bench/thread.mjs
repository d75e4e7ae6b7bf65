/**
 * What the reader takes of the page's main thread, action by action, in Chromium: the thread's time, its
 * longest task, and how long a press waits for its frame. Thread time is that of a core, not of a clock,
 * so that other work on the machine counts less.
 */

/** A voice that says a word each 250 ms, so that reading aloud needs no sound. */
const VOICE = `(() => {
  const voice = { name: 'bench', lang: 'ar', voiceURI: 'bench', localService: true, default: true };
  let timer, utterance;
  const tell = (type, more) => utterance['on' + type]?.(Object.assign(new Event(type), more)) ??
    utterance.dispatchEvent(Object.assign(new Event(type), more));
  const synthesis = Object.assign(new EventTarget(), {
    speaking: false, paused: false, pending: false,
    getVoices: () => [voice],
    speak(it) {
      utterance = it;
      this.speaking = true;
      const words = [...it.text.matchAll(/\\S+/g)];
      let at = -1;
      const step = () => {
        if (at < 0) tell('start', { charIndex: 0 });
        const word = words[++at];
        if (word) tell('boundary', { name: 'word', charIndex: word.index, charLength: word[0].length });
        else { this.speaking = false; return tell('end', { charIndex: it.text.length }); }
        timer = setTimeout(step, 250);
      };
      timer = setTimeout(step, 20);
    },
    cancel() { clearTimeout(timer); this.speaking = false; },
    pause() {}, resume() {},
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; this.rate = this.pitch = this.volume = 1; this.lang = ''; this.voice = null; }
  };
})()`;

/** What a visitor does, in turn, as calls in the page. `press` clicks a button of the bar. */
const ACTIONS = {
  play: "press('toggle')",
  next: 'reader.next()',
  'next again': 'reader.next()',
  'to the end': 'reader.seek(reader.article.text.length - 400)',
  larger: "press('larger')",
  pause: 'reader.pause()',
  'settings open': "press('settings')",
  'settings closed': 'close()',
  'contents open': "press('contents')",
  'contents closed': 'close()',
  'view open': "press('view')",
  'view larger': "press('larger')",
  'view closed': 'close()',
  'text put before':
    "reader.prepend(Object.assign(document.createElement('p'), { textContent: 'خبر جديد وصل الآن.' }))",
};

const HELPERS = `
  var reader = document.querySelector('article-reader');
  var bars = () => {
    const found = [];
    const walk = (root) => root.querySelectorAll('*').forEach((it) => {
      if (it.localName === 'article-reader-toolbar') found.push(it.shadowRoot);
      if (it.shadowRoot) walk(it.shadowRoot);
    });
    walk(document);
    return found;
  };
  var press = (command) => bars().at(-1).querySelector('[data-command=' + command + ']').click();
  var close = () => {
    const dialogs = [];
    const walk = (root) => root.querySelectorAll('*').forEach((it) => {
      if (it.localName === 'dialog' && it.open) dialogs.push(it);
      if (it.shadowRoot) walk(it.shadowRoot);
    });
    walk(document);
    const last = dialogs.at(-1);
    last.dispatchEvent(new Event('cancel', { cancelable: true })) && last.close();
  };`;

/** Lets all that was begun come to an end. */
const CALM = `new Promise((resolve) => {
  let left = 12;
  const wait = () => (left-- ? requestIdleCallback(() => setTimeout(wait, 60)) : resolve());
  wait();
})`;

/** Tasks of the page's main thread while something is done: all and the longest, in ms of the thread. */
async function tasksOf(tab, client, act) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  client.on('Tracing.dataCollected', take);
  await client.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await act();
  await tab.evaluate(CALM);
  await tab.evaluate("console.timeStamp('here')");
  const done = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await done;
  client.off('Tracing.dataCollected', take);
  const here = events.find(({ name }) => name === 'TimeStamp');
  // Each task has an event of that name, and one inside it that is called RunTask alone.
  const times = events
    .filter(({ name, pid, tid }) => /::RunTask$/.test(name) && pid === here.pid && tid === here.tid)
    .map(({ tdur = 0 }) => tdur / 1000);
  return { total: times.reduce((sum, it) => sum + it, 0), longest: Math.max(0, ...times) };
}

/** Opens a page, slowed down, with a voice; and closes it again. */
async function withPage(browser, slow, use) {
  const tab = await browser.newPage();
  try {
    await tab.setViewport({ width: 1000, height: 800 });
    const client = await tab.createCDPSession();
    await tab.evaluateOnNewDocument(VOICE);
    await client.send('Emulation.setCPUThrottlingRate', { rate: slow });
    return await use(tab, client);
  } finally {
    await tab.close();
  }
}

async function load(tab, url) {
  await tab.goto(url, { waitUntil: 'load' });
  await tab.waitForFunction('window.result', { timeout: 120_000 });
  await tab.evaluate(HELPERS);
}

/**
 * Opens a page and does what a visitor does.
 *
 * @param actions false only opens it
 * @returns by action, `load` first: time of the thread in all, and of its longest task; ms
 */
export const threadTimes = (browser, url, { slow = 1, actions = true } = {}) =>
  withPage(browser, slow, async (tab, client) => {
    const times = {};
    times.load = await tasksOf(tab, client, () => load(tab, url));
    if (!actions) return times;
    for (const [name, call] of Object.entries(ACTIONS))
      times[name] = await tasksOf(tab, client, () => tab.evaluate(`void (${call})`));
    times.resize = await tasksOf(tab, client, () => tab.setViewport({ width: 700, height: 800 }));
    return times;
  });

/** Words that are followed, and those before them that make what is made once. */
const FOLLOWED = 240;
const BEFORE = 24;

/**
 * Follows a text word by word, each in a frame of its own: `reader` by the reader, `bare` by the Highlight
 * API alone, with the same marks, and no more than it takes to keep them in view.
 */
const FOLLOWERS = {
  reader: `(() => {
    const words = [...reader.article.text.slice(0, 4000).matchAll(/\\S+/g)];
    return (i) => reader.seek(words[i].index);
  })()`,
  bare: `(() => {
    const words = [...document.querySelectorAll('p')].slice(0, 8).flatMap(({ firstChild: text }) =>
      [...text.data.matchAll(/\\S+/g)].map(({ 0: { length }, index }) => {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + length);
        return range;
      }));
    const [sentence, word] = ['sentence', 'word'].map((name) => {
      const highlight = new Highlight();
      CSS.highlights.set(name, highlight);
      return highlight;
    });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('::highlight(sentence){background-color:#fff1c2;color:#16202a}' +
      '::highlight(word){background-color:#ffd24a;color:#16202a;text-decoration-line:underline;' +
      'text-decoration-thickness:3px;text-underline-offset:.35em}');
    document.adoptedStyleSheets.push(sheet);
    return (i) => {
      word.clear();
      word.add(words[i]);
      if (i % 18 === 0) {
        const all = words[i].cloneRange();
        all.setEnd(words[i + 17].endContainer, words[i + 17].endOffset);
        sentence.clear();
        sentence.add(all);
      }
      if (words[i].getBoundingClientRect().bottom > innerHeight)
        scrollBy({ top: innerHeight * 0.7, behavior: 'smooth' });
    };
  })()`,
};

/**
 * @param kind `reader` or `bare`
 * @returns ms of the thread for each word that is followed, with its frame
 */
export const following = (browser, url, kind) =>
  withPage(browser, 1, async (tab, client) => {
    await load(tab, url);
    await tab.evaluate(`window.move = ${FOLLOWERS[kind]}`);
    const follow = (from, to) =>
      tab.evaluate(`(async () => {
        for (let i = ${from}; i < ${to}; i++) {
          await new Promise(requestAnimationFrame);
          move(i);
        }
      })()`);
    await follow(0, BEFORE);
    await tab.evaluate(CALM);
    const { total } = await tasksOf(tab, client, () => follow(BEFORE, BEFORE + FOLLOWED));
    return total / FOLLOWED;
  });

/** @returns ms of script that a step to the next sentence takes, without its frame */
export const stepTime = (browser, url) =>
  withPage(browser, 1, async (tab) => {
    await load(tab, url);
    for (const call of ["press('toggle')", 'reader.pause()', 'reader.next()']) {
      await tab.evaluate(`void (${call})`);
      await tab.evaluate(CALM);
    }
    return tab.evaluate(`(() => {
      const steps = 200;
      const started = performance.now();
      for (let i = 0; i < steps; i++) reader[i % 30 < 15 ? 'next' : 'previous']();
      return (performance.now() - started) / steps;
    })()`);
  });

/** Presses of eight buttons, each with what has to be undone before the next. */
const PRESSES = {
  toggle: null,
  nextSentence: null,
  nextParagraph: null,
  larger: null,
  smaller: null,
  settings: 'close()',
  contents: 'close()',
  view: 'close()',
};

/**
 * Presses buttons as a mouse does.
 *
 * @returns by button: from the press to the next frame, as the browser's Event Timing has it; ms
 */
export const interactions = (browser, url, { slow = 1 } = {}) =>
  withPage(browser, slow, async (tab) => {
    await load(tab, url);
    await tab.evaluate(`window.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration, interactionId } of list.getEntries())
          if (interactionId) longest = Math.max(longest, duration);
      }).observe({ type: 'event', durationThreshold: 16 })`);
    const times = {};
    for (const [command, undo] of Object.entries(PRESSES)) {
      await tab.evaluate('longest = 0');
      const [x, y] = await tab.evaluate(`(() => {
        const { x, y, width, height } = bars().at(-1)
          .querySelector('[data-command=${command}]').getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      })()`);
      await tab.mouse.click(x, y);
      await tab.evaluate(CALM);
      times[command] = await tab.evaluate('longest');
      if (undo) await tab.evaluate(`void (${undo})`);
      await tab.evaluate(CALM);
    }
    return times;
  });
