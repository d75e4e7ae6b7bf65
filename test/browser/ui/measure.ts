/**
 * What can be wrong with what is drawn, measured over every control and every text of the interface,
 * through its shadow roots: names, targets, clipping, overlap, contrast, focus. Each measure returns
 * faults as words, so that a test expects an empty list and its failure says what is where.
 *
 * Long because it is one thing: the measures share the walk, the names and the colours.
 */
import { parentOf } from '../../../src/page/dom-tree.js';

/** Sub-pixels, and what engines round. */
const TOLERANCE = 1.1;

const CONTROLS =
  'button,select,textarea,input:not([type=hidden]),summary,a[href],[tabindex]:not([tabindex="-1"])';

type View = Window & typeof globalThis;
const viewOf = (node: Node) => node.ownerDocument!.defaultView as View;
const styleOf = (element: Element) => viewOf(element).getComputedStyle(element);

/** Whether an element belongs to the article: the page's own, or what the reader renders of it. */
const isArticle = (element: Element) =>
  element.getRootNode() === element.ownerDocument || !!element.closest('.text');

/** An element and all in it as they are rendered, without the article. */
export function* rendered(element: Element): Generator<HTMLElement> {
  if (isArticle(element) && !element.shadowRoot) return;
  yield element as HTMLElement;
  const inside =
    element.localName === 'slot' && (element as HTMLSlotElement).assignedElements().length
      ? (element as HTMLSlotElement).assignedElements()
      : [...(element.shadowRoot ?? element).children];
  for (const child of inside) yield* rendered(child);
}

/** Whether it is drawn, and not only for a screen reader. */
function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  for (let at: Element | null = element; at; at = parentOf(at))
    if (styleOf(at).clipPath !== 'none') return false;
  return true;
}

/** What can be pressed, moved or typed into, and is seen. */
export const controlsOf = (root: Element): HTMLElement[] =>
  [...rendered(root)].filter((element) => element.matches(CONTROLS) && isSeen(element));

/** What a pointer aims at: the label that a control lies in, else the control. */
const targetOf = (control: HTMLElement) => control.closest('label') ?? control;

/** The accessible name, as far as the interface uses its ways. */
export function nameOf(control: HTMLElement): string {
  const { labels } = control as HTMLInputElement;
  const root = control.getRootNode() as ShadowRoot;
  const named = [...(control.getAttribute('aria-labelledby') ?? '').split(' ')]
    .map((id) => (id && root.getElementById(id)?.textContent) || '')
    .join(' ');
  const inside = [...control.querySelectorAll('slot')]
    .flatMap((slot) => slot.assignedNodes())
    .map((node) => node.textContent)
    .join(' ');
  return (
    control.ariaLabel ||
    named.trim() ||
    labels?.[0]?.textContent?.trim() ||
    // What is not drawn names nothing.
    (control.matches('select,input,textarea') ? '' : `${control.innerText}${inside}`.trim()) ||
    control.title
  ).replace(/\s+/g, ' ');
}

/** How a fault calls an element. */
const called = (element: Element): string =>
  `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map((name) => `.${name}`).join('')}` +
  ` «${(nameOf(element as HTMLElement) || element.textContent!.trim()).slice(0, 40)}»`;

/** Names (4.1.2) and targets (2.5.5) of every control, whole in the view (1.4.10), none over another. */
export function controlFaults(root: Element): string[] {
  const faults: string[] = [];
  const { innerWidth, document } = viewOf(root);
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
  const controls = controlsOf(root);
  for (const control of controls) {
    if (!nameOf(control)) faults.push(`no name: ${called(control)}`);
    const { width, height, left, right } = targetOf(control).getBoundingClientRect();
    if (Math.min(width, height) < 43.9)
      faults.push(`small, ${width.toFixed(1)} x ${height.toFixed(1)}: ${called(control)}`);
    if (left < -TOLERANCE || right > innerWidth + TOLERANCE)
      faults.push(`outside the view, ${left} to ${right}: ${called(control)}`);
  }
  const placed = controls
    .filter((control) => !control.matches('[role=group],[role=region]'))
    .map((control) => ({ control, layer: layerOf(control), box: targetOf(control) }));
  placed.forEach((one, index) => {
    for (const other of placed.slice(index + 1)) {
      if (one.layer !== other.layer || one.box.contains(other.box) || other.box.contains(one.box))
        continue;
      const [a, b] = [one.box.getBoundingClientRect(), other.box.getBoundingClientRect()];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > TOLERANCE && down > TOLERANCE)
        faults.push(`overlap: ${called(one.control)}, ${called(other.control)}`);
    }
  });
  return faults;
}

