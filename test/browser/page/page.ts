/** What the tests of this folder share. */
import { arabicSegmentation } from '../../segmentation.js';
import type { Article } from '../../../src/core/article.js';
import { closerLook } from '../../../src/page/read/closer-look.js';
import { readArticle } from '../../../src/page/read/read-article.js';

export const segmentation = arabicSegmentation;

const url = (path: string) => new URL(path, import.meta.url);

export const fetchText = async (path: string) => (await fetch(url(path))).text();

/** The founding article, as one line of text. */
export const foundingArticle = () => fetchText('../../../demo/article.txt');

/** A container on the page holding this HTML, alone. */
export function put(html: string, style = ''): HTMLElement {
  document.querySelector('#stage')?.remove();
  const stage = document.createElement('div');
  stage.id = 'stage';
  stage.lang = 'ar';
  stage.dir = 'rtl';
  stage.style.cssText = style;
  stage.innerHTML = html;
  document.body.append(stage);
  return stage;
}

export const read = (html: string, style = '') =>
  readArticle(put(html, style), { segmentation, closer: closerLook() });

/** `kind: text` of every block. */
export const outline = ({ text, blocks }: Article) =>
  blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`);

/** An offset inside the `n`th text of the article that reads so. */
export function find(article: Article, what: string, from = 0) {
  const start = article.text.indexOf(what, from);
  if (start < 0) throw new Error(`not in the article: ${what}`);
  return { start, end: start + what.length };
}

export const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

export const settled = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
