/** The voice that the user names. */
import { commandVoice } from './command.js';
import { embeddedVoice } from './embedded.js';
import { piperVoice } from './piper.js';
import { serverVoice } from './server.js';
import type { NarrationVoice } from './voice.js';

/** What there is, by the word before the colon, and what comes behind it. */
const KINDS: Readonly<Record<string, (rest?: string) => NarrationVoice>> = {
  embedded: embeddedVoice,
  piper: wanting('piper:FILE.onnx', piperVoice),
  server: wanting('server:URL', serverVoice),
  command: wanting("command:'PROGRAM'", commandVoice),
};

function wanting(usage: string, create: (rest: string) => NarrationVoice) {
  return (rest?: string) => {
    if (!rest) throw new Error(`It is ${usage}`);
    return create(rest);
  };
}

/**
 * @param name `embedded`, or one of its voices: `embedded:layla`; `piper:FILE.onnx`; `server:URL`; `command:PROGRAM`
 * @throws Error if there is none of that name
 */
export function createVoice(name: string): NarrationVoice {
  const [, kind = '', rest] = /^([a-z]+)(?::([\s\S]+))?$/.exec(name) ?? [];
  const create = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!create) throw new Error(`There is no voice ${name}: ${Object.keys(KINDS).join(', ')}.`);
  return create(rest);
}
