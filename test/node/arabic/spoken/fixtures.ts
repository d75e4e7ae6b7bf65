import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../../fixtures/spoken/', import.meta.url);

export interface Group {
  readonly name: string;
  readonly cases: readonly (readonly [written: string, spoken: string])[];
}

/** The golden files: # names a group; a line is what is written, the indented line below what is said. */
export function readGroups(): Group[] {
  return readdirSync(folder).flatMap((file) => {
    const groups: { name: string; cases: [string, string][] }[] = [];
    let written = '';
    for (const line of readFileSync(new URL(file, folder), 'utf8').split('\n')) {
      if (line.startsWith('#')) groups.push({ name: `${file}: ${line.slice(2)}`, cases: [] });
      else if (line.startsWith('  ')) groups.at(-1)!.cases.push([written, line.slice(2)]);
      else if (line) written = line;
    }
    return groups.filter(({ cases }) => cases.length);
  });
}
