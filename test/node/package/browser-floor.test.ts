/**
 * Everything that the source uses and that one of the oldest browsers lacks (README, "Browsers and
 * voices"): found by the types of what is called and in the style sheets, and looked up in MDN's
 * compatibility data. Each is named here, or it is an error: it has to be asked for before it is used,
 * and README has to tell what is lost without it.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import bcd, {
  type CompatStatement,
  type Identifier,
  type SimpleSupportStatement,
} from '@mdn/browser-compat-data' with { type: 'json' };
import { parse, walk } from 'css-tree';
import { CSSResult } from 'lit';
import ts from 'typescript';
import { styleRules } from '../../../src/page/style/page-style.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const FLOOR = { chrome: 111, edge: 111, firefox: 115, safari: 16.4, safari_ios: 16.4 };

/** Asked for before it is used; `test/browser/ui/older-browsers.test.ts` takes it away. */
const ASKED_FOR = [
  'ElementInternals.states',
  'Highlight',
  'Highlight.priority',
  ':highlight',
  'Selection.getComposedRanges',
  'Element.currentCSSZoom',
  'Element.ariaLabelledByElements',
  'HTMLElement.popover',
  'HTMLElement.showPopover',
  'requestIdleCallback',
  'zoom',
  'text-wrap-mode',
  'text-wrap-mode: wrap',
  'light-dark()',
  ':has',
  'content: /',
  'Navigator.userActivation',
  'UserActivation.hasBeenActive',
  'UserActivation.isActive',
  'AudioContext.outputLatency',
  'Navigator.share',
];

/** Style, and nothing that anybody needs: where a declaration is not known, it is left out. */
const ADORNMENT = [
  // Inside `:is()`, which forgives what it does not know.
  ':dir',
  'text-wrap',
  'text-wrap: balance',
  'text-wrap: pretty',
  'content-visibility',
  'content-visibility: auto',
  'content-visibility: visible',
  'contain-intrinsic-block-size',
  // Rows come before what is read: where nothing anchors the scroll, the sheet holds it itself.
  'overflow-anchor',
  'overflow-anchor: none',
  'text-size-adjust',
  'text-size-adjust: none',
  'forced-color-adjust',
  'forced-color-adjust: none',
  '-webkit-tap-highlight-color',
  'break-after: avoid',
  'cursor: default',
  'cursor: pointer',
  'font-family: ui-monospace',
  'hyphens',
  '(scripting)',
];

function isIn(support: SimpleSupportStatement, version: number): boolean {
  const { version_added, version_removed, flags, prefix, alternative_name } = support;
  return (
    typeof version_added === 'string' &&
    parseFloat(version_added.replace('≤', '')) <= version &&
    !(typeof version_removed === 'string' && parseFloat(version_removed) <= version) &&
    !(flags || prefix || alternative_name)
  );
}

/** The browsers of the floor that lack it. */
const lacking = (compat: CompatStatement | undefined): string[] =>
  Object.entries(FLOOR).flatMap(([browser, version]) => {
    const support = compat?.support[browser as keyof CompatStatement['support']];
    const statements = [support ?? []].flat() as SimpleSupportStatement[];
    return !support || statements.some((it) => isIn(it, version))
      ? []
      : [`${browser} ${String(statements[0]?.version_added)}`];
  });

/** What was found, by its name: where it is lacking, and a file that uses it. */
const found = new Map<string, string>();

function note(name: string, identifier: Identifier | undefined, file: string): void {
  const browsers = lacking(identifier?.__compat);
  if (browsers.length && !found.has(name))
    found.set(name, `${name}: ${browsers.join(', ')} (${file})`);
}

/** A member of an interface or a global: `CSS.supports` is `api.CSS.supports_static`. */
function member(owner: string, name: string): Identifier | undefined {
  const { api, javascript } = bcd;
  const group = (api[owner] ?? javascript.builtins![owner]) as Identifier | undefined;
  return group?.[name] ?? group?.[`${name}_static`];
}

