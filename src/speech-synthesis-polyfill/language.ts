/** The language of a BCP 47 tag, as platforms write them: `ar_SA`, `arb` and `ara` are `ar`. */
export function primaryLanguage(tag: string): string {
  // (`Intl.Locale` knows `arb` in Chromium and Firefox only.)
  return tag
    .toLowerCase()
    .split(/[-_]/, 1)[0]!
    .replace(/^ar[ab]$/, 'ar');
}

/** The voice that speaks a language: exactly this one of its country, else any of it. */
export function voiceFor<Voice extends { readonly lang: string }>(
  voices: readonly Voice[],
  lang: string,
): Voice | undefined {
  const exact = (tag: string) => tag.toLowerCase().replace(/_/g, '-');
  return (
    voices.find((voice) => exact(voice.lang) === exact(lang)) ??
    voices.find((voice) => primaryLanguage(voice.lang) === primaryLanguage(lang))
  );
}
