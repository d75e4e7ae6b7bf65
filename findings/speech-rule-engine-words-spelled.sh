#!/usr/bin/env bash
# speech-rule-engine 4.1.5
#
# Words in a formula, `<mtext>`, are spoken as words only in the letters a to z. Arabic, Cyrillic and
# Hebrew ones are spelled, letter after letter, with no sign of where a word ends; of "café" the last
# letter is spelled. A number in Arabic digits is read digit by digit, with "number" before it.
#
# Seen:  if so -> if so; إذا كان -> إ ذ ا ك ا ن; если так -> е с л и т а к; 12 -> 12; ١٢ -> number ١ ٢
# Guess: each text as it stands: no word of it is looked up, so that its language would not matter
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund speech-rule-engine@4.1.5

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['speech-rule-engine'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: engine } = await import('speech-rule-engine');

await engine.setupEngine({ locale: 'en', domain: 'clearspeak' });
await engine.engineReady();
for (const [markup, expected] of [
  ['<mtext>if so</mtext>', 'if so'],
  ['<mtext>إذا كان</mtext>', 'إ ذ ا ك ا ن'],
  ['<mtext>если так</mtext>', 'е с л и т а к'],
  ['<mtext>אם כן</mtext>', 'א ם כ ן'],
  ['<mtext>café</mtext>', 'caf e acute'],
  ['<mi>جا</mi>', 'ج ا'],
  ['<mn>12</mn>', '12'],
  ['<mn>١٢</mn>', 'number ١ ٢'],
]) {
  const seen = engine.toSpeech(`<math>${markup}</math>`);
  console.log(markup, '->', seen);
  assert.equal(seen, expected);
}
PROBE
node probe.mjs
