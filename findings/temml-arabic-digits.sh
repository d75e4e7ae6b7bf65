#!/usr/bin/env bash
# temml 0.13.5
#
# A number in Arabic digits is no number in the MathML: each digit, and the decimal separator, is a piece
# of text of its own, where 3.14 is one `<mn>`. An Arabic letter is text too, while a Greek one is an
# identifier. In `\operatorname` and `\text` the same letters and digits stay together.
#
# Seen:  12 -> mn 12; ١٢ -> mtext ١, mtext ٢; ٣٫١٤ -> four mtext; α -> mi; س -> mtext; \text{١٢} -> mtext ١٢
# Guess: ١٢ -> mn ١٢; ٣٫١٤ -> mn ٣٫١٤; س -> mi: what is read aloud and moved through as with 12 and α
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund temml@0.13.5

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['temml'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: temml } = await import('temml');

const pieces = (source) =>
  [...temml.renderToString(source).matchAll(/<(m[a-z]+)[^>]*>([^<]+)<\/\1>/g)].map(
    ([, name, text]) => `${name} ${text}`,
  );
for (const [source, expected] of [
  ['12', ['mn 12']],
  ['3.14', ['mn 3.14']],
  ['١٢', ['mtext ١', 'mtext ٢']],
  ['۱۲', ['mtext ۱', 'mtext ۲']],
  ['٣٫١٤', ['mtext ٣', 'mtext ٫', 'mtext ١', 'mtext ٤']],
  ['α', ['mi α']],
  ['س', ['mtext س']],
  ['\\text{١٢}', ['mtext ١٢']],
]) {
  console.log(source, '->', pieces(source).join(', '));
  assert.deepEqual(pieces(source), expected);
}
assert.ok(temml.renderToString('\\operatorname{جا}').includes('<mi>جا</mi>'));
PROBE
node probe.mjs
