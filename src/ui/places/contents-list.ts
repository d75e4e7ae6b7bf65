import { html, nothing, type TemplateResult } from 'lit';
import type { ContentsEntry } from '../../core/contents.js';

/**
 * Entries of the contents, each with those under it in a list of its own.
 *
 * @param current where the reader is
 * @param onchoose called with the entry that is pressed
 */
export function contentsList(
  entries: readonly ContentsEntry[],
  current: ContentsEntry | undefined,
  onchoose: (entry: ContentsEntry) => void,
): TemplateResult | typeof nothing {
  if (!entries.length) return nothing;
  return html`
    <ol>
      ${entries.map(
        (entry) => html`
          <li>
            <button
              class="entry"
              aria-current=${entry === current ? 'location' : nothing}
              @click=${() => onchoose(entry)}
            >
              <bdi lang=${entry.block.lang}>${entry.label}</bdi>
            </button>
            ${contentsList(entry.entries, current, onchoose)}
          </li>
        `,
      )}
    </ol>
  `;
}
