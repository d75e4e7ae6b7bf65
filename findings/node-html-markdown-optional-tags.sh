#!/usr/bin/env bash
# node-html-markdown 2.0.0
#
# End tags that HTML lets one leave out are missed: a row that begins where another was not closed is part
# of that row's last cell, and terms and explanations run together without a space. Items of a list are
# closed well. And a list's `start` is lost, so that its numbers are others than the page's.
#
# Seen:  <tr><td>أ<td>ب<tr><td>ج<td>د -> one row, | أ | ب ج | د |; <dl> -> أبجد; start="5" -> 1. 2.
# Guess: two rows, each term and explanation on its own, as with the end tags; start="5" -> 5. 6.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund node-html-markdown@2.0.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['node-html-markdown', 'node-html-parser'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { NodeHtmlMarkdown } = await import('node-html-markdown');

for (const [markup, expected] of [
  [
    '<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td><td>د</td></tr></table>',
    ['| أ | ب |', '| - | - |', '| ج | د |'],
  ],
  ['<table><tr><td>أ<td>ب<tr><td>ج<td>د</table>', ['| أ | ب ج | د |', '| - | --- | - |']],
  ['<dl><dt>أ</dt><dd>ب</dd><dt>ج</dt><dd>د</dd></dl>', ['أ', '', 'ب', '', 'ج', '', 'د']],
  ['<dl><dt>أ<dd>ب<dt>ج<dd>د</dl>', ['أبجد']],
  ['<ul><li>أ<li>ب</ul>', ['* أ', '* ب']],
  ['<ol start="5"><li>أ</li><li>ب</li></ol>', ['1. أ', '2. ب']],
]) {
  const seen = NodeHtmlMarkdown.translate(markup).split('\n');
  console.log(markup, '->', seen);
  assert.deepEqual(seen, expected);
}
PROBE
node probe.mjs
