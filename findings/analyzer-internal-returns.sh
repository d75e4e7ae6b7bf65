#!/usr/bin/env bash
# @custom-elements-manifest/analyzer 0.11.0
#
# The analyzer leaves out a member with `@internal`. But another place that names the member brings it
# back, as a public one and without its comment: an assignment in the constructor, the signature that
# implements an overload, and with the Lit plugin `static properties`, there with its attribute.
#
# Seen:  members [overloaded, assigned, reactive], attributes [reactive]
# Guess: no members and no attributes: each of the five is marked
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @custom-elements-manifest/analyzer@0.11.0

cat >source.ts <<'SOURCE'
import { LitElement } from 'lit';
export class Card extends LitElement {
  static properties = { reactive: { type: String } };
  /** @internal */
  field = 1;
  /** @internal */
  method() {}
  /** @internal */
  declare reactive: string;
  /** @internal */
  assigned = 0;
  /** @internal */
  overloaded(text: string): void;
  overloaded(text: unknown) {}
  constructor() {
    super();
    this.assigned = 1;
  }
}
SOURCE
npx cem analyze --litelement --globs source.ts --quiet

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['@custom-elements-manifest/analyzer'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const declarations = JSON.parse(readFileSync('custom-elements.json', 'utf8')).modules.flatMap(
  (module) => module.declarations,
);
const namesOf = (list) => (list ?? []).map(({ name }) => name);

const [{ members, attributes }] = declarations;
console.log('members', namesOf(members), 'attributes', namesOf(attributes));
assert.deepEqual(namesOf(members).sort(), ['assigned', 'overloaded', 'reactive']);
assert.deepEqual(namesOf(attributes), ['reactive']);
assert.ok(members.every(({ privacy = 'public' }) => privacy === 'public'));
PROBE
node probe.mjs
