#!/usr/bin/env bash
# mathml-to-latex 1.8.0
#
# The text of an `<mtext>` is taken for a formula. What is not a letter from a to z is put outside `\text`:
# Arabic words stand in math, only the space between them is text, and "_" and "^" become a subscript and
# a superscript. Of a Cyrillic word single letters are exchanged for Latin ones.
#
# Seen:  إذا كان -> إذا\text{ }كان; file_name -> \text{file}_\text{name}; так -> т, the Latin a, к
# Guess: \text{إذا كان}, \text{file\_name}, \text{так}
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund mathml-to-latex@1.8.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['mathml-to-latex'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { MathMLToLaTeX } = await import('mathml-to-latex');

for (const [text, expected] of [
  ['if it is', '\\text{if it is}'],
  ['إذا كان', 'إذا\\text{ }كان'],
  ['5 كغم', '\\text{5 }كغم'],
  ['file_name', '\\text{file}_\\text{name}'],
  ['where x^2', '\\text{where x}^\\text{2}'],
  ['\u0442\u0430\u043a', '\u0442a\u043a'],
]) {
  const seen = MathMLToLaTeX.convert(`<math><mtext>${text}</mtext></math>`);
  console.log(text, '->', seen);
  assert.equal(seen, expected);
}
PROBE
node probe.mjs
