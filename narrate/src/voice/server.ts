/** A voice of a server: a POST for each sentence, sound and times of words back. */
import { setTimeout as wait } from 'node:timers/promises';
import { saidPieces } from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';
import {
  serverSynthesizer,
  type ServerRequest,
} from '../../../src/speech-synthesis-polyfill/index.js';
import { decodeSound } from '../audio/decode-sound.js';
import { estimateMarks } from './estimate-marks.js';
import { readAnswer } from './server-answer.js';
import type { NarrationVoice } from './voice.js';

/** Where the header that lets the program in stands: no command line, which others can see. */
const AUTHORIZATION = 'ARTICLE_READER_AUTHORIZATION';

/** What is tried again: when, in ms, after a server that cannot or wants it slower. */
const AGAIN = [1000, 4000] as const;
/** How long an answer may take; ms. */
const PATIENCE = 60_000;
/** No sentence has more sound; bytes of the answer. */
const LARGEST = 64 * 1024 * 1024;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<"]/g, (sign) => ESCAPES[sign]!);

/** The text with a `<mark>` before each word, for services that tell of marks. */
function marked(text: string, lang: string) {
  const words = saidPieces(text).flatMap((piece) => piece.flatMap(({ marked: it }) => it ?? []));
  let ssml = '';
  let at = 0;
  words.forEach(({ start }, index) => {
    ssml += `${escape(text.slice(at, start))}<mark name="${index}"/>`;
    at = start;
  });
  const root = `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${escape(lang)}">`;
  return { words, ssml: `${root}${ssml}${escape(text.slice(at))}</speak>` };
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LARGEST) throw new Error(`more than ${LARGEST} bytes`);
    parts.push(part);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

async function post(url: string, body: string, signal: AbortSignal): Promise<Response> {
  const authorization = process.env[AUTHORIZATION];
  for (const pause of [...AGAIN, null]) {
    let response: Response | null = null;
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, audio/wav, audio/*;q=0.9',
          ...(authorization && { authorization }),
        },
        body,
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      });
    } catch (error) {
      if (signal.aborted || pause === null) throw error;
    }
    if (response && (pause === null || !/^(?:429|5..)$/.test(String(response.status))))
      return response;
    await response?.body?.cancel();
    await wait(pause!, undefined, { signal });
  }
  throw new Error('not reached');
}

/** Of the library's request one that has SSML as well; of any service's answer the library's. */
const translated: typeof fetch = async (url, init) => {
  const request = JSON.parse(String(init!.body)) as ServerRequest;
  const { words, ssml } = marked(request.text, request.lang);
  const response = await post(
    String(url as string | URL),
    JSON.stringify({ ...request, ssml }),
    init!.signal!,
  );
  if (!response.ok) return response;
  const { headers } = response;
  const bytes = await bytesOf(response);
  if (!headers.get('content-type')?.startsWith('application/json'))
    return new Response(bytes, { headers });
  try {
    return Response.json(
      readAnswer(JSON.parse(new TextDecoder().decode(bytes)), request.text, words),
    );
  } catch {
    // No answer that is known: the library says so.
    return Response.json({});
  }
};

/**
 * @param place an address, with the server's own name for a voice behind `#`
 * @throws Error if it is none
 */
export function serverVoice(place: string): NarrationVoice {
  if (!/^https?:/.test(place) || !URL.canParse(place)) throw new Error(`is no address: ${place}`);
  const url = new URL(place);
  const voice = decodeURIComponent(url.hash.slice(1)) || 'default';
  url.hash = '';
  let isEstimated = false;
  const server = serverSynthesizer({
    url,
    voices: [{ voiceURI: voice, name: voice, lang: 'ar' }],
    fetch: translated,
    decode: decodeSound,
  });
  return {
    id: `server:${place}`,
    name: voice === 'default' ? url.host : voice,
    get isEstimated() {
      return isEstimated;
    },
    synthesizer: {
      ...server,
      async *synthesize(request, signal) {
        for await (const chunk of server.synthesize(request, signal)) {
          const { samples, sampleRate, marks } = chunk;
          isEstimated ||= !marks.length;
          yield marks.length
            ? chunk
            : { ...chunk, marks: estimateMarks(request.text, samples, sampleRate) };
        }
      },
    },
    speaks: () => true,
    close() {},
  };
}
