import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contrastRatio, mixed } from '../../../src/core/contrast.js';
import { RANGES, THEMES } from '../../../src/core/settings.js';
import { textColors, textPalette } from '../../../src/core/text-colors.js';
import { PALETTES } from '../../../src/core/themes.js';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('text colours', () => {
  it('are the theme’s where nothing else was chosen', () => {
    for (const theme of ['light', 'dark', 'sepia', 'contrast'] as const) {
      const { paper, ink, sentence, word } = PALETTES[theme];
      const { onSentence, ...palette } = textPalette({ theme }, false);
      assert.deepEqual([palette.paper, palette.ink, palette.word], [paper, ink, word], theme);
      assert.equal(onSentence, ink, theme);
      assert.equal(palette.sentence, sentence, theme);
    }
    assert.match(textColors({ theme: 'system', brightness: 90 }).paper, /^light-dark\(#e6e6e6,#/);
    assert.equal(textColors({ theme: 'page', brightness: 90 }).scheme, '');
  });

  it('keep what the user chose, and take the rest from a theme that suits it', () => {
    const own = textPalette({ theme: 'sepia', ink: '#101010' }, false);
    assert.deepEqual([own.ink, own.paper], ['#101010', PALETTES.sepia.paper]);
    assert.equal(textPalette({ ink: '#ffff00' }, false).paper, PALETTES.dark.paper);
    assert.equal(textPalette({ paper: '#202020' }, false).ink, PALETTES.dark.ink);
    assert.equal(textColors({ ink: '#ffffff', paper: '#000040' }).scheme, 'dark');
  });

  it('stay legible on any ink and paper: links, and the marks in the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...THEMES), colour, colour, (theme, ink, paper) => {
        const palette = textPalette({ theme, ink, paper }, false);
        const best = Math.max(contrastRatio('#000000', paper), contrastRatio('#ffffff', paper));
        assert.ok(contrastRatio(palette.accent, paper) >= Math.min(7, best) - 0.01, 'link');
        assert.ok(
          contrastRatio(palette.onSentence, palette.sentence) >=
            Math.min(4.5, contrastRatio(ink, paper)) - 0.01,
          'sentence',
        );
        assert.ok(contrastRatio(palette.onWord, palette.word) >= 4.5, 'word');
        assert.ok(contrastRatio(palette.word, paper) >= 1.1 || contrastRatio(ink, paper) < 1.12);
      }),
    );
  });

  it('are dimmed as far as text keeps 7:1', () => {
    for (const theme of THEMES)
      for (const isDark of [false, true])
        for (let brightness = RANGES.brightness.min; brightness < 100; brightness += 5) {
          const { ink, paper, accent } = textPalette({ theme, brightness }, isDark);
          assert.ok(contrastRatio(ink, paper) >= 6.99, `${theme} ${brightness}: ${ink} ${paper}`);
          assert.ok(contrastRatio(accent, paper) >= 6.9, `${theme} ${brightness}: ${accent}`);
        }
    const full = textPalette({ theme: 'light' }, false);
    assert.ok(
      contrastRatio(textPalette({ theme: 'light', brightness: 70 }, false).paper, full.paper) > 1.5,
    );
  });

  it('are mixed channel by channel', () => {
    assert.equal(mixed('#000000', '#ffffff', 0.5), '#808080');
    assert.equal(mixed('#102030', '#102030', 0.3), '#102030');
  });
});
