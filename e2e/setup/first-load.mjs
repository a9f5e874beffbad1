// The size budget: what a browser fetches and runs before the first page can be used.
import { gzipSync } from 'node:zlib';

/** At most so much JavaScript for the first load of `/`, gzipped; 1 kB = 1000 bytes. */
export const BUDGET_KB = 120;

const isPackage = (key) => key.includes('node_modules/');

/**
 * Files of the first load of `/` by Vite's manifest: the entry of index.html, the packages it loads at once (React), the page that
 * `/` shows (loaded on its own), and everything these import statically. `isPage` says which of the dynamically imported sources that page is.
 */
export function firstLoadFiles(manifest, isPage) {
  const entry = manifest['index.html'];
  if (entry === undefined) throw new Error('The manifest has no entry index.html.');
  const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry === true && isPage(key));
  if (pages.length !== 1) throw new Error(`Expected one lazily loaded page for "/", found ${pages.length}.`);
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const imported of manifest[key].imports ?? []) visit(imported);
  };
  visit('index.html');
  for (const part of entry.dynamicImports ?? []) if (isPackage(part)) visit(part);
  visit(pages[0]);
  return [...seen].map((key) => manifest[key].file);
}

/** Sum of the gzipped sizes in kB; `read` gives a file's bytes. */
export function gzippedKb(files, read) {
  const scripts = files.filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;
}
