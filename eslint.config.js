import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * The walls between the rooms (docs/architecture.md): for each room, the rooms it may import.
 * An import from anywhere else in src/ is an error.
 */
const ROOMS = {
  core: [],
  arabic: ['core'],
  'speech-synthesis-polyfill': [],
  speech: ['core'],
  page: ['core'],
  ui: ['core', 'reader\\.js'],
};

const walls = Object.entries(ROOMS).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            // Out of the room (`../x`, and `../../x` from a folder inside it), and not to a room allowed.
            regex: `^(\\.\\./)+(?=(core|arabic|speech|speech-synthesis-polyfill|page|ui|reader\\.js|elements\\.js|index\\.js)(/|$))(?!(${[room, ...allowed].join('|')})(/|$))`,
            message: `src/${room}/ may import ${allowed.join(' and ') || 'nothing'} (docs/architecture.md).`,
          },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.cache/',
      'node_modules/',
      // What the example projects make.
      'demo/frameworks/*/{dist,dist-iife,_site,.angular,.astro,.next,.parcel-cache,article-reader,wp-content}/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  { files: ['src/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['src/ui/**/*.ts'],
    plugins: { lit: litPlugin, 'lit-a11y': litA11y, wc },
    rules: {
      ...litPlugin.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      ...wc.configs['flat/best-practice'].rules,
    },
  },
  ...walls,
);
