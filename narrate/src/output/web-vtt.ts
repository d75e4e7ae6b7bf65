/**
 * When what is said, as subtitles: a cue a sentence, its words with the times at which they begin.
 *
 * @see https://www.w3.org/TR/webvtt1/
 */
import type { Script } from '../input/script.js';
import type { TimedSentence, Timing } from '../narration.js';

/** `00:01:02.345` */
function timestamp(time: number): string {
  const ms = Math.round(time * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

/** Of a cue's text: a line that is empty would end it, and `-->` is nowhere allowed. */
const escaped = (text: string) =>
  text.replace(/\s+/g, ' ').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function cue(text: string, { start, end, from, to, words }: TimedSentence): string {
  let at = start;
  let last = from;
  let said = '';
  for (const word of words) {
    said += escaped(text.slice(at, word.start));
    // Times in a cue are after its beginning, before its end, and rise.
    if (
      timestamp(word.from) > timestamp(last) &&
      timestamp(word.from) < timestamp(to) &&
      word.start > start
    ) {
      said += `<${timestamp(word.from)}>`;
      last = word.from;
    }
    said += escaped(text.slice(word.start, word.end));
    at = word.end;
  }
  said += escaped(text.slice(at, end));
  return `${timestamp(from)} --> ${timestamp(to)}\n${said}\n`;
}

export const webVtt = ({ text }: Script, { blocks }: Timing): string =>
  ['WEBVTT\n', ...blocks.flatMap(({ sentences }) => sentences.map((it) => cue(text, it)))].join(
    '\n',
  );
