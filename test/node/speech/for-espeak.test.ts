import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSpoken } from '../../../src/arabic/spoken/to-spoken.js';
import { forEspeak } from '../../../src/reader/listening/for-espeak.js';

/** In Node there is no worker, and so no vowels. */
const without = async (written: string) => {
  const spoken = await forEspeak(toSpoken(written), written);
  return { text: spoken.text, at: (word: string) => spoken.toSource(spoken.text.indexOf(word)) };
};

describe('what an eSpeak of the device is given where no vowels can be had', () => {
  const TABLE: [written: string, given: string][] = [
    ['عمره 25 عاما', 'عمره 25 عاما'],
    ['في ٣٠ يوليو', 'في 30 يوليو'],
    ['من 10 إلى 1,500', 'من 10 إلى 1500'],
    // What is written is said as it is written.
    ['قال د. طارق', 'قال الدكتور طارق'],
    // Letters of other keyboards, forms of letters, marks in Unicode's order.
    ['علی کتاب', 'علي كتاب'],
    ['ﻻ', 'لا'],
    ['كم بقي من 5 كم', 'كَم بقي من 5 كيلومترات'],
  ];
  for (const [written, given] of TABLE)
    it(written, async () => assert.equal((await without(written)).text, given));

  it('leads back to what is written', async () => {
    const written = 'عمره 25 عاما وله 3 كتب';
    const { text, at } = await without(written);
    assert.equal(text, written);
    for (const word of written.split(' ')) assert.equal(at(word), written.indexOf(word), word);
  });
});
