#!/usr/bin/env bash
# subsrt-ts 2.1.2
#
# From WebVTT to SRT the numbers of the captions begin too high: what is no caption is counted too,
# the line "WEBVTT" itself and each comment. A comment also loses its text where WebVTT is written again. The
# captions know their own number, 1.
#
# Seen:  srt numbers 3 4 (index 1 2); vtt: "NOTE" with nothing after it
# Guess: srt numbers 1 2; vtt: "NOTE first draft"
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund subsrt-ts@2.1.2

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['subsrt-ts'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: subsrt } = await import('subsrt-ts');

const file = `WEBVTT

NOTE first draft

00:01.000 --> 00:02.000
نص

00:03.000 --> 00:04.000
نص آخر
`;
const captions = subsrt.parse(file).filter(({ type }) => type === 'caption');
const indexes = captions.map(({ index }) => index);
const numbers = subsrt.convert(file, { format: 'srt' }).match(/^\d+$/gm);
const [note] = subsrt.convert(file, { format: 'vtt' }).match(/^NOTE.*$/m);
console.log('index', indexes, 'srt', numbers, 'vtt', JSON.stringify(note));
assert.deepEqual(indexes, [1, 2]);
assert.deepEqual(numbers, ['3', '4']);
assert.equal(note, 'NOTE');
PROBE
node probe.mjs
