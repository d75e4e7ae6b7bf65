/** The library's embedded Arabic voices in Node, with the vowels that they need. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { createTashkeel } from '../../../src/diacritizer/index.js';
import { primaryLanguage } from '../../../src/core/settings.js';
import { embeddedArabic } from '../../../src/speech-synthesis-polyfill/index.js';
import { asset } from '../assets.js';
import type { NarrationVoice } from './voice.js';

/** As much of a web worker's surroundings as the voice's thread uses. */
const BOOT = `
import { parentPort } from 'node:worker_threads';
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
`;

/** A thread of Node's as a web worker, as far as the voice's client uses one. */
class WebWorker extends EventTarget {
  readonly #thread: Worker;

  constructor(script: URL) {
    super();
    // By its text, so that nothing that turns TypeScript into JavaScript here gets at it.
    const code = Buffer.from(BOOT + readFileSync(script, 'utf8')).toString('base64');
    this.#thread = new Worker(new URL(`data:text/javascript;base64,${code}`), { execArgv: [] });
    this.#thread.unref();
    this.#thread.on('message', (data) =>
      this.dispatchEvent(Object.assign(new Event('message'), { data })),
    );
    this.#thread.on('error', ({ message }) =>
      this.dispatchEvent(Object.assign(new Event('error'), { message })),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#thread.postMessage(message, transfer as never);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}

/** How the endings of words are said: as the reader's are where the page does not say. */
const STYLE = { pausal: true, minimumConfidence: 0.8, spelling: 'meant' } as const;

/**
 * @param name of one of the voices, as `salem`
 * @throws Error if there is none of that name
 */
export function embeddedVoice(name = 'salem'): NarrationVoice {
  const tashkeel = createTashkeel(
    readFileSync(asset('tashkeel/tashkeel.bin')),
    readFileSync(asset('tashkeel/lexicon.txt'), 'utf8'),
  );
  // Node fetches no files.
  const data = `data:application/octet-stream;base64,${readFileSync(asset('voice/espeak-ng-arabic.bin')).toString('base64')}`;
  const threads: WebWorker[] = [];
  const synthesizer = embeddedArabic({
    files: () => ({ worker: asset('voice/espeak-ng-worker.js'), data: new URL(data) }),
    createWorker: (url) => {
      const thread = new WebWorker(url);
      threads.push(thread);
      return thread as unknown as globalThis.Worker;
    },
    prepare: async (text) => tashkeel.diacritize(text, STYLE),
  });
  const voice = synthesizer.voices.find(({ voiceURI }) => voiceURI === `embedded:ar/${name}`);
  if (!voice) {
    const names = synthesizer.voices.map(({ voiceURI }) => voiceURI.split('/')[1]).join(', ');
    throw new Error(`There is no embedded voice ${name}. There are: ${names}.`);
  }
  return {
    id: voice.voiceURI,
    name: voice.name,
    synthesizer: { ...synthesizer, voices: [voice] },
    speaks: (lang) => primaryLanguage(lang) === 'ar',
    close: () => threads.forEach((thread) => thread.terminate()),
  };
}
