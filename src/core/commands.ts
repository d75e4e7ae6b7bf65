/** What single keys stand for. Knows nothing of keyboards and of what a command does. */

/** The commands that single keys stand for, each with its key, in the order of the help. */
export const KEYS = Object.freeze({
  toggle: 'k',
  previousSentence: 'j',
  nextSentence: 'l',
  previousParagraph: 'p',
  nextParagraph: 'n',
  previousHeading: 'g',
  nextHeading: 'h',
  previousRegion: 'e',
  nextRegion: 'w',
  repeatSentence: 'r',
  contents: 'c',
  bookmark: 'm',
  back: 'b',
  word: 'i',
  larger: '+',
  smaller: '-',
  originalSize: '0',
  slower: '<',
  faster: '>',
  stop: 's',
  view: 'v',
  settings: ',',
  help: '?',
});

export type Command = keyof typeof KEYS;

export const COMMANDS = Object.freeze(Object.keys(KEYS)) as readonly Command[];

/** Keys that the user gave to commands in place of ours: one printable ASCII character each. */
export type ChosenKeys = Readonly<Partial<Record<Command, string | undefined>>>;
