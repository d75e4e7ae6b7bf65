#!/usr/bin/env bash
# sentence-splitter 5.0.1
#
# One sign of inches, 5", or one bracket that is not closed holds all that follows together: the text has
# no end of a sentence any more, up to its own end. Quotation marks of Arabic, «…», hold nothing
# together: the sentence is cut inside them.
#
# Seen:  5" -> 1 sentence of 3; with "5 cm" -> 3; قال «كيف حالك! أنا بخير». -> cut after حالك!
# Guess: 3 and 3, a mark without its pair is a mark like others; «…» is kept whole as "…" is
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund sentence-splitter@5.0.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['sentence-splitter'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { split } = await import('sentence-splitter');

const sentences = (text) => split(text).filter(({ type }) => type === 'Sentence').map(({ raw }) => raw);
for (const [text, expected] of [
  ['العرض 5 cm فقط. ثم خرج. نعم.', ['العرض 5 cm فقط.', 'ثم خرج.', 'نعم.']],
  ['العرض 5" فقط. ثم خرج. نعم.', ['العرض 5" فقط. ثم خرج. نعم.']],
  ['It is 5" wide. It is new. Yes.', ['It is 5" wide. It is new. Yes.']],
  ['قال (أولا. ثم ثانيا. ثم ثالثا.', ['قال (أولا. ثم ثانيا. ثم ثالثا.']],
  ['قال "كيف حالك! أنا بخير". ثم خرج.', ['قال "كيف حالك! أنا بخير".', 'ثم خرج.']],
  ['قال «كيف حالك! أنا بخير». ثم خرج.', ['قال «كيف حالك!', 'أنا بخير».', 'ثم خرج.']],
]) {
  console.log(text, '->', sentences(text));
  assert.deepEqual(sentences(text), expected);
}
PROBE
node probe.mjs
