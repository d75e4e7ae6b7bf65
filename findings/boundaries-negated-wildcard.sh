#!/usr/bin/env bash
# eslint-plugin-boundaries 7.2.0, with eslint 9.39.5
#
# A file pattern with a negation that has a wildcard in it, `src/*/!(x*).js`, knows no file at all,
# although it matches them; `!(x).js`, without a wildcard, works. The plugin asks for the captures of
# the match, and there are none. Where `no-unknown-files` is not on, nothing says so.
#
# Seen:  src/*/!(x*).js: 0 of 2 known; src/*/!(x).js: 2 of 2 known; micromatch matches all the same
# Guess: both patterns know both files
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund eslint@9.39.5 eslint-plugin-boundaries@7.2.0 micromatch@4.0.8

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['eslint-plugin-boundaries', 'eslint'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { ESLint } = await import('eslint');
const { default: boundaries } = await import('eslint-plugin-boundaries');
const { default: micromatch } = await import('micromatch');
const { mkdirSync, writeFileSync } = await import('node:fs');

mkdirSync('src/a', { recursive: true });
writeFileSync('src/a/one.js', 'export const one = 1;\n');
writeFileSync('src/a/two.js', 'export const two = 2;\n');

async function known(pattern) {
  const eslint = new ESLint({
    overrideConfigFile: true,
    overrideConfig: {
      files: ['src/**'],
      plugins: { boundaries },
      settings: { 'boundaries/files': [{ category: 'file', pattern }] },
      rules: { 'boundaries/no-unknown-files': 'error' },
    },
  });
  const results = await eslint.lintFiles(['src/**/*.js']);
  return results.filter(({ messages }) => messages.length === 0).length;
}
const patterns = ['src/*/!(x*).js', 'src/*/!(x).js'];
const counts = [];
for (const pattern of patterns) {
  counts.push(await known(pattern));
  const matches = micromatch.isMatch('src/a/one.js', pattern);
  const captures = micromatch.capture(pattern, 'src/a/one.js');
  console.log(`${pattern}: ${counts.at(-1)} of 2 known; isMatch`, matches, 'capture', captures);
  assert.ok(matches);
}
assert.deepEqual(counts, [0, 2]);
PROBE
node probe.mjs
