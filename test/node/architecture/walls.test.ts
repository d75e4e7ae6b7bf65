import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const eslint = new ESLint({
  cwd: root,
  ruleFilter: ({ ruleId }) => ruleId.startsWith('boundaries/'),
});

/** The rules that a file breaks which says this and would lie there. */
async function broken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: root + filePath });
  return result!.messages.map(({ ruleId, message }) => ruleId ?? message);
}

const WALL = ['boundaries/dependencies'];

describe('the walls', () => {
  const errors: Record<string, [file: string, code: string]> = {
    'an import from above': ['src/core/x.ts', "import '../reader/reader.js';"],
    'a type from above': ['src/core/x.ts', "import type { Reader } from '../reader/reader.js';"],
    'a type from above, in passing': [
      'src/core/x.ts',
      "export type R = import('../reader/reader.js').Reader;",
    ],
    'an export from above': ['src/page/read/x.ts', "export * from '../../reader/reader.js';"],
    'a module from above, loaded later': ['src/speech/x.ts', "void import('../ui/panels.js');"],
    'a room beside': ['src/speech/x.ts', "import '../page/surface.js';"],
    'the inside of a room': ['src/reader/reader.ts', "import '../page/style/typefaces.js';"],
    'anything in the polyfill': [
      'src/speech-synthesis-polyfill/x.ts',
      "import '../core/article.js';",
    ],
    'an upper floor': ['src/page/geometry/x.ts', "import '../surface.js';"],
    'the element in one of its sheets': [
      'src/ui/view/x.ts',
      "import '../article-reader/article-reader.js';",
    ],
    'the source in a script of the build': ['scripts/x.mjs', "import '../src/core/article.js';"],
  };
  for (const [name, [file, code]] of Object.entries(errors))
    it(`forbid ${name}`, async () => assert.deepEqual(await broken(file, code), WALL));

  it('leave no file without a room', async () => {
    for (const file of ['src/x.ts', 'src/new-room/x.ts', 'src/page/x.ts'])
      assert.deepEqual(await broken(file, 'export {};'), ['boundaries/no-unknown-files'], file);
  });

  it('let through what lies below, and what is beside in the same room', async () => {
    const allowed: [file: string, code: string][] = [
      [
        'src/reader/reader.ts',
        "import '../page/surface.js'; import '../core/article.js'; import './events.js';",
      ],
      ['src/reader/view-surface.ts', "void import('../arabic/shown-text.js');"],
      ['src/page/surface.ts', "import './geometry/scrollers.js'; import './follower.js';"],
      ['src/ui/toolbar/x.ts', "import { html } from 'lit'; import '../i18n/terms.js';"],
      ['src/elements.ts', "import './ui/internal/define.js'; export * from './reader/events.js';"],
      ['src/index.ts', "import './elements.js';"],
    ];
    for (const [file, code] of allowed) assert.deepEqual(await broken(file, code), [], file);
  });
});
