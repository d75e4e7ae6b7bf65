import { readFileSync } from 'node:fs';
import { SPOKEN_FILES, spokenGroups, type Group } from '../../../spoken-groups.js';

/** Where the golden files lie. */
export const folder = new URL('../../../fixtures/spoken/', import.meta.url);

/** All golden cases. */
export const readGroups = (): Group[] =>
  SPOKEN_FILES.flatMap((file) => spokenGroups(file, readFileSync(new URL(file, folder), 'utf8')));
