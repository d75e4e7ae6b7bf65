/** What came out, as text. */
import { COLUMNS } from './visit.mjs';

const HEADS = { reads: 'reads with vowels' };
const head = (column) => HEADS[column] ?? column;

/** Whether all of a row is as it should be. */
export const isGreen = ({ columns }) => !!columns && COLUMNS.every((name) => columns[name] === '');

/** A table of marks, and below it why each red one is red. */
export function tableOf(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name, cells) =>
    [name.padEnd(width), ...cells.map((cell, i) => cell.padEnd(head(COLUMNS[i]).length))].join(
      ' | ',
    );
  const lines = [
    line('', COLUMNS.map(head)),
    line(
      '-'.repeat(width),
      COLUMNS.map((column) => '-'.repeat(head(column).length)),
    ),
    ...rows.map(({ name, columns }) =>
      line(
        name,
        COLUMNS.map((column) => (columns?.[column] === '' ? 'yes' : columns ? 'NO' : '?')),
      ),
    ),
  ];
  const reasons = rows.flatMap(({ name, columns, failed }) => {
    if (failed) return [`\n${name}: not visited: ${failed}`];
    return COLUMNS.filter((column) => columns[column] && columns[column] !== '–').map(
      (column) => `\n${name}: ${head(column)}: ${columns[column].replaceAll('\n', '\n  ')}`,
    );
  });
  return [...lines, ...reasons].join('\n');
}
