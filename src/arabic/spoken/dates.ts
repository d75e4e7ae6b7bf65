/** Dates and times of day in words, by numbers; how they are written in a text is no matter of this file. */
import { alone, cardinal, cited, genitive, ordinal } from './number-words.js';
import { pattern, words } from './words.js';

/** Month names by the countries that use them; the first line is understood everywhere. */
const MONTHS: readonly (readonly [regions: string, names: readonly string[]])[] = [
  ['', words('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر')],
  [
    'SY IQ LB JO PS',
    words(
      'كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول',
    ),
  ],
  ['DZ TN', words('جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر')],
  ['MA', words('يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر')],
  ['MR', words('يناير فبراير مارس إبريل مايو يونيو يوليو أغشت شتمبر أكتوبر نوفمبر دجمبر')],
];

/** The months of the Islamic calendar, as they stand in dates; and their other names. */
const ISLAMIC_MONTHS = words(`
محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان شوال ذي_القعدة ذي_الحجة
`);
const ALSO_ISLAMIC = words('ربيع_الثاني جمادى_الثانية ذو_القعدة ذو_الحجة');

const NAMES = new RegExp(
  pattern`${[...new Set([...MONTHS.flatMap(([, list]) => list), ...ISLAMIC_MONTHS, ...ALSO_ISLAMIC])]}`.source
    // As they are often written: اكتوبر, إبريل.
    .replace(/[أآ]/g, '[اأإآ]'),
);

/** A month's name, of any country and of either calendar, and perhaps a second one after a slash. */
export const MONTH = pattern`(?:(?:شهر )?${NAMES}(?:\s?/\s?${NAMES})?)(?![\p{L}\p{M}])`;

/** The name of month 1 to 12 where the reader lives (ISO 3166 region, such as `SY`). */
function monthName(month: number, region: string): string {
  const list = MONTHS.find(([regions]) => region && regions.includes(region)) ?? MONTHS[0]!;
  return list[1][month - 1]!;
}

/** The day of a month: الثلاثين. Dates are adverbs, or follow a preposition: never nominative. */
export const dayWords = (day: number): string => ordinal(day, 'm', genitive);

/** Whether a year is of the Islamic calendar: nobody writes days of these in digits in the other one. */
const isIslamicYear = (year: number | undefined): boolean => !!year && year > 1250 && year < 1500;

/**
 * الثلاثين من يوليو عام ألفين وعشرين; undefined for what is no date.
 *
 * @param isIslamic whether the month is of the Islamic calendar; by default as the year is.
 */
export function dateWords(
  year: number | undefined,
  month: number,
  day: number,
  region: string,
  isIslamic = isIslamicYear(year),
): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const name = isIslamic ? ISLAMIC_MONTHS[month - 1]! : monthName(month, region);
  const start = `${dayWords(day)} من ${name}`;
  return year === undefined ? start : `${start} عام ${cited(year)}`;
}

const QUARTERS: Readonly<Record<number, string>> = {
  0: '',
  15: ' والربع',
  20: ' والثلث',
  30: ' والنصف',
  40: ' إلا ثلثا',
  45: ' إلا ربعا',
};

/** Minutes or seconds: خمس دقائق, خمسا وعشرين دقيقة. */
function minutes(n: number, one: string, many: string): string {
  if (n === 1) return `${one} واحدة`;
  if (n === 2) return `${one.replace(/ة$/, 'ت')}ين`;
  return `${cardinal(n, { ...alone(genitive, 'f'), followed: true })} ${n <= 10 ? many : one}`;
}

/**
 * A time of day: العاشرة والنصف.
 *
 * @param period whether the part of the day is to be told for hours after noon; the text may do so.
 */
export function timeWords(
  hour: number,
  minute: number,
  second: number | undefined,
  period: boolean,
): string | undefined {
  if (hour > 24 || minute > 59 || (second ?? 0) > 59) return undefined;
  const toNext = !second && (minute === 40 || minute === 45) ? 1 : 0;
  const said = ((hour + toNext + 11) % 12) + 1;
  const name = said === 1 ? 'الواحدة' : ordinal(said, 'f', genitive);
  const past = second ? undefined : QUARTERS[minute];
  const rest =
    past ??
    (minute ? ` و${minutes(minute, 'دقيقة', 'دقائق')}` : '') +
      (second ? ` و${minutes(second, 'ثانية', 'ثوان')}` : '');
  const part =
    !period || (hour >= 1 && hour <= 12)
      ? ''
      : hour === 0 || hour === 24
        ? ' بعد منتصف الليل'
        : hour < 18
          ? ' بعد الظهر'
          : ' مساء';
  return name + rest + part;
}
