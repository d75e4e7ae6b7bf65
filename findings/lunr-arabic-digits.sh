#!/usr/bin/env bash
# lunr-languages 1.22.0 (Arabic), with lunr 2.3.9
#
# In an index of Arabic texts the digits of Arabic are not there: a text with ٢٠٢٤ is not found by it,
# nor by 2024, and the number is in the index under no form. Digits of the West are found. A word in
# Latin letters is dropped as well.
#
# Seen:  2024 -> 1; ٢٠٢٤ -> nothing; HTML -> nothing
# Guess: each finds its text: the Arabic module would know Arabic digits before any others
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund lunr@2.3.9 lunr-languages@1.22.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['lunr-languages', 'lunr'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: lunr } = await import('lunr');
for (const part of ['lunr.stemmer.support', 'lunr.ar'])
  (await import(`lunr-languages/${part}.js`)).default(lunr);

const texts = ['نشر عام 2024', 'نشر عام ٢٠٢٤', 'صفحة HTML'];
const index = lunr(function () {
  this.use(lunr.ar);
  this.ref('id');
  this.field('text');
  texts.forEach((text, at) => this.add({ id: `${at + 1}`, text }));
});
const found = (word) => index.search(word).map(({ ref }) => ref).sort().join();
const terms = Object.keys(index.invertedIndex);
for (const [word, expected] of [['نشر', '1,2'], ['2024', '1'], ['٢٠٢٤', ''], ['HTML', ''], ['صفحة', '3']]) {
  console.log(word, '->', found(word) || 'nothing');
  assert.equal(found(word), expected);
}
console.log('index:', terms.join(' '));
assert.ok(!terms.some((term) => /[٠-٩a-z]/i.test(term)));
PROBE
node probe.mjs
