/**
 * As much of a browser as the library's reading code asks for, by jsdom: its globals, and of layout what
 * style sheets alone tell. Knows nothing of articles.
 *
 * jsdom lays nothing out: every box is empty, and properties that it does not know are ''. Here a box has
 * the size that its own style gives it, else some, and stands where its own style puts it; what only
 * layout tells (what covers what, where a line wraps) is not known.
 */
import { JSDOM, VirtualConsole } from 'jsdom';

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
  const own = window.getComputedStyle.bind(window);
  const make = (element: Element): CSSStyleDeclaration => {
    let style: CSSStyleDeclaration | undefined;
    try {
      style = own(element);
    } catch {
      // jsdom 29 raises for MathML.
    }
    const read = (name: string): string => {
      const value = (style as unknown as Record<string, string> | undefined)?.[name] ?? '';
      if (name === 'textDecorationLine' && !value)
        return /line-through|underline/.exec(style?.textDecoration ?? '')?.[0] ?? 'none';
      if ((name === 'overflowX' || name === 'overflowY') && !value)
        return style?.overflow || INITIAL[name]!;
      return value || (INITIAL[name] ?? '');
    };
    return new Proxy({} as CSSStyleDeclaration, {
      get(_, name) {
        if (typeof name !== 'string') return undefined;
        if (name !== 'display') return read(name);
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

/** Where a box stands as its own style tells. */
function boxOf(element: Element, style: CSSStyleDeclaration): DOMRect {
  if (style.display === 'none' || style.display === 'contents')
    return { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 } as DOMRect;
  const width = px(style.width) ?? BOX.width;
  const height = px(style.height) ?? BOX.height;
  const isPlaced = style.position !== 'static' && style.position !== '';
  const from = (side: string) => (isPlaced ? px(side) : undefined);
  const { m41, m42 } = new Translation(style.transform);
  const left =
    (from(style.left) ?? (WIDTH - width - (from(style.right) ?? WIDTH - width))) +
    (px(style.marginLeft) ?? 0) +
    m41;
  const top = (from(style.top) ?? 0) + (px(style.marginTop) ?? 0) + m42;
  return { left, top, right: left + width, bottom: top + height, width, height } as DOMRect;
}

/** What is lent of jsdom's as it is. */
const GLOBALS = ['Node', 'NodeFilter', 'Element', 'HTMLSlotElement', 'ShadowRoot'] as const;

/** https://drafts.csswg.org/cssom/#serialize-an-identifier, by escaping more than has to be. */
const CSS = {
  escape: (name: string) =>
    name.replace(/^\d|[^\w\u0080-\uffff-]/g, (it) => `\\${it.charCodeAt(0).toString(16)} `),
};

/**
 * Parses a page and lends its globals to `read`, which must not wait for anything: pages of others would
 * come between.
 *
 * @param url what addresses in it are relative to
 */
export function withPage<T>(html: string, url: string, read: (document: Document) => T): T {
  const dom = new JSDOM(html, {
    url,
    // Faults of a page's style sheets are none of ours.
    virtualConsole: new VirtualConsole(),
  });
  const { window } = dom;
  const getComputedStyle = computedStyle(window);
  Object.defineProperty(window.Element.prototype, 'getBoundingClientRect', {
    value(this: Element) {
      return boxOf(this, getComputedStyle(this));
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
