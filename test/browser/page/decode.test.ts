import { expect } from '@open-wc/testing';
import { decode } from '../../../src/page/render/decode.js';

const TEXT =
  'قال الوزير إن العمل مستمر، وأضاف: «نعم». وبلغت الكلفة 12 مليونا، ثم انصرف الجميع. ما رأيك؟';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** The bytes of a text in an encoding of one byte a letter. */
function inLegacy(text: string, label: string): Uint8Array {
  const letters = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--)
    letters.set(new TextDecoder(label).decode(new Uint8Array([byte])), byte);
  return Uint8Array.from(text, (letter) => letters.get(letter)!);
}

/** The text with one byte of it, or more, that is none of UTF-8. */
function damaged(text: string, ...at: number[]): Uint8Array {
  const bytes = [...utf8(text)];
  for (const place of at) bytes.splice(place, 0, 0xff);
  return new Uint8Array(bytes);
}

const page = (charset: string, text: string) =>
  `<!doctype html><html><head><meta charset="${charset}"><title>خبر</title></head><p>${text}</p>`;

describe('decode', () => {
  for (const [name, bytes, charset] of [
    ['UTF-8', utf8(TEXT), undefined],
    ['UTF-8 that says so', utf8(TEXT), 'utf-8'],
    ['UTF-8 in a name that nobody knows', utf8(TEXT), 'nonsense'],
    ['UTF-8 under a header of windows-1256', utf8(TEXT), 'windows-1256'],
    ['UTF-8 under a header of Latin', utf8(TEXT), 'iso-8859-1'],
    ['UTF-8 with its mark, under another header', utf8(`\ufeff${TEXT}`), 'windows-1256'],
    ['windows-1256', inLegacy(TEXT, 'windows-1256'), undefined],
    ['windows-1256 that says so', inLegacy(TEXT, 'windows-1256'), 'cp1256'],
    ['windows-1256 under a header of UTF-8', inLegacy(TEXT, 'windows-1256'), 'utf-8'],
    ['windows-1256 under a header of Latin', inLegacy(TEXT, 'windows-1256'), 'iso-8859-1'],
    ['windows-1256 under one of Windows', inLegacy(TEXT, 'windows-1256'), 'windows-1252'],
    ['the Arabic of ISO', inLegacy(TEXT.replace(/[«»]/g, '"'), 'iso-8859-6'), 'iso-8859-6'],
    ['plain ASCII under any header', utf8('2013'), 'windows-1256'],
  ] as const)
    it(`tells ${name}`, () => {
      expect(decode(bytes, charset, false).replace(/"/g, '')).to.equal(
        name.includes('ASCII') ? '2013' : name.includes('ISO') ? TEXT.replace(/[«»]/g, '') : TEXT,
      );
    });

  for (const [name, places] of [
    ['one byte', [30]],
    ['the first', [0]],
    ['ten', [4, 9, 20, 31, 40, 51, 60, 71, 80, 91]],
  ] as const)
    for (const charset of [undefined, 'utf-8', 'windows-1256'])
      it(`stays with UTF-8 though ${name} of it is bad, under ${charset ?? 'no'} header`, () => {
        const text = decode(damaged(TEXT, ...places), charset, false);
        expect(text.replaceAll('\ufffd', '').length).to.be.within(TEXT.length - 10, TEXT.length);
        expect(text).to.include('انصرف الجميع');
      });

  it('hears a <meta> of HTML, but for one that is in a comment, too late or cannot be', () => {
    const legacy = (charset: string) => inLegacy(page(charset, TEXT), 'windows-1256');
    for (const charset of ['windows-1256', 'utf-8', 'utf-16', 'nonsense'])
      expect(decode(legacy(charset), undefined, true), charset).to.include(TEXT);
    const russian = inLegacy('<meta charset="koi8-r">Привет', 'koi8-r');
    expect(decode(russian, undefined, true)).to.include('Привет');
    const latin = 'Où étaient les élèves déjà passés ? À côté.';
    const says = (html: string) => inLegacy(html + latin, 'windows-1252');
    const meta = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">';
    expect(decode(says(meta), undefined, true)).to.include(latin);
    expect(decode(says(meta), undefined, false)).not.to.include(latin);
    expect(decode(says(`<!-- ${meta} -->`), undefined, true)).not.to.include(latin);
    expect(decode(says(' '.repeat(1100) + meta), undefined, true)).not.to.include(latin);
  });

  for (const [name, text] of [
    ['French', 'Où étaient les élèves déjà passés ? À côté, là-bas, où l’été a été créé.'],
    ['German', 'Die Änderung der Größe übt größten Einfluß auf Öfen und Gefäße aus.'],
    ['Portuguese', 'As opções são três: ações, canções e corações não são razões.'],
    ['Icelandic', 'Þó að ég sé óánægður æði ég út í nóttina, sagði hún við öll börnin.'],
    ['Estonian', 'Jäääär on koht, kus jää lõpeb; töööö on öö, mis möödub tööl.'],
    ['capitals', 'ÉLÈVES, FRANÇAIS, GARÇONS : ÇA ET LÀ, ÂGÉS, NAÎTRE À L’ÉTÉ'],
    ['English with one quotation', 'The word “naïve” has a diaeresis.'],
    ['ASCII', 'Nothing here is more than ASCII.'],
  ] as const)
    it(`leaves ${name} under a header of Latin as it is`, () => {
      for (const charset of ['iso-8859-1', 'windows-1252'])
        expect(decode(inLegacy(text, 'windows-1252'), charset, false)).to.equal(text);
      const html = `<meta charset="iso-8859-1"><p>${text}</p>`;
      expect(decode(inLegacy(html, 'windows-1252'), undefined, true)).to.equal(html);
    });

  it('makes no Arabic of other scripts under a header of Latin', () => {
    for (const [label, text] of [
      ['windows-1251', 'Министр сказал, что работа продолжается; об этом сообщает агентство.'],
      ['windows-1253', 'Ο υπουργός είπε ότι η εργασία συνεχίζεται, όπως ανακοίνωσε χθες.'],
      ['koi8-r', 'Министр сказал, что работа продолжается; об этом сообщает агентство.'],
    ] as const) {
      const bytes = inLegacy(text, label);
      const latin = new TextDecoder('windows-1252').decode(bytes);
      expect(decode(bytes, 'iso-8859-1', false), label).to.equal(latin);
    }
  });

  it('tells Arabic under a header of Latin among Latin: tags, names, numbers', () => {
    for (const text of [
      'قال Müller إن أعمال Café Élysée انتهت في 25 يوليو.',
      'الخبر',
      'أُعلِنَ اليومَ عن فوزِ المُنتخَبِ.',
    ]) {
      const html = page('iso-8859-1', text).replace('ü', 'u').replace(/[éÉ]/g, 'e');
      expect(decode(inLegacy(html, 'windows-1256'), undefined, true)).to.equal(html);
    }
  });
});
