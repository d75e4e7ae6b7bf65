/**
 * What stands in an article and is none of it: labels of advertisements, lists of what else there is to
 * read, tags, share bars, links to edit, names of photographers. Knows nothing of how the rest is read.
 */

/** Names that themes give to it, as whole words of a class or an id. */
const NAMES =
  /(^|[-_\s])(ads?|adv|advert\w*|sponsored|shar(e|es|ing)(daddy|bar)?|social|tags?|taglist|tagcloud|related|(read|see)[-_]?(also|more|next)|also[-_]?read|more[-_]?(stories|news)|credits?|photographer)([-_\s]|$)/i;

/** How it begins, alone or before a colon or links. */
const LABEL =
  /^(إعلان(ات)?( (ممول|مدفوع|تجاري)ة?( الأجر)?)?|(محتوى|مادة|مقال|موضوع) (برعاية|(ممول|مدفوع|دعائي|إعلاني|ترويجي)ة?)|advertisement|(sponsored|promoted|paid|partner)( content| post)?|(و?اقرأ|شاهد|طالع|تابع) (أيض[اًا]+|المزيد)|مواضيع (ذات صلة|متعلقة)|أخبار ذات صلة|(ال)?وسوم|كلمات (مفتاحية|دلالية)|تاغات|شارك(ها| المقال| الخبر| هذا المقال| هذا الخبر| على)?|read (also|more)|related( stories| articles)?|tags|share( this)?)(?![\p{L}\p{M}])/iu;

/** What may have such a label, or be a table of contents. */
const LABELLED = new Set(
  'p div section aside details ul ol strong b span small h2 h3 h4 h5 h6'.split(' '),
);

/** Over a table of contents. */
const CONTENTS =
  /^(ال|جدول ال|قائمة ال)?(محتويات|فهرس)( المقالة?| الصفحة)?$|^في هذ[ها] (المقالة?|الصفحة)$|^(table of )?contents$|^(on|in) this (page|article)$/i;

/** A label alone has no more letters, and what holds more than these beside links is prose. */
const SHORT = 30;
const PROSE = 80;

const plain = ({ textContent }: Element) => (textContent ?? '').replace(/\s+/g, ' ').trim();

/** How much of an element is no link. */
function besideLinks(element: Element, length: number): number {
  let rest = length;
  for (const link of element.querySelectorAll('a[href]')) rest -= plain(link).length;
  return rest;
}

/** What the name of an element and where it stands say of it: the same for all elements of a kind. */
export interface Hint {
  readonly isInHeading: boolean;
  readonly isNamed: boolean;
}

/** Null where an element is no furniture, whatever stands in it. */
export function hintOf(element: Element): Hint | null {
  const { localName } = element;
  const isInHeading =
    // A block in a heading is no control, and most elements are blocks.
    !/^(p|div)$/.test(localName) &&
    !!element.parentElement?.closest('h1,h2,h3,h4,h5,h6,[role=heading]');
  const isNamed = NAMES.test(nameOf(element));
  return isInHeading || isNamed || LABELLED.has(localName) ? { isInHeading, isNamed } : null;
}

const nameOf = ({ className, id }: Element) => `${className} ${id}`;

const HEADING = /^h[1-6]$/;

/** What stands in one line with a heading may be a control of it; paragraphs and notes may not. */
const isBesideHeading = ({ localName, previousElementSibling }: Element): boolean =>
  /^(span|a|small|div)$/.test(localName) && HEADING.test(previousElementSibling?.localName ?? '');

const hasClass = (element: Element, names: RegExp) =>
  names.test(element.getAttribute('class') ?? '');

/** Links and signs that do something with a heading: to edit it, to copy its address. */
const isControl = (element: Element): boolean =>
  hasClass(element, /(^|[-_\s])(edit\w*|mw-editsection|headerlink|anchor|permalink)([-_\s]|$)/) ||
  isBracketed(element);

/** The same beside a heading, where prose may stand, too. */
const isControlBeside = (element: Element): boolean =>
  element.textContent.length < PROSE &&
  (isBracketed(element) ||
    hasClass(element, /(^|\s)(mw-editsection|headerlink|anchor|permalink)(\s|$)/));