/** What stays when the rest scrolls lies over it now and then, and is a layer of its own. */
function layerOf(element: Element): Element | null {
  for (let at: Element | null = element; at; at = parentOf(at))
    if (['sticky', 'fixed'].includes(styleOf(at).position)) return at;
  return null;
}

/** Whether text is wider than the box that it is in, which shows it all the same. */
function spills(rects: readonly DOMRect[], box: Element): boolean {
  const { left, right } = box.getBoundingClientRect();
  return rects.some((rect) => rect.left < left - TOLERANCE || rect.right > right + TOLERANCE);
}

/**
 * Texts that are cut off by a box round them: by its side, or below where it does not scroll. A live
 * sample is meant to be: it shows how text looks at a size, not what it says.
 */
export function clippingFaults(root: Element): string[] {
  const faults: string[] = [];
  for (const element of rendered(root)) {
    if (!isSeen(element) || element.matches('option,optgroup') || element.closest('[part=sample]'))
      continue;
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || !node.textContent!.trim()) continue;
      const range = element.ownerDocument.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      const control = element.closest(CONTROLS);
      if (control && control !== element && spills(rects, control))
        faults.push(`stands out of its control: ${called(control)}`);
      for (let box: Element | null = element; box; box = parentOf(box)) {
        const { overflowX, overflowY, display } = styleOf(box);
        if (display === 'inline' || display === 'contents') continue;
        const { top, bottom } = box.getBoundingClientRect();
        const sideways = overflowX !== 'visible' && spills(rects, box);
        const below =
          /hidden|clip/.test(overflowY) &&
          rects.some((rect) => rect.top < top - 4 || rect.bottom > bottom + 4);
        if (sideways || below) {
          faults.push(
            `cut off ${sideways ? 'at a side' : 'below'} by ${called(box)}: ${called(element)}`,
          );
          break;
        }
      }
    }
  }
  return faults;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
const colours = new Map<string, Colour>();

/** Any computed colour as sRGB bytes, and alpha from 0 to 1. */
function colourOf(css: string): Colour {
  const known = colours.get(css);
  if (known) return known;
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = brush.getImageData(0, 0, 1, 1).data as unknown as Colour;
  const colour = [red, green, blue, alpha / 255] as const;
  colours.set(css, colour);
  return colour;
}

const over = (top: Colour, below: Colour): Colour =>
  [0, 1, 2]
    .map((at) => top[at]! * top[3] + below[at]! * (1 - top[3]))
    .concat(1) as unknown as Colour;

const faded = ([red, green, blue, alpha]: Colour, by: number): Colour => [
  red,
  green,
  blue,
  alpha * by,
];

/** What lies behind an element: backgrounds from it outwards until one is opaque. */
function behind(element: Element | null): Colour {
  if (!element) return [255, 255, 255, 1];
  const { backgroundColor } = styleOf(element);
  const colour = colourOf(backgroundColor);
  if (colour[3] === 1) return colour;
  // What is on top of the page, such as a modal sheet, has the page behind it all the same.
  return over(colour, behind(parentOf(element)));
}

/** The colour that a box draws round itself as a shadow without blur; transparent if it does not. */
function rimOf(element: Element): Colour {
  const rim = /^(\w+\([^)]*\)) 0px 0px 0px [\d.]+px(?! inset)/.exec(styleOf(element).boxShadow);
  return rim ? colourOf(rim[1]!) : [0, 0, 0, 0];
}

