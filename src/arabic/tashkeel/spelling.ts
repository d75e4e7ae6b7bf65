/**
 * Words as they are meant, where people spell them otherwise: Persian letters, ى for ي as in Egypt and ي
 * for ى, ه for ة, an alif without its hamza. One letter stands for one, so that offsets stay. A word that
 * the lexicon knows stays as it is, and another becomes one that it knows; where that might be a third
 * word (أمه, تلقي, يروى), only in a text that spells so. Knows nothing of vowels.
 */
import type { Lexicon } from './lexicon.js';

export interface SpeltWord {
  /** Its letters. */
  readonly word: string;
  /** Whether it ends in the one letter that stands for ى and ي on a Persian keyboard. */
  readonly open?: boolean;
}

const ARTICLE = '(?:[وف]?[بك]?ال|[وف]?لل)';
const DEFINITE = new RegExp(`^${ARTICLE}..`);
const ACTIVE_PARTICIPLE = new RegExp(`^${ARTICLE}.ا.ى$`);

/** Words that are spelt so by habit, and are no others; with what they are meant as. */
const PARTICLES: Readonly<Record<string, string>> = {
  ...{ فى: 'في', الذى: 'الذي', التى: 'التي', هى: 'هي', اللى: 'اللي' },
  ...{
    الى: 'إلى',
    الي: 'إلى',
    حتي: 'حتى',
    أخري: 'أخرى',
    الأخري: 'الأخرى',
    اخري: 'أخرى',
    الاخري: 'الأخرى',
  },
  ...{ مصطفي: 'مصطفى', موسي: 'موسى', عيسي: 'عيسى', مستشفي: 'مستشفى', المستشفي: 'المستشفى' },
  ...{ لان: 'لأن' },
  ...{ علية: 'عليه', فية: 'فيه', لدية: 'لديه' },
};

/** Between two words that a Persian keyboard writes alike, one that is no name. */
const LIKELY = /^[وف]?(?:على|إلى|الى)$/;

/** What إِنَّ follows, with its subject between; elsewhere ان is أَنَّ or أَنْ. */
const BEFORE_INNA = /^(?:[وف]?(?:س?[يتن]قول(?:ون|وا)?|ق[اي]ل(?:ت|وا)?|قلت)|قائلا|قائلة)$/;
const RIGHT_BEFORE_INNA = /^(?:حيث|إذ|كلا|ألا|بل)$/;
const AFTER_VERB = 6;

/** What may stand before the alif that a word begins with; ل or ب there is more often the word's own. */
const BEFORE_ALIF = ['', 'و', 'ال', 'لل', 'وال', 'فال', 'بال', 'كال', 'ولل'];

/** Words as they are meant, of one text and in its order: as many letters each. */
export function meantWords(words: readonly SpeltWord[], { isWord, withHamza }: Lexicon): string[] {
  const endsIn = (letter: string) => words.some(({ word }) => word.endsWith(letter));
  const swapped = (word: string, letter: string) => word.slice(0, -1) + letter;
  const isMeant = (word: string, letter: string) => !isWord(word) && isWord(swapped(word, letter));
  const count = (from: string, to: string) =>
    words.filter(({ word }) => word.length > 2 && word.endsWith(from) && isMeant(word, to)).length;
  const isParticle = ({ word }: SpeltWord) => word in PARTICLES;
  const lacking = count('ه', 'ة');
  const isSure = words.some(
    ({ word }) => DEFINITE.test(word) && /ه$/.test(word) && isMeant(word, 'ة'),
  );
  const habits = {
    // The letter that is left out stands nowhere, and two words or more lack it.
    // One of them has the article, or there are more than verses have by chance (نوره, قلعه).
    ه: !endsIn('ة') && lacking > (words.some(isParticle) ? 0 : isSure ? 1 : 3),
    ى: /[ى]$/.test(words.find(isParticle)?.word ?? '') || (!endsIn('ي') && count('ى', 'ي') > 1),
    ي: words.some(({ word }) => /^(?:[وف]?(?:الي|حتي))$/.test(word)) && !endsIn('ى'),
  };
  const others: Readonly<Record<string, string>> = { ه: 'ة', ى: 'ي', ي: 'ى' };
  // Alone it is آلية, a mechanism.
  const writesTaForHa = words.some(({ word }) => /^[وف]?(?:علية|فية|لدية)$/.test(word));
  let wasBare = false;
  const before: string[] = [];

  const meant = ({ word, open }: SpeltWord): string => {
    const particle = word.replace(/^[وف](?=..)/, '');
    const known = PARTICLES[word] ?? PARTICLES[particle];
    // فعلية is an adjective.
    // ابن علية is a name.
    if (
      known &&
      !(/ة$/.test(word) && /^[وف]?ا?بن$/.test(before.at(-1) ?? '')) &&
      (particle === word || !/ة$/.test(word) || !isWord(word))
    )
      return word.slice(0, -particle.length) + known;
    if (writesTaForHa && /^[وف]?[اإ]لية$/.test(word)) return word.replace(/.لية$/, 'إليه');
    if (/^و?ان$/.test(word)) return word.replace('ا', isInna(before) ? 'إ' : 'أ');
    const last = word.at(-1)!;
    const other = others[last];
    const changed = other && word.length > 2 ? swapped(word, other) : word;
    if (open && LIKELY.test(changed)) return changed.replace('الى', 'إلى');
    const isDefinite = DEFINITE.test(word);
    // كبيره is "his big one" as well, but not after مدينه.
    if (last === 'ه' && wasBare && isWord(changed)) return changed;
    // No noun is written like نادى: النادى is النادي.
    if (last === 'ى' && ACTIVE_PARTICIPLE.test(word) && isWord(changed)) return changed;
    if (isWord(word)) return word;
    const whole = withHamza(word);
    if (whole) return whole;
    const habit = habits[last as keyof typeof habits];
    const mayChange = open || habit || (isDefinite && last !== 'ي');
    const forms = mayChange && changed !== word ? [word, changed] : [word];
    const found = forms.flatMap((form) => [form, ...hamzas(form)]).find((form) => isWord(form));
    if (found) return found;
    // Egyptian writing has no final ي at all: البورسعيدى.
    return last === 'ى' && habit && isDefinite ? changed : word;
  };
  return words.map((it) => {
    const result = meant(it);
    wasBare = /ه$/.test(it.word) && /ة$/.test(result);
    before.push(result);
    return result;
  });
}

function isInna(before: readonly string[]): boolean {
  const last = before.at(-1);
  if (!last || RIGHT_BEFORE_INNA.test(last)) return true;
  const near = before.slice(-AFTER_VERB);
  const verb = near.map((word) => BEFORE_INNA.test(word)).lastIndexOf(true);
  return verb >= 0 && !near.slice(verb).some((word) => /^[وفبكل]?[أإا]ن/.test(word));
}

/** A word with the hamzas that its alif may lack, or without the one that joins (إجتماع for اجتماع). */
function hamzas(word: string): string[] {
  return BEFORE_ALIF.flatMap((before) => {
    // إلجاء has no article.
    if (word.startsWith(`${before}إل`)) return [];
    if (word.startsWith(`${before}إ`)) return [`${before}ا${word.slice(before.length + 1)}`];
    if (!word.startsWith(`${before}ا`) || (!/ل$/.test(before) && /^و?ال../.test(word))) return [];
    const rest = word.slice(before.length + 1);
    return rest ? ['أ', 'إ', 'آ'].map((letter) => before + letter + rest) : [];
  });
}
