/** A sound file whole, as a voice gives it: WAV, MP3, Ogg, FLAC, … */
import decode from 'audio-decode';

export interface DecodedSound {
  /** Mono, -1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** A second. */
  readonly sampleRate: number;
}

/** @throws Error (rejects) if it is no sound */
export async function decodeSound(file: Uint8Array): Promise<DecodedSound> {
  let channels: readonly Float32Array[];
  let sampleRate: number;
  try {
    ({ channelData: channels, sampleRate } = await decode(file));
  } catch (cause) {
    throw new Error('What the voice gave is no sound that can be read', { cause });
  }
  const [first] = channels;
  if (!first?.length) throw new Error('What the voice gave is empty');
  const samples = Float32Array.from(
    first,
    (_, i) => channels.reduce((sum, it) => sum + it[i]!, 0) / channels.length,
  );
  return { samples, sampleRate };
}