/** The opacity in force on an element: the product of its own and its ancestors'. */
const opacityOf = (element: Element | null): number =>
  element ? Number(styleOf(element).opacity) * opacityOf(parentOf(element)) : 1;

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Colour, other: Colour): number {
  const luminance = (colour: Colour) => {
    const [red, green, blue] = colour.slice(0, 3).map((byte) => {
      const channel = byte / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const isDisabled = (element: Element) =>
  !!element.closest('[aria-disabled=true],:disabled,label:has(:disabled)');

/** Text under 7:1 (1.4.6); edges, fills or icons of controls under 3:1 (1.4.11). */
export function contrastFaults(root: Element): string[] {
  const faults: string[] = [];
  for (const element of rendered(root)) {
    if (!isSeen(element) || isDisabled(element) || element.matches('option,optgroup')) continue;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
    );
    const style = styleOf(element);
    if (hasText) {
      const ground = behind(element);
      const ink = over(faded(colourOf(style.color), opacityOf(element)), ground);
      const ratio = contrast(ink, ground);
      if (ratio < 7) faults.push(`text ${ratio.toFixed(2)}:1: ${called(element)}`);
    }
    const target = targetOf(element);
    if (!element.matches(CONTROLS) || target.matches('[role=group],[role=region]')) continue;
    // Sliders and boxes are the browser's own, in our accent colour.
    const native =
      element.matches('[type=range],[type=checkbox],[type=radio]') && target === element;
    const { borderTopWidth, borderTopColor, backgroundColor, accentColor } = styleOf(target);
    const outside = behind(parentOf(target));
    const edge = parseFloat(borderTopWidth) > 0 ? colourOf(borderTopColor) : undefined;
    const seen = native
      ? [accentColor === 'auto' ? ([0, 0, 0, 1] as const) : colourOf(accentColor)]
      : edge && edge[3] > 0
        ? [edge]
        : [colourOf(backgroundColor), colourOf(style.color)];
    const best = Math.max(...seen.map((colour) => contrast(over(colour, outside), outside)));
    if (best < 3) faults.push(`control ${best.toFixed(2)}:1: ${called(element)}`);
  }
  return faults;
}

/** What is at a point of the view, through shadow roots. */
function deepElementAt(view: View, x: number, y: number): Element | null {
  let at = view.document.elementFromPoint(x, y);
  while (at?.shadowRoot) {
    const inner: Element | null = at.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at;
}

const contains = (outer: Element, inner: Element | null): boolean => {
  for (let at = inner; at; at = parentOf(at)) if (at === outer) return true;
  return false;
};

/**
 * Focuses every control in turn, as a keyboard would: each shows a ring at least 2 px thick and 3:1
 * from what is round it (2.4.13), and is not covered by anything (2.4.12). The caller has pressed a
 * key before, or no browser shows focus.
 *
 * @param some how many controls
 */
export async function focusFaults(root: Element, some = Infinity): Promise<string[]> {
  const faults: string[] = [];
  const view = viewOf(root);
  /** For how many controls more it is waited: what is covered stays covered. */
  let patience = 3;
  for (const control of controlsOf(root).slice(0, some)) {
    if ((control as HTMLButtonElement).disabled) continue;
    control.focus();
    const target = targetOf(control);
    const ring = [control, target]
      .map((element) => styleOf(element))
      .find(
        ({ outlineStyle, outlineWidth }) =>
          outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      );
    if (!ring) faults.push(`focus is not seen: ${called(control)}`);
    else {
      const outside = over(rimOf(target), behind(parentOf(target)));
      const ratio = contrast(over(colourOf(ring.outlineColor), outside), outside);
      if (ratio < 3) faults.push(`focus ring ${ratio.toFixed(2)}:1: ${called(control)}`);
    }
    if (target.clientHeight > view.innerHeight / 2) continue;
    const middle = () => {
      const { left, top, width, height } = target.getBoundingClientRect();
      return deepElementAt(view, left + width / 2, top + height / 2);
    };
    let at = middle();
    // WebKit brings what has focus into view some frames later.
    for (let frames = 30; patience && frames && !contains(target, at); frames--) {
      await new Promise((resolve) => view.requestAnimationFrame(resolve));
      at = middle();
    }
    if (contains(target, at)) continue;
    if (patience) patience--;
    faults.push(`focus is covered by ${at ? called(at) : 'the edge'}: ${called(control)}`);
  }
  return faults;
}

/** Adds a rule to every tree of the interface, as a user's own style sheet would; undone by what is returned. */
export function adoptEverywhere(root: Element, css: string): () => void {
  const view = viewOf(root);
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  const trees = new Set<Document | ShadowRoot>([view.document]);
  const visit = (tree: ParentNode) => {
    for (const element of tree.querySelectorAll('*'))
      if (element.shadowRoot) {
        trees.add(element.shadowRoot);
        visit(element.shadowRoot);
      }
  };
  visit(view.document);
  for (const tree of trees) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  return () => {
    for (const tree of trees)
      tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((each) => each !== sheet);
  };
}

/** What a user may set and must not lose anything by (WCAG 1.4.12). */
export const TEXT_SPACING = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;
