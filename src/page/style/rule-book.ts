/**
 * How rules about the text are written, and which settings have any. Knows nothing of what a setting
 * does and of who adopts the sheet.
 */
import type { Settings } from '../../core/settings.js';
import type { TextColors } from '../../core/text-colors.js';

/** Settings of the text whose rules are loaded when somebody has one of them. */
export const LAZY_SETTINGS = [
  'typeface',
  'fontWeight',
  'paragraphSpacing',
  'measure',
  'margins',
  'align',
  'ink',
  'paper',
  'brightness',
  'pictures',
  'emphasis',
] as const;

/** What the user changed about the text; what is missing or as by default is left to the page. */
export type TextStyle = Partial<
  Pick<
    Settings,
    'textSize' | 'lineHeight' | 'wordSpacing' | 'theme' | (typeof LAZY_SETTINGS)[number]
  >
>;

/** Rules of the settings that are loaded when they are first needed. */
export interface LazyRules {
  /** Instead of the theme's colours. */
  readonly colors: TextColors | null;
  /** After the common rules. */
  readonly rules: readonly string[];
}

/** Never matches; lifts a rule's specificity above any that a page writes with a few ids. */
const LIFT = '#\\0#\\0#\\0#\\0';

/** What has a size and colours of its own. */
export const MEDIA = ':not(img,picture,svg,svg *,video,canvas,iframe,object,embed,math,math *)';

/** Below this many CSS pixels of room at the reader's size, indents and columns give way to text. */
export const ROOM = 480;

const important = (declarations: Record<string, string | number>) =>
  Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');

/** Rules about one content, as they are written. */
export function ruleBook(content: string) {
  const rules: string[] = [];
  const root = `:is(${content},${LIFT})`;
  return {
    rules,
    /** Selects the outermost elements. */
    root,
    /** Selects the outermost elements and all inside them that match. */
    all: (matching = '') => `${root}${matching},${root} *${matching}`,
    rule: (selector: string, declarations: Record<string, string | number>) =>
      rules.push(`${selector}{${important(declarations)}}`),
  };
}
