#!/usr/bin/env bash
# webvtt-parser 2.2.0
#
# A character reference in a cue's text leaves its semicolon behind: `&amp;` is read as "&;", and an
# Arabic cue that begins with `&rlm;`, as WebVTT has it for right-to-left text, begins with ";". No error is
# reported.
#
# Seen:  &rlm;نص -> U+200F ;نص, a &lt; b &amp; c -> a <; b &; c, errors []
# Guess: &rlm;نص -> U+200F نص, a &lt; b &amp; c -> a < b & c
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund webvtt-parser@2.2.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['webvtt-parser'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: webvtt } = await import('webvtt-parser');

function read(text) {
  const file = `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n`;
  const { cues, errors } = new webvtt.WebVTTParser().parse(file);
  return { text: cues[0].tree.children.map(({ value }) => value).join(''), errors };
}
for (const [text, expected] of [
  ['&rlm;نص', '\u200f;نص'],
  ['a &lt; b &amp; c', 'a <; b &; c'],
  ['1&nbsp;km', '1\u00a0;km'],
]) {
  const seen = read(text);
  console.log(text, '->', JSON.stringify(seen));
  assert.deepEqual(seen, { text: expected, errors: [] });
}
PROBE
node probe.mjs
