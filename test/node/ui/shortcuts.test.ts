import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ariaKeyOf, commandOf, keyFrom } from '../../../src/ui/internal/shortcuts.js';

/** A key press as a browser tells it. */
const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}) =>
  ({ key, code, shiftKey: false, ctrlKey: false, altKey: false, ...more }) as KeyboardEvent;
const shift = { shiftKey: true };

describe('the key that was pressed', () => {
  const cases: [what: string, event: KeyboardEvent, key: string | undefined][] = [
    ['a Latin letter, wherever it is (AZERTY)', press('a', 'KeyQ'), 'a'],
    ['a capital', press('K', 'KeyK', shift), 'k'],
    ['an Arabic letter, by its place', press('ن', 'KeyK'), 'k'],
    ['lam-alef typed as two letters, by its place', press('لا', 'KeyB'), 'b'],
    ['a Hebrew letter', press('ל', 'KeyK'), 'k'],
    ['a letter with an accent', press('é', 'Digit2'), '2'],
    ['an Eastern Arabic digit', press('٠', 'Digit0'), '0'],
    ['a digit of the number pad', press('٠', 'Numpad0'), '0'],
    ['a sign as a US keyboard has it', press('<', 'Comma', shift), '<'],
    ['a sign that another layout has elsewhere', press('<', 'IntlBackslash'), '<'],
    ['Shift and comma of an Arabic layout', press(',', 'Comma', shift), '<'],
    ['an Arabic question mark', press('؟', 'Slash', shift), '?'],
    ['the apostrophe of a Hebrew layout, where W is', press("'", 'KeyW'), 'w'],
    ['an apostrophe elsewhere', press("'", 'Quote'), "'"],
    ['space', press(' ', 'Space'), undefined],
    ['a key with a name', press('ArrowLeft', 'ArrowLeft'), undefined],
    [
      'a letter of another script on a key that a US keyboard lacks',
      press('ذ', 'IntlRo'),
      undefined,
    ],
    ['with Ctrl', press('k', 'KeyK', { ctrlKey: true }), undefined],
    ['with Alt', press('k', 'KeyK', { altKey: true }), undefined],
    ['with Meta', press('k', 'KeyK', { metaKey: true }), undefined],
    ['while a word is being composed', press('k', 'KeyK', { isComposing: true }), undefined],
  ];
  for (const [what, event, key] of cases)
    it(what, () => {
      assert.equal(keyFrom(event), key);
    });
});

describe('the command that it asks for', () => {
  it('is ours, with plus on the key beside it', () => {
    assert.equal(commandOf(press('k', 'KeyK'), {}), 'toggle');
    assert.equal(commandOf(press('=', 'Equal'), {}), 'larger');
    assert.equal(commandOf(press('x', 'KeyX'), {}), undefined);
  });

  it("is the user's before ours", () => {
    assert.equal(commandOf(press('k', 'KeyK'), { help: 'k' }), 'help');
    assert.equal(commandOf(press('x', 'KeyX'), { toggle: 'x' }), 'toggle');
  });

  it('is told with plus spelled out', () => {
    assert.equal(ariaKeyOf('larger', {}), 'Plus');
    assert.equal(ariaKeyOf('toggle', {}), 'k');
  });
});
