import { adoptSheet, createSheet, removeSheet } from '../../reader/reader.js';

/** While the view is open the page behind it does not scroll, and is not printed. */
const BEHIND = `
  :root { overflow: hidden !important }
  @media print {
    :root { overflow: visible !important }
    body { visibility: hidden !important; block-size: 0 !important; overflow: clip !important }
  }
`;

/** Keeps the page still, by a style sheet of its own; returns how to let it go. */
export function holdPage(): () => void {
  const behind = createSheet(document, BEHIND);
  adoptSheet(document, behind);
  return () => removeSheet(document, behind);
}
