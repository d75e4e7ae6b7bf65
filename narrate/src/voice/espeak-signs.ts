/**
 * Arabic in the phonetic signs that eSpeak NG writes, which is what most neural voices were trained on. Words
 * with vowels are said by the library's own rules, the rest by eSpeak's, in a thread of its own: it is spoken
 * to by messages (GPL-3.0).
 */
import { readFileSync } from 'node:fs';
import type {
  LoadMessage,
  TranscribeMessage,
  WorkerMessage,
} from '../../../src/speech-synthesis-polyfill/embedded/messages.js';
import { inEspeakNames } from '../../../src/speech-synthesis-polyfill/embedded/phonemes.js';
import type { AloudWord } from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';
import { asset } from '../assets.js';
import { WebWorker } from './web-worker.js';

/**
 * What eSpeak NG writes for its Arabic phonemes where that is not their name. Its rules know no dark lam, and
 * so no voice has heard of one.
 */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '?': 'ʔ', T: 'θ', dZ: 'dʒ', H: 'ħ', X: 'χ', D: 'ð', R: 'r', S: 'ʃ', 's[': 's̪', dH: 'dˤ' },
  ...{ 't[': 't̪', Z: 'ð', A: 'ʕ', Q: 'ɣ', L: 'l' },
};

/** A phoneme in eSpeak NG's names, with its stress: `'a:`. */
const signOf = (phoneme: string) =>
  phoneme.replace(
    /^('?)(.+)$/,
    (_, stress, name) => (stress && 'ˈ') + (SIGNS[name] ?? name.replace(':', 'ː')),
  );

export class EspeakSigns {
  #worker: WebWorker | undefined;
  #lastId = 0;
  readonly #asked = new Map<
    number,
    { resolve: (words: readonly string[]) => void; reject: (error: Error) => void }
  >();

  /** @returns the signs of each word; @throws Error (rejects) if the thread dies */
  async transcribe(words: readonly AloudWord[]): Promise<string[]> {
    const unknown = words.filter(({ said }) => !said).map(({ letters }) => letters);
    const heard = unknown.length ? await this.#ask(unknown) : [];
    let at = 0;
    return words.map(({ said }) =>
      said ? inEspeakNames(said).split('|').map(signOf).join('') : heard[at++]!,
    );
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  #ask(words: readonly string[]): Promise<readonly string[]> {
    this.#worker ??= this.#start();
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#worker!.postMessage({ id, words } satisfies TranscribeMessage);
    });
  }

  #start(): WebWorker {
    const worker = new WebWorker(asset('voice/espeak-ng-worker.js'));
    const fail = (message: string) => {
      this.close();
      for (const { reject } of this.#asked.values()) reject(new Error(`eSpeak NG: ${message}`));
      this.#asked.clear();
    };
    worker.addEventListener('message', (event) => {
      const { data: message } = event as MessageEvent<WorkerMessage>;
      if (message.type === 'failed') fail(message.message);
      if (message.type !== 'transcribed') return;
      this.#asked.get(message.id)?.resolve(message.words);
      this.#asked.delete(message.id);
    });
    worker.addEventListener('error', (event) => fail((event as ErrorEvent).message));
    const { buffer, byteOffset, length } = readFileSync(asset('voice/espeak-ng-arabic.bin'));
    const data = buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
    worker.postMessage({ data, variants: {} } satisfies LoadMessage, [data]);
    return worker;
  }
}
