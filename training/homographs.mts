/**
 * `node --import tsx homographs.mts PREPARED DATA`: the words with several readings, as lines for
 * `lexicon.txt`, from the vocalised text of DATA but for the lines held out in PREPARED.
 *
 * A reading counts if it is a possible word and stands there three times and in one of fifty places of its
 * word. The ending is left open, but that of a verb in the perfect (قَتَلَ): what is only ever seen with a
 * fatha, four times and more. Words that the lexicon has, itself or behind what is written onto them,
 * are left out, and so are those of one reading: the nets know them.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Mark, MARKS } from '../src/arabic/tashkeel/letters.js';
import { lettersOf, readLexicon } from '../src/arabic/tashkeel/lexicon.js';
import { wordCheck } from '../src/arabic/tashkeel/word-check.js';

/** With their weights. The speech corpus is none: 224 of its lines are syllables without sense. */
const SOURCES = { hadith: 1, 'tashkeela-val': 1, aljazeera: 3 };
/** How often a word stands there at least. */
const LEAST = 8;

const [prepared, data] = process.argv.slice(2);
const held = new Set(
  ['news', 'dev'].flatMap((name) => readFileSync(`${prepared}/${name}.txt`, 'utf8').split('\n')),
);
const shipped = new URL('../src/assets/tashkeel/lexicon.txt', import.meta.url);
const lexicon = readLexicon(readFileSync(shipped, 'utf8').replace(/^.*\|.*$/gm, ''));

/** How often words stand in running text: some of the books list the forms of words. */
const running = new Map<string, number>();
/** For each word, how often each reading of it stands there, by its marks but the last, with each ending. */
const words = new Map<string, Map<string, Map<number, number>>>();
for (const [name, weight] of Object.entries(SOURCES))
  for (const line of gunzipSync(readFileSync(`${data}/${name}.txt.gz`))
    .toString('utf8')
    .split('\n')) {
    if (held.has(line.replace(/<[^>]*>|\s+/g, ' ').trim())) continue;
    for (const [written] of line.matchAll(/[\p{L}\p{M}\u0640]+/gu)) {
      const { word, marks } = lettersOf(written);
      // An alif with a vowel is a hamza that was not written, a final ى in old books often ي.
      if (word.length < 3 || (word[0] === 'ا' && marks[0]) || /^[وف]?لل|ى$/.test(word)) continue;
      if (name !== 'tashkeela-val') running.set(word, (running.get(word) ?? 0) + weight);
      const readings = words.get(word) ?? words.set(word, new Map()).get(word)!;
      const inner = marks.slice(0, -1).join(' ');
      const endings = readings.get(inner) ?? readings.set(inner, new Map()).get(inner)!;
      endings.set(marks.at(-1)!, (endings.get(marks.at(-1)!) ?? 0) + weight);
    }
  }

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

const entries = new Map<string, readonly string[]>();
for (const [word, readings] of words) {
  const fits = wordCheck(word);
  const total = sum([...readings.values()].map((endings) => sum(endings.values())));
  if ((running.get(word) ?? 0) < LEAST) continue;
  const kept = [...readings]
    .map(([inner, endings]) => ({
      marks: inner.split(' ').map(Number),
      endings,
      count: sum(endings.values()),
    }))
    .filter(
      ({ marks, count }) =>
        count >= 3 &&
        count * 50 >= total &&
        [...marks, Mark.None].every((_, at, all) => fits(all, at)),
    )
    .sort((a, b) => b.count - a.count)
    .map(({ marks, endings, count }) => {
      const doubled = [...endings.keys()].every((mark) => mark >= Mark.Shadda);
      const fatha = doubled ? Mark.ShaddaFatha : Mark.Fatha;
      const isPerfect = count >= 4 && endings.get(fatha) === count && !/[اىويةآ]$/.test(word);
      const last = isPerfect ? fatha : doubled ? Mark.Shadda : Mark.None;
      return [...word].map((letter, at) => letter + MARKS[marks[at] ?? last]).join('');
    });
  if (kept.length > 1) entries.set(word, kept);
}

for (const [word, kept] of [...entries].sort()) {
  if (lexicon.find(word).length) continue;
  // The list of the word alone is enough, or its readings differ in its case, which stays open.
  if (/^[وف]/.test(word) && entries.has(word.slice(1))) continue;
  if (/..(?:ها|هما?|هن|ه|نا|ني|كم?)$/.test(word)) continue;
  console.log(kept.join(' | '));
}
