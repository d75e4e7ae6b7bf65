/**
 * What espeak-ng's Arabic voice says: a JSON list of texts comes in, one of phonemes goes out. A script
 * by itself, since what turns TypeScript into JavaScript makes espeak-ng many times slower.
 */
import { readFileSync } from 'node:fs';
import createEspeak from '@echogarden/espeak-ng-emscripten';

const espeak = await createEspeak();
const voice = new espeak.eSpeakNGWorker();
voice.set_voice('ar');
// There is less to make.
voice.set_rate(450);

function hear(text) {
  let heard = '';
  voice.synthesize(text, (_pcm, events) => {
    for (const { type, id } of events) if (type === 'phoneme') heard += id;
    return false;
  });
  return heard;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(hear)));
