import { css } from 'lit';

/**
 * Typography of the article in the reading view, where it is drawn from the model and no rule of the
 * page reaches it (W3C, Text Layout Requirements for the Arabic Script).
 */
export const textStyles = css`
  .text {
    display: block;
    font-family: var(--_text-font);
    font-size: max(22px, 1.375rem);
    line-height: 1.9;
    text-align: start;
    hyphens: none;
    overflow-wrap: break-word;
    font-synthesis-style: none;
    text-underline-offset: 0.35em;
    text-wrap: pretty;
    quotes: '«' '»' '“' '”';
  }
  .text.vowelled {
    line-height: 2.2;
  }
  /* Alone; what stood round it (a list, a table) is there in name only. */
  .one .text {
    font-size: clamp(30px, 3vw + 1rem, 44px);
    text-align: center;
    text-wrap: balance;
  }
  .one .text * {
    margin-block: 0;
  }
  .one .text :is(ul, ol) {
    padding: 0;
    list-style: none;
  }
  .one .text :is(td, th) {
    border: 0;
    text-align: center;
  }
  .one .text :is(td, th):empty {
    display: none;
  }
  .text.long > * {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 8em;
  }
  .text :is(h1, h2, h3, h4, h5, h6) {
    margin-block: 1.2em 0.5em;
    font-size: 1.15em;
    line-height: 1.5;
    font-weight: 700;
    text-wrap: balance;
    break-after: avoid;
  }
  .text h1 {
    font-size: 1.5em;
  }
  .text h2 {
    font-size: 1.3em;
  }
  .text > :first-child {
    margin-block-start: 0;
  }
  .text :is(p, ul, ol, dl, blockquote, figure, table, pre) {
    margin: 0 0 0.9em;
  }
  .text :is(li, td, th, dd, blockquote, figcaption) > :last-child {
    margin-block-end: 0;
  }
  .text :is(ul, ol) {
    padding-inline-start: 1.4em;
  }
  .text:lang(ar) ol {
    list-style-type: arabic-indic;
  }
  .text li {
    margin-block-end: 0.3em;
  }
  .text li::marker {
    color: var(--_accent);
  }
  .text dt {
    font-weight: 700;
  }
  .text dd {
    margin: 0 0 0.5em;
    margin-inline-start: 1.4em;
  }
  .text blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_accent);
  }
  .text :is(q, cite, em, i, dfn, var) {
    font-style: normal;
  }
  .text :is(em, i) {
    font-weight: 600;
  }
  .text :is(:not(:lang(ar), :lang(fa), :lang(ur), :lang(he))):is(em, i) {
    font-style: italic;
    font-weight: inherit;
  }
  .text a:any-link {
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: from-font;
  }
  .text mark {
    background: var(--_sentence);
    color: inherit;
  }
  .text :is(sup, sub) {
    font-size: 0.7em;
    line-height: 0;
  }
  .text img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    margin-inline: auto;
    border-radius: 8px;
  }
  .text p img:not(:only-child) {
    display: inline;
    vertical-align: middle;
    max-block-size: 3em;
    inline-size: auto;
  }
  .text figcaption,
  .text caption {
    padding-block-start: 0.4em;
    font-size: 0.85em;
    line-height: 1.7;
    color: var(--_muted);
    text-align: start;
  }
  .text table {
    border-collapse: collapse;
    inline-size: 100%;
    font-size: 0.9em;
  }
  .text :is(td, th) {
    padding: 0.3em 0.6em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .text th {
    font-weight: 700;
  }
  .text :is(pre, code, kbd, samp) {
    font-family: ui-monospace, 'Noto Sans Mono', monospace;
    font-size: 0.85em;
  }
  .text pre {
    white-space: pre-wrap;
    padding: 0.8em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .kept {
    white-space: pre-wrap;
  }
  @media print {
    .text {
      font-size: 14pt;
      color: #000;
    }
    .text.long > * {
      content-visibility: visible;
    }
    .text :is(a:any-link, figcaption, caption, li::marker) {
      color: inherit;
    }
  }
`;
