/**
 * Which line feeds of a text are only there because a line was full. Knows nothing of pages and of
 * how wide anything is but by counting letters.
 */

/** A line that nothing is seen of; besides white space what some editors put there. */
const GAP = /\n(?:[^\S\n]|[\u200b-\u200f\u2060\ufeff])*(?=\n)/g;

const MARK = /[.!?؟…:؛۔]["'»”’)\]]*$/;
const COMMA = /[،,؛]$/;

/** Two halves of a line of verse. */
const HEMISTICHS = /\S(?:\s*(?:\*+|…|\.{3,}|={2,}|#)\s*|[ \u00a0]{3,}|\t+)\S/;

/** An item of a list, somebody who speaks. */
const ITEM = /^\s*(?:[-–—•●▪◦*·✓]|[\p{Nd}]{1,3}\s?[-.)ـ]|[ء-ي]\s?[-.)]\s)/u;

/** No phrase ends with these words. */
const OPEN =
  /(?:^|\s)و?(?:في|من|على|إلى|الى|عن|أن|إن|ان|مع|أو|او|التي|الذي|الذين|لم|لن|قد|بين|كما|حيث|خلال)$/;

/** A line of prose is hardly ever narrower, and of verse hardly ever wider, than these; in letters. */
const NARROW = 18;
const WIDE = 60;
/** A line of a letter that is shorter than this part of the widest greets, or signs. */
const EDGE = 0.6;
const EDGES = 2;
/** How alike two full lines are, as parts of the widest: letters have widths of their own. */
const ALIKE = 0.88;

const bare = (line: string) => line.replace(/[\p{M}ـ\u200b-\u200f]/gu, '').trim();

/** The sound that a line ends with. */
const rhyme = (line: string) => /(\p{L}[اهي]?)[^\p{L}]*$/u.exec(line)?.[1];

/**
 * Puts a space for the line feeds of lines that go on in the next one: those that are full (the next
 * word would not have fitted), in a text whose lines are alike in length and which is prose. Prose is
 * told by marks inside lines and not at their ends, by lines that end where no phrase does, by a last
 * line that ends with a mark, by width; verse by rhyme and by halves. Where nothing tells, lines stay.
 *
 * Empty lines become line feeds alone.
 *
 * @returns a text of the same length
 */
export function lines(text: string): string {
  const parted = text.replace(GAP, (gap) => '\n'.repeat(gap.length));
  return parted.replace(/[^\n]+(?:\n[^\n]+)+/g, joined);
}

function joined(group: string): string {
  const list = group.split('\n');
  const body = joinedLines(list);
  if (body !== group) return body;
  // Between a greeting and a name there may be prose.
  const lengths = list.map((line) => bare(line).length);
  const most = Math.max(...lengths) * EDGE;
  let start = 0;
  let end = list.length;
  while (start < EDGES && lengths[start]! < most) start++;
  while (list.length - end < EDGES && lengths[end - 1]! < most && !MARK.test(list[end - 1]!)) end--;
  return start + list.length - end && end - start > 2
    ? [...list.slice(0, start), joinedLines(list.slice(start, end)), ...list.slice(end)].join('\n')
    : group;
}

function joinedLines(list: readonly string[]): string {
  const group = list.join('\n');
  const texts = list.map(bare);
  const width = Math.max(...texts.map(({ length }) => length));
  if (width < NARROW || list.some((line) => HEMISTICHS.test(line.trim()))) return group;
  const goesOn = texts.slice(0, -1).map((line, at) => {
    const next = texts[at + 1]!;
    const word = /^\S*/.exec(next)![0];
    return line.length + 1 + word.length >= width * ALIKE && !ITEM.test(next);
  });
  // A paragraph may end with any line.
  const ends = texts.map((line, at) => at === texts.length - 1 || (!goesOn[at] && MARK.test(line)));
  const inner = texts.filter((_, at) => !ends[at]);
  const full = goesOn.filter(Boolean).length;
  if (!full || full < inner.length * 0.7 || !isProse(texts, inner, width)) return group;
  return list.reduce((all, line, at) => all + (goesOn[at - 1] ? ' ' : '\n') + line);
}

function isProse(texts: readonly string[], inner: readonly string[], width: number): boolean {
  const share = (of: readonly unknown[], holds: (index: number) => boolean) =>
    of.filter((_, index) => holds(index)).length / (of.length || 1);
  const marked = share(inner, (at) => MARK.test(inner[at]!) || COMMA.test(inner[at]!));
  const rhymes = texts.map(rhyme);
  const rhymed = share(
    rhymes,
    (at) => !!rhymes[at] && rhymes.some((other, index) => index !== at && other === rhymes[at]),
  );
  let evidence = 0;
  if (width >= WIDE) evidence += 2;
  else if (width >= WIDE / 1.5) evidence++;
  const whole = texts.join('\n');
  if (marked < 0.5) evidence += /[.!?؟؛] /.test(whole) ? 2 : Number(/[،:,] /.test(whole));
  if (inner.some((line) => OPEN.test(line))) evidence += 2;
  if (MARK.test(texts.at(-1)!)) evidence++;
  if (width < WIDE) {
    if (rhymed > 0.6) evidence -= 2;
    if (marked >= 0.5) evidence -= 2;
  }
  return evidence >= 2;
}
