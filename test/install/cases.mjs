/**
 * The projects of `demo/frameworks/`, and the ways in which each is tried.
 *
 * @typedef {object} Way
 * @property {string} name its row in the table
 * @property {string} [build] script of the project that is run first
 * @property {string} [serve] folder whose files are served
 * @property {string} [start] script that serves the project, with `--port`
 * @property {boolean} [develops] whether that is a server for developing, which may load the page
 *   again when it has seen what the page imports
 * @property {string} [php] file beside this one by which PHP's own server serves the folder, and that checks
 *   what is there when it is run by itself
 * @property {string} [page] path of the page; the root by default
 *
 * @typedef {object} Project
 * @property {string} folder in `demo/frameworks/`
 * @property {Record<string, string>} [versions] other versions of its packages than it names
 * @property {readonly Way[]} ways
 */

const build = (name, serve = 'dist') => ({ name, build: 'build', serve });
const develop = (name) => ({ name, start: 'dev', develops: true });
const page = (name, path) => ({ name, build: 'build', serve: '.', page: path });

/** @type {readonly Project[]} */
export const PROJECTS = [
  { folder: 'vite', ways: [develop('Vite 8, dev'), build('Vite 8, build')] },
  {
    folder: 'vite',
    versions: { vite: '^7.3.0' },
    ways: [develop('Vite 7, dev'), build('Vite 7, build')],
  },
  { folder: 'webpack', ways: [build('webpack 5')] },
  { folder: 'rollup', ways: [build('Rollup 4')] },
  {
    folder: 'esbuild',
    ways: [
      build('esbuild, modules'),
      { name: 'esbuild, one script', build: 'build-iife', serve: 'dist-iife' },
    ],
  },
  { folder: 'parcel', ways: [build('Parcel 2')] },
  {
    folder: 'next',
    ways: [develop('Next 16, dev'), { name: 'Next 16, build', build: 'build', start: 'start' }],
  },
  { folder: 'react', ways: [develop('React 19, dev'), build('React 19, build')] },
  { folder: 'vue', ways: [develop('Vue 3, dev'), build('Vue 3, build')] },
  { folder: 'svelte', ways: [develop('Svelte 5, dev'), build('Svelte 5, build')] },
  { folder: 'preact', ways: [build('Preact 11, build')] },
  { folder: 'solid', ways: [build('Solid 1, build')] },
  {
    folder: 'angular',
    ways: [develop('Angular 21, dev'), build('Angular 21, build', 'dist/browser')],
  },
  { folder: 'astro', ways: [develop('Astro 5, dev'), build('Astro 5, build')] },
  { folder: 'eleventy', ways: [build('Eleventy 3', '_site')] },
  {
    folder: '../integrations/wordpress',
    ways: [{ name: 'WordPress', build: 'build', php: 'wordpress.php' }],
  },
  {
    folder: 'html',
    ways: [
      page('page, module', '/'),
      page('page, async', '/async.html'),
      page('page, import map', '/import-map.html'),
      page('page, classic script', '/classic.html'),
      page('page, classic, defer', '/classic-end.html'),
      page('page, CDN', '/cdn.html'),
      page('page, CDN, classic', '/cdn-classic.html'),
    ],
  },
  {
    folder: 'csp',
    ways: [
      page('strict CSP', '/'),
      page('strict CSP, classic', '/classic.html'),
      page('strict CSP, CDN', '/cdn.html'),
    ],
  },
  { folder: 'sri', ways: [build('SRI')] },
];

/** The case that is part of `npm test`. */
export const QUICK = { folder: 'vite', ways: [build('Vite 8, build')] };
