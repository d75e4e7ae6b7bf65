/**
 * What the columns of a table are called. Loaded with the first listening; knows nothing of when it
 * is said.
 */
import type { Block } from '../../core/article.js';
import { elementOf } from '../dom-tree.js';
import type { PageText } from '../page-text.js';

const textOf = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, ' ').trim();

type Headers = ReadonlyMap<Element, readonly string[]>;

/** By page, which is read anew when it changes, and by table. */
const known = new WeakMap<PageText, Map<HTMLTableElement, Headers>>();

/**
 * What the column is called that a block stands in: the texts of its header cells, the upper before
 * the lower; none outside a table, in a header, and for what is not the first in its cell.
 */
export function columnHeadersOf(page: PageText, { kind, start }: Block): readonly string[] {
  if (kind !== 'cell') return [];
  const cell = elementOf(page.toRange({ start, end: start }).startContainer)?.closest('td');
  const table = cell?.closest('table');
  if (!table || page.toOffset(cell!, 0) !== start) return [];
  const tables = known.get(page) ?? new Map<HTMLTableElement, Headers>();
  known.set(page, tables);
  const headers = tables.get(table) ?? headersIn(table);
  tables.set(table, headers);
  return headers.get(cell!) ?? [];
}

/**
 * The column headers of a table's data cells. HTML's rules in their simple form
 * (https://html.spec.whatwg.org/#header-and-data-cell-semantics): the `th` that stand above one
 * another over the cell, a `th` beside data being a row's unless its `scope` says otherwise; or those
 * that `headers` names, but for those of the cell's own row, which are read just before it.
 */
function headersIn(table: HTMLTableElement): Headers {
  const found = new Map<Element, readonly string[]>();
  /** By column: its headers and the row of the last of them, and the first row that is free. */
  const columns: { headers: string[]; last: number; free: number }[] = [];
  [...table.rows].forEach((row, y) => {
    const isHead = [...row.cells].every(({ localName }) => localName === 'th');
    let x = 0;
    for (const cell of row.cells) {
      while (columns[x] && columns[x]!.free > y) x++;
      const isHeader =
        cell.localName === 'th' && (cell.scope ? cell.scope.startsWith('col') : isHead);
      if (cell.localName === 'td') {
        const named = cell.headers.split(/\s+/).flatMap((id) => {
          const header = id && table.querySelector(`#${CSS.escape(id)}`);
          return header && header.parentElement !== row ? [textOf(header)] : [];
        });
        const headers = cell.headers ? named : (columns[x]?.headers ?? []);
        if (headers.some(Boolean)) found.set(cell, [...headers]);
      }
      for (const end = x + cell.colSpan; x < end; x++) {
        const column = (columns[x] ??= { headers: [], last: -1, free: 0 });
        // Headers below data begin anew.
        if (isHeader) {
          column.headers = [...(column.last === y - 1 ? column.headers : []), textOf(cell)];
          column.last = y + cell.rowSpan - 1;
        }
        column.free = y + cell.rowSpan;
      }
    }
  });
  return found;
}
