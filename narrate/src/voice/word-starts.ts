/** When the words of a sentence begin in a sound whose voice does not tell: an estimate. */

/** A word of the sentence as it is said. */
export interface WeighedWord {
  /** How long it takes, in any unit that is the same for all. */
  readonly weight: number;
  /** Whether a pause is due after it. */
  readonly isPause: boolean;
}

/** Seconds. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Sound is looked at in frames; seconds. */
const FRAME = 0.01;
/** A frame that is so much quieter than the loudest is silent: -34 dB. */
const SILENCE = 0.02;
/** Closed lips are silent too, but for less; seconds. */
const SHORTEST_PAUSE = 0.1;

/** The stretches of sound between pauses. */
function soundIn(samples: Float32Array, rate: number): Stretch[] {
  const size = Math.max(1, Math.round(FRAME * rate));
  const levels: number[] = [];
  for (let at = 0; at < samples.length; at += size) {
    let sum = 0;
    const end = Math.min(at + size, samples.length);
    for (let i = at; i < end; i++) sum += samples[i]! ** 2;
    levels.push(Math.sqrt(sum / (end - at)));
  }
  const least = levels.reduce((most, it) => Math.max(most, it), 0) * SILENCE;
  const stretches: { from: number; to: number }[] = [];
  levels.forEach((level, index) => {
    if (level <= least) return;
    const from = (index * size) / rate;
    const to = Math.min((index + 1) * size, samples.length) / rate;
    const last = stretches.at(-1);
    if (last && from - last.to < SHORTEST_PAUSE) last.to = to;
    else stretches.push({ from, to });
  });
  return stretches;
}

/** Words between two pauses that are due. */
function clausesOf(words: readonly WeighedWord[]): WeighedWord[][] {
  const clauses: WeighedWord[][] = [[]];
  words.forEach((word, index) => {
    clauses.at(-1)!.push(word);
    if (word.isPause && index < words.length - 1) clauses.push([]);
  });
  return clauses;
}

const weightOf = (words: readonly WeighedWord[]) =>
  words.reduce((sum, { weight }) => sum + weight, 0);

/**
 * Gives each clause one or more stretches of sound, in order, so that all are as long as they should be.
 *
 * @returns for each clause where it begins and ends; null if there are more clauses than stretches
 */
function spread(clauses: readonly number[], sound: readonly Stretch[]): Stretch[] | null {
  if (clauses.length > sound.length) return null;
  const whole = clauses.reduce((sum, it) => sum + it, 0);
  const length = sound.reduce((sum, { from, to }) => sum + to - from, 0);
  const total = [0];
  for (const { from, to } of sound) total.push(total.at(-1)! + to - from);
  // best[i][j]: the least cost of giving the first i clauses the first j stretches, and where the last begins.
  const best: { cost: number; begin: number }[][] = [[{ cost: 0, begin: 0 }]];
  clauses.forEach((clause, i) => {
    const row: { cost: number; begin: number }[] = [];
    for (let j = i + 1; j <= sound.length; j++)
      for (let begin = i; begin < j; begin++) {
        const before = best[i]![begin];
        if (!before) continue;
        const off = total[j]! - total[begin]! - (clause / whole) * length;
        const cost = before.cost + off ** 2;
        if (cost < (row[j]?.cost ?? Infinity)) row[j] = { cost, begin };
      }
    best.push(row);
  });
  const spans: Stretch[] = [];
  for (let i = clauses.length, end = sound.length; i > 0; i--) {
    const { begin } = best[i]![end]!;
    spans.unshift({ from: sound[begin]!.from, to: sound[end - 1]!.to });
    end = begin;
  }
  return spans;
}

/**
 * Between pauses, words share the sound by their weight.
 *
 * @returns when each word begins; seconds, in order
 */
export function wordStarts(
  samples: Float32Array,
  rate: number,
  words: readonly WeighedWord[],
): number[] {
  const sound = soundIn(samples, rate);
  if (!sound.length) return words.map(() => 0);
  let clauses = clausesOf(words);
  let spans = spread(clauses.map(weightOf), sound);
  if (!spans) {
    // The voice made no pause where one was due.
    clauses = [[...words]];
    spans = [{ from: sound[0]!.from, to: sound.at(-1)!.to }];
  }
  return clauses.flatMap((clause, index) => {
    const { from, to } = spans[index]!;
    const whole = weightOf(clause) || 1;
    let before = 0;
    return clause.map(({ weight }) => {
      const start = from + (before / whole) * (to - from);
      before += weight;
      return start;
    });
  });
}
