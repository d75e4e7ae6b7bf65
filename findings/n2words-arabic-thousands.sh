#!/usr/bin/env bash
# n2words 4.0.0 (ar-SA)
#
# A hundred and one thousand is "a hundred and a thousand thousand": one before a scale is replaced by
# the scale's word, also in the middle of a number. And the gender of what is counted reaches the word
# for thousands, which has its own: with `gender: 'feminine'` 3000 is ثلاث آلاف.
#
# Seen:  101000 -> مائة وألف ألف; 3000, feminine -> ثلاث آلاف
# Guess: 101000 -> مائة وواحد ألف, or مائة ألف وألف; 3000 -> ثلاثة آلاف whatever is counted
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund n2words@4.0.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['n2words'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { toCardinal } = await import('n2words/ar-SA');

for (const [number, options, expected] of [
  [3000, {}, 'ثلاثة آلاف'],
  [3000, { gender: 'feminine' }, 'ثلاث آلاف'],
  [101000, {}, 'مائة وألف ألف'],
  [201000, {}, 'مئتان وألف ألف'],
]) {
  console.log(number, options, '->', toCardinal(number, options));
  assert.equal(toCardinal(number, options), expected);
}
PROBE
node probe.mjs
