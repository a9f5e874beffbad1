import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

/** Levels 1 and 2 of ASVS 5.0.0, by section, in the chapters that apply at least in part. */
const LEVEL_2 =
  '1.1.1-2 1.2.1-9 1.3.1-11 1.4.1-3 1.5.1-2 2.1.1-3 2.2.1-3 2.3.1-4 2.4.1 3.2.1-2 3.3.1-4 3.4.1-6 3.5.1-5 3.7.1-2 ' +
  '4.1.1-3 4.2.1 4.3.1-2 4.4.1-4 5.1.1 5.2.1-3 5.3.1-2 5.4.1-3 8.1.1-2 8.2.1-3 8.3.1 8.4.1 11.1.1-2 11.2.1-3 11.3.1-3 ' +
  '11.4.1-3 11.5.1 11.6.1 12.1.1-3 12.2.1-2 12.3.1-4 13.1.1 13.2.1-5 13.3.1-2 13.4.1-5 14.1.1-2 14.2.1-4 14.3.1-3 ' +
  '15.1.1-3 15.2.1-3 15.3.1-7 16.1.1 16.2.1-5 16.3.1-4 16.4.1-3 16.5.1-3';

/** `1.2.6-8` as its numbers. */
function numbersOf(range: string): readonly string[] {
  const [, section = '', first = '', last = first] = /^(\d+\.\d+\.)(\d+)(?:-(\d+))?$/.exec(range) ?? [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${section}${Number(first) + index}`);
}

const rows = readFileSync('src/server/SECURITY.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+\.\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, numbers = '', , , proof = '']) => ({ numbers, proof }));

/** `file`: title, as often as it stands in a cell. */
const proofs = rows
  .flatMap(({ proof }) => [...proof.matchAll(/`([^`]+)`: ([^<]+)/g)])
  .map(([, file = '', title = '']) => {
    return [file, title.trim()] as const;
  });

test('every requirement of level 2 stands here once, with a proof or a reason', () => {
  const here = rows.flatMap(({ numbers }) => numbers.split(', ').flatMap(numbersOf));
  expect(here.toSorted()).toEqual(LEVEL_2.split(' ').flatMap(numbersOf).toSorted());
  const unfounded = rows.filter(
    ({ proof }) => !/^(`[^`]+`: \S|does not apply, because \S|not met, because \S)/.test(proof),
  );
  expect(unfounded).toEqual([]);
});

test.each([...new Map(proofs.map((proof) => [proof.join(': '), proof])).values()])(
  '%s has the test: %s',
  (file, title) => {
    expect(existsSync(file)).toBe(true);
    const tests = readFileSync(file, 'utf8').matchAll(/(['"`])((?:(?!\1|\n).)*)\1/g);
    expect([...tests].filter(([, , text = '']) => text.includes(title))).not.toEqual([]);
  },
);

const server = readdirSync('src/server', { recursive: true, encoding: 'utf8' })
  .map((name) => `src/server/${name.replaceAll('\\', '/')}`)
  .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|\/testing(\/|\.ts$)/.test(name))
  .map((name) => [name, readFileSync(name, 'utf8')] as const);

test('the server starts no program, evaluates no text and writes no file', () => {
  const words = /child_process|worker_threads|node:vm|\beval\(|new Function|node:fs|writeFile|createWriteStream/;
  expect(server.length).toBeGreaterThan(40);
  expect(server.filter(([, text]) => words.test(text)).map(([name]) => name)).toEqual([]);
});

test('no regular expression in the server is built from what a request holds', () => {
  const built = server.flatMap(([name, text]) => {
    return [...text.matchAll(/new RegExp\(([^,)]*)/g)].map(([, source = '']) => `${name}: ${source}`);
  });
  // A constant of its module.
  expect(built.toSorted()).toEqual(['src/server/target.ts: `^${SLUG}$`']);
});

test('no setting with a secret can be written into the built files', () => {
  const config = readFileSync('vite.config.ts', 'utf8');
  expect(config).toContain("envPrefix: 'WRITTEN_INTO_THE_PAGE_'");
  expect(config).not.toContain('define:');
});
