#!/usr/bin/env bash
# dayjs-hijri 1.0.1, with dayjs 1.11.23
#
# A month of the Hijri calendar is written in "ar" and "en"; in every other locale of Day.js that was
# tried, the Arabic ones of countries among them, the month's name raises a TypeError, while the name
# of the day is written.
#
# Seen:  ar -> 1 رمضان 1445; en -> 1 Ramadhan 1445; ar-sa, ar-dz, fa, ur, fr -> TypeError
# Guess: the Arabic name in ar-sa and ar-dz, the English one where there is none
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund dayjs@1.11.23 dayjs-hijri@1.0.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['dayjs-hijri', 'dayjs'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: dayjs } = await import('dayjs');
dayjs.extend((await import('dayjs-hijri')).default);

async function write(locale, format) {
  await import(`dayjs/locale/${locale}.js`);
  try {
    return dayjs('2024-03-11').calendar('hijri').locale(locale).format(format);
  } catch (error) {
    return error.name;
  }
}
for (const [locale, expected] of [
  ['ar', '1 رمضان 1445'],
  ['en', '1 Ramadhan 1445'],
  ...['ar-sa', 'ar-dz', 'fa', 'ur', 'fr'].map((locale) => [locale, 'TypeError']),
]) {
  const seen = await write(locale, 'D MMMM YYYY');
  console.log(locale, '->', seen, '|', await write(locale, 'dddd'));
  assert.equal(seen, expected);
  assert.notEqual(await write(locale, 'dddd'), 'TypeError');
}
PROBE
node probe.mjs
