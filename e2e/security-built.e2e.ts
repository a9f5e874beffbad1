import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { requestText, sendRaw } from '../src/server/testing/raw-request';
import { startServer } from './helpers/server';

const root = join(import.meta.dirname, '..');

/** Files under a folder, their texts by their paths from the root. */
function textsUnder(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => statSync(join(root, path)).isFile());
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'latin1')]));
}

/** Sentences and other texts of several words that stand in a source as they would in what is built of it. */
function wordsOf(source: string): readonly string[] {
  return [...source.matchAll(/'([^'\n\\$]{20,})'/g)].flatMap(([, text = '']) => (text.includes(' ') ? text : []));
}

test('no built file holds anything of the server, the sandbox or the tests', () => {
  const sources = [...textsUnder('src')].filter(([path]) => /\.tsx?$/.test(path));
  const isOurs = ([path]: readonly [string, string]) => /^src\/server\/|\.test\.|__fixtures__/.test(path);
  const page = readFileSync(join(root, 'index.html'), 'latin1');
  const browser = [page, ...sources.filter((file) => !isOurs(file)).map(([, text]) => text)];
  const words = [...sources.filter(isOurs), ...textsUnder('e2e')]
    .filter(([path]) => /\.(?:ts|mjs)$/.test(path))
    .flatMap(([, text]) => wordsOf(text));
  const never = [...new Set(words)].filter((text) => !browser.some((source) => source.includes(text)));
  expect(never.length).toBeGreaterThan(1000);

  const built = textsUnder('dist');
  const shown = [...built.values()].join('\n');
  // What is looked for would be found: the page's own words are.
  expect(shown).toContain('asked us to slow down');
  expect(never.filter((text) => shown.includes(text))).toEqual([]);
  expect([...built.keys()].filter((path) => !/\.(?:js|css|html|svg|json)$/.test(path))).toEqual([]);
  expect(shown).not.toMatch(/sourceMappingURL|import\.meta\.hot|jsxDEV/);
});

test('what start serves has nothing of the development server', async () => {
  const server = await startServer({ SANDBOX: '0', MOBIVATE_API_KEY: 'key-of-a-test' });
  const port = Number(new URL(server.url).port);
  const targets = ['/@vite/client', '/@id/react', '/src/main.tsx', '/__open-in-editor?file=x', '/node_modules/vite/'];
  for (const target of targets) {
    // As for anything that is not there: the app's own page.
    const { status, body } = await sendRaw(port, requestText(port, target, { headers: ['Accept: */*'] }));
    expect([200, 404], target).toContain(status);
    if (status === 200) expect(body, target).toContain('<title>Opt-out lookup</title>');
  }
  const { status } = await sendRaw(port, requestText(port, '/api/sandbox'));
  expect(status).toBe(404);
  await server.stop();
});
