#!/usr/bin/env bash
# minify-literals 2.2.0
#
# An escape of JavaScript in a template tagged `css` loses its backslash: "\u200F", a right-to-left
# mark, becomes the five letters u200F on the page. The minifier reads the template as it is written,
# not as it is meant. In a template tagged `html` the same escape stays.
#
# Seen:  css`a:after{content:"u200F"}`; html untouched
# Guess: the escape stays, or becomes the character
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund minify-literals@2.2.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['minify-literals'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { minifyHTMLLiterals } = await import('minify-literals');

const minified = async (source) =>
  (await minifyHTMLLiterals(source, { fileName: 'source.js' }))?.code ?? source;
const css = await minified('const it = css`a::after { content: "\\u200F"; }`;');
const html = await minified('const it = html`<p>\\u200F</p>`;');
console.log(css, html);
assert.equal(css, 'const it = css`a:after{content:"u200F"}`;');
assert.equal(html, 'const it = html`<p>\\u200F</p>`;');
PROBE
node probe.mjs
