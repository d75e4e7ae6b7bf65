/**
 * HTML without what a page's policy is asked about while it is parsed: browsers ask, and report to the
 * site, for documents that nobody sees too. No sanitiser: what is safe of the document is looked at when it
 * is one. Knows nothing of what is in it.
 */

/** What begins at a `<`: a comment, a tag's name, another mark. */
const MARK = /<(?:!--|(\/?[a-z][^\s/>]*)|[!?/])/gi;
/** An attribute with what parts it from the one before (https://html.spec.whatwg.org/#before-attribute-name-state). */
const ATTRIBUTE = /[\s/]*(?:([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?)?/y;
/** Elements whose content is text as it stands. */
const RAW = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;
/** Elements that are left out whole. */
const CODE = /^\/?(?:script|style)$/;
/** Attributes that are left out. */
const ACTIVE = /^(?:style$|on)/i;

/** HTML as it is, without scripts, styles, comments, and attributes that are either; in linear time. */
export function inertHtml(html: string): string {
  const parts: string[] = [];
  let at = 0;
  MARK.lastIndex = 0;
  for (let mark; (mark = MARK.exec(html)); MARK.lastIndex = at) {
    parts.push(html.slice(at, mark.index));
    const [whole, tag] = mark;
    const inside = mark.index + whole.length;
    if (!tag) {
      const close = whole === '<!--' ? '-->' : '>';
      const end = html.indexOf(close, whole === '<!--' ? inside - 2 : inside);
      at = end < 0 ? html.length : end + close.length;
      if (whole !== '<!--') parts.push(html.slice(mark.index, at));
      continue;
    }
    const name = tag.toLowerCase();
    const kept = [`<${tag}`];
    ATTRIBUTE.lastIndex = inside;
    for (let attribute; (attribute = ATTRIBUTE.exec(html))?.[0];) {
      if (!attribute[1] || !ACTIVE.test(attribute[1])) kept.push(attribute[0]);
      at = ATTRIBUTE.lastIndex;
    }
    at = Math.max(at, inside);
    if (html[at] === '>') {
      kept.push('>');
      at++;
    }
    if (!CODE.test(name)) parts.push(kept.join(''));
    if (!RAW.test(name)) continue;
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    close.lastIndex = at;
    const end = close.exec(html)?.index ?? html.length;
    if (!CODE.test(name)) parts.push(html.slice(at, end));
    at = end;
  }
  parts.push(html.slice(at));
  return parts.join('');
}
