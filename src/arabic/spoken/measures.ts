import type { Noun } from './counted.js';
import type { Gender } from './number-words.js';

/**
 * Units and currencies by their signs, codes and abbreviations, for a linguist to read and extend:
 * what is written / singular, plural, gender, adjective, tail / for money: its part and how many of
 * those make one.
 */
const UNITS = `
كم كلم km / كيلومتر كيلومترات
م m / متر أمتار
سم cm / سنتيمتر سنتيمترات
مم ملم mm / مليمتر مليمترات
كم² كم2 كلم² كلم2 km² km2 / كيلومتر كيلومترات m مربع
م² م2 m² m2 / متر أمتار m مربع
م³ م3 m³ m3 / متر أمتار m مكعب
كم/س كلم/س كم/ساعة كلم/ساعة كم/سا km/h / كيلومتر كيلومترات m - في الساعة
م/ث m/s / متر أمتار m - في الثانية
كغ كجم كغم كلغ كلغم kg / كيلوغرام كيلوغرامات
غ غم جم غرام g / غرام غرامات
ملغ ملغم مغ مجم mg / مليغرام مليغرامات
مل ملل ml mL / مليلتر مليلترات
ل L / لتر لترات
° / درجة درجات f
°م °C °س ℃ / درجة درجات f مئوي
°ف °F / درجة درجات f فهرنهايت
م.ط / مليون ملايين m - طن
ك.و.س kWh / كيلوواط كيلوواط m - في الساعة
ميغاواط MW / ميغاواط ميغاواط
GB غ.ب / غيغابايت غيغابايت
MB م.ب / ميغابايت ميغابايت
% ٪ / - - m - في المئة
‰ / - - m - في الألف
`;

const MONEY = `
$ US$ USD / دولار دولارات / سنت سنتات 100
€ EUR / يورو يورو / سنت سنتات 100
£ GBP / جنيه جنيهات m إسترليني / بنس بنسات 100
¥ JPY / ين ين
CNY / يوان يوان
CHF / فرنك فرنكات m سويسري / سنتيم سنتيمات 100
₹ INR / روبية روبيات f هندي
₽ RUB / روبل روبلات m روسي
₺ TRY / ليرة ليرات f تركي
﷼ / ريال ريالات
د.ك KWD / دينار دنانير m كويتي / فلس فلوس 1000
د.ب BHD / دينار دنانير m بحريني / فلس فلوس 1000
د.أ د.ا JOD / دينار دنانير m أردني / فلس فلوس 1000
د.ع IQD / دينار دنانير m عراقي / فلس فلوس 1000
د.ت TND / دينار دنانير m تونسي / مليم مليمات 1000
د.ل LYD / دينار دنانير m ليبي / درهم دراهم 1000
د.ج دج DZD / دينار دنانير m جزائري / سنتيم سنتيمات 100
ر.س SAR / ريال ريالات m سعودي / هللة هللات 100
ر.ق QAR / ريال ريالات m قطري / درهم دراهم 100
ر.ع OMR / ريال ريالات m عماني / بيسة بيسات 1000
ر.ي YER / ريال ريالات m يمني
د.إ د.ا.م AED / درهم دراهم m إماراتي / فلس فلوس 100
د.م MAD / درهم دراهم m مغربي / سنتيم سنتيمات 100
ج.م EGP / جنيه جنيهات m مصري / قرش قروش 100
ج.س SDG / جنيه جنيهات m سوداني / قرش قروش 100
ل.ل LBP / ليرة ليرات f لبناني
ل.س SYP / ليرة ليرات f سوري
`;

export interface Measure extends Noun {
  /** A hundredth or a thousandth of a currency. */
  readonly part?: Noun & { readonly size: number };
  /** Percent and per mille: said after the number, and counted by nothing. */
  readonly bare?: boolean;
  readonly money: boolean;
}

function noun(fields: string): Noun {
  const [one = '', many = '', gender = 'm', adjective = '-', ...tail] = fields.trim().split(' ');
  return {
    one,
    many,
    gender: gender as Gender,
    ...(adjective !== '-' && { adjective }),
    ...(tail.length && { tail: tail.join(' ') }),
  };
}

function read(table: string, money: boolean): [string, Measure][] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [signs = '', main = '', small] = line.split(' / ');
      const size = /\d+$/.exec(small ?? '')?.[0];
      const measure: Measure = {
        ...noun(main),
        money,
        ...(main.startsWith('-') && { bare: true }),
        ...(size && {
          part: {
            ...noun(small!.slice(0, -size.length)),
            gender: /ة/.test(small!) ? 'f' : 'm',
            size: +size,
          },
        }),
      };
      return signs.split(' ').map((sign): [string, Measure] => [sign, measure]);
    });
}

/** By sign, code or abbreviation. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map([
  ...read(UNITS, false),
  ...read(MONEY, true),
]);

const escaped = [...MEASURES.keys()]
  .sort((a, b) => b.length - a.length)
  .map((sign) => sign.replace(/[.$/]/g, '\\$&'));

/** Any of them, the longest first, and no letter or digit after it; a full stop may close د.ك. */
export const MEASURE = `(?:${escaped.join('|')})(?![\\p{L}\\p{M}\\p{N}/])`;

/** Signs and codes of money, which may also stand before the number. */
export const MONEY_SIGN = `(?:${escaped
  .filter((sign) => MEASURES.get(sign.replace(/\\/g, ''))?.money && !/[ء-ي]/.test(sign))
  .join('|')})`;
