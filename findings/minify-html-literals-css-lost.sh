#!/usr/bin/env bash
# minify-html-literals 1.3.5
#
# A block that its CSS minifier does not know, `@layer`, `@container`, `@starting-style`, is dropped,
# and with it every rule that follows in the template. There is no error and no warning; a sheet that
# begins with `@layer` is empty.
#
# Seen:  b{color:red}@starting-style{b{opacity:0}}i{color:blue} -> b{color:red}
#        @layer base{b{color:red}}i{color:blue} -> (nothing)
# Guess: an unknown block is kept as it is, or the template is left alone; `i` stays in any case
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund minify-html-literals@1.3.5

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['minify-html-literals'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: minifier } = await import('minify-html-literals');

const minified = (sheet) => minifier.minifyHTMLLiterals(`css\`${sheet}\``).code.slice(4, -1);
const sheets = {
  'b{color:red}@media print{b{top:0}}i{color:blue}': 'b{color:red}@media print{b{top:0}}i{color:#00f}',
  'b{color:red}@starting-style{b{opacity:0}}i{color:blue}': 'b{color:red}',
  '@container (width > 9em){b{color:red}}i{color:blue}': '',
  '@layer base{b{color:red}}i{color:blue}': '',
};
for (const [sheet, expected] of Object.entries(sheets)) {
  console.log(sheet, '->', minified(sheet) || '(nothing)');
  assert.equal(minified(sheet), expected);
}
PROBE
node probe.mjs
