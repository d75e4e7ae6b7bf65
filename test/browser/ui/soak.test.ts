/** Schedules of listener, voice and page; `npm run soak` plays more of them. */
import { expect } from '@open-wc/testing';
import { soak, type Counts } from '../../soak.js';

declare global {
  interface Window {
    /** What `npm run soak` asks for; null in a test. */
    readonly __AR_SOAK__: { readonly runs: number; readonly seed: number } | null;
  }
}

/** Other engines are slower, and the rules are the same. */
const asked = window.__AR_SOAK__ ?? {
  runs: /Chrom/.test(navigator.userAgent) ? 300 : 40,
  seed: 17,
};

describe('random schedules of listener, voice and page', () => {
  it(`hold ${asked.runs} times`, async function () {
    this.timeout(window.__AR_SOAK__ ? 0 : 120_000);
    const counts: Counts = { schedules: 0, steps: 0, faults: 0, changes: 0, words: 0 };
    const began = performance.now();
    const failure = await soak(asked.runs, asked.seed, counts);
    if (window.__AR_SOAK__)
      console.log(JSON.stringify({ ...counts, s: Math.round((performance.now() - began) / 1000) }));
    expect(failure).to.equal(undefined);
  });
});
