#!/usr/bin/env bash
# @custom-elements-manifest/analyzer 0.11.0
#
# What TypeScript declares in the constructor, `constructor(readonly detail: number)`, is no member:
# the class comes out without any, and so does an event's class whose fields are all written so.
#
# Seen:  MoveEvent: []; LongEvent: [detail]
# Guess: MoveEvent: [detail]; LongEvent: [detail]: two ways to write the same class
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund @custom-elements-manifest/analyzer@0.11.0

cat >source.ts <<'SOURCE'
export class MoveEvent extends Event {
  constructor(readonly detail: number) {
    super('move');
  }
}
export class LongEvent extends Event {
  readonly detail: number;
  constructor(detail: number) {
    super('long');
    this.detail = detail;
  }
}
SOURCE
npx cem analyze --globs source.ts --quiet

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
assert.deepEqual(members, { MoveEvent: [], LongEvent: ['detail'] });
PROBE
node probe.mjs
