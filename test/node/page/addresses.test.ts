import assert from 'node:assert/strict';
import { it } from 'node:test';
import { addressesIn } from '../../../src/page/read/addresses.js';

const found = (text: string) =>
  addressesIn(text).map(({ start, end, host }) => [text.slice(start, end), host].join(' → '));

/** A text, what in it is an address, and its host. */
const ADDRESSES: readonly (readonly string[])[] = [
  ['زوروا موقع moe.gov.sa اليوم.', 'moe.gov.sa → moe.gov.sa'],
  ['على example.com/path/page.html?a=1، ثم', 'example.com/path/page.html?a=1 → example.com'],
  ['الموقع (spa.gov.sa).', 'spa.gov.sa → spa.gov.sa'],
  ['عبر وmoe.edu.eg مباشرة', 'moe.edu.eg → moe.edu.eg'],
  ['نشر في bbc.co.uk.', 'bbc.co.uk → bbc.co.uk'],
  ['السجل portal.example.io/ هنا', 'portal.example.io/ → portal.example.io'],
  [
    'وهذا https://www.news.example/a و www.spa.sa',
    'https://www.news.example/a → news.example',
    'www.spa.sa → spa.sa',
  ],
  [
    'في Amazon.ae أو my-shop.com:8080/x',
    'Amazon.ae → Amazon.ae',
    'my-shop.com:8080/x → my-shop.com',
  ],
  [
    'read it at docs.python.rs or lib.rs/crates',
    'docs.python.rs → docs.python.rs',
    'lib.rs/crates → lib.rs',
  ],
];

for (const [text = '', ...expected] of ADDRESSES)
  it(`is an address: ${text}`, () => {
    assert.deepEqual(found(text), expected);
  });

for (const text of [
  'سنة 300 ق.م تقريبا',
  'قال د.أحمد ذلك',
  'بلغ 3.5 في المئة و12.kg',
  'افتح report.pdf وmain.py وjquery.min.js وarchive.tar.gz',
  'انتهى.وقال الوزير',
  'It ended.it was late, and he said no.so they left.The end',
  'راسلنا على info@moe.gov.sa أو first.last@example.com',
  'مكتبة Node.js وVue.js وASP.NET',
  'في U.S.A و i.e. و e.g. و p.m.',
  'المسار /home/user.com/x و ../a.sa',
])
  it(`is none: ${text}`, () => {
    assert.deepEqual(found(text), []);
  });

it('takes no longer for a long text of dots and letters', () => {
  const begin = performance.now();
  addressesIn('a.'.repeat(50_000) + 'a'.repeat(50_000) + '-'.repeat(50_000));
  assert.ok(performance.now() - begin < 1000);
});
