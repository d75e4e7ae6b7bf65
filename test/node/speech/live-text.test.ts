/** A text that changes while it is read: progress, and nothing left out or said twice. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { articleOf, reading } from './reading.js';

/** A sentence by its name, which it keeps, and what changes in it. */
interface Line {
  readonly name: string;
  words: number;
  version: number;
}

/** Words that are all others. */
const wordOf = (n: number): string =>
  String.fromCharCode(
    ...[n * 7, n * 11 + 3, n * 5 + (n >> 3), n].map((i) => 0x633 + (i % 8)),
    0x627,
  ) + n;

const textOf = ({ name, words, version }: Line) =>
  `${[name, ...Array.from({ length: words }, (_, i) => wordOf(Number(/\d+/.exec(name)) * 31 + i))].join(' ')} عند ${version}.`;

const nameOf = (text: string) => text.trim().split(' ')[0]!;

/** Another text in place of the same sentences; each number is brought into range. */
type Edit =
  | readonly ['insert' | 'remove' | 'change' | 'removeBlock', number]
  | readonly ['insertBlock', number];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom('insert', 'remove', 'change', 'change', 'removeBlock', 'insertBlock'),
  fc.nat(1000),
);

const step = fc.record({
  /** Ms since the last one. */
  wait: fc.nat(4000),
  edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
  /** Whether all is away first, for so many ms. */
  away: fc.option(fc.integer({ min: 1, max: 1900 }), { freq: 4 }),
});

describe('a text that changes at random while it is read', () => {
  const article = (blocks: Line[][]) =>
    articleOf(...blocks.map((lines) => lines.map(textOf).join(' ')));

  it('has each sentence that stays said once, none twice, and its reading ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 3 }), {
          minLength: 2,
          maxLength: 6,
        }),
        fc.array(step, { maxLength: 12 }),
        fc.constantFrom('exact' as const, 'none' as const),
        fc.constantFrom(0, 350),
        async (shape, steps, boundaries, rest) => {
          let count = 0;
          const line = (words: number): Line => ({ name: wordOf(++count), words, version: 0 });
          let blocks = shape.map((block) => block.map(line));
          const stays = new Set(blocks.flat().map(({ name }) => name));
          const it = reading(article(blocks), {
            script: () => ({ boundaries }),
            player: { pauseAfter: () => rest },
          });
          it.player.play();
          for (const { wait, edits, away } of steps) {
            await it.clock.advance(wait);
            if (it.player.playback.status === 'idle') break;
            const known = new Set(blocks.flat());
            for (const [what, at] of edits) {
              const block = blocks[at % blocks.length]!;
              const i = at % block.length;
              if (what === 'insert') block.splice(i, 0, line(1 + (at % 5)));
              else if (what === 'insertBlock')
                blocks.splice(at % (blocks.length + 1), 0, [line(1 + (at % 5))]);
              else {
                const gone = new Set(what === 'removeBlock' ? block : [block[i]!]);
                const left = blocks.map((lines) => lines.filter((it) => !gone.has(it)));
                // Something is left as it was: another article is another matter.
                if (!left.flat().some((it) => known.has(it))) continue;
                if (what === 'change') block[i] = { ...block[i]!, version: at };
                else {
                  for (const { name } of gone) stays.delete(name);
                  blocks = left.filter(({ length }) => length);
                }
              }
            }
            if (away !== null) {
              it.player.setArticle(articleOf());
              await it.clock.advance(away);
            }
            it.player.setArticle(article(blocks));
          }
          await it.read();
          assert.equal(it.player.playback.status, 'idle');
          const said = it.synthesis.spoken.map(({ text }) => nameOf(text));
          const times = new Map<string, number>();
          for (const name of said) times.set(name, (times.get(name) ?? 0) + 1);
          assert.deepEqual(
            [...times].filter(([, n]) => n > 1),
            [],
            'said twice',
          );
          assert.deepEqual(
            [...stays].filter((name) => !times.has(name)),
            [],
            'left out',
          );
          assert.equal(it.synthesis.calls.cancel, 0);
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});
