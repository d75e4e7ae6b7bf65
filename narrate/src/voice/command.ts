/** A voice that is a program: text on its standard input, sound on its standard output. */
import { spawn } from 'node:child_process';
import { SynthesisFailure } from '../../../src/speech-synthesis-polyfill/index.js';
import { decodeSound } from '../audio/decode-sound.js';
import { estimateMarks } from './estimate-marks.js';
import type { NarrationVoice } from './voice.js';

/** How long it may take for a sentence; ms. */
const PATIENCE = 120_000;
/** No sentence has more sound; bytes. */
const LARGEST = 256 * 1024 * 1024;

/** What goes into a command line: of a language and a rate nothing that a shell reads. */
const filled = (command: string, lang: string, rate: number) =>
  command
    .replaceAll('{lang}', lang.replace(/[^\w-]/g, ''))
    .replaceAll('{rate}', String(Math.round(rate * 1000) / 1000));

function soundOf(command: string, text: string, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, timeout: PATIENCE, killSignal: 'SIGKILL', signal });
    const parts: Buffer[] = [];
    let length = 0;
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      length += part.length;
      if (length > LARGEST) child.kill('SIGKILL');
    });
    child.stderr.on('data', (part: Buffer) => (complaint = (complaint + part).slice(-500)));
    child.on('error', reject);
    child.on('close', (status, killed) => {
      if (length > LARGEST) reject(new Error(`it gave more than ${LARGEST} bytes`));
      else if (status === 0) resolve(Buffer.concat(parts));
      else
        reject(
          new Error(
            `it ended with ${status ?? killed}: ${complaint.trim().split('\n').at(-1) || 'no word of why'}`,
          ),
        );
    });
    // It may end before it has read all: its status tells.
    child.stdin.on('error', () => {});
    child.stdin.end(text);
  });
}

/** @param command for a shell; `{lang}` and `{rate}` in it are filled in */
export function commandVoice(command: string): NarrationVoice {
  return {
    id: `command:${command}`,
    name: command.trim().split(/\s/)[0]!,
    isEstimated: true,
    synthesizer: {
      voices: [{ voiceURI: 'command', name: command, lang: 'ar' }],
      async *synthesize({ text, lang, rate }, signal) {
        try {
          if (rate !== 1 && !command.includes('{rate}'))
            throw new Error('it has no {rate} to put the rate into');
          const sound = await decodeSound(await soundOf(filled(command, lang, rate), text, signal));
          yield { ...sound, marks: estimateMarks(text, sound.samples, sound.sampleRate) };
        } catch (cause) {
          throw new SynthesisFailure(
            'synthesis-failed',
            `The command for the voice failed: ${(cause as Error).message}`,
            { cause },
          );
        }
      },
    },
    // What it does not, it will say so.
    speaks: () => true,
    close() {},
  };
}
