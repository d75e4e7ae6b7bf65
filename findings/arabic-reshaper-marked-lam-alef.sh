#!/usr/bin/env bash
# arabic-reshaper 1.1.0
#
# A lam with a mark before an alef, لَا as in any voweled text, is made the ligature of both, the
# mark is lost, and the alef is written once more: shown, it reads لاا. Without the mark the ligature
# is right; marks on other letters are kept.
#
# Seen:  لا -> U+FEFB; لَا -> U+FEFB U+FE8E, back: لاا; بَا -> U+FE91 U+064E U+FE8E, back: بَا
# Guess: لَا -> the ligature and the mark (or the two letters and the mark), back: لَا
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund arabic-reshaper@1.1.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['arabic-reshaper'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: reshaper } = await import('arabic-reshaper');

const codes = (text) => [...text].map((letter) => letter.codePointAt(0).toString(16)).join(' ');
for (const [word, shaped, back] of [
  ['لا', 'fefb', 'لا'],
  ['ل\u064eا', 'fefb fe8e', 'لاا'],
  ['ب\u064eا', 'fe91 64e fe8e', 'ب\u064eا'],
]) {
  const seen = reshaper.convertArabic(word);
  const returned = reshaper.convertArabicBack(seen);
  console.log(word, '->', codes(seen), 'back:', returned, codes(returned));
  assert.equal(codes(seen), shaped);
  assert.equal(returned, back);
}
PROBE
node probe.mjs
