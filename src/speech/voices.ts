import { primaryLanguage, type VoiceKey } from '../core/settings.js';
import { isRobotic, VARIANT } from './robotic.js';

/**
 * From best to worst: `recorded` is a recording of this article; `embedded` are our own, which report their
 * words; `robotic` is eSpeak, which every Linux has and nobody chooses.
 */
const QUALITIES = ['recorded', 'natural', 'standard', 'embedded', 'robotic'] as const;
export type VoiceQuality = (typeof QUALITIES)[number];

/** A voice as it is listed and chosen. */
export interface VoiceInfo {
  /** Unique in the list. */
  readonly id: string;
  /** What to call it; all variants of eSpeak are one voice of this name. */
  readonly name: string;
  /** Normalised BCP 47 tag: `ar`, `ar-SA`. */
  readonly lang: string;
  /** ISO 3166 region (or UN M.49 area), or '' for a voice of no region. */
  readonly region: string;
  /** The text that it speaks leaves the device. */
  readonly online: boolean;
  readonly quality: VoiceQuality;
  /** The platform's own. */
  readonly voice: SpeechSynthesisVoice;
}

/** Arabic under other names: ISO 639-2, and the commonest of the ISO 639-3 languages inside it. */
const ARABIC = /^(ar[abqsyz]|ac[mqwx]|aeb|afb|ap[cd]|shu)$/;

/** Regions that are none: Google's placeholder and the world (fault 14). */
const NOWHERE = /^(XA|001)$/;

const NATURAL = /natural|neural|wavenet|premium|enhanced|siri/i;

/**
 * Reads a language tag as platforms write it: `ar_SA`, `ar-XA`, `ara`, `arb`, `ar-SA-x-foo`
 * (fault 14; BCP 47, with the aliases of UTS 35).
 *
 * @returns the normalised tag, its language, and its region or ''.
 */
export function parseTag(tag: string): { lang: string; language: string; region: string } {
  const [first = '', ...rest] = tag.replace(/_/g, '-').split('-');
  let language = first.toLowerCase();
  try {
    language = primaryLanguage(Intl.getCanonicalLocales(language)[0] ?? '');
  } catch {
    // Not a tag that anybody defined: it stays what it is.
  }
  if (ARABIC.test(language)) language = 'ar';
  const region = rest.find((part) => /^([a-z]{2}|\d{3})$/i.test(part))?.toUpperCase() ?? '';
  return NOWHERE.test(region) || !region
    ? { lang: language, language, region: '' }
    : { lang: `${language}-${region}`, language, region };
}

function describe(voice: SpeechSynthesisVoice, robotic: boolean): VoiceInfo {
  const { name, voiceURI, localService } = voice;
  const { lang, region } = parseTag(voice.lang);
  return Object.freeze({
    id: [voiceURI, name, lang].join('|'),
    name: robotic ? 'eSpeak' : name,
    lang,
    region,
    // Firefox speaks with the system's voices alone and says `localService: false` of those that
    // come from speech-dispatcher (seen in Firefox 153).
    online: !localService && !voiceURI.startsWith('urn:moz-tts:'),
    quality: robotic
      ? 'robotic'
      : voiceURI.startsWith('embedded:')
        ? 'embedded'
        : NATURAL.test(name + voiceURI)
          ? 'natural'
          : 'standard',
    voice,
  } as const);
}

/**
 * The voices of a language, best first: natural before standard, eSpeak last; of equals, those of
 * the language's region, then those on the device. eSpeak is one row a region, not 13,362.
 *
 * @param voices what `getVoices()` answers.
 * @param lang BCP 47 language of the article; only its primary subtag has to match.
 */
export function rankVoices(
  voices: readonly SpeechSynthesisVoice[],
  lang: string,
): readonly VoiceInfo[] {
  const wanted = parseTag(lang);
  // Tags are few and voices are many.
  const matching = new Map<string, boolean>();
  const speaks = (tag: string) => {
    const known = matching.get(tag) ?? parseTag(tag).language === wanted.language;
    matching.set(tag, known);
    return known;
  };
  const mine = voices.filter((voice) => speaks(voice.lang));
  // Firefox does not name eSpeak; a voice that has variants is eSpeak's.
  const families = new Set(
    mine.flatMap(({ name }) => (VARIANT.test(name) ? [name.replace(VARIANT, '')] : [])),
  );
  const robotic = (voice: SpeechSynthesisVoice) => isRobotic(voice) || families.has(voice.name);

  const rows = new Map<string, VoiceInfo>();
  for (const voice of mine) {
    const info = describe(voice, robotic(voice));
    const key = info.quality === 'robotic' ? `eSpeak|${info.region}` : info.id;
    const listed = rows.get(key);
    // The family is shown by its plain voice, wherever that stands in the list.
    if (!listed || (VARIANT.test(listed.voice.name) && !VARIANT.test(voice.name)))
      rows.set(key, info);
  }
  const rank = ({ quality, region, online }: VoiceInfo) =>
    QUALITIES.indexOf(quality) * 4 + (region === wanted.region ? 0 : 2) + (online ? 1 : 0);
  return Object.freeze([...rows.values()].sort((a, b) => rank(a) - rank(b)));
}

/** What to remember of a voice: no single field is unique or stable (fault 15). */
export const voiceKey = ({ voice, lang }: VoiceInfo): VoiceKey =>
  Object.freeze({ uri: voice.voiceURI, name: voice.name, lang });

/**
 * Finds a voice again.
 *
 * @param voices the voices of one language.
 * @param wanted a key from {@link voiceKey}, or a name or `voiceURI`. Of a key two fields must hold:
 *   names change with the system's language and URIs with its updates (faults 15 and 22).
 */
export function findVoice(
  voices: readonly VoiceInfo[],
  wanted: VoiceKey | string | null,
): VoiceInfo | undefined {
  if (wanted === null) return undefined;
  if (typeof wanted === 'string') {
    const name = wanted.toLowerCase();
    return voices.find(
      (info) =>
        info.voice.voiceURI === wanted ||
        info.voice.name.toLowerCase() === name ||
        info.name.toLowerCase() === name,
    );
  }
  const { lang } = parseTag(wanted.lang);
  const same = ({ voice, ...info }: VoiceInfo) => [
    voice.voiceURI === wanted.uri,
    voice.name === wanted.name,
    info.lang === lang,
  ];
  const matches = (least: number) =>
    voices.find((info) => same(info).filter(Boolean).length >= least);
  const found = matches(3) ?? matches(2);
  return found && same(found).slice(0, 2).some(Boolean) ? found : undefined;
}

/**
 * The voice to read with: the one wanted where it is there, else the best one on the device.
 *
 * Text leaves the device only if the user picked an online voice. A key is a user's choice; a name
 * or URI is the page's, and does not choose an online voice.
 *
 * @param hasFailed tells what was tried in vain: taken only where there is no other (fault 11).
 */
export function chooseVoice(
  voices: readonly VoiceInfo[],
  wanted: VoiceKey | string | null,
  hasFailed: (voice: VoiceInfo) => boolean = () => false,
): VoiceInfo | undefined {
  const choose = (from: readonly VoiceInfo[]) => {
    const local = from.filter((info) => !info.online);
    return findVoice(typeof wanted === 'string' ? local : from, wanted) ?? local[0];
  };
  return choose(voices.filter((voice) => !hasFailed(voice))) ?? choose(voices);
}
