/** Which of a platform's voices are eSpeak's. Small and by itself: it is asked before voices are loaded. */

const ESPEAK = /e-?speak/i;

/** `Arabic+Adam`, `Arabic+Half-Life`: eSpeak's variants, as speech-dispatcher calls them. */
export const VARIANT = /\+[^+]+$/;

/** Whether a voice says by its names that it is eSpeak's. */
export const isRobotic = ({ name, voiceURI }: SpeechSynthesisVoice): boolean =>
  ESPEAK.test(name + voiceURI) || VARIANT.test(name);
