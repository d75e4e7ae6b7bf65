/** A thread that makes one article after another. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeArticle } from '../make-article.js';
import { Store } from '../output/store.js';
import { createVoice } from '../voice/create-voice.js';
import type { Order, Report, ThreadOptions } from './messages.js';

const { folder, voice: name, make } = workerData as ThreadOptions;
const tell = (report: Report) => parentPort!.postMessage(report);

const store = Store.at(folder);
const voice = createVoice(name);

parentPort!.on('message', (source: Order) => {
  makeArticle(source, voice, store, make, (fraction) => tell({ type: 'progress', fraction })).then(
    (made) => tell({ type: 'made', made }),
    (error: unknown) =>
      tell({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
tell({ type: 'ready' });
