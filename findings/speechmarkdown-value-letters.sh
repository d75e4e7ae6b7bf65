#!/usr/bin/env bash
# speechmarkdown-js 2.1.1
#
# The value of a modifier may hold ASCII letters only, whatever it is for. toSSML() and toText() raise an
# Error without a message on `(Al)[sub:"ألمنيوم"]`, an abbreviation with what is said for it, and on
# `(pecan)[ipa:"pɪˈkɑːn"]`, though `ipa` is on its list of what it can do: no sound that is not an ASCII
# letter can be written down. Arabic outside the quotes is no trouble, and for Azure
# `[lang:"ar-SA"]` is left out without a word, though SSML there has <lang>.
#
# Seen:
#   (الأمم)[sub:"aluminum"]  <sub alias="aluminum">الأمم</sub>
#   (Al)[sub:"ألمنيوم"]      raises
#   (pecan)[ipa:"pɪˈkɑːn"]   raises
#   (كتاب)[lang:"ar-SA"]     alexa <lang xml:lang="ar-SA">كتاب</lang>, azure كتاب
#
# One would have guessed: a value of any letters, as a substitute for Latin letters is what `sub` is for
# in Arabic text, and IPA is what `ipa` is for; a language kept for every platform that knows <lang>.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts speechmarkdown-js@2.1.1
cat >try.cjs <<'EOF'
const { SpeechMarkdown } = require('speechmarkdown-js');
const { version } = require('speechmarkdown-js/package.json');
const speech = new SpeechMarkdown();
const ssml = (text, platform) => {
  try {
    return speech.toSSML(text, { platform }).replace(/<\/?speak>|\n/g, '').trim();
  } catch {
    return 'raises';
  }
};
const text = (text) => {
  try {
    return speech.toText(text);
  } catch {
    return 'raises';
  }
};
console.log('speechmarkdown-js', version);
const ALEXA = 'amazon-alexa';
const AZURE = 'microsoft-azure';
const found = [
  ssml('(الأمم)[sub:"aluminum"]', ALEXA),
  ssml('(Al)[sub:"ألمنيوم"]', ALEXA),
  text('(Al)[sub:"ألمنيوم"]'),
  ssml('(pecan)[ipa:"pɪˈkɑːn"]', ALEXA),
  ssml('(كتاب)[lang:"ar-SA"]', ALEXA),
  ssml('(كتاب)[lang:"ar-SA"]', AZURE),
];
console.log(found.join('\n'));
const expected = [
  '<sub alias="aluminum">الأمم</sub>',
  'raises',
  'raises',
  'raises',
  '<lang xml:lang="ar-SA">كتاب</lang>',
  'كتاب',
];
process.exit(JSON.stringify(found) === JSON.stringify(expected) ? 0 : 1);
EOF
node try.cjs
