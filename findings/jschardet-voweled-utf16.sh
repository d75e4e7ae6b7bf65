#!/usr/bin/env bash
# jschardet 4.1.0
#
# Arabic in UTF-16 without a byte order mark is found, both orders, unless it is voweled: then the two
# orders are exchanged, the language is said to be Chinese, and the confidence is 0.95 as before. Decoded so,
# the text is Chinese characters without a sense.
#
# Seen:  ذهب محمد, LE -> utf-16-le, ar; ذَهَبَ مُحَمَّدٌ, LE -> utf-16-be, zh, 0.95; and BE -> utf-16-le
# Guess: LE and BE as they are: the marks are of the same block, U+06xx, as the letters
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund jschardet@4.1.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['jschardet'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: jschardet } = await import('jschardet');

const little = (text) => Buffer.from(text, 'utf16le');
for (const text of [
  'ذهب محمد إلى المدرسة',
  'ذَهَبَ مُحَمَّدٌ إِلَى المَدْرَسَةِ',
  'بسم الله الرحمن الرحيم',
  'بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ',
]) {
  const seen = [little(text), little(text).swap16()].map((bytes) => jschardet.detect(bytes));
  const voweled = /[\u064b-\u0652]/.test(text);
  for (const { encoding, language, confidence } of seen)
    console.log(text, '->', encoding, language, confidence);
  assert.deepEqual(
    seen.map(({ encoding }) => encoding),
    voweled ? ['utf-16-be', 'utf-16-le'] : ['utf-16-le', 'utf-16-be'],
  );
  for (const { language, confidence } of seen) {
    assert.equal(language, voweled ? 'zh' : 'ar');
    assert.equal(confidence, 0.95);
  }
}
PROBE
node probe.mjs
