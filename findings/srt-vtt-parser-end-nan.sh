#!/usr/bin/env bash
# @plussub/srt-vtt-parser 2.0.5
#
# A cue has no end, `to: NaN`, if its times are written without hours and settings follow on the line.
# Each of the two alone is read well, and both are WebVTT.
#
# Seen:  00:01.000 --> 00:02.500 align:end -> to NaN; without the setting, or with hours: to 2500
# Guess: to 2500 in all four
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @plussub/srt-vtt-parser@2.0.5

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@plussub/srt-vtt-parser'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { parse } = await import('@plussub/srt-vtt-parser');

const end = (line) => parse(`WEBVTT\n\n${line}\nنص\n`).entries[0].to;
const lines = {
  '00:01.000 --> 00:02.500': 2500,
  '00:01.000 --> 00:02.500 align:end': NaN,
  '00:00:01.000 --> 00:00:02.500': 2500,
  '00:00:01.000 --> 00:00:02.500 align:end': 2500,
};
for (const [line, expected] of Object.entries(lines)) {
  console.log(line, '-> to', end(line));
  assert.equal(end(line), expected);
}
PROBE
node probe.mjs
