#!/usr/bin/env bash
# smartquotes 2.3.2 (and smartypants 0.2.2, which is right)
#
# Before an Arabic word a straight quotation mark becomes a closing one: "القمة" is ”القمة”, with no opening
# mark at all; before digits and Latin words it becomes “. What tells an opening mark is a letter of \w
# after it. Pages that curl their quotes by it in the browser have two closing marks round every
# quotation, and whoever splits sentences or quotations by opening and closing marks finds none.
#
# Seen:   قال ”القمة” عقدت, عام “2020” كان, The “summit” met
# Guess:  قال “القمة” عقدت, as smartypants has it
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts smartquotes@2.3.2 smartypants@0.2.2

cat >probe.cjs <<'PROBE'
const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
for (const name of ['smartquotes', 'smartypants'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const smartquotes = require('smartquotes');
const { smartypantsu } = require('smartypants');

for (const [text, expected, other] of [
  ['قال "القمة" عقدت', 'قال ”القمة” عقدت', 'قال “القمة” عقدت'],
  ['قَالَ "نَعَمْ" ثُمَّ', 'قَالَ ”نَعَمْ” ثُمَّ', 'قَالَ “نَعَمْ” ثُمَّ'],
  ['عام "2020" كان', 'عام “2020” كان', 'عام “2020” كان'],
  ['The "summit" met', 'The “summit” met', 'The “summit” met'],
]) {
  const seen = smartquotes.string(text);
  console.log(seen, '|', smartypantsu(text));
  assert.equal(seen, expected);
  assert.equal(smartypantsu(text), other);
}
PROBE
node probe.cjs
