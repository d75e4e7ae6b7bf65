import { html, nothing, type TemplateResult } from 'lit';
import type { Span } from '../../core/article.js';
import type { ContentsEntry } from '../../core/contents.js';

/**
 * Entries of the contents, each with those under it in a list of its own.
 *
 * @param drawn the part of the article whose entries are drawn, and those that they stand under
 * @param current where the reader is
 * @param onchoose called with the entry that is pressed
 */
export function contentsList(
  entries: readonly ContentsEntry[],
  drawn: Span,
  current: ContentsEntry | undefined,
  onchoose: (entry: ContentsEntry) => void,
): TemplateResult | typeof nothing {
  if (!entries.length) return nothing;
  return html`
    <ol>
      ${entries.map((entry, index) => {
        const end = entries[index + 1]?.block.start ?? Infinity;
        if (end <= drawn.start || entry.block.start >= drawn.end) return nothing;
        return html`
          <li>
            <button
              class="entry"
              aria-current=${entry === current ? 'location' : nothing}
              @click=${() => onchoose(entry)}
            >
              <bdi lang=${entry.block.lang}>${entry.label}</bdi>
            </button>
            ${contentsList(entry.entries, drawn, current, onchoose)}
          </li>
        `;
      })}
    </ol>
  `;
}
