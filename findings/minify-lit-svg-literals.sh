#!/usr/bin/env bash
# @lit-labs/rollup-plugin-minify-html-literals 0.2.0
#
# The slash of `<path />` is dropped in a template tagged `svg`, as if it were HTML, where it says
# nothing. In SVG it closes the element: what was beside it is now inside it, and a `<g>` inside a
# `<path>` is not drawn. In a template tagged `html` the slash stays inside `<svg>`.
#
# Seen:  svg: <path d="M0 0"><g><circle r="1"></g>, its first level: path
#        html: <svg><path d="M0 0"/><g><circle r="1"/></g></svg>, its first level: path g
# Guess: the slashes stay in both, the more so in the one that is only for SVG
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @lit-labs/rollup-plugin-minify-html-literals@0.2.0 parse5@7.2.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@lit-labs/rollup-plugin-minify-html-literals'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { default: minify } = await import('@lit-labs/rollup-plugin-minify-html-literals');
const { parseFragment } = await import('parse5');

const plugin = minify();
const warn = (warning) => console.warn(warning);
const minified = async (source) =>
  (await plugin.transform.call({ warn, error: warn }, source, 'source.js')).code;
const template = (code) => code.slice(code.indexOf('`') + 1, code.lastIndexOf('`'));
const children = (text) => parseFragment(text).childNodes[0].childNodes.map((node) => node.nodeName);

const drawing = '<path d="M0 0" /><g><circle r="1" /></g>';
const svg = template(await minified(`const it = svg\`${drawing}\`;`));
const html = template(await minified(`const it = html\`<svg>${drawing}</svg>\`;`));
console.log('svg:', svg, '->', children(`<svg>${svg}</svg>`).join(' '));
console.log('html:', html, '->', children(html).join(' '));
assert.equal(svg, '<path d="M0 0"><g><circle r="1"></g>');
assert.deepEqual(children(`<svg>${svg}</svg>`), ['path']);
assert.equal(html, '<svg><path d="M0 0"/><g><circle r="1"/></g></svg>');
assert.deepEqual(children(html), ['path', 'g']);
PROBE
node probe.mjs
