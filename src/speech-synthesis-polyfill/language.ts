/** The language of a BCP 47 tag, as platforms write them: `ar_SA`, `arb` and `ara` are `ar`. */
export function primaryLanguage(tag: string): string {
  const bcp47 = tag.replace(/_/g, '-');
  try {
    return new Intl.Locale(bcp47).language;
  } catch {
    return bcp47.toLowerCase().split('-', 1)[0]!;
  }
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
