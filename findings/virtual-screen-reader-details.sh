#!/usr/bin/env bash
# @guidepup/virtual-screen-reader 0.33.0, with jsdom 24.1.3
#
# What a closed <details> hides is read, in the same words as if it were open; its <summary> has neither a
# role nor "expanded". A formula, <math>, is passed over without a word, and a line between paragraphs,
# <hr>, is announced with the values of a splitter that can be moved.
#
# Seen:  closed and open: group | س | paragraph | ج | …; إذا <math>…</math> كان -> إذا | كان;
#        <hr> -> separator, orientated horizontally, max value 100, min value 0
# Guess: closed: the summary alone, "not expanded"; the formula or its letters; "separator"
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @guidepup/virtual-screen-reader@0.33.0 jsdom@24.1.3

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@guidepup/virtual-screen-reader', 'jsdom'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { JSDOM } = await import('jsdom');

const { window } = new JSDOM('', { pretendToBeVisual: true, url: 'https://example.org' });
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) globalThis[name] = window[name];
const { virtual } = await import('@guidepup/virtual-screen-reader');

async function spoken(markup) {
  document.body.innerHTML = `<p>ن</p>${markup}<p>م</p>`;
  await virtual.start({ container: document.body });
  while ((await virtual.lastSpokenPhrase()) !== 'end of document') await virtual.next();
  const phrases = await virtual.spokenPhraseLog();
  await virtual.stop();
  // Without the document and the two paragraphs around.
  return phrases.slice(4, -4).join(' | ');
}
const details = 'group | س | paragraph | ج | end of paragraph | end of group';
for (const [markup, expected] of [
  ['<details><summary>س</summary><p>ج</p></details>', details],
  ['<details open><summary>س</summary><p>ج</p></details>', details],
  ['<button aria-expanded="false">س</button>', 'button, س, not expanded'],
  [
    '<p>إذا <math><mi>س</mi><mo>=</mo><mn>1</mn></math> كان</p>',
    'paragraph | إذا | كان | end of paragraph',
  ],
  ['<hr>', 'separator, orientated horizontally, max value 100, min value 0'],
]) {
  const seen = await spoken(markup);
  console.log(markup, '->', seen);
  assert.equal(seen, expected);
}
process.exit();
PROBE
node probe.mjs
