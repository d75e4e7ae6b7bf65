#!/usr/bin/env bash
# easy-speech 2.4.0
#
# `filterVoices({ language })` looks for the language anywhere in a voice's tag: "mn", Mongolian, gives
# the voices of Mandarin, cmn-CN, and "tg", Tajik, one of Latgalian, ltg-LV. A region that is asked for
# is dropped: "ar-EG" gives every Arabic voice, in the browser's order.
#
# Seen:  mn -> cmn-CN; tg -> ltg-LV; ar-EG -> ar-SA ar-EG
# Guess: mn and tg -> nothing; ar-EG -> ar-EG ("short and long-form are accepted")
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund easy-speech@2.4.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['easy-speech'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const voice = (name, lang) => ({ name, lang, voiceURI: name, localService: true, default: false });

const voices = ['cmn-CN', 'ltg-LV', 'ar-SA', 'ar-EG', 'fa-IR'].map((lang) => voice(lang, lang));
class Empty {}
Object.assign(globalThis, {
  window: globalThis,
  speechSynthesis: { getVoices: () => voices, addEventListener() {} },
  SpeechSynthesisUtterance: Empty,
  SpeechSynthesisVoice: Empty,
  SpeechSynthesisEvent: Empty,
  SpeechSynthesisErrorEvent: Empty,
});
const { default: EasySpeech } = await import('easy-speech');
await EasySpeech.init({ maxTimeout: 1000, interval: 50, quiet: true });
for (const [language, expected] of [
  ['mn', 'cmn-CN'],
  ['tg', 'ltg-LV'],
  ['ar-EG', 'ar-SA ar-EG'],
  ['fa', 'fa-IR'],
]) {
  const seen = EasySpeech.filterVoices({ language }).map(({ lang }) => lang).join(' ');
  console.log(language, '->', seen);
  assert.equal(seen, expected);
}
PROBE
node probe.mjs
