#!/usr/bin/env bash
# @readium/speech 0.1.1
#
# A region in `getVoices({ languages })` is ignored, and one with an underscore matches nothing,
# although a voice tagged ar_MA is understood. `sortVoicesByLanguages(['ar-EG'])` puts the Egyptian
# voice last of the Arabic ones; of the sorts only `sortVoicesByRegions` sees the region.
#
# Seen:  ar-EG -> ar-SA ar-EG ar-MA; ar_EG -> nothing; by languages: ar-SA ar-MA ar-EG fa-IR
# Guess: ar-EG and ar_EG -> ar-EG alone, or first; by languages: ar-EG first
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @readium/speech@0.1.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@readium/speech'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const voice = (name, lang) => ({ name, lang, voiceURI: name, localService: true, default: false });

const voices = [
  voice('One', 'ar-SA'),
  voice('Two', 'ar-EG'),
  voice('Three', 'ar_MA'),
  voice('Four', 'fa-IR'),
];
const browser = {
  window: globalThis,
  navigator: { language: 'ar-EG', languages: ['ar-EG'], userAgent: '' },
  speechSynthesis: { getVoices: () => voices, addEventListener() {}, removeEventListener() {} },
};
for (const [name, value] of Object.entries(browser))
  Object.defineProperty(globalThis, name, { value, configurable: true });
const { WebSpeechVoiceManager } = await import('@readium/speech');
const manager = await WebSpeechVoiceManager.initialize({ maxTimeout: 500, interval: 50 });
const tags = (list) => list.map(({ language }) => language).join(' ');
const seen = {
  'getVoices ar-EG': tags(manager.getVoices({ languages: 'ar-EG' })),
  'getVoices ar_EG': tags(manager.getVoices({ languages: 'ar_EG' })),
  'by languages': tags(await manager.sortVoicesByLanguages(['ar-EG'])),
  'by regions': tags(await manager.sortVoicesByRegions(['ar-EG'])),
};
console.log(seen);
assert.deepEqual(seen, {
  'getVoices ar-EG': 'ar-SA ar-EG ar-MA',
  'getVoices ar_EG': '',
  'by languages': 'ar-SA ar-MA ar-EG fa-IR',
  'by regions': 'ar-EG ar-SA ar-MA fa-IR',
});
process.exit();
PROBE
node probe.mjs
