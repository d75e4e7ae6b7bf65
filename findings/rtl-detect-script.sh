#!/usr/bin/env bash
# rtl-detect 1.1.2
#
# The script that a tag names does not count: Azerbaijani, Punjabi, Uzbek and Malay in Arabic letters
# are left-to-right, Arabic and Hebrew in Latin letters right-to-left. Only the language is looked up.
#
# Seen:  az-Arab ltr, pa-Arab ltr, uz-Arab ltr, ms-Arab ltr, ar-Latn rtl, he-Latn rtl
# Guess: az-Arab rtl, pa-Arab rtl, uz-Arab rtl, ms-Arab rtl, ar-Latn ltr, he-Latn ltr
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts rtl-detect@1.1.2

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import rtlDetect from 'rtl-detect';

console.log('rtl-detect', JSON.parse(readFileSync('node_modules/rtl-detect/package.json', 'utf8')).version);
const tags = ['az-Arab', 'pa-Arab', 'uz-Arab', 'ms-Arab', 'ar-Latn', 'he-Latn'];
const seen = tags.map((tag) => `${tag} ${rtlDetect.getLangDir(tag)}`);
console.log(seen.join(', '));
assert.deepEqual(seen, [
  'az-Arab ltr',
  'pa-Arab ltr',
  'uz-Arab ltr',
  'ms-Arab ltr',
  'ar-Latn rtl',
  'he-Latn rtl',
]);
PROBE
node probe.mjs
