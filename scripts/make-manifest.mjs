/**
 * Writes what tools know of the elements, from the JSDoc of their classes and the types of
 * TypeScript: `node make-manifest.mjs [FOLDER]`, by default `dist`.
 *
 * - `custom-elements.json`: the custom elements manifest (https://github.com/webcomponents/custom-elements-manifest)
 * - `html-custom-data.json`, `css-custom-data.json`: for VS Code
 * - `web-types.json`: for JetBrains' editors
 *
 * The sheets and the notices inside the reader are nobody's to use, and are not in it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { staticPropertiesPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/static-properties.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import {
  getVsCodeCssCustomData,
  getVsCodeHtmlCustomData,
} from 'custom-element-vs-code-integration';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the elements are made of, bases first. */
const SOURCES = [
  'src/reader/events.ts',
  'src/ui/internal/reader-element.ts',
  'src/ui/toolbar/article-reader-toolbar.ts',
  'src/ui/article-reader/article-reader.ts',
];

/** The module that an entry of the package's `exports` leads to. */
function published(entry) {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return exports[entry].default.replace('./', '');
}

const { TypeFlags } = ts;

/** The declarations of the classes, by name. */
const classesOf = (files) =>
  new Map(
    files
      .flatMap(({ statements }) => statements.filter(ts.isClassDeclaration))
      .map((node) => [node.name.text, node]),
  );

/**
 * Tells the types of TypeScript where the analyzer has no more than a name: `Theme` is
 * `'page' | 'system' | …`. Other names stay as they are written.
 */
function typeTeller() {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    SOURCES.map((source) => join(root, source)),
    { ...options, noEmit: true, incremental: false },
  );
  const checker = program.getTypeChecker();
  const classes = classesOf(SOURCES.map((source) => program.getSourceFile(join(root, source))));
  const members = (type) => (type.isUnion() ? type.types : [type]);
  const isNull = ({ flags }) => flags & (TypeFlags.Null | TypeFlags.Undefined);
  const isText = ({ flags }) =>
    flags & (TypeFlags.StringLike | TypeFlags.NumberLike | TypeFlags.BooleanLike);
  const union = (types) =>
    types
      .map((type) => (type.isStringLiteral() ? `'${type.value}'` : checker.typeToString(type)))
      .join(' | ');
  const typeOf = (className, name) => {
    const type = checker.getTypeAtLocation(classes.get(className));
    return checker.getTypeOfSymbol(checker.getPropertyOfType(type, name));
  };
  const told = (type, written) => {
    const choices = members(type).filter((each) => !isNull(each));
    if (!choices.every((each) => each.isStringLiteral())) return written;
    return union([...choices, ...members(type).filter(isNull)]);
  };
  return {
    property: (className, name, written) => told(typeOf(className, name), written),
    /** Without what cannot be written in HTML. */
    attribute: (className, name) => union(members(typeOf(className, name)).filter(isText)),
    parameter: (className, method, index, written) => {
      const [signature] = typeOf(className, method).getCallSignatures();
      const type = checker.getTypeOfSymbol(signature.parameters[index]);
      return told(checker.getNonNullableType(type), written);
    },
  };
}

/** One line, as in a table; paragraphs stay. */
const line = (text) =>
  text?.replace(/[ \t]*\n(?!\n)[ \t]*/g, ' ').replace(/\{@link (\w+)\}/g, '`$1`');

/** With descriptions in one line; nothing for an empty list. */
const described = (list) =>
  list?.length ? list.map((it) => ({ ...it, description: line(it.description) })) : undefined;

/** What a page can use of a class: what says something of itself, once each. */
function publicMembers({ members = [] }, node) {
  const internal = node.members
    .filter((member) => ts.getJSDocTags(member).some(({ tagName }) => tagName.text === 'internal'))
    .map((member) => member.name.getText());
  return members.filter(
    ({ name, description, privacy = 'public', static: isStatic }, index) =>
      privacy === 'public' &&
      description &&
      !isStatic &&
      !internal.includes(name) &&
      // Of overloads the first is for the page.
      members.findIndex((other) => other.name === name) === index,
  );
}

