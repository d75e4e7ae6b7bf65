#!/usr/bin/env bash
# @extractus/article-extractor 9.0.1
#
# Words go with elements that its list of allowed tags does not have: the text of `bdi` and `q`, and of
# `cite`, `time`, `mark`, `dfn`, `kbd` and `ins`, is not in the content, and the sentence closes up over
# it. What it does not keep of `font` is the element alone. A name that a site wraps in `bdi`, as names
# of other directions are, is lost.
#
# Seen:  bdi: gone, q: gone, cite: gone, time: gone, mark: gone, dfn: gone, ins: gone, abbr: kept, font: kept
# Guess: all kept, without their elements
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts @extractus/article-extractor@9.0.1

cat >probe.mjs <<'PROBE'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { extractFromHtml } from '@extractus/article-extractor';

const name = '@extractus/article-extractor';
console.log(name, JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);

const prose = 'The ministry said that the work began today and that the plan covers every town in it. ';
async function fateOf(tag) {
  const { content } = await extractFromHtml(
    `<!doctype html><html><head><title>Name of an article</title></head><body><article>
     <h1>Name of an article</h1><p>${prose.repeat(5)}</p>
     <p>The mayor, <${tag}>Zayd</${tag}>, agreed. ${prose.repeat(4)}</p></article></body></html>`,
    'https://example.org/a',
  );
  assert.match(content, /The mayor,/);
  return `${tag}: ${content.includes('Zayd') ? 'kept' : 'gone'}`;
}
const seen = [];
for (const tag of ['bdi', 'q', 'cite', 'time', 'mark', 'dfn', 'ins', 'abbr', 'font'])
  seen.push(await fateOf(tag));
console.log(seen.join(', '));
assert.equal(
  seen.join(', '),
  'bdi: gone, q: gone, cite: gone, time: gone, mark: gone, dfn: gone, ins: gone, abbr: kept, font: kept',
);
PROBE
node probe.mjs
