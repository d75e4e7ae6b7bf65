/** What colour text stands on. Knows nothing of themes and of settings. */
import { luminance } from '../../core/contrast.js';
import { parentOf } from '../dom-tree.js';

/** Below it white is legible, above it black (WCAG 2.2, relative luminance). */
const MIDDLE = 0.179;

/** The colour that an element stands on: of the nearest background that cannot be seen through. */
export function backgroundColorOf(element: Element): string {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return 'Canvas';
}

const isOpaque = (color: string) => !/^(transparent|rgba\(|.*\/)/.test(color);

/** Whether what is drawn without a colour is dark: by the scheme that the element is in. */
export function hasDarkScheme(element: Element): boolean {
  const { colorScheme } = getComputedStyle(element);
  const isBoth = /dark/.test(colorScheme) && /light/.test(colorScheme);
  return isBoth ? matchMedia('(prefers-color-scheme:dark)').matches : /dark/.test(colorScheme);
}

/** Relative luminance of a computed colour, 0 to 1; null where it is none that is known. */
function luminanceOf(color: string): number | null {
  const channels =
    /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)/.exec(color)?.slice(1).map(Number) ?? pixelOf(color);
  const hex = channels?.map((value) => Math.round(value).toString(16).padStart(2, '0'));
  return hex ? luminance(`#${hex.join('')}`) : null;
}

/** Red, green and blue, 0 to 255, of a colour in other words than `rgb()`: as it is painted. */
function pixelOf(color: string): number[] | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/**
 * Whether an element is drawn on a dark ground, whatever the page says of its colour scheme. Over a picture
 * the ink tells: it is light on what is dark.
 */
export function isOnDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor, backgroundImage, color } = getComputedStyle(at);
    if (backgroundImage !== 'none') {
      const ink = luminanceOf(color);
      if (ink !== null) return ink > MIDDLE;
    }
    if (!isOpaque(backgroundColor)) continue;
    const ground = luminanceOf(backgroundColor);
    if (ground !== null) return ground <= MIDDLE;
  }
  return hasDarkScheme(document.documentElement);
}
