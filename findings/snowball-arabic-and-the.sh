#!/usr/bin/env bash
# snowball-stemmers 0.6.0 (Arabic)
#
# "The" is taken off a word, also after "with" or "like", and so is "and"; but not "and the": والكتاب
# and فالكتاب stay as they are, so that they do not meet كتاب. And digits are replaced: the stem of
# ١٢٣ is 123.
#
# Seen:  الكتاب بالكتاب كالكتاب للكتاب وكتاب -> كتاب; والكتاب, فالكتاب -> unchanged; ١٢٣ -> 123
# Guess: all seven -> كتاب; ١٢٣ -> ١٢٣
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund snowball-stemmers@0.6.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['snowball-stemmers'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: snowball } = await import('snowball-stemmers');

const stemmer = snowball.newStemmer('arabic');
const stems = {};
for (const word of ['الكتاب', 'بالكتاب', 'كالكتاب', 'للكتاب', 'وكتاب', 'والكتاب', 'فالكتاب', '١٢٣']) {
  stems[word] = stemmer.stem(word);
  console.log(word, '->', stems[word]);
}
for (const word of ['الكتاب', 'بالكتاب', 'كالكتاب', 'للكتاب', 'وكتاب']) assert.equal(stems[word], 'كتاب');
for (const word of ['والكتاب', 'فالكتاب']) assert.equal(stems[word], word);
assert.equal(stems['١٢٣'], '123');
PROBE
node probe.mjs
