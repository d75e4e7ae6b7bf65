/** Which languages the interface has, and how one is had: Arabic at once, the others when asked for. */
import { primaryLanguage } from '../../core/settings.js';
import { ar } from './languages/ar.js';
import type { AllTerms, Terms } from './terms.js';

/** Languages beside Arabic, loaded when they are asked for: the bar's words with the sheets', by that name. */
const LANGUAGES: Readonly<Record<string, () => Promise<Readonly<Record<string, AllTerms>>>>> = {
  en: () => import('./languages/en.js'),
  fa: () => import('./languages/fa.js'),
  fr: () => import('./languages/fr.js'),
  he: () => import('./languages/he.js'),
  ur: () => import('./languages/ur.js'),
};

const loaded = new Map<string, Terms>([['ar', ar]]);

/**
 * The interface's words: Arabic for Arabic and where no language is stated, else the language itself,
 * else English. A promise the first time for a language that has to be loaded; Arabic if that fails.
 *
 * @param lang BCP 47; its region decides the digits (٥ in `ar`, 5 in `ar-MA`).
 */
export function termsFor(lang: string): Terms | Promise<Terms> {
  const asked = primaryLanguage(lang) || 'ar';
  const language = asked in LANGUAGES || asked === 'ar' ? asked : 'en';
  // Many write the tag as POSIX locales are written: ar_EG.
  const tag = lang.replaceAll('_', '-');
  const localised = (terms: Terms) =>
    language === primaryLanguage(lang) ? { ...terms, lang: tag } : terms;
  const known = loaded.get(language);
  if (known) return localised(known);
  return LANGUAGES[language]!().then(
    ({ [language]: terms }) => {
      loaded.set(language, terms!);
      return localised(terms!);
    },
    () => ar,
  );
}
