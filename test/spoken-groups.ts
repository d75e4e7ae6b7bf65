/** The golden files of what is said, in `test/fixtures/spoken/`; a browser cannot list a folder. */
export const SPOKEN_FILES = [
  'abbreviations',
  'article',
  'case',
  'counted-nouns',
  'counting',
  'dates',
  'forms-of-news',
  'fractions-and-percent',
  'governors',
  'heads',
  'mixed',
  'money',
  'news',
  'ordinals',
  'ranges-scores-numbers',
  'signs',
  'times',
  'topics',
  'units',
  'years',
].map((name) => `${name}.txt`);

export interface Group {
  readonly name: string;
  readonly cases: readonly (readonly [written: string, spoken: string])[];
}

/** # names a group; a line is what is written, the indented line below what is said. */
export function spokenGroups(file: string, text: string): Group[] {
  const groups: { name: string; cases: [string, string][] }[] = [];
  let written = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) groups.push({ name: `${file}: ${line.slice(2)}`, cases: [] });
    else if (line.startsWith('  ')) groups.at(-1)!.cases.push([written, line.slice(2)]);
    else if (line) written = line;
  }
  return groups.filter(({ cases }) => cases.length);
}