function lookUpCalls(): void {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(fileNames, { ...options, incremental: false, noEmit: true });
  const checker = program.getTypeChecker();

  /** The interfaces that an expression may be of. */
  const namesOf = (type: ts.Type): string[] =>
    type.isUnionOrIntersection()
      ? type.types.flatMap(namesOf)
      : [type.symbol?.name ?? [], ...(type.getBaseTypes()?.flatMap(namesOf) ?? [])].flat();

  function look(name: string, symbol: ts.Symbol | undefined, holders: string[], file: string) {
    for (const declaration of symbol?.declarations ?? []) {
      if (!/\/lib\.[\w.]+\.d\.ts$/.test(declaration.getSourceFile().fileName)) continue;
      const owner = declaration.parent;
      if (ts.isInterfaceDeclaration(owner)) {
        const holder = [owner.name.text, ...holders].find((it) => member(it, name));
        if (holder) note(`${holder}.${name}`, member(holder, name), file);
      } else if (ts.isTypeLiteralNode(owner) && ts.isVariableDeclaration(owner.parent)) {
        const holder = owner.parent.name.getText();
        note(`${holder}.${name}`, member(holder, name), file);
      } else if (ts.isVariableDeclaration(declaration) || ts.isFunctionDeclaration(declaration)) {
        const { api, javascript } = bcd;
        note(name, api[name] ?? javascript.builtins![name] ?? member('Window', name), file);
      }
    }
  }

  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile) continue;
    const file = source.fileName.slice(root.length);
    const visit = (node: ts.Node): void => {
      ts.forEachChild(node, visit);
      if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = (node.propertyName ?? node.name).getText();
        const type = checker.getNonNullableType(checker.getTypeAtLocation(node.parent));
        look(name, type.getProperty(name), namesOf(type), file);
      } else if (ts.isIdentifier(node) && !ts.isPartOfTypeNode(node)) {
        const { parent } = node;
        const type = ts.isPropertyAccessExpression(parent)
          ? checker.getNonNullableType(checker.getTypeAtLocation(parent.expression))
          : undefined;
        look(node.text, checker.getSymbolAtLocation(node), type ? namesOf(type) : [], file);
      }
    };
    visit(source);
  }
}

/** What a rule is made of, as `css` of the data has it. */
function lookUpSheet(sheet: string, file: string): void {
  const { css } = bcd;
  const {
    types,
    properties,
    selectors,
    'at-rules': atRules,
  } = css as unknown as Record<string, Record<string, Identifier>>;
  walk(parse(sheet), (node) => {
    if (node.type === 'Declaration') {
      const property = properties![node.property];
      note(node.property, property, file);
      // The value of a custom property is looked up too.
      const text = node.value.type === 'Raw' ? node.value.value : null;
      const value = text === null ? node.value : parse(text, { context: 'value' });
      walk(value, (part) => {
        if (part.type === 'Identifier')
          note(`${node.property}: ${part.name}`, property?.[part.name], file);
        if (part.type === 'Function')
          note(`${part.name}()`, types![part.name] ?? types!['color']?.[part.name], file);
        if (part.type === 'Dimension') {
          const kind = /^[sld]v/.test(part.unit) ? 'viewport_percentage_units_dynamic' : part.unit;
          note(`1${part.unit}`, types!['length']?.[kind], file);
        }
        if (part.type === 'Operator' && part.value === '/' && node.property === 'content')
          note('content: /', property?.['alt_text'], file);
        // Inside `var()` what is to be used instead is not parsed.
        if (part.type === 'Raw' && part.value.includes('light-dark('))
          note('light-dark()', types!['color']?.['light-dark'], file);
      });
    } else if (node.type === 'PseudoClassSelector' || node.type === 'PseudoElementSelector')
      note(`:${node.name}`, selectors![node.name], file);
    else if (node.type === 'Atrule') note(`@${node.name}`, atRules![node.name], file);
    else if (node.type === 'Feature') note(`(${node.name})`, atRules!['media']?.[node.name], file);
    else if (node.type === 'NestingSelector') note('nesting', selectors!['nesting'], file);
  });
}

async function lookUpStyles(): Promise<void> {
  for (const file of readdirSync(`${root}src`, { recursive: true }) as string[]) {
    if (file.endsWith('.styles.ts')) {
      const module = (await import(`${root}src/${file}`)) as Record<string, unknown>;
      for (const sheet of Object.values(module))
        if (sheet instanceof CSSResult) lookUpSheet(sheet.cssText, file);
    } else if (/^(ui|page)\/.*\.ts$/.test(file)) {
      const code = readFileSync(`${root}src/${file}`, 'utf8');
      for (const [, sheet] of code.matchAll(/= `(\s*[.@:][^`]*\{[^`]*)`/g))
        lookUpSheet(sheet!.replace(/\$\{[^}]*\}/g, 'red'), file);
    }
  }
  const style = { textSize: 150, lineHeight: 2, wordSpacing: 0.2, theme: 'system' } as const;
  lookUpSheet(styleRules('main', style), 'page/style/page-style.ts');
}

describe('the oldest browsers', () => {
  it('lack nothing that is not asked for', async () => {
    lookUpCalls();
    await lookUpStyles();
    const named = [...ASKED_FOR, ...ADORNMENT];
    const news = [...found].filter(([name]) => !named.includes(name)).map(([, line]) => line);
    assert.deepEqual(news, []);
    const unused = named.filter((name) => !found.has(name));
    assert.deepEqual(unused, [], 'named here, and not used any more');
  });

  it('are those that README names', () => {
    const readme = readFileSync(`${root}README.md`, 'utf8');
    assert.match(readme, /Chrome and Edge 111, Firefox 115, Safari 16\.4/);
  });
});
