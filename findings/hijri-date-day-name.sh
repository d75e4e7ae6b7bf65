#!/usr/bin/env bash
# hijri-date 0.2.2
#
# The name of a date's day is the next day's. The README's own example, 10 Dhu al-Hijja 1438, is a
# Friday by `toGregorian()` and `getDay()`, and "Sat" by `dayName`; `format` writes the Arabic name of
# Saturday.
#
# Seen:  Fri Sep 01 2017, getDay 5, dayName Sat, format dddd السبت
# Guess: dayName Fri, format الجمعة
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund hijri-date@0.2.2

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['hijri-date'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: hijri } = await import('hijri-date/lib/safe.js');

const date = new hijri.default(1438, 12, 10);
const seen = [date.toGregorian().toDateString(), date.getDay(), date.dayName, date.format('dddd')];
console.log(seen.join(', '));
assert.deepEqual(seen, ['Fri Sep 01 2017', 5, 'Sat', 'السبت']);
PROBE
node probe.mjs
