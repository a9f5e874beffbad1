import { expect, test } from 'vitest';

import { firstLoadFiles, gzippedKb } from './first-load.mjs';

const manifest = {
  'index.html': {
    file: 'index.js',
    imports: ['_shared.js'],
    dynamicImports: ['node_modules/react-dom/client.js', 'src/check/CheckPage.tsx', 'src/b/Page.tsx'],
  },
  'node_modules/react-dom/client.js': { file: 'react.js', isDynamicEntry: true },
  '_shared.js': { file: 'shared.js' },
  '_own.js': { file: 'own.js', imports: ['_shared.js'], dynamicImports: ['_later.js'] },
  '_later.js': { file: 'later.js' },
  'src/check/CheckPage.tsx': { file: 'check.js', isDynamicEntry: true, imports: ['_own.js', 'index.html'] },
  'src/b/Page.tsx': { file: 'b.js', isDynamicEntry: true },
};

test('the entry, the page of "/" and what they import at once; no other page, nothing loaded later', () => {
  const files = firstLoadFiles(manifest, (key) => key.startsWith('src/check/'));
  expect(new Set(files)).toEqual(new Set(['check.js', 'index.js', 'own.js', 'react.js', 'shared.js']));
});

test('a page that cannot be told is an error, not a small first load', () => {
  expect(() => firstLoadFiles(manifest, () => false)).toThrow('found 0');
  expect(() => firstLoadFiles({}, () => true)).toThrow('no entry');
});

test('counts JavaScript only, gzipped, in kB', () => {
  const sizes = { 'a.js': 10_000, 'b.js': 20_000, 'c.css': 30_000 };
  const read = (file) => Buffer.alloc(sizes[file], 'x');
  const both = gzippedKb(['a.js', 'b.js', 'c.css'], read);
  expect(both).toBeCloseTo(gzippedKb(['a.js'], read) + gzippedKb(['b.js'], read));
  expect(both).toBeLessThan(0.2);
  expect(both).toBeGreaterThan(0.04);
});
