#!/usr/bin/env bash
# @custom-elements-manifest/analyzer 0.11.0, with its Lit plugin
#
# A property that Lit keeps to itself, `static properties = { open: { state: true } }`, is in the
# manifest as a public field with an attribute `open`. Lit observes no such attribute. The decorator
# `@state()` in the same run makes none.
#
# Seen:  x-plain: attributes [label, open]; x-decorated: attributes [label]
# Guess: no attribute `open` in either: the option and the decorator are the same thing
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @custom-elements-manifest/analyzer@0.11.0

cat >plain.js <<'SOURCE'
import { LitElement } from 'lit';
/** @tag x-plain */
export class Plain extends LitElement {
  static properties = { label: {}, open: { state: true } };
}
SOURCE
cat >decorated.ts <<'SOURCE'
import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
/** @tag x-decorated */
export class Decorated extends LitElement {
  @property() label = '';
  @state() open = false;
}
SOURCE
npx cem analyze --litelement --globs plain.js decorated.ts --quiet

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@custom-elements-manifest/analyzer'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const declarations = JSON.parse(readFileSync('custom-elements.json', 'utf8')).modules.flatMap(
  (module) => module.declarations,
);
const namesOf = (list) => (list ?? []).map(({ name }) => name);

const attributes = Object.fromEntries(
  declarations.map((declaration) => [declaration.tagName, namesOf(declaration.attributes)]),
);
console.log(attributes);
assert.deepEqual(attributes, { 'x-plain': ['label', 'open'], 'x-decorated': ['label'] });
PROBE
node probe.mjs
