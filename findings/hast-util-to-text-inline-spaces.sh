#!/usr/bin/env bash
# hast-util-to-text 4.0.3, with rehype-parse 9.0.1 and unified 11.0.5
#
# White space is collapsed inside a text, not across the elements of a line: "قال <b> نعم </b> ثم" has two
# spaces on each side, and a line that begins with <i> begins with a space. With a newline for one of
# the spaces, as markup is indented, there is one: the lines are joined first.
#
# Seen:  "قال  نعم  ثم"; after <br>: "\n ثم"; written with newlines: "قال نعم ثم"
# Guess: "قال نعم ثم" and "\nثم", as innerText has it, whose steps the package follows
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund hast-util-to-text@4.0.3 rehype-parse@9.0.1 unified@11.0.5

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['hast-util-to-text', 'rehype-parse', 'unified'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { toText } = await import('hast-util-to-text');
const { default: rehypeParse } = await import('rehype-parse');
const { unified } = await import('unified');

for (const [markup, expected] of [
  ['<p>قال  نعم</p>', 'قال نعم'],
  ['<p>قال <b> نعم </b> ثم</p>', 'قال  نعم  ثم'],
  ['<p>قال\n<b>\nنعم\n</b>\nثم</p>', 'قال نعم ثم'],
  ['<p>قال <i> </i> ثم</p>', 'قال   ثم'],
  ['<p> <i> ثم</i></p>', ' ثم'],
  ['<p>قال <br> ثم</p>', 'قال\n ثم'],
]) {
  const seen = toText(unified().use(rehypeParse, { fragment: true }).parse(markup));
  console.log(JSON.stringify(markup), '->', JSON.stringify(seen));
  assert.equal(seen, expected);
}
PROBE
node probe.mjs
