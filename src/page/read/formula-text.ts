/**
 * Mathematics on a page as one line: the words that its author gives, else its signs in the order in
 * which they are said. Knows nothing of the words for signs.
 */

/** TeX, which some put where words should be. */
const TEX = /[\\{}^_]|\$/;

/** Over a letter these are part of it. */
const ACCENT = /^[\s^~¯‾→˙¨ˆ˜_⏞⏟]*$/;

/** A digit, or a sign inside a number, that stands alone: Temml 0.13.5 gives each of ١٢٫٥ its own `mtext`. */
const isDigit = (element: Element | null) =>
  element?.localName === 'mtext' && /^[\p{Nd}٫٬.,]$/u.test(element.textContent ?? '');

const childrenOf = (element: Element) => [...element.children].map(lineOf);

function lineOf(element: Element): string {
  const name = element.localName;
  const written = () => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  switch (name) {
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
    case 'mspace':
    case 'none':
      return '';
    case 'mo': {
      const sign = written().replace(/[\u2061-\u2064]/g, '');
      return sign === '-' ? '−' : /^[*·⋅∗]$/.test(sign) ? '×' : sign;
    }
    case 'mi':
    case 'mn':
    case 'mtext':
    case 'ms':
      return written();
    case 'semantics':
      return element.firstElementChild ? lineOf(element.firstElementChild) : '';
    case 'mtr':
    case 'mtable':
      return childrenOf(element).join('، ');
  }
  const parts = childrenOf(element);
  const [base = '', one = '', two = ''] = parts;
  const power = (base: string, exponent: string) =>
    exponent === '2' || exponent === '٢'
      ? `${base}²`
      : exponent === '3' || exponent === '٣'
        ? `${base}³`
        : exponent
          ? `${base} ^ ${exponent}`
          : base;
  switch (name) {
    case 'mfrac':
      return /^\p{Nd}+ \p{Nd}+$/u.test(`${base} ${one}`) ? `${base}/${one}` : `${base} ∕ ${one}`;
    case 'msup':
      return /^[′″‴']+$/.test(one) ? base + one : power(base, one);
    case 'msub':
      return `${base} ${one}`;
    case 'msubsup':
      return /[∑∏∫]/.test(base) ? `${base} ↘ ${one} ↗ ${two}` : power(`${base} ${one}`, two);
    case 'munder':
      return `${base} ↘ ${one}`;
    case 'mover':
      return ACCENT.test(one) ? base : `${base} ↗ ${one}`;
    case 'munderover':
      return `${base} ↘ ${one} ↗ ${two}`;
    case 'msqrt':
      return `√ ${parts.join(' ')}`;
    case 'mroot':
      return one === '3' || one === '٣' ? `∛ ${base}` : `√ ${one} ${base}`;
    default:
      // Without elements in it: what stands for mathematics in plain text.
      return element.children.length
        ? [...element.children].reduce(
            (line, child, at) =>
              line +
              (!at || (isDigit(child) && isDigit(child.previousElementSibling)) ? '' : ' ') +
              parts[at]!,
            '',
          )
        : written();
  }
}

/** What a formula says: `alttext`, a label of its own or of what it is in, else its signs in a line. */
export function formulaText(element: Element): string {
  const math = element.localName === 'math' ? element : element.querySelector('math');
  const given = [
    math?.getAttribute('alttext'),
    math?.getAttribute('aria-label'),
    element.getAttribute('aria-label'),
  ].find((words) => words?.trim() && !TEX.test(words));
  return (given ?? lineOf(math ?? element)).replace(/\s+/g, ' ').trim();
}
