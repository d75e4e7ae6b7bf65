import assert from 'node:assert/strict';
import { it } from 'node:test';
import { raisedAs } from '../../../src/page/read/raised.js';

/** Before it, above the line, after it. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  note: [
    'المؤرخ^1^ أن',
    'سنة 1180^2^ ثم',
    'سنة 1990م^2^ ثم',
    'هُدمت^(3)^.',
    'غيره^أ^ خلاف',
    'الوزير^*^ قال',
    'قال^†^',
    'قال^1،2^ إن',
    'ذلك.^[12]^ ثم',
    'كان^[بحاجة لمصدر]^ هنا',
    'عددهم 25^3^ رجلا',
    'He left it^3^ there',
    'ذكر¹^⁽²⁾^ ذلك',
  ],
  exponent: [
    '120 م^2^ من',
    '5 م^٣^ من',
    '300 م^3^/ث',
    'العدد 10^6^ خلية',
    'العدد ١٠^٦^ خلية',
    '10^−3^ م',
    'س^2^ + ص',
    'E=mc^2^',
    '5^2^ = 25',
    '2^n^ عدد',
  ],
  text: ['Ca^2+^ في', 'غاز ^14^C', '3^1^/2', 'الخبر^جديد^'],
  ending: ['the 1^st^ of', 'M^me^ Curie'],
};

for (const [as, texts] of Object.entries(CASES))
  for (const text of texts)
    it(`${as}: ${text}`, () => {
      const [before = '', mark = '', after = ''] = text.split('^');
      assert.equal(raisedAs(mark, before, after), as);
    });
