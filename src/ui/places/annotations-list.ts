import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedAnnotation } from '../../core/annotation.js';
import { indexAt } from '../../core/article.js';
import { openingOf } from '../../core/contents.js';
import type { Reader } from '../../reader/reader.js';
import { pageOf } from '../card/quotation.js';
import type { AllTerms } from '../i18n/terms.js';
import { closeIcon, downloadIcon, noteIcon } from '../internal/sheet-icons.js';

export interface AnnotationsListHost {
  readonly reader: Reader;
  readonly terms: AllTerms;
  /** Goes to the passage. */
  readonly go: (passage: PlacedAnnotation) => void;
  /** Opens its note. */
  readonly edit: (passage: PlacedAnnotation) => void;
  /** Takes the mark away; the event is of the button, which goes with it. */
  readonly remove: (passage: PlacedAnnotation, event: Event) => void;
}

/** The passages that were marked: how each begins, its colour by name, and its note; and the ways out. */
export function annotationsList(host: AnnotationsListHost): TemplateResult {
  const { reader, terms } = host;
  const placed = reader.places?.annotations.placed ?? [];
  return html`<section>
    <h3 id="marks" tabindex="-1">${terms.marksAndNotes}</h3>
    ${
      placed.length
        ? html`<ul aria-labelledby="marks">
              ${placed.map((it) => entry(host, it))}
            </ul>
            <div class="steps">
              <button @click=${() => void download(reader, 'md')}>
                ${downloadIcon}<span>${terms.exportMarkdown}</span>
              </button>
              <button @click=${() => void download(reader, 'json')}>
                ${downloadIcon}<span>${terms.exportJson}</span>
              </button>
            </div>`
        : html`<p class="hint">${terms.selectToMark}</p>`
    }
  </section>`;
}

function entry(
  { reader, terms, go, edit, remove }: AnnotationsListHost,
  placed: PlacedAnnotation,
): TemplateResult {
  const { text, blocks } = reader.article;
  const { start, end, annotation } = placed;
  const label = openingOf(text, start, end);
  return html`<li class="mark">
    <button class="entry" @click=${() => go(placed)}>
      <span class=${`swatch ${annotation.color}`}></span>
      <span class="opening">
        <bdi lang=${blocks[indexAt(blocks, start)]!.lang}>${label}</bdi>
        <span class="color">${terms.markColors[annotation.color]}</span>
        ${annotation.note ? html`<span class="note" dir="auto">${annotation.note}</span>` : nothing}
      </span>
    </button>
    <button
      class="remove edit"
      aria-label=${`${annotation.note ? terms.editNote : terms.writeNote}: ${label}`}
      title=${annotation.note ? terms.editNote : terms.writeNote}
      @click=${() => edit(placed)}
    >
      ${noteIcon}
    </button>
    <button
      class="remove unmark"
      aria-label=${`${terms.removeMark}: ${label}`}
      title=${terms.removeMark}
      @click=${(event: Event) => remove(placed, event)}
    >
      ${closeIcon}
    </button>
  </li>`;
}

/** Writes a file for the user to keep: Markdown, or the W3C's Web Annotations. */
async function download(reader: Reader, kind: 'md' | 'json'): Promise<void> {
  const { toMarkdown, toWebAnnotations } = await import('../../core/annotation-export.js');
  const page = pageOf(reader);
  const { text } = reader.article;
  const placed = reader.places?.annotations.placed ?? [];
  const content =
    kind === 'md'
      ? toMarkdown(page, text, placed)
      : JSON.stringify(toWebAnnotations(page, text, placed), null, 2);
  const type = kind === 'md' ? 'text/markdown' : 'application/ld+json';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  link.download = `${page.title.replace(/[\\/:*?"<>|]+/g, ' ').slice(0, 60)}.${kind}`;
  link.click();
  // Safari reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
