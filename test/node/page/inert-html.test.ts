import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inertHtml } from '../../../src/page/render/inert-html.js';

describe('inertHtml', () => {
  for (const [html, inert] of [
    ['<p class="a" id=b>نص <b>هنا</b></p>', '<p class="a" id=b>نص <b>هنا</b></p>'],
    ['<p style="a>b" class=x onclick=\'y\'>نص</p>', '<p class=x>نص</p>'],
    ['<p STYLE=a ONLOAD = "b" lang=ar>', '<p lang=ar>'],
    ['<p title="style=x onclick=y" data-style=z>', '<p title="style=x onclick=y" data-style=z>'],
    ['<p/style/lang=ar/onclick=y>', '<p/lang=ar/onclick=y>'],
    ['<p/style=x/lang=ar lang=ar>', '<p lang=ar>'],
    ['<br style=x />', '<br />'],
    ['<style>p { content: "</p>" }</style>نص<script>"<p>"</script>', 'نص'],
    ['a < b, c <3 و<!-- <p style=x> -->د', 'a < b, c <3 ود'],
    ['<!-->نص<!---->هنا', 'نصهنا'],
    ['<title>style <b style=x></title><p>', '<title>style <b style=x></title><p>'],
    ['<a href=x/y?style=1>', '<a href=x/y?style=1>'],
    ['<!doctype html><?xml x?><p>', '<!doctype html><?xml x?><p>'],
    ['<p style="unclosed', '<p'],
    ['<p', '<p'],
    ['<', '<'],
    ['<script>unclosed', ''],
  ] as const)
    it(`of ${html}`, () => assert.equal(inertHtml(html), inert));

  it('takes linear time, whatever it is given', () => {
    const time = (html: string) => {
      const began = process.cpuUsage().user;
      inertHtml(html);
      return (process.cpuUsage().user - began) / 1000;
    };
    for (const piece of [
      '<',
      '<p style="',
      "<p a='",
      '<!--',
      '<p ',
      '<title>',
      '<p\n\n = ',
      '</style',
    ])
      assert.ok(time(piece.repeat(400_000)) < 3000, piece);
  });
});
