/**
 * Writes the reference tables of README.md, between their markers, from the manifest:
 * `npm run docs`. A test fails while they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeManifest } from './make-manifest.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** In a cell a bar ends the cell. */
const cell = (text) => (text ?? '').replaceAll('|', '\\|');
const code = (text) => (text ? `\`${cell(text)}\`` : '');

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Choices are named one by one; a single one is told of in the description. */
const choices = (type) =>
  type.includes("'")
    ? type.replaceAll("'", '').split(' | ').map(code).join(', ')
    : type === 'string'
      ? 'text'
      : type;

/** `name(parameter?: type)`. */
const signature = ({ name, parameters = [] }) =>
  `${name}(${parameters
    .map((it) => `${it.name}${it.optional || it.default ? '?' : ''}: ${it.type.text}`)
    .join(', ')})`;

/** What a method does, and what its parameters are. */
const meaning = ({ description, deprecated, parameters = [] }) =>
  [
    ...(deprecated ? [`**Deprecated.** ${deprecated}`] : [description.replace(/\.$/, '')]),
    ...parameters
      .filter((it) => it.description)
      .map((it) => `\`${it.name}\`: ${it.description.replace(/\.$/, '')}`),
  ].join('. ');

/** The tables, by the name of their markers. */
export function makeTables(manifest) {
  const declarations = manifest.modules.flatMap(({ declarations }) => declarations);
  const element = declarations.find(({ tagName }) => tagName === 'article-reader');
  const attributed = new Set(element.attributes.map(({ fieldName }) => fieldName));
  const named = (list) => list.map(({ name, description }) => [code(name), cell(description)]);
  const described = ({ description }) => cell(description.replace(/\.$/, ''));
  return {
    attributes: table(
      ['attribute', 'value', 'default', ''],
      element.attributes.map((it) => [
        code(it.name),
        choices(it.type.text),
        code(it.default),
        described(it),
      ]),
    ),
    properties: table(
      ['property', 'type', ''],
      element.members
        .filter(({ kind, name }) => kind === 'field' && !attributed.has(name))
        .map((it) => [
          code(it.name),
          code(it.type.text),
          `${it.readonly ? 'read-only: ' : ''}${described(it)}`,
        ]),
    ),
    methods: table(
      ['method', ''],
      element.members
        .filter(({ kind }) => kind === 'method')
        .map((it) => [code(signature(it)), cell(meaning(it))]),
    ),
    events: table(
      ['event', 'class', 'when'],
      element.events.map((it) => [code(it.name), code(it.type.text), cell(it.description)]),
    ),
    parts: table(['part', ''], named(element.cssParts)),
    'properties of CSS': table(
      ['custom property', 'default', ''],
      element.cssProperties.map((it) => [code(it.name), code(it.default), cell(it.description)]),
    ),
    states: table(['state', ''], named(element.cssStates)),
  };
}

/** The text with each table between its markers. */
export function withTables(text, tables) {
  for (const [name, rows] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name}:.*?-->\n)[^]*?(\n?<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`no place for the table of ${name}`);
    text = text.replace(place, (_, before) => `${before}\n${rows}\n\n<!-- /${name} -->`);
  }
  return text;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const file = join(root, 'README.md');
  writeFileSync(file, withTables(readFileSync(file, 'utf8'), makeTables(makeManifest())));
}
