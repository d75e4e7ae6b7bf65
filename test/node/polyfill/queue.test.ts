import { describe, it } from 'node:test';
import { randomSequences } from '../../random-sequences.js';

describe('1,000 random sequences of speak, pause, resume, cancel', () => {
  it('settle each utterance exactly once, with no event after and no stray sound', () =>
    randomSequences(1000, 20200730));
});
