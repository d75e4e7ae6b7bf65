#!/usr/bin/env bash
# dom-anchor-text-quote 4.0.2, with jsdom 24.1.3
#
# A quote without a hint is looked for from the middle of the text: of nine equal words the fifth is found,
# and the description of the first, made by the package itself, leads to another. A word that is not in
# the text leads to one that is a little like it, without a word of doubt: "hat" to "sat".
#
# Seen:  نعم, nine times -> at 16; the first of twenty described and found again -> at 40; hat -> sat
# Guess: at 0; at 0, its description has no prefix; hat -> null, "if the quote is not found"
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund dom-anchor-text-quote@4.0.2 jsdom@24.1.3

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['dom-anchor-text-quote', 'diff-match-patch'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { JSDOM } = await import('jsdom');
const { default: quotes } = await import('dom-anchor-text-quote');

const root = (text) => new JSDOM(`<p>${text}</p>`).window.document.querySelector('p');
const nine = root('نعم '.repeat(9));
const found = quotes.toTextPosition(nine, { exact: 'نعم' });
const hinted = quotes.toTextPosition(nine, { exact: 'نعم' }, { hint: 0 });
console.log('of nine:', found, 'with a hint of 0:', hinted);
assert.deepEqual([found.start, hinted.start], [16, 0]);

const twenty = root('نعم '.repeat(20));
const described = quotes.fromTextPosition(twenty, { start: 0, end: 3 });
const again = quotes.toTextPosition(twenty, described);
console.log('described:', described, 'found again:', again);
assert.equal(described.prefix, '');
assert.equal(again.start, 40);

const like = (text, exact) => {
  const position = quotes.toTextPosition(root(text), { exact });
  return position && text.slice(position.start, position.end);
};
for (const [text, exact, expected] of [
  ['The cat sat. The dog sat. The cow sat.', 'hat', 'sat'],
  ['قرأ الولد الكتاب في البيت ثم أعاد الكتاب إلى المكتبة', 'البستان', 'البيت ث'],
  ['قرأ الولد الكتاب في البيت ثم أعاد الكتاب إلى المكتبة', 'السيارة الحمراء', null],
]) {
  console.log(exact, '->', like(text, exact));
  assert.equal(like(text, exact), expected);
}
PROBE
node probe.mjs
