import type { Command } from '../../core/commands.js';
import { stepRate, stepTextSize } from '../../core/settings.js';
import type { Unit } from '../../reader/reader-api.js';
import type { Reader } from '../../reader/reader.js';
import { formatFor } from '../i18n/format.js';
import type { Terms } from '../i18n/terms.js';
import { commandOf, hasModifier } from '../internal/shortcuts.js';
import type { ToolbarCommand } from '../toolbar/article-reader-toolbar.js';
import type { LazyParts, PanelName } from './lazy-parts.js';

/** What a key that is held goes on with; with the others it would switch to and fro. */
const REPEATABLE = /^(previous|next|larger|smaller|slower|faster)/;

/**
 * Does what a button or a key asks for.
 *
 * @param announce tells a screen reader what came of it
 */
export function perform(
  command: ToolbarCommand,
  reader: Reader,
  terms: Terms,
  parts: LazyParts,
  announce: (message: string) => void,
): void {
  const { textSize, rate } = reader.settings;
  const format = formatFor(terms);
  const size = (next: number) => {
    reader.update({ textSize: next });
    announce(`${terms.textSize}: ${format.percent(reader.settings.textSize)}`);
  };
  const speed = (next: number) => {
    reader.update({ rate: next });
    announce(`${terms.rate}: ${format.number(reader.settings.rate)}`);
  };
  const jump = async (move: () => void) => {
    // What is seen is known there.
    if (!reader.position.sentence) await reader.loadPlaces();
    move();
    announce(format.place(reader.progress));
  };
  const open = async (sheet: Exclude<PanelName, 'article-reader-notice'>) =>
    (await parts.panel(sheet)).show();
  const actions: Partial<Record<ToolbarCommand, () => unknown>> = {
    toggle: () => reader.toggle(),
    stop: () => reader.stop(),
    back: () => jump(() => reader.back()),
    repeatSentence: () => reader.repeat(),
    larger: () => size(stepTextSize(textSize, 1)),
    smaller: () => size(stepTextSize(textSize, -1)),
    originalSize: () => size(100),
    faster: () => speed(stepRate(rate, 1)),
    slower: () => speed(stepRate(rate, -1)),
    rate: () => open('article-reader-speed'),
    view: () => {
      if (reader.article.text || reader.hasView) return parts.toggleView();
      announce(terms.failures.empty);
    },
    bookmark: async () => {
      // Where it is asked for: reading goes on while the notices are loaded.
      const { sentence } = reader.position;
      await (await parts.panel('article-reader-notice')).toggleBookmark(sentence);
    },
    contents: () => open('article-reader-places'),
    settings: () => open('article-reader-quick-settings'),
    help: () => open('article-reader-help'),
    word: () => open('article-reader-card'),
    // It looks for itself from then on.
    passage: () => parts.panel('article-reader-card'),
  };
  // The others are named by their way and their unit.
  const [, way, unit] = /^(previous|next)(.+)/.exec(command) ?? [];
  const step = () => jump(() => reader[way as 'previous' | 'next'](unit!.toLowerCase() as Unit));
  // A part that could not be loaded: the element shows it, and this says it.
  Promise.resolve((actions[command] ?? step)()).catch(() => announce(terms.failures.unreachable));
}

/** The command that a key asks for in the bar or in the article; the browser does not get it then. */
export function takeKey(event: KeyboardEvent, reader: Reader): Command | undefined {
  const { shortcuts, keys } = reader.settings;
  if (event.defaultPrevented || !shortcuts) return undefined;
  const target = event.composedPath()[0] as HTMLElement;
  if (target.matches('input,textarea,select') || target.isContentEditable) return undefined;
  let command = commandOf(event, keys);
  if (event.key === ' ' && target.matches('[part=article]')) command = 'toggle';
  if (event.key === 'Escape' && !hasModifier(event) && reader.playback.status !== 'idle')
    command = 'stop';
  if (!command) return undefined;
  event.preventDefault();
  return event.repeat && !REPEATABLE.test(command) ? undefined : command;
}
