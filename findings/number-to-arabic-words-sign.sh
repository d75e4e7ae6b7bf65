#!/usr/bin/env bash
# number-to-arabic-words 1.5.3
#
# The sign of a number is taken for one of its digits: -12 is twelve, -1234 two hundred and thirty-four,
# and -1 and -1000 are no words at all; there is no error. Of a number that JavaScript writes with an
# exponent, the exponent is read. The README has numbers beyond 100000000000000000000, "unlimited".
#
# Seen:  -12 -> إثنا عشر; -1234 -> مائتان و أربع و ثلاثون; -1, -1000 -> (nothing); 1e21 -> واحد و عشرون
# Guess: a word for minus before each, or an error; 1e21 -> ألف كوادرليون
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund number-to-arabic-words@1.5.3

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['number-to-arabic-words'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: words } = await import('number-to-arabic-words/dist/index-node.js');

for (const [number, expected] of [
  [12, 'إثنا عشر'],
  [-12, 'إثنا عشر'],
  [1, 'واحد'],
  [-1, ''],
  [-1000, ''],
  [-1234, 'مائتان و أربع و ثلاثون'],
  [1e20, 'مائة كوادرليون'],
  [1e21, 'واحد و عشرون'],
  ['1000000000000000000000', ''],
]) {
  console.log(number, '->', words.toArabicWord(number) || '(nothing)');
  assert.equal(words.toArabicWord(number), expected);
}
PROBE
node probe.mjs
