#!/usr/bin/env bash
# arabic-text-normalizer 1.4.0
#
# Its README removes the small alef: الرَّحْمَٰنِ to الرحمن. What comes has a full alef in its place,
# الرحمان and هاذا, and after the ى of a name one letter more: موسىا.
#
# Seen:  الرحمان, هاذا, موسىا, علىا
# Guess: الرحمن, هذا, موسى, على: the option is described as removing small letters
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund arabic-text-normalizer@1.4.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['arabic-text-normalizer'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { normalize } = await import('arabic-text-normalizer');

for (const [word, expected] of [
  ['الرَّحْم\u064e\u0670نِ', 'الرحمان'],
  ['ه\u064e\u0670ذَا', 'هاذا'],
  ['مُوس\u064eى\u0670', 'موسىا'],
  ['عَل\u064eى\u0670', 'علىا'],
]) {
  console.log(word, '->', normalize(word));
  assert.equal(normalize(word), expected);
}
PROBE
node probe.mjs
