/**
 * The documentation as pages: `demo/docs/{ar,en}/*.md` become `demo/docs/site/` (not committed), Arabic
 * first and English beside it. `npm start` calls it after the build; it reads what that made.
 *
 * A fact has one owner. In a page, a line in double braces brings it in from there:
 *
 * - `{{section README.md#Keys}}`: what stands under that heading; `own` where it has that language
 * - `{{line README.md A page with a strict}}`: the line that begins so
 * - `{{table attributes}}`: a table of the manifest, as README has it
 * - `{{frameworks}}`, `{{look law}}`, `{{voices}}`, `{{weights}}`, `{{date FILE}}`, `{{wcag}}`, `{{peers}}`: see
 *   BRINGS
 * - `{{playground}}`: after the article, as it is to be used and not read
 *
 * What is brought in is English: on Arabic pages `ar/words.json` has each line and cell of it, by what it
 * translates, so that a fact that changes is missed there and not told wrongly.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Marked } from 'marked';
import { makeTables } from '../../scripts/make-tables.mjs';
import { peers } from './peers.mjs';
import { playground } from './playground.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const json = (path) => JSON.parse(read(path));

/** The pages, in their order. */
const PAGES = [
  ...['start', 'playground', 'theming', 'voices', 'keyboard', 'guide'],
  ...['accessibility', 'privacy', 'licence', 'performance', 'changelog'],
];

/** Pages that are made of a file, or of a part of it: a link there leads to the page. */
const OWNED = {
  'docs/reading.md': 'guide',
  'docs/reliability.md': 'performance',
  'CHANGELOG.md': 'changelog',
  'README.md#licence': 'licence',
  'README.md#browsers-and-voices': 'voices',
};

