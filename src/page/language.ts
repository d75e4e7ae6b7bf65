/** Languages as a page tells them, by `lang` attributes. Knows nothing of what is read or said in them. */

/** Tags that are as they should be: the first question to `Intl` takes 25 ms or more of a page's loading. */
const COMMON = /^(?:ar|en|fa|fr|he|ur)(?:-[A-Z]{2})?$/;

/** A tag that `Intl` accepts (pages write `ar_SA`); undefined for none and for nonsense. */
export function canonicalLanguage(lang: string | null): string | undefined {
  if (lang && COMMON.test(lang)) return lang;
  try {
    return lang ? Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The language in force on a node: the nearest `lang` attribute, out of shadow roots too. */
export function languageOf(node: Node): string | undefined {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    // On a server there is no `Element` to ask for.
    const lang = canonicalLanguage((at as Partial<Element>).getAttribute?.('lang') ?? null);
    if (lang) return lang;
  }
  return undefined;
}
