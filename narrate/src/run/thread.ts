/** A thread that makes one article after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeArticle } from '../make-article.js';
import { openStorage } from '../output/open-storage.js';
import { createVoice } from '../voice/create-voice.js';
import type { ClaimAnswer, Order, Report, ThreadOptions } from './messages.js';

const { folder, voice: name, make, claims } = workerData as ThreadOptions;
const tell = (report: Report) => parentPort!.postMessage(report);

const store = await openStorage(folder);
const voice = createVoice(name);

/** Set while it is asked whether a name is ours to make. */
let hear: ((isOurs: boolean) => void) | null = null;
const claim = (name: string) =>
  new Promise<boolean>((resolve) => {
    hear = resolve;
    tell({ type: 'claim', name });
  });

parentPort!.on('message', (message: Order | ClaimAnswer) => {
  if ('isOurs' in message) return hear?.(message.isOurs);
  const onProgress = (fraction: number) => tell({ type: 'progress', fraction });
  makeArticle(message, voice, store, make, onProgress, claims ? claim : undefined).then(
    (made) => tell({ type: 'made', made }),
    (thrown: unknown) => {
      const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
      tell({ type: 'failed', name, message });
    },
  );
});
tell({ type: 'ready' });
