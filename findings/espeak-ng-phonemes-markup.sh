#!/usr/bin/env bash
# @echogarden/espeak-ng-emscripten 0.3.5 (eSpeak NG 1.52 as WebAssembly)
#
# In SSML, phonemes in [[…]] that stand right before a tag have the tag read aloud: the closing tag of
# the document becomes words of another voice. With a full stop between them the tag is a tag.
#
# Seen:  <speak>[[kit'a:b]]</speak>  -> k i t ˈa b, then in English: s l ˈa ʃ s p ˈiː k ("slash speak")
#        <speak>[[kit'a:b]].</speak> -> k i t ˈa b
# Guess: ]] ends the phonemes, and what follows is markup either way
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' >package.json
npm install --silent --no-audit --no-fund @echogarden/espeak-ng-emscripten@0.3.5

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const name = '@echogarden/espeak-ng-emscripten';
console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: create } = await import(name);
const { eSpeakNGWorker } = await create({ print() {}, printErr() {} });
const engine = new eSpeakNGWorker();
engine.set_voice('ar');
/** The phonemes of a text, as its events tell them. */
function phonemes(ssml) {
  const heard = [];
  engine.synthesize(ssml, (audio, events) => {
      for (const { type, id } of events ?? []) if (type === 'phoneme' && String(id).trim()) heard.push(String(id).trim());
    return false;
  });
  return heard.join(' ');
}
const [bare, stopped] = ["<speak>[[kit'a:b]]</speak>", "<speak>[[kit'a:b]].</speak>"].map(phonemes);
console.log('right before the tag:', bare);
console.log('with a full stop:', stopped);
assert.equal(stopped, 'k i t ˈa b');
assert.match(bare, /^k i t ˈa b \(en\) s l ˈa ʃ .*s p ˈiː k/);
PROBE
node probe.mjs
