#!/usr/bin/env bash
# arabic-stem 0.0.7
#
# A kashida, which only makes a word longer for the eye, counts as a letter of its root: المدرســة and
# المدرسة have no stem in common, and محمـد has none at all. Marks, which are as little a part
# of the root, are taken off.
#
# Seen:  المدرسة -> درس; المدرســة -> مدر; مكتوب -> كتب كيب; مكتـوب -> مكت; محمـد -> nothing
# Guess: the same stems with it as without, as كِتَابٌ has those of كتاب
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund arabic-stem@0.0.7

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['arabic-stem'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: Stemmer } = await import('arabic-stem');

const stemmer = new Stemmer();
for (const [word, expected] of [
  ['كتاب', ['كتب']],
  ['كِتَابٌ', ['كتب']],
  ['كـتاب', ['كـت']],
  ['المدرسة', ['درس']],
  ['المدرســة', ['مدر']],
  ['مكتوب', ['كتب', 'كيب']],
  ['مكتـوب', ['مكت']],
  ['محمد', ['حمد']],
  ['محمـد', []],
]) {
  const { stem } = stemmer.stem(word);
  console.log(word, '->', stem.join(' ') || 'nothing');
  assert.deepEqual(stem, expected);
}
PROBE
node probe.mjs
