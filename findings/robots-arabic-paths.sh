#!/usr/bin/env bash
# robots-txt-parser 2.0.3, robots-txt-guard 1.0.2 (and robots-parser 3.0.1, which is right)
#
# A rule of robots.txt whose path is Arabic does not hold for the address as every client sends it. RFC 9309,
# 2.2.2, has what is outside ASCII percent-encoded on both sides before they are compared. robots-txt-parser
# and robots-txt-guard compare them as they are written: "Disallow: /أخبار/" lets /%D8%A3%D8%AE… pass, and
# the encoded rule the Arabic spelling.
#
# Seen (whether it may be fetched; rule in Arabic, encoded; each asked for in Arabic, encoded):
#   robots-parser      no no, no no
#   robots-txt-parser  no yes, yes no
#   robots-txt-guard   no yes, yes no
#
# One would have guessed: no in all of them.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts robots-parser@3.0.1 robots-txt-parser@2.0.3 robots-txt-guard@1.0.2

cat >probe.cjs <<'PROBE'
const assert = require('node:assert/strict');
const names = ['robots-parser', 'robots-txt-parser', 'robots-txt-guard'];
for (const name of names) console.log(name, require(`${name}/package.json`).version);
const [one, other, guard] = names.map(require);

const SITE = 'https://news.example';
const paths = ['/أخبار/', encodeURI('/أخبار/')];
const file = (path) => `User-agent: *\nDisallow: ${path}\n`;
const mayFetch = {
  'robots-parser': (rule, path) => one(`${SITE}/robots.txt`, file(rule)).isAllowed(SITE + path, 'me'),
  'robots-txt-parser': (rule, path) => {
    const robots = other({ userAgent: 'me', allowOnNeutral: true });
    robots.parseRobots(SITE, file(rule));
    return robots.canCrawlSync(SITE + path);
  },
  'robots-txt-guard': (rule, path) =>
    guard({ groups: [{ agents: ['*'], rules: [{ rule: 'disallow', path: rule }] }] }).isAllowed('me', path),
};
const seen = Object.entries(mayFetch).map(([name, may]) => {
  const answers = paths.flatMap((rule) => paths.map((path) => may(rule, `${path}1`)));
  console.log(name, answers.map((yes) => (yes ? 'yes' : 'no')).join(' '));
  return answers;
});
assert.deepEqual(seen, [
  [false, false, false, false],
  [false, true, true, false],
  [false, true, true, false],
]);
PROBE
node probe.cjs
