#!/usr/bin/env bash
# @custom-elements-manifest/analyzer 0.11.0, with its Lit plugin
#
# A public method with a description is left out because of its name: `update` and `render` go from
# every class that is read, also from one that has nothing to do with Lit.
#
# Seen:  Card: [show]; Feed: [refresh]
# Guess: Card: [update, show]; Feed: [update, render, refresh]. At most the names that a LitElement
#        inherits would be hidden, only in a LitElement, and not where the author describes them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @custom-elements-manifest/analyzer@0.11.0

cat >source.js <<'SOURCE'
import { LitElement } from 'lit';
export class Card extends LitElement {
  /** Reads the content again. */
  update() {}
  /** Opens the card. */
  show() {}
}
/** Fetches; is no element. */
export class Feed {
  /** Takes what is new. */
  update() {}
  /** The feed as text. */
  render() {}
  /** From the beginning. */
  refresh() {}
}
SOURCE
npx cem analyze --litelement --globs source.js --quiet

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@custom-elements-manifest/analyzer'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const declarations = JSON.parse(readFileSync('custom-elements.json', 'utf8')).modules.flatMap(
  (module) => module.declarations,
);
const namesOf = (list) => (list ?? []).map(({ name }) => name);

const members = Object.fromEntries(
  declarations.map((declaration) => [declaration.name, namesOf(declaration.members)]),
);
console.log(members);
assert.deepEqual(members, { Card: ['show'], Feed: ['refresh'] });
PROBE
node probe.mjs
