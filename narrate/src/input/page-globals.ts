/**
 * As much of a browser as the library's reading code asks for, by jsdom: its globals, and of layout what
 * style sheets alone tell. Knows nothing of articles.
 *
 * jsdom lays nothing out: every box is empty, and properties that it does not know are ''. Here a box has
 * the size that its own style gives it, else some, and stands where its own style puts it; what only
 * layout tells (what covers what, where a line wraps) is not known.
 */
import { JSDOM, VirtualConsole } from 'jsdom';
import { SourceError } from './source.js';

/** What properties are computed as that jsdom leaves empty: their initial values. */
const INITIAL: Readonly<Record<string, string>> = {
  backgroundClip: 'border-box',
  clip: 'auto',
  clipPath: 'none',
  contentVisibility: 'visible',
  float: 'none',
  fontSize: '16px',
  opacity: '1',
  overflow: 'visible',
  overflowX: 'visible',
  overflowY: 'visible',
  position: 'static',
  textDecorationLine: 'none',
  textIndent: '0px',
  textShadow: 'none',
  transform: 'none',
  transitionDuration: '0s',
  translate: 'none',
  verticalAlign: 'baseline',
  visibility: 'visible',
};

/** What an element has of its parent where no rule says; jsdom hands down a few of them only. */
const INHERITED = new Set([
  'color',
  'fontSize',
  'listStyleType',
  'textIndent',
  'textShadow',
  'visibility',
  'whiteSpace',
]);

/** What the attribute `type` of lists and items asks for. */
const LIST_TYPES: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};

/** Of MathML what has no look: https://w3c.github.io/mathml-core/#semantics-and-presentation */
const UNSEEN_MATH = 'annotation,annotation-xml,semantics > :not(:first-child)';

/** A window of this size, in px. */
const WIDTH = 1280;
const HEIGHT = 800;
/** A box whose style does not say: one that can be seen; px. */
const BOX = { width: 600, height: 20 };

const BLOCKIFIED: Readonly<Record<string, string>> = {
  inline: 'block',
  'inline-block': 'block',
  'inline-flex': 'flex',
  'inline-grid': 'grid',
  'inline-table': 'table',
};

const px = (length: string): number | undefined => {
  const [, number, unit] = /^(-?\d*\.?\d+)(px|r?em)?$/.exec(length) ?? [];
  return number === undefined ? undefined : +number * (unit === 'px' || !unit ? 1 : 16);
};

/** How far a transform moves a box, in px to the right and down; none for one that only turns or scales. */
class Translation {
  readonly m41: number;
  readonly m42: number;

  constructor(transform: string) {
    const moved = (axis: string, at: number) => {
      const own = new RegExp(`translate${axis}\\(([^)]*)\\)`).exec(transform)?.[1];
      const both = /translate(?:3d)?\(([^)]*)\)/.exec(transform)?.[1]?.split(',')[at];
      const matrix = /matrix\(([^)]*)\)/.exec(transform)?.[1]?.split(',')[4 + at];
      return px((own ?? both ?? matrix ?? '0').trim()) ?? 0;
    };
    this.m41 = moved('X', 0);
    this.m42 = moved('Y', 1);
  }
}

type Window = JSDOM['window'];

