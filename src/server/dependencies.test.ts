import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const section = readme.slice(readme.indexOf('\n## Dependencies\n'), readme.indexOf('\n## Decisions\n'));
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Readonly<Record<string, string>>
>;

/** Packages named in the first cells of one of the two tables, by its heading. */
function namedUnder(heading: string): readonly string[] {
  const [, table = ''] = section.split(`| ${heading} `);
  const lines = table.slice(0, table.search(/\n\n/)).split('\n').slice(2);
  return lines.flatMap((line) => (line.split('|')[1] ?? '').split(',').map((name) => name.trim()));
}

test.each([
  ['in the browser', 'dependencies'],
  ['to build and test', 'devDependencies'],
] as const)('every package has a line in the README, and every line a package: %s', (heading, kind) => {
  expect(namedUnder(heading).toSorted()).toEqual(Object.keys(manifest[kind]).toSorted());
});

test('every line in the README has its reason', () => {
  const lines = section.split('\n').filter((line) => /^\| [@a-z]/.test(line));
  expect(lines.filter((line) => (line.split('|')[2] ?? '').trim().length < 3)).toEqual([]);
});

test('the README says when the audit was last asked, and what it said', () => {
  expect(section).toMatch(/`npm audit`[^\n]*20\d\d-\d\d-\d\d/);
});
