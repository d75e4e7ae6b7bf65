#!/usr/bin/env bash
# custom-element-vs-code-integration 1.5.0
#
# The type of an attribute is cut at every `|`, also inside brackets, and the pieces are offered as
# values to complete: type arguments and functions become nonsense in the editor. A CSS property is
# described "undefined" where it has no description, and "(default: undefined)" where it has no default.
#
# Seen:  labels: [Readonly<Record<'a', 'b', string>>]; call: [(mode: 'a', 'b') => void]
#        **--ink** - The text. _(default: undefined)_ / **--gap** - undefined _(default: 1em)_
# Guess: no values for the two, as for `number`; nothing said of what the manifest does not say
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund custom-element-vs-code-integration@1.5.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['custom-element-vs-code-integration'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { getVsCodeHtmlCustomData } = await import('custom-element-vs-code-integration');

const attribute = (name, text) => ({ name, type: { text } });
const declaration = {
  kind: 'class',
  customElement: true,
  name: 'Card',
  tagName: 'x-card',
  attributes: [
    attribute('mode', "'a' | 'b'"),
    attribute('labels', "Readonly<Record<'a' | 'b', string>>"),
    attribute('call', "(mode: 'a' | 'b') => void"),
  ],
  cssProperties: [
    { name: '--ink', description: 'The text.' },
    { name: '--gap', default: '1em' },
  ],
};
const manifest = {
  schemaVersion: '1.0.0',
  modules: [{ kind: 'javascript-module', path: 'card.js', declarations: [declaration] }],
};
const [tag] = JSON.parse(getVsCodeHtmlCustomData(manifest, { hideLogs: true })).tags;
const values = Object.fromEntries(
  tag.attributes.map(({ name, values }) => [name, values.map((value) => value.name)]),
);
const properties = tag.description.split('\n').filter((line) => line.includes('**--'));
console.log(values, properties);
assert.deepEqual(values, {
  mode: ['a', 'b'],
  labels: ["Readonly<Record<'a'", "'b', string>>"],
  call: ["(mode: 'a'", "'b') => void"],
});
assert.match(properties[0], /--ink.*The text\. _\(default: undefined\)_/);
assert.match(properties[1], /--gap.* - undefined _\(default: 1em\)_/);
PROBE
node probe.mjs
