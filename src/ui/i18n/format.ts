/** Numbers, and strings that count, as a language writes them. Knows no language by itself. */
import type { Terms } from './terms.js';

/** Numbers and counted strings as a language writes them. */
export interface Format {
  /** What `Intl` is asked in. */
  readonly lang: string;
  number(value: number): string;
  percent(value: number): string;
  minutesLeft(minutes: number): string;
  /** Which paragraph of how many. */
  place(progress: { readonly paragraph: number; readonly paragraphs: number }): string;
}

const formats = new WeakMap<Terms, Format>();

/**
 * Formatting by `Intl`. Arabic without a region gets Arabic-Indic digits in every engine (CLDR's
 * `ar` has changed sides); with a region, the region's; a tag that `Intl` refuses falls back.
 *
 * Made once for each interface, and each formatter when it is first needed: the first number that is
 * asked for costs 10 to 20 ms, more than all else that the bar does, so small Arabic ones are not.
 */
export function formatFor(terms: Terms): Format {
  const known = formats.get(terms);
  if (known) return known;
  const format = createFormat(terms);
  formats.set(terms, format);
  return format;
}

function createFormat(terms: Terms): Format {
  let { lang } = terms;
  try {
    Intl.getCanonicalLocales(lang);
  } catch {
    lang = lang.slice(0, 2);
  }
  if (lang === 'ar') lang = 'ar-u-nu-arab';
  let decimal: Intl.NumberFormat | undefined;
  const number = (value: number) =>
    // What a bar begins with needs no fraction, and no more than one mark of grouping.
    lang === 'ar-u-nu-arab' && value < 1e6 && value % 1 === 0
      ? `${value}`.replace(/\B...$/, '٬$&').replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[+digit]!)
      : (decimal ??= new Intl.NumberFormat(lang, { maximumFractionDigits: 2 })).format(value);
  let percent: Intl.NumberFormat | undefined;
  let plural: Intl.PluralRules | undefined;
  return {
    lang,
    number,
    percent: (value) =>
      (percent ??= new Intl.NumberFormat(lang, { style: 'percent' })).format(value / 100),
    minutesLeft: (minutes) => {
      const whole = Math.round(minutes);
      if (minutes < 1) return terms.underAMinute;
      plural ??= new Intl.PluralRules(lang.split('-u')[0]);
      return terms.minutesLeft(number(whole), plural.select(whole));
    },
    place: ({ paragraph, paragraphs }) => terms.place(number(paragraph), number(paragraphs)),
  };
}
