/**
 * The W3C speech synthesis interfaces over pluggable synthesizers, with Arabic voices of their
 * own. Importing it touches nothing global; `install()` does.
 */
export * from './events.js';
export * from './install.js';
export * from './server-synthesizer.js';
export * from './speech-synthesis.js';
export * from './synthesizer.js';
export * from './utterance.js';
export * from './voice.js';
export { configure } from './voice-files.js';
export {
  embeddedArabic,
  type EmbeddedArabicOptions,
  type Prepare,
} from './embedded/embedded-arabic.js';
