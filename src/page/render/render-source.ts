/**
 * Text that does not stand on the page yet, put into a container. Loaded when there is first some;
 * knows nothing of who reads it then.
 */
import type { Segmentation } from '../../core/article.js';
import { loadSource } from './load-source.js';
import { renderText } from './render-text.js';

/**
 * Renders a text into an empty container: plain text with the paragraphs that are found in it, or the
 * document at an address.
 *
 * @param signal aborts the loading; nothing is rendered then
 * @throws SourceError (rejects) if the document cannot be had
 */
export async function renderSource(
  source: { readonly text: string } | { readonly src: string },
  container: HTMLElement,
  segmentation: Segmentation,
  signal?: AbortSignal,
): Promise<void> {
  const loaded =
    'text' in source
      ? ({ kind: 'text', text: source.text } as const)
      : await loadSource(source.src, { signal });
  if (signal?.aborted) return;
  // None of its own leaves the page's, and not those of what stood here before.
  for (const name of ['lang', 'dir'] as const) {
    const value = loaded.kind === 'html' && loaded[name];
    if (value) container.setAttribute(name, value);
    else container.removeAttribute(name);
  }
  container.append(loaded.kind === 'text' ? renderText(loaded.text, segmentation) : loaded.content);
}