/** `getComputedStyle` as browsers have it, as far as the reading code looks. Asked once an element. */
function computedStyle(window: Window): (element: Element, pseudo?: string) => CSSStyleDeclaration {
  const known = new WeakMap<Element, CSSStyleDeclaration>();
  const styleOf = window.getComputedStyle.bind(window);
  const make = (element: Element): CSSStyleDeclaration => {
    let style: CSSStyleDeclaration | undefined;
    try {
      style = styleOf(element);
    } catch {
      // jsdom 29 raises for MathML.
    }
    const own = (name: string) =>
      (style as unknown as Record<string, string> | undefined)?.[name] ?? '';
    /** What a shorthand says that jsdom does not take apart, or an attribute. */
    const besides = (name: string): string => {
      if (name === 'textDecorationLine')
        return /line-through|underline/.exec(own('textDecoration'))?.[0] ?? '';
      if (name === 'overflowX' || name === 'overflowY') return own('overflow').split(' ')[0]!;
      return '';
    };
    /** jsdom has the default of a list's element, and of its shorthand and its attribute nothing. */
    const listStyleType = (): string => {
      const { localName } = element;
      const initial = { ol: 'decimal', ul: 'disc', menu: 'disc' }[localName] ?? '';
      const asked = /^(ol|ul|li)$/.test(localName) && element.getAttribute('type');
      const said = own('listStyleType');
      return (
        own('listStyle').split(' ')[0]! ||
        (said !== initial && said) ||
        (asked && LIST_TYPES[asked]) ||
        initial
      );
    };
    const read = (name: string): string => {
      const value = name === 'listStyleType' ? listStyleType() : own(name) || besides(name);
      if (value && value !== 'inherit') return value;
      const { parentElement } = element;
      if (INHERITED.has(name) && parentElement)
        return (computed(parentElement) as unknown as Record<string, string>)[name]!;
      return name === 'webkitTextFillColor' ? read('color') : (INITIAL[name] ?? '');
    };
    return new Proxy({} as CSSStyleDeclaration, {
      get(_, name) {
        if (typeof name !== 'string') return undefined;
        if (name !== 'display') return read(name);
        if (element.matches(UNSEEN_MATH)) return 'none';
        if (!style) return element.localName === 'math' ? 'inline math' : 'block math';
        const display = read('display');
        const { parentElement } = element;
        // https://www.w3.org/TR/css-display-3/#transformations
        const isOut = /absolute|fixed/.test(read('position')) || read('float') !== 'none';
        const isItem =
          parentElement && /^(inline-)?(flex|grid)$/.test(computed(parentElement).display);
        return (isOut || isItem ? BLOCKIFIED[display] : undefined) ?? display;
      },
    });
  };
  const computed = (element: Element): CSSStyleDeclaration => {
    let style = known.get(element);
    if (!style) known.set(element, (style = make(element)));
    return style;
  };
  return (element, pseudo) => {
    if (!pseudo) return computed(element);
    // jsdom has no styles of pseudo-elements.
    return { content: 'none' } as CSSStyleDeclaration;
  };
}

const hasBox = ({ display }: CSSStyleDeclaration) => !/^(none|contents)$/.test(display);

/** How large a box is as its own style tells. */
function sizeOf(style: CSSStyleDeclaration): { width: number; height: number } {
  const along = (own: string, most: string, usual: number) =>
    Math.min(px(own) ?? usual, px(most) ?? Infinity);
  return {
    width: along(style.width, style.maxWidth, BOX.width),
    height: along(style.height, style.maxHeight, BOX.height),
  };
}

/** Where a box stands as its own style tells. */
function boxOf(element: Element, style: CSSStyleDeclaration): DOMRect {
  if (!hasBox(style))
    return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 } as DOMRect;
  const { width: ownWidth, height: ownHeight } = sizeOf(style);
  // What is scaled to nothing has its room all the same.
  const scale = /scale(?:3d|X|Y)?\(\s*0(?:\.0+)?\s*[,)]/.test(style.transform) ? 0 : 1;
  const width = ownWidth * scale;
  const height = ownHeight * scale;
  const isPlaced = style.position !== 'static' && style.position !== '';
  const from = (side: string) => (isPlaced ? px(side) : undefined);
  const { m41, m42 } = new Translation(style.transform);
  // The margin where lines begin moves it; the other does not.
  const isRtl = element.closest('[dir]')?.getAttribute('dir')?.toLowerCase() === 'rtl';
  const margin = isRtl ? -(px(style.marginRight) ?? 0) : (px(style.marginLeft) ?? 0);
  const left =
    (from(style.left) ?? WIDTH - width - (from(style.right) ?? WIDTH - width)) + margin + m41;
  const top = (from(style.top) ?? 0) + (px(style.marginTop) ?? 0) + m42;
  return { left, top, right: left + width, bottom: top + height, width, height } as DOMRect;
}

