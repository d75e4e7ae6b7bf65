import boundaries from 'eslint-plugin-boundaries';
import litPlugin from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

/**
 * The house (docs/architecture.md), from the ground up. Of each room:
 *
 * - `uses`: the rooms that it may import, and of those only the faces;
 * - `faces`: its files that other rooms may import, and `later`: further ones, by when they are
 *   loaded, so that nobody pays for them before;
 * - `floors`: the order inside it, from the ground up: a file may import what is on its own floor
 *   and below. Without floors a room has no order but that nothing goes round in a circle.
 */
const ROOMS = {
  // Addresses and threads; of the files themselves it knows none.
  assets: { uses: [], faces: ['*.ts'] },
  // A vocabulary: each file is a face.
  core: { uses: [], faces: ['**'] },
  arabic: {
    uses: ['core'],
    faces: ['index.ts', 'sentences.ts'],
    later: {
      'a wall of text, a line break': ['laid-out.ts'],
      listening: ['spoken/{to-spoken,nouns}.ts'],
      'letters that are meant otherwise': ['fold-letters.ts'],
      'the reading view': ['shown-text.ts'],
      'parts of words told apart': ['syllables.ts'],
      diacritics: ['tashkeel/{tashkeel,insertions,folded-text,kernel}.ts'],
    },
  },
  'speech-synthesis-polyfill': {
    uses: ['assets'],
    faces: ['index.ts', 'speech-context.ts'],
    later: {
      'the embedded voice': ['made-ahead.ts'],
      'a voice of the device that is eSpeak': ['embedded/respelling.ts'],
    },
  },
  diacritizer: {
    uses: ['arabic', 'core', 'assets'],
    faces: ['index.ts'],
    later: { 'diacritics, in a thread': ['{tashkeel-worker,reading-style}.ts'] },
  },
  speech: {
    uses: ['core'],
    faces: ['player.ts', 'navigation.ts', 'robotic.ts'],
    later: {
      listening: [
        '{read-aloud,speaker,sleep-timer,take-voice,utterance-lines,utterance-text}.ts',
        '{voices,voice-list,failed-voices}.ts',
      ],
      'listening to more than plain text': ['{as-meant,marker-words}.ts'],
      'a page that offers a recording': ['recording/*.ts'],
    },
  },
  page: {
    uses: ['core', 'assets'],
    faces: [
      'surface.ts',
      'page-text.ts',
      'content-options.ts',
      'language.ts',
      'style/adopted-sheet.ts',
      'read/{read-later,watch-article}.ts',
    ],
    later: {
      'text by `src` or `.text`': ['render/render-source.ts'],
      'what is odd on a page': ['read/closer-look.ts'],
      'the reading view': ['render/render-article.ts', 'geometry/scroll-to-offset.ts'],
      'listening, places': ['geometry/first-in-view.ts'],
      'a bar that is out of reach': ['geometry/{box,css-zoom,obstructions}.ts'],
      'listening to more than plain text': [
        'read/{inlines,list-markers,spoken-forms,table-headers}.ts',
      ],
      'a click into the text': ['geometry/{box,offset-at-point}.ts'],
      'marked passages': ['highlight/annotation-marks.ts'],
      'parts of words told apart': ['highlight/part-marks.ts'],
      'the sheet of settings': ['sample.ts', 'style/lazy-rules.ts'],
      'a page with light ink': ['style/background-color.ts'],
    },
    floors: [
      ['dom-tree.ts', 'content-options.ts', 'language.ts', 'page-text.ts'],
      ['geometry/**'],
      ['read/**', 'render/**', 'highlight/**', 'style/**'],
      ['follower.ts', 'reading-marker.ts', 'surface.ts', 'sample.ts'],
    ],
  },
  reader: {
    uses: [
      'core',
      'assets',
      'arabic',
      'speech-synthesis-polyfill',
      'diacritizer',
      'speech',
      'page',
    ],
    faces: ['reader.ts', 'reader-api.ts', 'events.ts', 'after-paint.ts'],
    later: {
      'a bar that is out of reach': ['keep-in-reach.ts'],
      'a page with light ink': ['ground.ts'],
      'the card of a word': ['shared-diacritizer.ts'],
    },
    floors: [
      ['storage/**', '{events,reader-state,segmentation,shared-diacritizer,after-paint}.ts'],
      ['places/**', 'listening/**'],
      // The parts of the reader, a file each.
      ['!(events|reader|reader-state|reader-api|segmentation|shared-diacritizer|after-paint).ts'],
      ['reader.ts', 'reader-api.ts'],
    ],
  },
  ui: {
    uses: ['reader', 'core'],
    faces: [
      'article-reader/article-reader.ts',
      'toolbar/article-reader-toolbar.ts',
      'internal/define.ts',
    ],
    floors: [
      ['i18n/**'],
      ['internal/**'],
      // A folder an element.
      ['!(i18n|internal|article-reader)/**'],
      ['panels.ts'],
      ['article-reader/**'],
    ],
  },
};

