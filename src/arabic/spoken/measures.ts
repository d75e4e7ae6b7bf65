/**
 * Units and currencies by their signs, codes and abbreviations, and the patterns that find them.
 */
import { knownNoun, single, type Noun } from './counted.js';
import { nominative } from './number-words.js';
import { pattern, phrase } from './words.js';

/**
 * For a linguist to read and extend: what is written / singular, adjective, - and what follows / for
 * money: its part and how many of those make one. Plurals and gender are the lexicon's (`nouns.ts`).
 */
const UNITS = `
كم كلم km / كيلومتر
م m / متر
سم cm / سنتيمتر
مم ملم mm / مليمتر
كم² كم2 كلم² كلم2 km² km2 / كيلومتر مربع
م² م2 m² m2 / متر مربع
م³ م3 m³ m3 / متر مكعب
سم² سم2 cm² cm2 / سنتيمتر مربع
سم³ سم3 cm³ cm3 / سنتيمتر مكعب
كغ كجم كغم كلغ كلغم kg / كيلوغرام
غ غم جم غرام g / غرام
ملغ ملغم مغ مجم mg / مليغرام
مل ملل ml mL / مليلتر
ل L / لتر
° / درجة
′ / دقيقة
″ / ثانية
ص / صفحة
د / دقيقة
ث ثا / ثانية
سا / ساعة
°م °C °س ℃ / درجة مئوي
°ف °F / درجة - فهرنهايت
م.ط / مليون - طن
ك.و.س kWh / كيلوواط - في الساعة
ميغاواط MW / ميغاواط
TB / تيرابايت
GB غ.ب / غيغابايت
MB م.ب / ميغابايت
Mbps / ميغابت - في الثانية
% ٪ / - في المئة
‰ / - في الألف
`;

const MONEY = `
$ US$ USD / دولار / سنت 100
€ EUR / يورو / سنت 100
£ GBP / جنيه إسترليني / بنس 100
¥ JPY / ين
CNY / يوان
CHF / فرنك سويسري / سنتيم 100
₹ INR / روبية هندي
₽ RUB / روبل روسي
₺ TRY / ليرة تركي
﷼ / ريال
د.ك KWD / دينار كويتي / فلس 1000
د.ب BHD / دينار بحريني / فلس 1000
د.أ د.ا JOD / دينار أردني / فلس 1000
د.ع IQD / دينار عراقي / فلس 1000
د.ت TND / دينار تونسي / مليم 1000
د.ل LYD / دينار ليبي / درهم 1000
د.ج دج DZD / دينار جزائري / سنتيم 100
ر.س SAR / ريال سعودي / هللة 100
ر.ق QAR / ريال قطري / درهم 100
ر.ع OMR / ريال عماني / بيسة 1000
ر.ي YER / ريال يمني
د.إ د.ا.م AED / درهم إماراتي / فلس 100
د.م MAD / درهم مغربي / سنتيم 100
ج.م EGP / جنيه مصري / قرش 100
ج.س SDG / جنيه سوداني / قرش 100
ل.ل LBP / ليرة لبناني
ل.س SYP / ليرة سوري
`;

/** What a rate is of, beside the units above: what is written after the slash / what is said. */
const RATES = `
ث ثا ثانية s / في الثانية
ث² ثا² s² / في الثانية المربعة
د دقيقة min / في الدقيقة
س سا ساعة h / في الساعة
يوم / في اليوم
شهر / في الشهر
سنة / في السنة
دل dL / لكل ديسيلتر
شخص / لكل شخص
فرد / للفرد
نسمة / لكل نسمة
`;

export interface Measure extends Noun {
  /** A hundredth or a thousandth of a currency. */
  readonly part?: Noun & { readonly size: number };
  /** Percent and per mille: said after the number, and counted by nothing. */
  readonly bare?: boolean;
  readonly money: boolean;
}

/** Percent counts nothing. */
const NOTHING: Noun = { one: '', many: '', gender: 'm' };

function read(table: string, money: boolean): [string, Measure][] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [signs = '', main = '', small] = line.split(' / ');
      const [words = '', tail] = main.split('- ');
      const [one = '', adjective] = words.trim().split(' ');
      const [part = '', size] = small?.split(' ') ?? [];
      const measure: Measure = {
        ...(knownNoun(one) ?? NOTHING),
        money,
        ...(adjective && { adjective }),
        ...(tail && { tail }),
        ...(!one && { bare: true }),
        ...(size && { part: { ...knownNoun(part)!, size: +size } }),
      };
      return signs
        .split(' ')
        .flatMap((sign) => (/^[A-Z]{3}$/.test(sign) ? [sign, sign.toLowerCase()] : [sign]))
        .map((sign): [string, Measure] => [sign, measure]);
    });
}

/** By sign, code or abbreviation. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ...read(UNITS, false),
  ...read(MONEY, true),
]);

/** What a rate is of: of a unit one, كيلوغرام لكل متر مربع. */
const PER: ReadonlyMap<string, string> = new Map([
  ...[...MEASURES]
    .filter(([sign, { money, bare, tail }]) => !money && !bare && !tail && /^\p{L}/u.test(sign))
    .map(([sign, unit]): [string, string] => [sign, `لكل ${single(unit, nominative)}`]),
  ...RATES.trim()
    .split('\n')
    .flatMap((line) => {
      const [signs = '', said = ''] = line.split(' / ');
      return signs.split(' ').map((sign): [string, string] => [sign, said]);
    }),
]);

/** A slash and what a rate is of. */
export const RATE = pattern`/${[...PER.keys()]}(?![\p{L}\p{M}\p{N}/²³])`;

/** What is said for one. */
export const rateWords = (rate: string): string | undefined => PER.get(rate.slice(1));

/** The measure that is written so: by its sign, with what it is a rate of. */
export function measureOf(written: string): Measure | undefined {
  const [sign = '', per] = written.split('/') as [string, string?];
  const measure = MEASURES.get(sign);
  return measure && per ? { ...measure, tail: phrase(measure.tail, PER.get(per)) } : measure;
}

/** Any of them, and no letter or digit after it, but for 25°15′; a full stop may close د.ك. */
export const MEASURE = pattern`(?:${[...MEASURES.keys()]}(?:${RATE}|(?![\p{L}\p{M}\p{N}/]))|[°′](?=\d))`;

/** Not within a word, a host or a date. */
const APART = /(?<![\p{L}\p{M}\p{N}./])/u;
const LETTERS = [...MEASURES.keys()].filter((sign) => /^\p{L}.*[\p{L}²³]$|^\p{L}$/u.test(sign));
/** By one letter people and things are shortened, too: م/م, د/س. */
const LONG = LETTERS.filter((sign) => sign.length > 1);
const STEMS = LETTERS.filter((sign) => /[²³]$/.test(sign)).map((sign) => sign.slice(0, -1));

/** A rate, a square or a cube, where no number before it says it: from its slash or its power on. */
export const UNIT_ALONE = pattern`(?<=${APART}${LONG})${RATE}|(?<=${APART}${LETTERS})(?=/\S{1,4}[²³])${RATE}|(?<=${APART}${STEMS})[²³](?:${RATE}|(?![\p{L}\p{M}\p{N}/]))`;

/** Signs and codes of money that may also stand before the number: $20, ر.س 20. */
export const MONEY_BEFORE_NUMBER = [...MEASURES.keys()].filter(
  (sign) => MEASURES.get(sign)!.money && (!/[ء-ي]/.test(sign) || sign.includes('.')),
);