/** Whether a list of media queries holds in our window, as far as widths and kinds of media tell. */
function holds(media: string): boolean {
  return media.split(',').some((query) => {
    const isNot = /^\s*not\b/i.test(query);
    const parts = query
      .replace(/^\s*(?:not|only)\b/i, '')
      .split(/\band\b/i)
      .map((part) => part.trim());
    const all = parts.every((part) => {
      if (/^(all|screen|)$/i.test(part)) return true;
      const [, bound, side, size = ''] =
        /^\(\s*(min|max)-(width|height)\s*:\s*([\d.]+\w*)\s*\)$/i.exec(part) ?? [];
      const length = px(size);
      if (!bound || length === undefined) return /^\((hover: ?hover|pointer: ?fine)\)$/.test(part);
      const own = side!.toLowerCase() === 'width' ? WIDTH : HEIGHT;
      return bound.toLowerCase() === 'min' ? own >= length : own <= length;
    });
    return all !== isNot;
  });
}

/** Puts what is said for this window where it is said; jsdom takes no notice of it there. */
function unfoldMedia(sheet: CSSStyleSheet): void {
  for (let at = 0; at < sheet.cssRules.length; at++) {
    const rule = sheet.cssRules[at] as CSSMediaRule;
    if (rule.type !== 4 /* CSSRule.MEDIA_RULE */) continue;
    const inner = holds(rule.media.mediaText) ? [...rule.cssRules].map((it) => it.cssText) : [];
    sheet.deleteRule(at);
    inner.forEach((text, index) => sheet.insertRule(text, at + index));
    // What was put here may be a media rule too.
    at--;
  }
}

/** What is lent of jsdom's as it is. */
const GLOBALS = ['Node', 'NodeFilter', 'Element', 'HTMLSlotElement', 'ShadowRoot'] as const;

/** https://drafts.csswg.org/cssom/#serialize-an-identifier, by escaping more than has to be. */
const CSS = {
  escape: (name: string) =>
    name.replace(/^\d|[^\w\u0080-\uffff-]/g, (it) => `\\${it.charCodeAt(0).toString(16)} `),
};

/**
 * Browsers nest no deeper than some 500. What is deeper takes jsdom a time that goes with the square of it, to
 * parse and to style.
 */
const DEEPEST = 1000;

/** Elements that go on until they are closed. */
const NESTING =
  /<(\/?)(?:div|span|section|article|main|aside|figure|ul|ol|dl|table|blockquote|center|font|b|i|em|strong|small|a)(?=[\s/>])/gi;

/** @throws SourceError */
function refuseDepth(html: string): void {
  let depth = 0;
  for (const [, isEnd] of html.matchAll(NESTING)) {
    depth = Math.max(0, depth + (isEnd ? -1 : 1));
    if (depth > DEEPEST) throw new SourceError('is nested deeper than any page is');
  }
}

/**
 * Parses a page and lends its globals to `read`, which must not wait for anything: pages of others would
 * come between.
 *
 * @param url what addresses in it are relative to
 * @throws SourceError if it is no page that a browser would show
 */
export function withPage<T>(html: string, url: string, read: (document: Document) => T): T {
  refuseDepth(html);
  const dom = new JSDOM(html, {
    url,
    // Faults of a page's style sheets are none of ours.
    virtualConsole: new VirtualConsole(),
  });
  const { window } = dom;
  for (const sheet of window.document.styleSheets) unfoldMedia(sheet as unknown as CSSStyleSheet);
  const getComputedStyle = computedStyle(window);
  Object.defineProperty(window.Element.prototype, 'getBoundingClientRect', {
    value(this: Element) {
      return boxOf(this, getComputedStyle(this));
    },
  });
  for (const [name, side] of [
    ['offsetWidth', 'width'],
    ['offsetHeight', 'height'],
  ] as const)
    Object.defineProperty(window.HTMLElement.prototype, name, {
      get(this: Element) {
        const style = getComputedStyle(this);
        return hasBox(style) ? sizeOf(style)[side] : 0;
      },
    });
  const lent: Record<string, unknown> = {
    document: window.document,
    innerWidth: WIDTH,
    innerHeight: HEIGHT,
    DOMMatrixReadOnly: Translation,
    getComputedStyle,
    CSS,
  };
  for (const name of GLOBALS) lent[name] = (window as unknown as Record<string, unknown>)[name];
  const globals = globalThis as unknown as Record<string, unknown>;
  const before = Object.keys(lent).map((name) => [name, globals[name]] as const);
  Object.assign(globals, lent);
  try {
    return read(window.document as unknown as Document);
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete globals[name];
      else globals[name] = value;
    window.close();
  }
}
