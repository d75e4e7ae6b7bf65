/**
 * What stands in an article and is none of it: labels of advertisements, lists of what else there is to
 * read, tags, share bars, links to edit, names of photographers. Knows nothing of how the rest is read.
 */

/** Names that themes give to it, as whole words of a class or an id. */
const NAMES =
  /(^|[-_\s])(ads?|adv|advert\w*|sponsored|shar(e|es|ing)(daddy|bar)?|social|tags?|taglist|tagcloud|related|(read|see)[-_]?(also|more|next)|also[-_]?read|more[-_]?(stories|news)|credits?|photographer)([-_\s]|$)/i;

/** How it begins, alone or before a colon or links. */
const LABEL =
  /^(إعلان(ات)?( ممول)?|advertisement|sponsored|(و?اقرأ|شاهد|طالع|تابع) (أيض[اًا]+|المزيد)|مواضيع (ذات صلة|متعلقة)|أخبار ذات صلة|(ال)?وسوم|كلمات (مفتاحية|دلالية)|تاغات|شارك(ها| المقال| الخبر| هذا المقال| هذا الخبر| على)?|read (also|more)|related( stories| articles)?|tags|share( this)?)(?![\p{L}\p{M}])/iu;

/** What may have such a label. */
const LABELLED = new Set('p div section aside ul strong b span h2 h3 h4 h5 h6'.split(' '));

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

/** Links and signs that do something with a heading: to edit it, to copy its address. */
function isControl(element: Element): boolean {
  const text = plain(element);
  return (
    /(^|[-_\s])(edit\w*|mw-editsection|headerlink|anchor|permalink)([-_\s]|$)/.test(
      element.getAttribute('class') ?? '',
    ) ||
    // A sign alone, or in brackets, that leads somewhere.
    (!!(element.matches('a[href]') || element.querySelector('a[href]')) &&
      (/^\[.{0,30}\]$/.test(text) ||
        (!!text && !/[\p{L}\p{N}]/u.test(text)) ||
        (text.length < SHORT &&
          /\[\s*$/.test(element.previousSibling?.nodeValue ?? '') &&
          /^\s*\]/.test(element.nextSibling?.nodeValue ?? ''))))
  );
}

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
  if (!hint) return false;
  const { isInHeading, isNamed } = hint;
  if (isInHeading && isControl(element)) return true;
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
      : text.length < SHORT && /^(p|div|section|aside)$/.test(element.localName) && isAlone(text);
  const name = nameOf(element);
  // A caption that names who took the picture.
  if (/credit|photographer/.test(name))
    return text.length < PROSE && !!element.closest('figure,figcaption,[class*=caption]');
  return hasLinks ? rest < SHORT : /(^|[-_\s])ad/.test(name) && text.length < SHORT;
}

/** A label with nothing after it but a sign. */
const isAlone = (text: string) => !/[\p{L}\p{N}]/u.test(text.replace(LABEL, ''));
