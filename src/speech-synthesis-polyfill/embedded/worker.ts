/**
 * The worker of the embedded voice: espeak-ng, spoken to by messages.
 *
 * `build-voice.mjs` puts espeak-ng's script in front of this file, which makes the result a work
 * under the GNU General Public License, version 3. Nothing else may import it.
 */
import type { LoadMessage, SpeakMessage, TranscribeMessage, WorkerMessage } from './messages.js';

/** What is used of the module that espeak-ng.js exports. */
interface Espeak {
  readonly FS: { writeFile(path: string, data: Uint8Array | string): void };
  readonly FS_createPath: (parent: string, path: string, read: boolean, write: boolean) => void;
  readonly HEAP16: Int16Array;
  readonly eSpeakNGWorker: new () => {
    set_voice(name: string): number;
    set_rate(wordsAMinute: number): void;
    set_pitch(pitch: number): void;
    get_samplerate(): number;
    synthesize(
      ssml: string,
      callback: (pcm: Int16Array | null, events: readonly EspeakEvent[]) => boolean,
    ): void;
    /** Phonemes with `_` between them; languages in parentheses where they change. */
    synthesize_ipa(text: string, callback: null): { readonly ipa: string };
  };
}

interface EspeakEvent {
  readonly type: string;
  /** ms. */
  readonly audio_position: number;
  readonly id?: string | number;
}

/** From espeak-ng.js, in front of this file in the bundle. */
declare const Module: (options: object) => Promise<Espeak>;

/** Bytes that one piece may have. */
const ROOM = 0x20000;

const DATA = 'usr/share/espeak-ng-data';

const tell = (message: WorkerMessage, transfer: Transferable[] = []) =>
  (globalThis as unknown as { postMessage: (m: unknown, t: Transferable[]) => void }).postMessage(
    message,
    transfer,
  );

/** The data, unpacked if the server has not done so. */
async function unpack(data: ArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(data);
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzip) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** The archive of `build-voice.mjs`: length of the list, list of names and sizes, the files. */
function* filesIn(archive: Uint8Array): Generator<[path: string, data: Uint8Array]> {
  const length = new DataView(archive.buffer, archive.byteOffset).getUint32(0, true);
  const list = new TextDecoder().decode(archive.subarray(4, 4 + length));
  let offset = 4 + length;
  for (const [path, size] of JSON.parse(list) as [string, number][]) {
    yield [path, archive.subarray(offset, offset + size)];
    offset += size;
  }
}

/** Begun at once: the data may still be on its way. */
const starting = Module({ print() {}, printErr() {} });
// Its failure is met when the data is there.
starting.catch(() => {});

type Answer = (message: SpeakMessage | TranscribeMessage) => void;

async function load({ data, variants }: LoadMessage): Promise<Answer> {
  const espeak = await starting;
  const archive = await unpack(data);
  const write = (path: string, content: Uint8Array | string) => {
    const full = `${DATA}/${path}`;
    espeak.FS_createPath('/', full.slice(0, full.lastIndexOf('/')), true, true);
    espeak.FS.writeFile(`/${full}`, content);
  };
  for (const [path, content] of filesIn(archive)) write(path, content);
  for (const [name, text] of Object.entries(variants)) write(`voices/!v/${name}`, text);
  const voice = new espeak.eSpeakNGWorker();
  // espeak-ng's binding keeps a buffer for strings, whose address it knows outside of the memory: it
  // must be there, and long enough, before the memory is remembered.
  voice.set_voice(' '.repeat(ROOM));
  voice.set_voice('ar');
  // espeak-ng carries the phase of its waves and its noise over from one call to the next. Starting
  // each from the same memory makes the same text the same sound, and keeps nothing behind.
  let used = espeak.HEAP16.length;
  while (used > 0 && espeak.HEAP16[used - 1] === 0) used--;
  const memory = espeak.HEAP16.slice(0, used);
  const speak = ({ id, ssml, variant, rate, pitch }: SpeakMessage) => {
    voice.set_voice(`ar+${variant}`);
    voice.set_rate(rate);
    voice.set_pitch(pitch);
    const sampleRate = voice.get_samplerate();
    voice.synthesize(ssml, (pcm, events) => {
      const samples = new Float32Array(pcm?.length ?? 0);
      pcm?.forEach((value, index) => (samples[index] = value / 32768));
      const marks = events
        .filter(({ type }) => type === 'mark')
        .map(({ id: name, audio_position }) => [String(name), audio_position] as const);
      if (samples.length > 0 || marks.length > 0)
        tell({ type: 'chunk', id, samples, sampleRate, marks }, [samples.buffer]);
      return false;
    });
    tell({ type: 'done', id });
  };
  const transcribe = ({ id, words }: TranscribeMessage) => {
    voice.set_voice('ar');
    const said = words.map((word) =>
      voice
        .synthesize_ipa(word, null)
        .ipa.replace(/\(.*?\)|[_\-]/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    tell({ type: 'transcribed', id, words: said });
  };
  return (message) => {
    const texts = 'words' in message ? message.words : [message.ssml];
    if (texts.some(({ length }) => length * 3 > ROOM))
      throw new RangeError('Too long for one piece');
    espeak.HEAP16.set(memory);
    if ('words' in message) transcribe(message);
    else speak(message);
  };
}

let loaded: Promise<Answer | undefined> | undefined;

addEventListener(
  'message',
  ({ data }: MessageEvent<LoadMessage | SpeakMessage | TranscribeMessage>) => {
    if ('data' in data) {
      loaded = load(data).then(
        (answer) => {
          tell({ type: 'ready' });
          return answer;
        },
        (error: unknown) => {
          tell({ type: 'failed', message: String(error) });
          return undefined;
        },
      );
    } else {
      loaded
        ?.then((answer) => answer?.(data))
        .catch((error: unknown) => {
          // As an error of the worker, which is how the page learns of it.
          setTimeout(() => {
            throw error;
          });
        });
    }
  },
);
