/** The voice that the user names. */
import { embeddedVoice } from './embedded.js';
import type { NarrationVoice } from './voice.js';

/**
 * @param name `embedded`, or one of its voices: `embedded:layla`
 * @throws Error if there is none of that name
 */
export function createVoice(name: string): NarrationVoice {
  const [, kind, rest] = /^([a-z]+)(?::([\s\S]+))?$/.exec(name) ?? [];
  if (kind === 'embedded') return embeddedVoice(rest);
  throw new Error(`There is no voice ${name}: embedded, or embedded:NAME.`);
}
