#!/usr/bin/env bash
# eslint-plugin-lit-a11y 5.1.1, with eslint 9.39.5
#
# The rule `valid-lang` calls tags "not BCP 47 compliant" that are: ar-Arab and ar-Arab-EG, since the
# registry advises against a script that a language has anyway, and ar-XA, a region for private use.
# Where the script tells something, uz-Arab, it is let through.
#
# Seen:  refused: ar-Arab ar-Arab-EG ar-XA; accepted: ar-EG uz-Arab-AF ar-u-nu-latn
# Guess: all accepted: advice is not the grammar, and private use is for use
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund eslint@9.39.5 eslint-plugin-lit-a11y@5.1.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

for (const name of ['eslint-plugin-lit-a11y', 'eslint'])
  console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
const { Linter } = await import('eslint');
const { default: plugin } = await import('eslint-plugin-lit-a11y');

const config = [{ plugins: { 'lit-a11y': plugin }, rules: { 'lit-a11y/valid-lang': 'error' } }];
const refused = (tag) => new Linter().verify(`html\`<html lang="${tag}"></html>\`;`, config)[0]?.message;
const seen = [];
for (const tag of ['ar-Arab', 'ar-Arab-EG', 'ar-XA', 'ar-EG', 'uz-Arab-AF', 'ar-u-nu-latn']) {
  console.log(tag, '->', refused(tag) ?? 'accepted');
  if (refused(tag)) seen.push(tag);
  // Each is a tag to the language's own reader.
  assert.equal(Intl.getCanonicalLocales(tag)[0], tag);
}
assert.deepEqual(seen, ['ar-Arab', 'ar-Arab-EG', 'ar-XA']);
PROBE
node probe.mjs
