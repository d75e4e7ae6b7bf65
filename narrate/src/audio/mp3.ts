/**
 * MP3 that browsers trim to the sample: LAME in WebAssembly, and before its sound a frame with what LAME's own
 * program writes there, how many samples the encoder put before and behind. Without it the sound comes
 * 1,105 samples late.
 *
 * @see http://gabriel.mp3-tech.org/mp3infotag.html
 */
import { createMp3Encoder } from 'wasm-media-encoders';

/** Samples a second that the format has. */
const RATES = [8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000] as const;

/** What LAME puts before the sound; a decoder adds its own 529. */
const ENCODER_DELAY = 576;
/** Samples. */
const LONGEST_FRAME = 1152;
/** LAME 3.100 makes what it is given so many times as loud, so that nothing clips. */
const LAME_SCALE = 0.95;

/** kbit/s by the index in a frame's header: of MPEG-1 and of MPEG-2 and 2.5, layer III. */
const BITRATES = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;

/** From the tag's name to its end. */
const TAG_LENGTH = 156;

interface Frame {
  /** MPEG-1: 1; MPEG-2 and 2.5: 2. */
  readonly version: 1 | 2;
  readonly rate: number;
  readonly samples: number;
  /** Bytes, the header's four included. */
  readonly length: number;
  /** Bytes between the header and the sound. */
  readonly side: number;
}

/** What the four bytes of a frame's header say. @throws Error if they are none */
function frameAt(bytes: Uint8Array, at: number): Frame {
  const [sync = 0, one = 0, two = 0, three = 0] = bytes.subarray(at, at + 4);
  if (sync !== 0xff || (one & 0xe6) !== 0xe2) throw new Error('MP3: no frame');
  const layout = (one >> 3) & 3;
  const version = layout === 3 ? 1 : 2;
  const rate =
    [44_100, 48_000, 32_000][(two >> 2) & 3]! / (layout === 3 ? 1 : layout === 2 ? 2 : 4);
  const samples = version === 1 ? 1152 : 576;
  const kbits = BITRATES[version][two >> 4]!;
  const length = Math.floor((samples / 8) * ((kbits * 1000) / rate)) + ((two >> 1) & 1);
  const isMono = three >> 6 === 3;
  const side = version === 1 ? (isMono ? 17 : 32) : isMono ? 9 : 17;
  return { version, rate, samples, length, side };
}

/** CRC-16 as the tag has it: of the polynomial 0x8005, bits from the right, from 0; a byte at a time. */
const CRC = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  return crc;
});

function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (let i = 0; i < bytes.length; i++) crc = (crc >> 8) ^ CRC[(crc ^ bytes[i]!) & 255]!;
  return crc;
}

/**
 * The frame that goes before the sound.
 *
 * @param sound whole frames
 * @param length samples that were encoded
 */
function tagFrame(sound: Uint8Array, length: number): Uint8Array {
  const first = frameAt(sound, 0);
  let frames = 0;
  const starts: number[] = [];
  for (let at = 0; at + 4 <= sound.length; frames++) {
    starts.push(at);
    at += frameAt(sound, at).length;
  }
  const head = 4 + first.side;
  // The lowest rate of bits that has room for the tag.
  const { version, rate, samples } = first;
  const index = BITRATES[version].findIndex(
    (kbits) => Math.floor((samples / 8) * ((kbits * 1000) / rate)) >= head + TAG_LENGTH,
  );
  const header = Uint8Array.from(sound.subarray(0, 4));
  header[2] = (index << 4) | (header[2]! & 0b1100);
  const frame = new Uint8Array(frameAt(header, 0).length);
  frame.set(header);
  const view = new DataView(frame.buffer, head);
  const text = (at: number, words: string) => frame.set(Buffer.from(words, 'latin1'), head + at);
  text(0, 'Info');
  // There are the number of frames, of bytes, a table of contents, and a quality.
  view.setUint32(4, 0b1111);
  view.setUint32(8, frames);
  view.setUint32(12, frame.length + sound.length);
  const total = frame.length + sound.length;
  for (let percent = 0; percent < 100; percent++) {
    const start = frame.length + starts[Math.floor((percent * frames) / 100)]!;
    view.setUint8(16 + percent, Math.min(255, Math.floor((start * 256) / total)));
  }
  view.setUint32(116, 50);
  text(120, 'LAME3.100');
  // Revision 0, a constant rate of bits.
  view.setUint8(129, 1);
  view.setUint8(140, Math.min(255, BITRATES[version][header[2]! >> 4]!));
  const padding = frames * samples - ENCODER_DELAY - length;
  view.setUint8(141, ENCODER_DELAY >> 4);
  view.setUint16(142, ((ENCODER_DELAY & 15) << 12) | padding);
  view.setUint32(148, total);
  view.setUint16(152, crc16(sound));
  view.setUint16(154, crc16(frame.subarray(0, head + 154)));
  return frame;
}

/** An MP3 file that is made as its sound comes. */
export class Mp3Encoder {
  readonly #encoder: Awaited<ReturnType<typeof createMp3Encoder>>;
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  private constructor(encoder: Awaited<ReturnType<typeof createMp3Encoder>>) {
    this.#encoder = encoder;
  }

  /**
   * @param sampleRate of the sound, one of the format's
   * @param bitrate kbit/s
   * @throws RangeError if the format does not have the sample rate
   */
  static async start(sampleRate: number, bitrate: 32 | 48 | 64 | 96 | 128): Promise<Mp3Encoder> {
    const outputSampleRate = RATES.find((rate) => rate === sampleRate);
    if (!outputSampleRate) throw new RangeError(`MP3 has no ${sampleRate} samples a second`);
    const encoder = await createMp3Encoder();
    encoder.configure({ channels: 1, sampleRate, outputSampleRate, bitrate });
    return new Mp3Encoder(encoder);
  }

  /** @param samples mono, -1 to 1 */
  add(samples: Float32Array): void {
    this.#length += samples.length;
    // What is given out is the encoder's own memory.
    this.#parts.push(this.#encoder.encode([samples.map((value) => value / LAME_SCALE)]).slice());
  }

  /** The file. */
  finish(): Uint8Array {
    // A decoder is late by its own delay: the last of the sound wants a frame behind it to come out by.
    this.#parts.push(this.#encoder.encode([new Float32Array(LONGEST_FRAME)]).slice());
    this.#parts.push(this.#encoder.finalize().slice());
    const sound = Buffer.concat(this.#parts);
    return Buffer.concat([tagFrame(sound, this.#length), sound]);
  }
}
