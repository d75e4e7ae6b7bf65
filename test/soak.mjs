/**
 * `npm run soak -- --runs 20000 --seed 1`: random schedules of what the listener does, what the voice
 * does wrong and what becomes of the page (`soak.ts`), in Chromium. Prints the shortest one that fails.
 */
import { parseArgs } from 'node:util';
import { runBrowserTests } from './browsers.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000}` },
    engine: { type: 'string', default: 'chromium' },
  },
});
const soak = { runs: Number(values.runs), seed: Number(values.seed) };
console.log(`${soak.runs} schedules in ${values.engine}, seed ${soak.seed}`);
const { ok } = await runBrowserTests({
  engines: [values.engine],
  files: ['test/browser/ui/soak.test.ts'],
  soak,
});
process.exit(ok ? 0 : 1);
