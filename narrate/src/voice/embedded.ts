/** The library's embedded Arabic voices in Node, with the vowels that they need. */
import { readFileSync } from 'node:fs';
import { primaryLanguage } from '../../../src/core/settings.js';
import { embeddedArabic } from '../../../src/speech-synthesis-polyfill/index.js';
import { asset } from '../assets.js';
import type { NarrationVoice } from './voice.js';
import { vowels } from './vowels.js';
import { WebWorker } from './web-worker.js';

/**
 * @param name of one of the voices, as `salem`
 * @throws Error if there is none of that name
 */
export function embeddedVoice(name = 'salem'): NarrationVoice {
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
    prepare: vowels(),
  });
  const voice = synthesizer.voices.find(({ voiceURI }) => voiceURI === `embedded:ar/${name}`);
  if (!voice) {
    const names = synthesizer.voices.map(({ voiceURI }) => voiceURI.split('/')[1]).join(', ');
    throw new Error(`There is no embedded voice ${name}. There are: ${names}.`);
  }
  return {
    id: voice.voiceURI,
    name: voice.name,
    isEstimated: false,
    synthesizer: { ...synthesizer, voices: [voice] },
    speaks: (lang) => primaryLanguage(lang) === 'ar',
    close: () => threads.forEach((thread) => thread.terminate()),
  };
}
