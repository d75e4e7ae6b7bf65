/** An audio context for speech: at the embedded voice's own rate, and with battery before latency. */
export const speechContext = (): AudioContext =>
  new AudioContext({ latencyHint: 'balanced', sampleRate: 22050 });
