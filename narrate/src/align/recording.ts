/** The sound of a file, whatever its format, in pieces and mono. Knows nothing of articles. */
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { decodeChunked } from 'audio-decode/stream';

/** What browsers play, by the ending of its name: how the decoder calls it, and its media type. */
const FORMATS = {
  '.mp3': { decoder: 'mp3', type: 'audio/mpeg' },
  '.m4a': { decoder: 'm4a', type: 'audio/mp4' },
  '.aac': { decoder: 'aac', type: 'audio/aac' },
  '.opus': { decoder: 'opus', type: 'audio/ogg' },
  '.ogg': { decoder: 'oga', type: 'audio/ogg' },
  '.oga': { decoder: 'oga', type: 'audio/ogg' },
  '.flac': { decoder: 'flac', type: 'audio/flac' },
  '.wav': { decoder: 'wav', type: 'audio/wav' },
  '.webm': { decoder: 'webm', type: 'audio/webm' },
} as const;

/** Samples a second of what ffmpeg decodes: those of our own voice. */
const FFMPEG_RATE = 22_050;

export interface Samples {
  /** Mono, -1 to 1. */
  readonly samples: Float32Array;
  readonly rate: number;
}

/** In words for the user. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

const formatOf = (path: string) =>
  FORMATS[extname(path).toLowerCase() as keyof typeof FORMATS] ?? null;

/** The media type of a file that browsers play. @throws RecordingError if it is none */
export function mediaTypeOf(path: string): string {
  const format = formatOf(path);
  if (!format)
    throw new RecordingError(
      `browsers do not play ${extname(path) || 'a file without an ending'}: ${Object.keys(FORMATS).join(', ')}`,
    );
  return format.type;
}

/**
 * As browsers play it: what an encoder put before the sound is left out where the file tells of it.
 *
 * @throws RecordingError where neither the decoders nor ffmpeg, if it is there, make sound of it
 */
export async function* decodeRecording(path: string): AsyncGenerator<Samples> {
  const format = formatOf(path);
  let isBegun = false;
  let why = 'is no sound that can be read';
  if (format)
    try {
      for await (const { channelData, sampleRate } of decodeChunked(
        createReadStream(path),
        format.decoder,
      )) {
        if (!channelData[0]?.length) continue;
        isBegun = true;
        yield { samples: mono(channelData), rate: sampleRate };
      }
    } catch (error) {
      why = (error as Error).message;
    }
  // What is whole up to a fault is whole enough: the words behind it have no sound, which is told elsewhere.
  if (isBegun) return;
  for await (const samples of byFfmpeg(path)) {
    isBegun = true;
    yield { samples, rate: FFMPEG_RATE };
  }
  if (!isBegun) throw new RecordingError(`${path}: ${why}`);
}

function mono(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels;
  if (channels.length === 1) return first!;
  return first!.map((_, i) => channels.reduce((sum, it) => sum + it[i]!, 0) / channels.length);
}

/** Nothing where there is no ffmpeg, or it cannot either. */
async function* byFfmpeg(path: string): AsyncGenerator<Float32Array> {
  const ffmpeg = spawn(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-vn', '-ac', '1', '-ar', `${FFMPEG_RATE}`, '-f', 'f32le', '-'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  ffmpeg.on('error', () => {});
  let rest = Buffer.alloc(0);
  try {
    for await (const chunk of ffmpeg.stdout) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      const whole = bytes.length - (bytes.length % 4);
      rest = bytes.subarray(whole);
      const samples = new Float32Array(whole / 4);
      for (let i = 0; i < samples.length; i++) samples[i] = bytes.readFloatLE(i * 4);
      if (whole) yield samples;
    }
  } finally {
    ffmpeg.kill();
  }
}