/** Links in brackets, or signs that lead somewhere. */
function isBracketed(element: Element): boolean {
  const text = plain(element);
  return (
    !!(element.matches('a[href]') || element.querySelector('a[href]')) &&
    (/^\[.{0,40}\]$/.test(text) ||
      (!!text && !/[\p{L}\p{N}]/u.test(text)) ||
      (text.length < SHORT &&
        /\[\s*$/.test(element.previousSibling?.nodeValue ?? '') &&
        /^\s*\]/.test(element.nextSibling?.nodeValue ?? '')))
  );
}

const LIST = /^[uo]l$/;

/** A list in which each item is a link to a place of the page, and nothing else. */
function isContents(list: Element | null): boolean {
  if (!list || !LIST.test(list.localName)) return false;
  // Most lists have no such link at their beginning.
  if (!list.querySelector('a[href]')?.getAttribute('href')!.startsWith('#')) return false;
  const links = [...list.querySelectorAll('a[href]')];
  const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');
  return (
    links.length > 1 &&
    links.length === list.querySelectorAll('li').length &&
    letters(list.textContent) === letters(links.map((it) => it.textContent).join('')) &&
    links.every((link) => leadsWithin(link, list))
  );
}

/** Whether a link leads to what has an id, and stands outside a list. */
function leadsWithin(link: Element, list: Element): boolean {
  const href = link.getAttribute('href')!;
  const root = link.getRootNode() as Document | ShadowRoot;
  const find = (id: string) => root.getElementById?.(id);
  const target = href.startsWith('#') && (find(href.slice(1)) ?? find(decoded(href.slice(1))));
  return !!target && !list.contains(target);
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** A table of contents, what holds no more than it and its name, or that name. */
function isOfContents(element: Element): boolean {
  if (isContents(element)) return true;
  const { nextElementSibling: next, firstElementChild: first, lastElementChild: last } = element;
  if (LIST.test(next?.localName ?? '')) return isNameOfContents(element) && isContents(next);
  return element.childElementCount === 2 && isNameOfContents(first!) && isContents(last);
}

const isNameOfContents = (element: Element): boolean =>
  element.textContent.length < PROSE && CONTENTS.test(plain(element));

/** Whether what stands in an element begins as a label does. */
function isLabelled(element: Element): boolean {
  let first: Node | null = element;
  while (first && first.nodeType === Node.ELEMENT_NODE) first = first.firstChild;
  // A label can be in pieces; where prose begins nothing else has to be looked at.
  const begin = (first?.nodeValue ?? '').trimStart();
  return LABEL.test(begin.length > SHORT ? begin : element.textContent.trimStart());
}

/** Whether an element is furniture of the page: by its name or its label, if it holds no prose. */
export function isFurniture(element: Element, hint = hintOf(element)): boolean {
  if (isBesideHeading(element) && isControlBeside(element)) return true;
  if (!hint) return false;
  const { isInHeading, isNamed } = hint;
  if ((isInHeading && isControl(element)) || isOfContents(element)) return true;
  const hasLabel = isLabelled(element);
  // Long texts are not looked at: they are prose.
  if ((!isNamed && !hasLabel) || element.textContent.length > 2000) return false;
  const text = plain(element);
  if (!text) return false;
  const rest = besideLinks(element, text.length);
  const hasLinks = rest < text.length;
  if (hasLabel)
    return hasLinks
      ? rest > 3 && rest < SHORT + 10
      : text.length < SHORT && isOwnLine(element) && isAlone(text);
  const name = nameOf(element);
  // A caption that names who took the picture.
  if (/credit|photographer/.test(name))
    return text.length < PROSE && !!element.closest('figure,figcaption,[class*=caption]');
  return hasLinks ? rest < SHORT : /(^|[-_\s])ad/.test(name) && text.length < SHORT;
}

const BLOCK = /^(p|div|section|aside|h[1-6]|ul|ol|figure|img|br|hr)$/;

/** Nothing else stands in its line. */
function isOwnLine(element: Element): boolean {
  const { localName, previousSibling, nextSibling } = element;
  return BLOCK.test(localName) || [previousSibling, nextSibling].every(isEdge);
}

/** Where a line begins or ends. */
const isEdge = (node: Node | null): boolean =>
  !node || (node instanceof Element ? BLOCK.test(node.localName) : !node.nodeValue!.trim());

/** A label with nothing after it but a sign. */
const isAlone = (text: string) => !/[\p{L}\p{N}]/u.test(text.replace(LABEL, ''));