/** An element as the analyzer has it, with its types told and without what is nobody's to use. */
function elementOf(declaration, node, types, defaults) {
  const { name } = declaration;
  const members = publicMembers(declaration, node);
  const shown = (value) => (['string', 'number'].includes(typeof value) ? `${value}` : undefined);
  return {
    kind: 'class',
    customElement: true,
    tagName: declaration.tagName,
    name,
    summary: declaration.summary,
    description: line(declaration.description),
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: described(
      declaration.attributes
        .filter(({ fieldName }) => members.some((member) => member.name === fieldName))
        .map(({ name: attribute, fieldName, description }) => ({
          name: attribute,
          fieldName,
          type: { text: types.attribute(name, fieldName) },
          default: shown(defaults[fieldName]),
          description,
        })),
    ),
    members: described(
      members.map(({ parameters, type, ...member }) => ({
        ...member,
        inheritedFrom: undefined,
        type: type && { text: types.property(name, member.name, type.text) },
        parameters: described(
          parameters?.map((parameter, index) => ({
            ...parameter,
            type: { text: types.parameter(name, member.name, index, parameter.type.text) },
          })),
        ),
      })),
    ),
    events: described(declaration.events),
    slots: described(declaration.slots),
    cssParts: described(declaration.cssParts),
    cssProperties: described(declaration.cssProperties)?.map((property) => ({
      ...property,
      syntax: property.default.startsWith('light-dark(') ? '<color>' : undefined,
    })),
    cssStates: described(declaration.cssStates),
  };
}

/** An event's class: what it has are the parameters of its constructor. */
const eventOf = ({ name, description }, node) => ({
  kind: 'class',
  name,
  description: line(description),
  superclass: { name: 'Event', package: 'global:' },
  members: node.members.find(ts.isConstructorDeclaration).parameters.map((parameter) => ({
    kind: 'field',
    name: parameter.name.getText(),
    type: { text: parameter.type.getText() },
    readonly: true,
  })),
});

/** What holds where the page says nothing, by setting; read from the source, before there is a build. */
function baseSettings() {
  const text = readFileSync(join(root, 'src/core/settings.ts'), 'utf8');
  const [, literal] = /BASE_SETTINGS: Settings = (\{.*?\n\});/s.exec(text);
  return new Function(`return ${literal}`)();
}

/** The custom elements manifest of the package: where it is published, and how it is typed. */
export function makeManifest() {
  const modules = SOURCES.map((source) =>
    ts.createSourceFile(
      source,
      readFileSync(join(root, source), 'utf8'),
      ts.ScriptTarget.ES2022,
      true,
    ),
  );
  const analysed = create({ modules, plugins: [staticPropertiesPlugin()] });
  const types = typeTeller();
  const defaults = baseSettings();
  const classes = classesOf(modules);
  const all = analysed.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ kind }) => kind === 'class');
  const declarations = [
    ...all
      .filter(({ tagName }) => tagName)
      .map((it) => elementOf(it, classes.get(it.name), types, defaults))
      .reverse(),
    ...all
      .filter(({ superclass }) => superclass?.name === 'Event')
      .map((it) => eventOf(it, classes.get(it.name))),
  ];
  const path = published('./elements.js');
  const reference = ({ name }) => ({ name, module: path });
  const manifest = {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path,
        declarations,
        exports: declarations.map((it) => ({
          kind: 'js',
          name: it.name,
          declaration: reference(it),
        })),
      },
      {
        kind: 'javascript-module',
        path: published('.'),
        declarations: [],
        exports: declarations
          .filter(({ tagName }) => tagName)
          .map((it) => ({
            kind: 'custom-element-definition',
            name: it.tagName,
            declaration: reference(it),
          })),
      },
    ],
  };
  // As it is written: without what is undefined.
  return JSON.parse(JSON.stringify(manifest));
}

/** Writes the manifest and what the editors have of it. */
export function writeManifest(folder) {
  const manifest = makeManifest();
  mkdirSync(folder, { recursive: true });
  const write = (file, data) =>
    writeFileSync(join(folder, file), `${JSON.stringify(data, null, 2)}\n`);
  write('custom-elements.json', manifest);
  const options = { hideLogs: true };
  write('html-custom-data.json', JSON.parse(getVsCodeHtmlCustomData(manifest, options)));
  write('css-custom-data.json', JSON.parse(getVsCodeCssCustomData(manifest, options)));
  write(
    'web-types.json',
    JSON.parse(
      getWebTypesData(manifest, { ...options, modulePathTemplate: (_, path) => `./${path}` }),
    ),
  );
  return manifest;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  writeManifest(process.argv[2] ?? join(root, 'dist'));
