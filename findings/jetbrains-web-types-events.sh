#!/usr/bin/env bash
# custom-element-jet-brains-integration 1.8.0
#
# Each event of an element is written twice into the web-types, in `events` and in `js.events`, while
# an attribute's property is written once. And the name and the version of the library are taken when
# the module is imported, from the package.json of the folder in which the process then stands: without
# one there the import itself raises an error, and to change the folder afterwards changes nothing.
#
# Seen:  events [x-move], js.events [x-move]; imported beside no package.json: ENOENT;
#        imported in "first", called in "second": name first
# Guess: each event once; name and version from an option, or read when the data is made
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund custom-element-jet-brains-integration@1.8.0

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['custom-element-jet-brains-integration'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { execFileSync, spawnSync } = await import('node:child_process');
const { mkdirSync, writeFileSync } = await import('node:fs');

const packageOf = (folder) => {
  mkdirSync(folder);
  writeFileSync(`${folder}/package.json`, JSON.stringify({ name: folder, version: '1.2.3' }));
};
packageOf('first');
packageOf('second');
mkdirSync('empty');
writeFileSync(
  'types.mjs',
  `const start = (folder) => folder && process.chdir(folder);
   const [before, after] = process.argv.slice(2);
   start(before);
   const { getWebTypesData } = await import('custom-element-jet-brains-integration');
   start(after);
   const declaration = {
     kind: 'class', customElement: true, name: 'Card', tagName: 'x-card',
     events: [{ name: 'x-move', type: { text: 'Event' } }],
   };
   const modules = [{ kind: 'javascript-module', path: 'card.js', declarations: [declaration] }];
   console.log(getWebTypesData({ schemaVersion: '1.0.0', modules }, { hideLogs: true }));`,
);
const types = JSON.parse(execFileSync('node', ['types.mjs', 'first', '../second'], { encoding: 'utf8' }));
const [element] = types.contributions.html.elements;
const namesOf = (list) => list.map(({ name }) => name);
const alone = spawnSync('node', ['types.mjs', 'empty'], { encoding: 'utf8' });
const error = /ENOENT[^\n]*package\.json/.exec(alone.stderr)?.[0];
console.log('events', namesOf(element.events), 'js.events', namesOf(element.js.events));
console.log('name', types.name, types.version, '| without package.json:', alone.status, error);
assert.deepEqual(namesOf(element.events), ['x-move']);
assert.deepEqual(namesOf(element.js.events), ['x-move']);
assert.equal(types.name, 'first');
assert.ok(alone.status !== 0 && error);
PROBE
node probe.mjs
