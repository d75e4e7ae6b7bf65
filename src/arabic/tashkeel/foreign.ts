/**
 * Names that are no Arabic word by how they end, where the lexicon does not know them: they take no case
 * ending and no tanwin (الممنوع من الصرف للعجمة, said as it is in its own language). Knows nothing of marks.
 */

/** How names of Europe, the Caucasus and America end, and words of the net. */
const ENDINGS =
  /^(?!(?:[وف]?[بك]?ال|[وف]?لل|[وف]?[يتم]))..+(?:شتاين|ب[وي]رغ|ب[وي]رج|غراد|غارد|[وي]تش|.نغ|تس|ييل|شفيلي|[كنلتدر]سون|ستون|تاون|لاند|فورد|وورث|هايم|شتات|سوفت|تيوب|غرام|ستروم|كيان|وليوس|.{3}وف|يانوس)$/;

/** @param isForeignlySpelt whether a letter of it is one of ڤ پ چ گ */
export const isForeignName = (word: string, isForeignlySpelt: boolean): boolean =>
  /[^اويىةء]$/.test(word) && (isForeignlySpelt || ENDINGS.test(word));
