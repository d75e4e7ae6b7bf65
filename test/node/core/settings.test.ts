import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contrastRatio } from '../../../src/core/contrast.js';
import { presetOf, PRESETS, presetUpdate, type PresetName } from '../../../src/core/presets.js';
import { parsePreferences, RANGES, resolveSettings, stepRate } from '../../../src/core/settings.js';

/** What is stored, and what is understood of it. */
const PARSED: readonly (readonly [stored: unknown, understood: object])[] = [
  [null, {}],
  ['text', {}],
  [
    { textSize: 900, lineHeight: 0, unknown: 1 },
    { textSize: 500, lineHeight: 1.2 },
  ],
  [{ textSize: '150', rate: NaN, pause: Infinity }, {}],
  [
    { paragraphSpacing: 9, fontWeight: 100, measure: 5, margins: -1, brightness: 0, pause: 60 },
    { paragraphSpacing: 3, fontWeight: 300, measure: 15, margins: 0, brightness: 40, pause: 5 },
  ],
  [
    { typeface: 'naskh', align: 'justify' },
    { typeface: 'naskh', align: 'justify' },
  ],
  [{ typeface: 'comic', align: 'center', digits: 'roman', diacritics: 1 }, {}],
  [
    { digits: 'arab', diacritics: 'hidden' },
    { digits: 'arab', diacritics: 'hidden' },
  ],
  [{ focusLines: 3 }, { focusLines: 3 }],
  [{ focusLines: 2 }, {}],
  [{ ink: '#ABCDEF', paper: '#fff' }, { ink: '#abcdef' }],
  [{ ink: 'red', paper: '#00000080' }, {}],
  [
    { pictures: false, ruler: true, dimming: 'yes' },
    { pictures: false, ruler: true },
  ],
  [{ skip: ['links', 'links', 'all'] }, { skip: ['links'] }],
  [
    { lookUp: 'https://example.org/{word}', oneSentence: true, echo: 'wait', parts: 'letters' },
    { lookUp: 'https://example.org/{word}', oneSentence: true, echo: 'wait', parts: 'letters' },
  ],
  [{ lookUp: true, oneSentence: 'yes', echo: 'twice', parts: 1 }, {}],
  [{ skip: 'links' }, {}],
  [{ skip: [] }, { skip: [] }],
  [{ listNumbers: 'ordinal' }, { listNumbers: 'ordinal' }],
  [{ listNumbers: 'roman' }, {}],
  [{ keys: { toggle: 'x', stop: 1, help: '' } }, { keys: { toggle: 'x' } }],
  [{ keys: {} }, {}],
  [
    { voice: 'x', voices: { ar: { uri: 'u', name: 'n', lang: 'ar', more: 1 }, en: 'x' } },
    { voices: { ar: { uri: 'u', name: 'n', lang: 'ar' } } },
  ],
];

test('preferences: clamped, or dropped if not understood', () => {
  for (const [stored, understood] of PARSED)
    assert.deepEqual(parsePreferences(stored), understood, JSON.stringify(stored));
});

test('preferences survive being stored', () => {
  for (const preset of Object.values(PRESETS))
    assert.deepEqual(parsePreferences(JSON.parse(JSON.stringify(preset))), preset);
});

test('settings: the user’s, else the page’s, else the library’s; complete, in range, frozen', () => {
  const settings = resolveSettings({ measure: 20 }, { measure: 40, rate: 2, theme: 'dark' }, 'ar');
  assert.equal(settings.measure, 20);
  assert.equal(settings.rate, 2);
  assert.equal(settings.theme, 'dark');
  assert.equal(settings.paper, null);
  assert.ok(Object.isFrozen(settings));
  for (const value of Object.values(resolveSettings({}, {}, ''))) assert.notEqual(value, undefined);
});

test('each range holds whole steps', () => {
  for (const [name, { min, max, step }] of Object.entries(RANGES))
    assert.ok(Math.abs(Math.round((max - min) / step) - (max - min) / step) < 1e-9, name);
});

test('rate: the next step up or down, also from between two', () => {
  const steps = [
    [1, 1.1, 0.9],
    [1.25, 1.3, 1.2],
    [2, 2.25, 1.9],
    [2.1, 2.25, 2],
    [2.4, 2.5, 2.25],
    [2.6, 2.75, 2.5],
    [3, 3, 2.75],
  ] as const;
  for (const [rate, faster, slower] of steps)
    assert.deepEqual([stepRate(rate, 1), stepRate(rate, -1)], [faster, slower], String(rate));
  let rate = 0.5;
  for (let step = 0; step < 15; step++) rate = stepRate(rate, 1);
  assert.equal(rate, 2);
});

test('presets: one is taken whole, known again, and another leaves nothing of it', () => {
  const names = Object.keys(PRESETS) as PresetName[];
  assert.equal(presetOf({}), undefined);
  let chosen = parsePreferences({ rate: 2, ink: '#123456' });
  for (const name of [...names, ...names.reverse()]) {
    chosen = parsePreferences({ ...chosen, ...presetUpdate(name) });
    assert.equal(presetOf(chosen), name);
    assert.deepEqual(chosen, { ...PRESETS[name], rate: 2 });
  }
  assert.equal(presetOf({ ...chosen, textSize: 110 }), undefined);
});

test('contrast ratio as WCAG 2.2 defines it', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    // The greys that are widely given as the last to pass AA and AAA on white.
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#595959', '#ffffff', 7],
    ['#ff0000', '#ffffff', 4],
  ];
  for (const [ink, paper, ratio] of cases) {
    assert.equal(Math.round(contrastRatio(ink, paper) * 100) / 100, ratio, `${ink} ${paper}`);
    assert.equal(contrastRatio(paper, ink), contrastRatio(ink, paper));
  }
});