const LANGUAGES = {
  ar: {
    dir: 'rtl',
    folder: '',
    title: 'توثيق article-reader',
    intro: 'كل صفحة هنا يقرؤها القارئ نفسه: اضغط «استماع» لتسمعها.',
    code: 'شيفرة',
    table: 'جدول',
    pages: 'صفحات التوثيق',
    skip: 'إلى المحتوى',
    other: { lang: 'en', name: 'English' },
    nextTo: 'الصفحتان السابقة والتالية',
    demo: 'المقال',
    looks: 'المظاهر',
  },
  en: {
    dir: 'ltr',
    folder: 'en/',
    title: 'article-reader documentation',
    intro: 'Every page here is read by the reader itself: press Listen to hear it.',
    code: 'Code',
    table: 'Table',
    pages: 'Documentation pages',
    skip: 'To the content',
    other: { lang: 'ar', name: 'العربية' },
    nextTo: 'Previous and next page',
    demo: 'Article',
    looks: 'Looks',
  },
};

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** As GitHub names headings, so that links into README lead to the same place. */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/<[^>]*>|[`*]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** What stands under a heading; `deep`: with the headings under it. */
function section(path, heading, deep = false) {
  const text = read(path);
  const [found, marks] =
    new RegExp(`^(#+) ${heading.replace(/[.*+?()|[\]\\]/g, '\\$&')}$`, 'm').exec(text) ?? [];
  if (!found) throw new Error(`no heading "${heading}" in ${path}`);
  const rest = text.slice(text.indexOf(found) + found.length);
  return rest.split(new RegExp(`^#{1,${deep ? marks.length : 6}} |^---$`, 'm'))[0].trim();
}

/** The one line of a file that begins so. */
function line(path, beginning) {
  const found = read(path)
    .split('\n')
    .filter((each) => each.startsWith(beginning));
  if (found.length !== 1) throw new Error(`${found.length} lines "${beginning}…" in ${path}`);
  return found[0];
}

/** Whether there is something to translate: words that are no code, address or name. */
const hasWords = (text) =>
  /\b[a-z]{2}/.test(
    text.replace(/`[^`]*`|\[[\w./-]+\]\([^)]*\)|\]\([^)]*\)|<[^>]*>|https?:\S+/g, ''),
  );

/** Translates Markdown block by block, tables cell by cell; what has no translation is marked English. */
function translated(markdown, words, missing) {
  const say = (text) => {
    if (words[text]) return words[text];
    if (!hasWords(text))
      return text
        .replaceAll(/(?<=[`)]), (?=[`[])/g, '، ')
        .replace(/ KB$/, ' كيلوبايت')
        .replace(/ MB$/, ' ميغابايت');
    missing.push(text);
    return `<span lang="en" dir="ltr">${text}</span>`;
  };
  return markdown
    .split(/^(```[^]*?^```)$/m)
    .map((part) => {
      if (part.startsWith('```')) return part;
      // A paragraph of several lines is one.
      return part
        .replace(/(?<=^[^|#<\n].*)\n(?=[^|#<>\s-])/gm, ' ')
        .split('\n')
        .map((each) => {
          if (/^(<!--.*|[|\s-]*)$/.test(each)) return each;
          if (each.startsWith('|')) return each.replace(/(?<=\| )((?:\\\||[^|])*?)(?= \|)/g, say);
          const [, mark, text] = /^([-#>\s]*)(.*)$/.exec(each);
          return mark + say(text);
        })
        .join('\n');
    })
    .join('');
}

/** A source file of a framework's example as a block of code. */
const source = (path) => `\`\`\`${path.split('.').at(-1)}\n${read(path).trim()}\n\`\`\``;

/** The files of an example that a reader wants to see: the first of these that is there, or several. */
const TELLING = [
  ...[
    ['app/article-reader.jsx', 'app/page.jsx'],
    'src/main.ts',
    'src/pages/index.astro',
    '_includes/article.njk',
  ],
  ...[
    'article-reader.php',
    'App.vue',
    'App.svelte',
    'app.jsx',
    'main.js',
    '_headers',
    'index.html',
  ],
];

const isThere = (path) => {
  try {
    return statSync(join(root, path));
  } catch {
    return undefined;
  }
};

/** A day as it is written in that language. */
function written(day, lang) {
  const locale = { ar: 'ar-u-nu-latn', en: 'en-GB' }[lang];
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  return `<time datetime="${day}">${format.format(new Date(day))}</time>`;
}

/** The day a file was last changed. */
function dateOf(path) {
  try {
    const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    const day = execFileSync('git', ['log', '-1', '--format=%cs', '--', path], options).trim();
    if (day) return day;
  } catch {
    // Not a clone.
  }
  return statSync(join(root, path)).mtime.toISOString().slice(0, 10);
}

const zipped = (...paths) =>
  paths.reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(root, path)), { level: 9 }).length,
    0,
  );
const sized = (...paths) => paths.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
const filesIn = (folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`);
const kilobytes = (bytes) =>
  bytes < 1e6 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What is published, weighed. */
function weights() {
  const chunk = (name) =>
    filesIn('dist/chunks').find((file) => new RegExp(`/${name}-.{8}\\.js$`).test(file));
  const first = ['dist/article-reader.js', chunk('main')];
  const rows = [
    ['The element, with the page', kilobytes(zipped(...first))],
    [
      '… and what reads aloud by a voice of the device',
      kilobytes(zipped(...first, chunk('listening'))),
    ],
    ['Numbers and signs in Arabic words', kilobytes(zipped(chunk('to-spoken'), chunk('nouns')))],
    ['Reading view', kilobytes(zipped(chunk('view'), chunk('view-surface')))],
    ['The embedded voice', kilobytes(sized(...filesIn('dist/assets/voice')))],
    ['Vowels', kilobytes(sized(...filesIn('dist/assets/tashkeel')))],
    ['Typefaces, each when it is chosen', kilobytes(sized(...filesIn('dist/assets/fonts')))],
  ];
  return [
    '| what | weight |',
    '| --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

/** The rules of a page of the gallery that are for the reader. */
function look(name) {
  const [, style] = /<style>\n([^]*?)\s*<\/style>/.exec(read(`demo/looks/${name}.html`));
  const rules = style.match(/^ {6}article-reader[^]*?^ {6}\}$/gm).join('\n');
  return `\`\`\`css\n${rules.replace(/^ {6}/gm, '')}\n\`\`\``;
}

/** How to add an Arabic voice, by system: the words of the reader's own settings. */
async function installSteps(lang) {
  const name = lang === 'ar' ? 'ar-panels' : lang;
  const terms = await import(new URL(`../../build/ui/i18n/languages/${name}.js`, import.meta.url));
  const { installSteps: steps } = Object.values(terms)[0];
  const systems = {
    windows: 'Windows',
    mac: 'macOS',
    ios: 'iOS',
    android: 'Android',
    linux: 'Linux',
  };
  return Object.entries(systems)
    .map(([key, system]) => `### ${system}\n\n${steps[key]}`)
    .join('\n\n');
}

/** The statement by criterion: [number, level, what holds, and how, in both languages]. */
function wcag(lang) {
  const { states, criteria } = json('demo/docs/wcag.json');
  const at = lang === 'ar' ? 0 : 1;
  const head = [
    ['المعيار', 'المستوى', 'الحال', 'كيف'],
    ['criterion', 'level', 'state', 'how'],
  ][at];
  return [head, head.map(() => '---')]
    .concat(
      criteria.map(({ number, level, state, name, how }) => [
        `${number} ${name[at]}`,
        level,
        states[state][at],
        how[at],
      ]),
    )
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** Sources that have both languages: they are not translated. */
const BRINGS = {
  look: (name) => look(name),
  voices: (_, lang) => installSteps(lang),
  wcag: (_, lang) => wcag(lang),
  peers: (_, lang) => {
    const measured = json('demo/docs/peers.json');
    return `${peers(measured, lang)}\n\n${written(measured.day, lang)}`;
  },
  date: (path, lang) => written(dateOf(path), lang),
  headers: () => source('demo/frameworks/csp/_headers'),
  own: (where) => section(...where.split('#')),
  // What follows there is for who writes pages.
  guide: (heading) => section('docs/reading.md', heading, true).split('## What is heard')[0],
  english: (path) =>
    `<div lang="en" dir="ltr">\n\n${read(path)
      .replace(/^# .*$/m, '')
      .trim()}\n\n</div>`,
};

/** The table of a file that begins with that row. */
const tableFrom = (path, head) => {
  const text = read(path);
  return text.slice(text.indexOf(head)).split('\n\n')[0];
};

/** English sources. */
const TRANSLATED = {
  promises: () => tableFrom('docs/reliability.md', '| promised |'),
  scores: () => tableFrom('docs/tashkeel.md', '| | DER |'),
  section: (where) => section(...where.split('#')),
  line: (where) => line(...[where.split(' ', 1)[0], where.slice(where.indexOf(' ') + 1)]),
  table: (name) => makeTables(json('dist/custom-elements.json'))[name],
  weights,
  frameworks: () =>
    readdirSync(join(root, 'demo/frameworks'))
      .map((name) => {
        const folder = `demo/frameworks/${name}`;
        const [, title, text] = /^# (.*)\n\n(.*)$/m.exec(read(`${folder}/README.md`));
        const telling = TELLING.map((files) => [files].flat().map((file) => `${folder}/${file}`));
        const shown = telling.find((files) => files.every(isThere));
        // Where there are several, each is named.
        const sources = shown.map((file) =>
          shown.length > 1
            ? `\`${file.slice(folder.length + 1)}\`:\n\n${source(file)}`
            : source(file),
        );
        return `### ${title}\n\n${text}\n\n${sources.join('\n\n')}\n\n[${folder}](${folder}/README.md)`;
      })
      .join('\n\n'),
};

/** Where a link of a file leads from a page: to the page that has it, or to the file in the checkout. */
function addressOf(href, { from, up, page }) {
  if (/^[a-z]+:/.test(href)) return href;
  const [path, anchor = ''] = href.split('#');
  const target = path ? posix.normalize(posix.join(posix.dirname(from), path)) : from;
  const owner = OWNED[anchor ? `${target}#${anchor}` : target] ?? OWNED[target];
  if (owner && owner !== page) return `${owner}.html`;
  if (target === from && from.startsWith('demo/docs/')) return href;
  if (!path) return owner ? '#content' : `${up}README.md#${anchor}`;
  // Pages name each other as pages.
  if (from.startsWith('demo/docs/') && PAGES.includes(path.replace('.html', ''))) return href;
  const file = isThere(`${target}/README.md`) ? `${target}/README.md` : target;
  return up + file + (anchor && `#${anchor}`);
}

/** Up to so many characters a piece of code fits a line of the narrowest phone, and is not broken. */
const WHOLE = 22;

/**
 * A table. On a phone its rows are cards (`docs.css`): each cell names its column then, and roles say that it
 * is a table still, which browsers forget of what is laid out otherwise.
 */
function tableOf(head, body) {
  const columns = [...head.matchAll(/<th[^>]*>([^]*?)<\/th>/g)].map(([, name]) =>
    escape(name.replace(/<[^>]*>/g, '')),
  );
  const rows = body.replace(/<tr>[^]*?<\/tr>/g, (row) => {
    let at = 0;
    return row.replace(/<td/g, () => {
      const name = columns[at++];
      return `<td role="cell"${name ? ` data-column="${name}"` : ''}`;
    });
  });
  const heads = head
    .replaceAll('<th></th>', '<td role="cell"></td>')
    .replaceAll('<th', '<th role="columnheader" scope="col"');
  return `<table role="table"><thead role="rowgroup">${heads}</thead><tbody role="rowgroup">${rows}</tbody></table>`.replaceAll(
    '<tr>',
    '<tr role="row">',
  );
}

/** Markdown as HTML of a page; `place`: the page, where its text is from, and which ids it has. */
function toHtml(markdown, lang, place) {
  const { code: codeName, table: tableName } = LANGUAGES[lang];
  const { ids } = place;
  return new Marked({
    renderer: {
      heading(text, level) {
        place.at.heading = text.replace(/<[^>]*>/g, '');
        const id = slug(text);
        const again = ids.get(id) ?? 0;
        ids.set(id, again + 1);
        return `<h${level} id="${again ? `${id}-${again}` : id}">${text}</h${level}>\n`;
      },
      // Not read aloud: code is for the eye. It scrolls, so that a key can get there.
      code: (text) =>
        `<pre lang="en" dir="ltr" data-spoken="" tabindex="0" role="group" aria-label="${codeName}: ${escape(place.at.heading)}"><code>${escape(text)}</code></pre>\n`,
      codespan: (text) =>
        /\p{Script=Arabic}/u.test(text)
          ? `<code>${text}</code>`
          : `<code lang="en" dir="ltr"${text.length <= WHOLE && !text.includes(' ') ? ' class="whole"' : ''}>${text}</code>`,
      table: (head, body) =>
        `<div class="table" tabindex="0" role="group" aria-label="${tableName}: ${escape(place.at.heading)}">${tableOf(head, body)}</div>\n`,
      link: (href, _, text) => `<a href="${escape(addressOf(href, place))}">${text}</a>`,
    },
  }).parse(markdown);
}

/** All pages, by their path under `site/`, and what on Arabic pages has no translation. */
export async function makePages() {
  const pages = new Map();
  const missing = [];
  const words = json('demo/docs/ar/words.json');
  for (const [lang, language] of Object.entries(LANGUAGES)) {
    const sources = PAGES.map((name) => {
      const file = `demo/docs/${lang}/${name}.md`;
      const [title, description, ...rest] = read(file).split('\n\n');
      return { name, file, title: title.slice(2), description, text: rest.join('\n\n') };
    });
    const depth = `../../../${language.folder && '../'}`;
    for (const page of sources) {
      let hasPlayground = false;
      const parts = [];
      for (const each of page.text.split(/^(\{\{.*\}\})$/m)) {
        const [, name, what = ''] = /^\{\{(\w+) ?(.*)\}\}$/.exec(each) ?? [];
        if (!name) parts.push({ text: each, from: page.file });
        else if (name === 'playground') hasPlayground = true;
        else if (name in BRINGS)
          parts.push({ text: await BRINGS[name](what, lang), from: originOf(name, what) });
        else {
          const text = TRANSLATED[name](what);
          parts.push({
            text: lang === 'ar' ? translated(text, words, missing) : text,
            from: originOf(name, what),
          });
        }
      }
      const place = { up: depth, page: page.name, ids: new Map(), at: { heading: page.title } };
      const body = parts.map(({ text, from }) => toHtml(text, lang, { ...place, from })).join('');
      pages.set(
        `${language.folder}${page.name}.html`,
        layout({
          ...{ lang, sources, depth, name: page.name },
          ...{ title: page.title, description: page.description },
          content: `<h1>${page.title}</h1>\n<p class="lead">${page.description}</p>\n${body}`,
          after: hasPlayground ? playground(json('dist/custom-elements.json'), lang, words) : '',
        }),
      );
    }
    pages.set(
      `${language.folder}index.html`,
      layout({
        ...{ lang, sources, depth, name: 'index' },
        ...{ title: language.title, description: language.intro },
        content: `<h1>${language.title}</h1>\n<p class="lead">${language.intro}</p>\n<ul class="pages">${sources
          .map(
            ({ name, title, description }) =>
              `<li><a href="${name}.html">${title}</a><p>${description}</p></li>`,
          )
          .join('\n')}</ul>`,
      }),
    );
  }
  return { pages, missing };
}

/** The file that a part comes from: its links are written from there. */
const originOf = (name, what) =>
  ({
    english: what,
    guide: 'docs/reading.md',
    promises: 'docs/reliability.md',
    own: what.split('#')[0],
    section: what.split('#')[0],
    line: what.split(' ')[0],
  })[name] ?? 'README.md';

function layout({ lang, sources, depth, name, title, description, content, after = '' }) {
  const { dir, pages, skip, other, nextTo, demo, looks, title: site, folder } = LANGUAGES[lang];
  const there = `${folder && '../'}${LANGUAGES[other.lang].folder}${name}.html`;
  const here = sources.findIndex((each) => each.name === name);
  const list = `<ul>${sources
    .map(
      (each) =>
        `<li><a href="${each.name}.html"${each.name === name ? ' aria-current="page"' : ''}>${each.title}</a></li>`,
    )
    .join('')}</ul>`;
  const neighbour = (at, rel) =>
    sources[at] ? `<a rel="${rel}" href="${sources[at].name}.html">${sources[at].title}</a>` : '';
  return `<!doctype html>
<html lang="${lang}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === site ? title : `${title} · ${site}`}</title>
<meta name="description" content="${escape(description.replace(/[`*]/g, ''))}">
<link rel="alternate" hreflang="${other.lang}" href="${there}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${depth}demo/demo.css">
<link rel="stylesheet" href="${depth}demo/docs/docs.css">
<script type="module" src="${depth}dist/article-reader.js"></script>
</head>
<body class="docs">
<a class="skip" href="#content">${skip}</a>
<header class="masthead">
<a class="brand" href="index.html" lang="en" dir="ltr">article-reader</a>
<nav aria-label="article-reader">
<a href="${depth}demo/">${demo}</a>
<a href="${depth}demo/looks/">${looks}</a>
<a href="${there}" hreflang="${other.lang}" lang="${other.lang}">${other.name}</a>
</nav>
</header>
<div class="columns">
<nav class="sidebar" aria-label="${pages}">${list}</nav>
<details class="menu"><summary>${pages}</summary><nav aria-label="${pages}">${list}</nav></details>
<main id="content" tabindex="-1">
<div class="sheet">
<article-reader>
${content}
</article-reader>
</div>
${after}
${here < 0 ? '' : `<nav class="neighbours" aria-label="${nextTo}">${neighbour(here - 1, 'prev')}${neighbour(here + 1, 'next')}</nav>`}
</main>
</div>
</body>
</html>
`;
}

/** Writes the pages. */
export async function buildDocs() {
  const folder = fileURLToPath(new URL('site/', import.meta.url));
  const { pages } = await makePages();
  rmSync(folder, { recursive: true, force: true });
  for (const [path, html] of pages) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), html);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildDocs();
