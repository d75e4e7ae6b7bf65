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
 * The key that was pressed, on any keyboard layout, as one printable ASCII character in lower case:
 * the Latin character that the layout types, else (Arabic, Hebrew, Cyrillic letters, é …) what a US
 * keyboard has in that place. An Arabic layout types `,` for Shift and comma where a US one types
 * `<`: there too the place counts.
 *
 * @returns undefined for space, named keys, and with Ctrl, Alt or Meta: those belong to the browser
 *   or the screen reader.
 */
export function keyFrom(event: KeyboardEvent): string | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return undefined;
  const typed = event.key.toLowerCase();
  // Some layouts type لا as two letters; what is longer besides is a name.
  if (typed === ' ' || (typed.length !== 1 && typed <= '\x7f')) return undefined;
  const signs = SIGNS[event.code];
  const foreign =
    typed > '\x7f' ||
    (event.shiftKey && typed === signs?.[0]) ||
    // Hebrew has this sign there, and no Latin layout has.
    typed + event.code === "'KeyW";
  if (!foreign) return typed;
  return (
    signs?.[event.shiftKey ? 1 : 0] ??
    /^(?:Key|Digit|Numpad)([A-Z\d])$/.exec(event.code)?.[1]?.toLowerCase()
  );
}

/** The command that a key press asks for. Plus needs no Shift: the key beside it will do. */
export function commandOf(event: KeyboardEvent, chosen: ChosenKeys): Command | undefined {
  if (event.key === 'Escape' && !event.ctrlKey && !event.altKey && !event.metaKey) return 'stop';
  const key = keyFrom(event);
  if (!key) return undefined;
  return commandFor(key, chosen) ?? (key === '=' ? commandFor('+', chosen) : undefined);
}
