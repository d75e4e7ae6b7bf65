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

/** Links and signs that do something with a heading: to edit it, to copy its address. */
function isControl(element: Element): boolean {
  // A block in a heading is none, and most elements are blocks.
  if (element.localName === 'p' || element.localName === 'div') return false;
  if (!element.parentElement?.closest('h1,h2,h3,h4,h5,h6,[role=heading]')) return false;
  const text = plain(element);
  return (
    /(^|[-_\s])(edit\w*|mw-editsection|headerlink|anchor|permalink)([-_\s]|$)/.test(
      element.getAttribute('class') ?? '',
    ) ||
    // A sign alone, or in brackets, that leads somewhere.
    (!!(element.matches('a[href]') || element.querySelector('a[href]')) &&
      (/^\[.{0,30}\]$/.test(text) || (!!text && !/[\p{L}\p{N}]/u.test(text))))
  );
}

/** Whether an element is furniture of the page: by its name or its label, if it holds no prose. */
export function isFurniture(element: Element): boolean {
  if (isControl(element)) return true;
  const name = `${element.className} ${element.id}`;
  const isNamed = name.length > 1 && NAMES.test(name);
  if (!isNamed && !LABELLED.has(element.localName)) return false;
  // Long texts are not looked at: they are prose.
  const { length } = element.textContent;
  if (length > 2000 || (!isNamed && length > 400 && !element.firstElementChild)) return false;
  if (!isNamed && !LABEL.test(element.textContent.trimStart())) return false;
  const text = plain(element);
  if (!text) return false;
  const isLabelled = LABEL.test(text);
  if (!isNamed && !isLabelled) return false;
  const rest = besideLinks(element, text.length);
  const hasLinks = rest < text.length;
  if (isLabelled)
    return hasLinks
      ? rest > 3 && rest < SHORT + 10
      : text.length < SHORT && /^(p|div|section|aside)$/.test(element.localName) && isAlone(text);
  // A caption that names who took the picture.
  if (/credit|photographer/.test(name))
    return text.length < PROSE && !!element.closest('figure,figcaption,[class*=caption]');
  return hasLinks ? rest < SHORT : /(^|[-_\s])ad/.test(name) && text.length < SHORT;
}

/** A label with nothing after it but a sign. */
const isAlone = (text: string) => !/[\p{L}\p{N}]/u.test(text.replace(LABEL, ''));