/**
 * Narration (`narrate/`), a package of its own that is built on the library's: what it takes of which room. It
 * shows nothing to anybody, so neither `reader` nor `ui`.
 */
const NARRATION = {
  core: ['**'],
  arabic: ['{sentences,laid-out,fold-letters}.ts', 'spoken/to-spoken.ts'],
  'speech-synthesis-polyfill': ['index.ts', 'embedded/{messages,phonemes,speakable}.ts'],
  diacritizer: ['index.ts'],
  speech: ['{as-meant,marker-words,navigation,utterance-lines}.ts'],
  page: [
    'page-text.ts',
    'read/{read-article,closer-look,inlines,list-markers,spoken-forms,table-headers}.ts',
    'render/{decode,render-text}.ts',
  ],
};

/** The files at the root of `src/`; there are no others. */
const ROOTS = { 'elements.ts': ['ui', 'reader', 'assets'], 'index.ts': ['elements.ts'] };

const inside = (room, files) => files.map((file) => `src/${room}/${file}`);

/** What a file is: of a room, of a floor, a face. A file that is nothing is an error. */
const files = [
  ...Object.entries(ROOMS).flatMap(([room, { faces, later = {}, floors = [['**']] }]) => [
    ...floors.map((floor, level) => ({
      category: `${room} ${level}`,
      pattern: inside(room, floor),
    })),
    {
      category: `face of ${room}`,
      pattern: inside(room, [...faces, ...Object.values(later).flat()]),
    },
  ]),
  ...Object.keys(ROOTS).map((file) => ({ category: `face of ${file}`, pattern: `src/${file}` })),
  { category: 'scripts', pattern: 'scripts/**' },
  { category: 'narration', pattern: 'narrate/src/**' },
  {
    category: 'taken by narration',
    pattern: Object.entries(NARRATION).flatMap(([room, taken]) => inside(room, taken)),
  },
];

const allow = (from, to) => ({
  from: { file: { categories: from } },
  allow: { to: { file: { categories: to } } },
});

const policies = [
  ...Object.entries(ROOMS).flatMap(([room, { uses, floors = [['**']] }]) =>
    floors.map((_, level) =>
      allow(`${room} ${level}`, [
        ...floors.slice(0, level + 1).map((_, below) => `${room} ${below}`),
        ...uses.map((used) => `face of ${used}`),
      ]),
    ),
  ),
  ...Object.entries(ROOTS).map(([file, uses]) =>
    allow(
      `face of ${file}`,
      uses.map((used) => `face of ${used}`),
    ),
  ),
  allow('scripts', 'scripts'),
  allow('narration', ['narration', 'taken by narration']),
];

const walls = {
  files: ['src/**', 'scripts/**', 'narrate/src/**'],
  // It begins with what is built.
  ignores: ['scripts/cdn-entry.js'],
  plugins: { boundaries },
  settings: {
    'boundaries/files': files,
    'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export'],
    'boundaries/additional-dependency-nodes': [
      { selector: 'TSImportType > Literal.source', kind: 'type', name: 'import type' },
    ],
    'boundaries/legacy-templates': false,
    'import/resolver': { typescript: true },
  },
  rules: {
    'boundaries/no-unknown-files': 'error',
    'boundaries/no-unknown-dependencies': 'error',
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message: 'A wall: see ROOMS in eslint.config.js for what may be imported here.',
        policies,
      },
    ],
  },
};

export default tseslint.config(
  {
    ignores: [
      'build/',
      'dist/',
      'narrate/dist/',
      '.cache/',
      'node_modules/',
      'demo/docs/site/',
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
  walls,
);
