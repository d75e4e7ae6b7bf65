/** The embedded voice in Node: its built files, in a process instead of a web worker. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildVoice } from '../../../scripts/build-voice.mjs';

const BOOT = `
globalThis.postMessage = (message) => process.send(message);
globalThis.addEventListener = (type, listener) => process.on(type, (data) => listener({ data }));
import(process.argv[1]);
`;

/**
 * As much of a web worker as the voice's client uses. A process, not a thread: threads inherit
 * what turns TypeScript into JavaScript here, and that makes espeak-ng many times slower.
 */
export class NodeWorker extends EventTarget {
  readonly process: ChildProcess;

  constructor(url: URL) {
    super();
    this.process = spawn(process.execPath, ['-e', BOOT, url.href], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.process.on('message', (data) =>
      this.dispatchEvent(Object.assign(new Event('message'), { data })),
    );
  }

  postMessage(message: object): void {
    if (this.process.connected) this.process.send(message);
  }

  /** Like a web worker's, it is not reported by any event. */
  terminate(): void {
    this.process.kill('SIGKILL');
  }
}

export interface NodeVoice {
  /** As options of `embeddedArabic`. */
  readonly options: { files: () => { worker: URL; data: URL }; createWorker: (url: URL) => Worker };
  /** Every worker that was started, the newest last. */
  readonly workers: NodeWorker[];
  readonly folder: string;
  close(): void;
}

export async function nodeVoice(): Promise<NodeVoice> {
  const folder = mkdtempSync(join(tmpdir(), 'article-reader-voice-'));
  await buildVoice({ outDir: folder });
  const script = join(folder, 'espeak-ng-worker.mjs');
  renameSync(join(folder, 'espeak-ng-worker.js'), script);
  // Node fetches no files.
  const bytes = readFileSync(join(folder, 'espeak-ng-arabic.bin'));
  const data = new URL(`data:application/octet-stream;base64,${bytes.toString('base64')}`);
  const workers: NodeWorker[] = [];
  return {
    folder,
    workers,
    options: {
      files: () => ({
        worker: pathToFileURL(script),
        data,
      }),
      createWorker: (url) => {
        const worker = new NodeWorker(url);
        workers.push(worker);
        return worker as unknown as Worker;
      },
    },
    close() {
      for (const worker of workers) worker.terminate();
      rmSync(folder, { recursive: true });
    },
  };
}
