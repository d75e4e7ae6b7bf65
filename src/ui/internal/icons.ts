import { html, type TemplateResult } from 'lit';

/**
 * Icons on a 24 px grid with 2 px strokes, from Lucide (https://lucide.dev, ISC licence), one path
 * each. `forth` points along the text: the style sheet turns it with the direction, and for `back`.
 */
const PATHS = {
  play: 'M6 4v16l14-8z',
  wait: 'M21 12a9 9 0 1 1-6-8.5',
  pause: 'M7 5v14M17 5v14',
  stop: 'M6 6h12v12H6z',
  forth: 'm9 18 6-6-6-6',
  forthFar: 'm6 17 5-5-5-5M13 17l5-5-5-5',
  contents: 'M3 6h.01M3 12h.01M3 18h.01M8 6h13M8 12h13M8 18h13',
  view: 'M2 3h6a4 4 0 0 1 4 4v14a3 3 0 0 0-3-3H2zM22 3h-6a4 4 0 0 0-4 4v14a3 3 0 0 1 3-3h7z',
  settings: 'M10 5H3M12 19H3M14 3v4M16 17v4M21 12h-9M21 19h-5M21 5h-7M8 10v4M8 12H3',
  help: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01',
  more: 'M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M4 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0',
} as const;

export type IconName = keyof typeof PATHS;

const SOLID = new Set<IconName>(['play', 'stop']);

/** An icon; decoration only, its button carries the name. */
export const icon = (name: IconName, classes = ''): TemplateResult =>
  drawn(PATHS[name], SOLID.has(name) ? 'solid' : classes);

/** An icon of that path. */
export const drawn = (path: string, classes = ''): TemplateResult =>
  html`<svg class=${`icon ${classes}`} viewBox="0 0 24 24" aria-hidden="true">
    <path d=${path}></path>
  </svg>`;
