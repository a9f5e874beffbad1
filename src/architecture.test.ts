import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

/** The house rules of the README, held by reading the files as text. Nothing here knows a vendor's name: folders tell. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VENDOR_FILES = ['index', 'proxy', 'schema', 'errors', 'api', 'queries', 'search', 'lookup', 'columns', 'Page'];
const TOP_LEVEL =
  'README.md e2e index.html package-lock.json package.json public src tsconfig.json vite.config.ts'.split(' ');

/** Which part may import which other parts of ours; files of one vendor folder may import each other besides. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: ['lib'],
  http: ['lib', 'http'],
  ui: ['lib', 'ui'],
  table: ['lib', 'ui', 'table'],
  contract: ['lib'],
  'proxy contract': ['lib'],
  'vendor proxy': ['lib', 'proxy contract'],
  'vendor fixtures': [],
  'vendor index': ['lib', 'http', 'ui', 'table', 'contract'],
  vendor: ['lib', 'http', 'ui', 'table', 'contract'],
  registry: ['lib', 'contract', 'vendor index'],
  check: ['lib', 'http', 'ui', 'table', 'contract', 'registry', 'check'],
  app: ['lib', 'http', 'ui', 'table', 'contract', 'registry', 'check', 'app'],
  main: ['app', 'ui'],
  server: ['lib', 'server', 'proxy contract', 'vendor proxy', 'vendor fixtures'],
};

/** Packages that a part may not import. */
const FOREIGN: Readonly<Record<string, RegExp>> = {
  lib: /^(?:react|@tanstack|wouter|nuqs|node:|vite)/u,
  http: /^(?:react|@tanstack|wouter|nuqs|node:|vite)/u,
  ui: /^(?:@tanstack\/react-(?:query|table)|node:|vite)/u,
  table: /^(?:@tanstack\/react-query|node:|vite)/u,
  server: /^(?:react|@tanstack|wouter|nuqs)/u,
};
const NODE_ONLY = /^(?:node:|vite)/u;

interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Patterns of .gitignore (plain names and `*`): what they match is not the project's. */
const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8')
  .split('\n')
  .map((line) => line.trim().replace(/\/$/u, ''))
  .filter((line) => line !== '')
  .map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`, 'u'));

function namesIn(folder: string): { name: string; isFolder: boolean }[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => name !== '.git' && !ignored.some((pattern) => pattern.test(name)))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
}

function filesIn(folder: string): string[] {
  return namesIn(folder).flatMap(({ name, isFolder }) => {
    const path = posix.join(folder, name);
    return isFolder ? filesIn(path) : [path];
  });
}

const allFiles: readonly SourceFile[] = filesIn('').map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));
/** Tests and what only tests use. (A vendor's `__fixtures__` are its documented samples, which the sandbox serves too.) */
const isTest = (path: string) => /\.test\.tsx?$|^src\/(?!providers\/).*\/__fixtures__\//u.test(path);
const code = allFiles.filter(({ path }) => /\.(?:tsx?|mjs|css)$/u.test(path));
const sources = code.filter(({ path }) => path.startsWith('src/') && !isTest(path));
const vendors = namesIn('src/providers').flatMap(({ name, isFolder }) => (isFolder ? [name] : []));

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, '').replaceAll(/(^|\s)\/\/.*$/gmu, '$1');
}

/** Everything a module names: static, type, side-effect, re-exported, dynamic, globbed. */
function importsOf(text: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gmu,
    /^\s*import\s*['"]([^'"]+)['"]/gmu,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/gu,
    /\bimport\.meta\.glob\b[^'"]*['"]([^'"]+)['"]/gu,
  ];
  return patterns.flatMap((pattern) => [...withoutComments(text).matchAll(pattern)].map((match) => match[1] ?? ''));
}

/** The part of the house that a file (with or without its ending) belongs to, and its vendor; null for no part known. */
function placeOf(path: string): { part: string; vendor: string | null } | null {
  const [root, top = '', second = '', ...rest] = path.replace(/\.tsx?$/u, '').split('/');
  if (root === 'e2e') return { part: 'e2e', vendor: null };
  if (root !== 'src') return null;
  if (isTest(path)) return { part: 'test', vendor: null };
  if (top !== 'providers') return Object.hasOwn(MAY_IMPORT, top) ? { part: top, vendor: null } : null;
  const shared: Record<string, string> = {
    contract: 'contract',
    'proxy-contract': 'proxy contract',
    index: 'registry',
    '': 'registry',
  };
  if (rest.length === 0 && shared[second] !== undefined) return { part: shared[second], vendor: null };
  const parts: Record<string, string> = { '': 'index', index: 'index', proxy: 'proxy', __fixtures__: 'fixtures' };
  const special = parts[rest[0] ?? ''];
  return { part: special === undefined ? 'vendor' : `vendor ${special}`, vendor: second };
}

/** What is wrong with the imports of one file. */
function wrongImports({ path, text }: SourceFile): string[] {
  const from = placeOf(path);
  if (from === null) return [`${path} belongs to no part of the house`];
  return importsOf(text).flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const foreign = FOREIGN[from.part] ?? NODE_ONLY;
      return foreign.test(specifier) || specifier.startsWith('/') ? [`${path} imports ${specifier}`] : [];
    }
    const target = placeOf(posix.join(posix.dirname(path), specifier));
    const allowed = target !== null && (MAY_IMPORT[from.part] ?? []).includes(target.part);
    const ownFolder = from.vendor !== null && from.vendor === target?.vendor && from.part !== 'vendor proxy';
    return allowed || ownFolder ? [] : [`${path} imports ${specifier}`];
  });
}

/** Lines of files that match, as "path: line", for a message one can act on. */
function linesMatching(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line) => (pattern.test(line) ? [`${path}: ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe('imports', () => {
  it('run one way', () => {
    expect(sources.flatMap(wrongImports)).toEqual([]);
  });

  it('never lead from src to the browser tests', () => {
    const toTests = code.filter(
      ({ path, text }) => path.startsWith('src/') && importsOf(text).some((name) => /(?:^|\/)e2e\//u.test(name)),
    );
    expect(toTests.map(({ path }) => path)).toEqual([]);
  });

  it('are written out, so that they can be read here', () => {
    // The one that loads again, under another address, what was written out elsewhere and could not be fetched.
    const again = 'src/lib/load-part.ts';
    const computed = sources
      .filter(({ path }) => path !== again)
      .map(({ path, text }) => ({ path, text: withoutComments(text) }));
    expect(linesMatching(computed, /\bimport\s*\(\s*(?!['"`@\s])|\bimport\s*\(\s*`[^`]*\$\{|\brequire\s*\(/u)).toEqual(
      [],
    );
  });

  it.each([
    ['src/lib/a.ts', "import { x } from 'react';"],
    ['src/lib/a.ts', "import type { x } from '../http/request';"],
    ['src/http/a.ts', "export * from '../providers/contract';"],
    ['src/ui/A.tsx', "import '../table/table.css';"],
    ['src/table/A.tsx', "const x = import('../check/verdict');"],
    ['src/providers/one/api.ts', "import {\n  a,\n  b,\n} from '../two/api';"],
    ['src/providers/one/api.ts', "type X = import('../../server/settings').X;"],
    ['src/providers/one/proxy.ts', "import { x } from './api';"],
    ['src/providers/index.ts', "import { x } from './one/api';"],
    ['src/check/a.ts', "import { x } from '../providers/one';"],
    ['src/app/a.ts', "import fs from 'node:fs';"],
    ['src/server/a.ts', "import { x } from '../providers/one/schema';"],
    ['src/server/a.ts', "const all = import.meta.glob<X>('../providers/*/api.ts');"],
    ['src/http/a.ts', "import { x } from './__fixtures__/local-server';"],
    ['src/other/a.ts', ''],
  ])('would be caught here: %s: %s', (path, text) => {
    expect(wrongImports({ path, text })).toHaveLength(1);
  });

  it.each([
    ['src/providers/one/Page.tsx', "import { x } from './list/rows';\nimport y from '../../ui/Button.module.css';"],
    ['src/providers/one/proxy.ts', "import type { VendorProxy } from '../proxy-contract';"],
    ['src/providers/index.ts', "export { one } from './one';"],
    ['src/check/a.ts', "import { providers } from '../providers';"],
    ['src/server/sandbox/one.ts', "import rows from '../../providers/one/__fixtures__/list.json';"],
    ['src/server/a.ts', "const all = import.meta.glob('../providers/*/proxy.ts');"],
    ['src/lib/a.ts', "// import { x } from 'react';\nimport { y } from './b';"],
  ])('may go this way: %s: %s', (path, text) => {
    expect(wrongImports({ path, text })).toEqual([]);
  });
});

describe('vendors', () => {
  it.each(vendors)('%s has the same files as every other', (vendor) => {
    const names = new Set(namesIn(`src/providers/${vendor}`).map(({ name }) => name.replace(/\.tsx?$/u, '')));
    expect([...VENDOR_FILES, '__fixtures__'].filter((name) => !names.has(name))).toEqual([]);
  });

  it('are named nowhere but in their own folders and on the server', () => {
    const strangers = sources.filter(
      ({ path }) => !/^src\/(?:server\/|providers\/(?!(?:proxy-)?contract\.))/u.test(path),
    );
    expect(linesMatching(strangers, new RegExp(vendors.join('|'), 'iu'))).toEqual([]);
    expect(vendors.length).toBeGreaterThan(1);
  });
});

describe('time', () => {
  const timeless = sources
    .filter(({ path }) => !/^src\/lib\/(?:zoned-time|time-zones)/u.test(path))
    .map(({ path, text }) => ({ path, text: withoutComments(text) }));

  it('zones are touched in lib/zoned-time only', () => {
    const packages = timeless.filter(({ text }) => importsOf(text).some((name) => name.startsWith('date-fns')));
    expect(packages.map(({ path }) => path)).toEqual([]);
    expect(linesMatching(timeless, /\bIntl\.DateTimeFormat\b|\b(?:getLocalTimeZone|fromAbsolute|toZoned)\b/u)).toEqual(
      [],
    );
  });

  it("the browser's own zone is never read by way of Date", () => {
    expect(linesMatching(timeless, /\.(?:getTimezoneOffset|to(?:Locale)?(?:Date|Time)String)\b/u)).toEqual([]);
    expect(linesMatching(timeless, /\.[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds)\(/u)).toEqual([]);
    // A text without `Z`, and numbers side by side, are read on the browser's clock.
    expect(linesMatching(timeless, /\bnew Date\(\s*(['"`])(?![^'"`]*Z\1)|\bnew Date\([^()]*,/u)).toEqual([]);
  });
});

describe('files', () => {
  it('in lib know no browser', () => {
    const lib = sources.filter(({ path }) => path.startsWith('src/lib/'));
    const bare = lib.map(({ path, text }) => ({ path, text: withoutComments(text) }));
    expect(lib.filter(({ path }) => !path.endsWith('.ts'))).toEqual([]);
    expect(
      linesMatching(bare, /\b(?:document|navigator|localStorage|sessionStorage)[.?[]|\bHTML\w*Element\b/u),
    ).toEqual([]);
  });

  it('are small: none over 300 lines, half of them under 85', () => {
    const sizes = code.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }));
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
    const modules = sizes
      .filter(({ path }) => /^src\/.*\.tsx?$/u.test(path) && !isTest(path))
      .map(({ lines }) => lines);
    expect(modules.toSorted((a, b) => a - b)[Math.floor(modules.length / 2)]).toBeLessThan(85);
  });

  it('at the top are those the README names', () => {
    const visible = namesIn('').filter(({ name }) => !name.startsWith('.'));
    expect(visible.map(({ name }) => name).toSorted()).toEqual(TOP_LEVEL.toSorted());
  });

  it('name no package registry and no folder of the machine they were written on', () => {
    // Pieced together, so that this file does not hold what it looks for.
    const registry = new RegExp(
      ['//[\\w.-]*regis', 'try[\\w.-]*\\.[a-z]|npm', 'js\\.(?:org|com)|yarn', 'pkg'].join(''),
      'iu',
    );
    const folder = new RegExp(['(?:^|[\\s"\'`(=:])/wo', 'rk/|\\.\\./sha', 'red/'].join(''), 'u');
    expect(linesMatching(allFiles, registry)).toEqual([]);
    expect(linesMatching(allFiles, folder)).toEqual([]);
    expect(['"resolved": "https://regis', 'try.example.org/x.tgz"'].join('')).toMatch(registry);
    expect(['see /wo', 'rk/main'].join('')).toMatch(folder);
  });
});
