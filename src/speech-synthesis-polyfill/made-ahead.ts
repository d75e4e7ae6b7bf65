import type { SynthesisChunk, SynthesisRequest, Synthesizer } from './synthesizer.js';

/** A synthesizer that can be told what will be spoken next. */
export interface AheadSynthesizer extends Synthesizer {
  /**
   * Begins to make an utterance that is not spoken yet. The next one told, and the next one spoken,
   * takes its place.
   */
  expect(request: SynthesisRequest): void;
}

/** What has been begun. */
interface Begun {
  readonly key: string;
  readonly chunks: AsyncIterator<SynthesisChunk>;
  readonly first: Promise<IteratorResult<SynthesisChunk>>;
  readonly stop: AbortController;
}

const keyOf = ({ text, lang, voice, rate, pitch }: SynthesisRequest) =>
  JSON.stringify([text, lang, voice.voiceURI, rate, pitch]);

/** Wants no more of it: what waits to be asked for its next chunk would wait for ever. */
function giveUp({ chunks, stop }: Begun): void {
  stop.abort();
  chunks.return?.().catch(() => {});
}

/**
 * Lets a synthesizer begin early, for pages that put one utterance into the queue at a time, to know
 * where they are: the next is there when the one before it ends.
 */
export function madeAhead(synthesizer: Synthesizer): AheadSynthesizer {
  let begun: Begun | undefined;
  /** Takes what has been begun, if it is this; else nobody wants it any more. */
  const take = (request: SynthesisRequest) => {
    const taken = begun;
    begun = undefined;
    if (taken?.key === keyOf(request)) return taken;
    if (taken) giveUp(taken);
    return undefined;
  };
  return {
    ...synthesizer,
    expect(request) {
      if (begun?.key === keyOf(request)) return;
      if (begun) giveUp(begun);
      const stop = new AbortController();
      const chunks = synthesizer.synthesize(request, stop.signal)[Symbol.asyncIterator]();
      const it = (begun = { key: keyOf(request), chunks, first: chunks.next(), stop });
      // Tried again when it is spoken.
      it.first.catch(() => begun === it && (begun = undefined));
    },
    async *synthesize(request, signal) {
      const taken = take(request);
      if (!taken) return yield* synthesizer.synthesize(request, signal);
      const abort = () => taken.stop.abort();
      signal.addEventListener('abort', abort);
      try {
        for (let it = await taken.first; !it.done; it = await taken.chunks.next()) yield it.value;
      } finally {
        signal.removeEventListener('abort', abort);
        giveUp(taken);
      }
    },
  };
}
