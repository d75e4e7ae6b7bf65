/** From a key press to the command that it stands for, on any keyboard layout. Does nothing itself. */
import { COMMANDS, KEYS, type ChosenKeys, type Command } from '../../core/commands.js';

/** The key of a command: the user's, else ours. */
export const keyOf = (command: Command, chosen: ChosenKeys): string =>
  chosen[command] ?? KEYS[command];

/** The same as `aria-keyshortcuts` writes it, where a plus sign joins keys. */
export const ariaKeyOf = (command: Command, chosen: ChosenKeys): string =>
  keyOf(command, chosen).replace('+', 'Plus');

/** The command that a key stands for: the user's choice goes before a key of ours that came later. */
export const commandFor = (key: string, chosen: ChosenKeys): Command | undefined =>
  COMMANDS.find((command) => chosen[command] === key) ??
  COMMANDS.find((command) => keyOf(command, chosen) === key);

/** Whether a key is pressed with others: that belongs to the browser or the screen reader. */
export const hasModifier = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey;

/** What a US keyboard types for the keys of signs: plain, and with Shift. */
const SIGNS: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
};

/**
 * The key that was pressed, on any keyboard layout, as one printable ASCII character in lower case: by
 * the character that the layout types; else (Arabic, Hebrew, Cyrillic letters, é, a sign in another
 * place) by where the key is, as a US keyboard would have it.
 *
 * @returns undefined for space, named keys, and with Ctrl, Alt or Meta
 */
export function keyFrom(event: KeyboardEvent): string | undefined {
  if (hasModifier(event) || event.isComposing) return undefined;
  const typed = event.key.toLowerCase();
  const isAscii = typed <= '\x7f';
  // Some layouts type لا as two letters; what is longer besides is the name of a key.
  if (typed === ' ' || (isAscii && typed.length !== 1)) return undefined;
  const signs = SIGNS[event.code] ?? '';
  // An Arabic layout types `,` for Shift and comma, a Hebrew one an apostrophe where W is.
  const isMoved =
    (event.shiftKey && typed === signs[0]) || (typed === "'" && event.code === 'KeyW');
  if (isAscii && !isMoved) return typed;
  return (
    signs[event.shiftKey ? 1 : 0] ??
    /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(event.code)?.[1]?.toLowerCase()
  );
}

/** The command that a key press asks for. Plus needs no Shift: the key beside it will do. */
export function commandOf(event: KeyboardEvent, chosen: ChosenKeys): Command | undefined {
  const key = keyFrom(event);
  if (!key) return undefined;
  return commandFor(key, chosen) ?? (key === '=' ? commandFor('+', chosen) : undefined);
}
