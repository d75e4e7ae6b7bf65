#!/usr/bin/env bash
# cldr-segmentation 2.2.1
#
# The first piece of a text, up to the place where its line may first be broken, is in no line:
# `lineSplit` begins with the second piece and `eachLine` at an offset that is not 0. A text without such
# a place has no lines at all. Words, sentences and characters of the same text are complete.
#
# Seen:  قال الولد نعم -> الولد, نعم; eachLine begins at 4; مكتبة -> nothing
# Guess: قال, الولد, نعم; at 0; مكتبة: the pieces joined are the text, as with the other three
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund cldr-segmentation@2.2.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['cldr-segmentation'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: segmentation } = await import('cldr-segmentation');

for (const [text, expected] of [
  ['قال الولد نعم', ['الولد ', 'نعم']],
  ['ثَمَنُهُ ١٢٫٥٪ فقط', ['١٢٫٥٪ ', 'فقط']],
  ['one two three', ['two ', 'three']],
  ['مكتبة', []],
]) {
  const lines = segmentation.lineSplit(text);
  const starts = [];
  new segmentation.BreakIterator().eachLine(text, (line, start) => starts.push(start));
  console.log(text, '->', lines, 'starts', starts);
  assert.deepEqual(lines, expected);
  assert.notEqual(starts[0], 0);
  for (const split of ['wordSplit', 'sentenceSplit', 'graphemeSplit'])
    assert.equal(segmentation[split](text).join(''), text);
}
PROBE
node probe.mjs
