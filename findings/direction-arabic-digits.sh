#!/usr/bin/env bash
# direction 2.0.1
#
# Digits decide: Arabic-Indic ones make a text right-to-left, though Latin words follow, and so does the
# sign for percent. By Unicode they are weak (AN, ET), and the first strong letter decides, as `dir=auto`
# has it (https://www.unicode.org/reports/tr9/#P2).
#
# Seen:  ١٢٣ rtl, ١٢٣ abc rtl, ٪ 5 rtl, 123 neutral, 123 abc ltr
# Guess: ١٢٣ neutral, ١٢٣ abc ltr, ٪ 5 neutral, 123 neutral, 123 abc ltr
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts direction@2.0.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { direction } from 'direction';

console.log('direction', JSON.parse(readFileSync('node_modules/direction/package.json', 'utf8')).version);
const seen = ['١٢٣', '١٢٣ abc', '٪ 5', '123', '123 abc'].map((text) => `${text} ${direction(text)}`);
console.log(seen.join(', '));
assert.deepEqual(seen, ['١٢٣ rtl', '١٢٣ abc rtl', '٪ 5 rtl', '123 neutral', '123 abc ltr']);
PROBE
node probe.mjs
