import { browserTimeZone } from '../lib/time-zones';
import { createBreather } from '../lib/yield';
import { routes } from './routes';

/** The path of the address; where a slash too many stands behind a page's name, the address is put right. */
function withoutSlash({ pathname, search, hash }: Location): string {
  const page = routes.find(({ path }) => `${path}/` === pathname);
  if (page === undefined) return pathname;
  globalThis.history.replaceState(globalThis.history.state, '', page.path + search + hash);
  return page.path;
}

/**
 * Does what the first drawing waits for, each part in a task of its own: in one, they would hold a slow computer up. Gives what `load`,
 * which fetches what draws, gives; rejects as it does.
 */
export async function prepare<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  const nextTask = createBreather(0);
  const loading = load();
  await nextTask();
  const page = routes.find(({ path }) => path === withoutSlash(globalThis.location));
  // What cannot be loaded yet is loaded, or reported, when it is drawn.
  page?.load().catch(() => undefined);
  await nextTask();
  // The first uses of `Intl` have the browser read its own data, which takes longer than anything of ours: of languages, of all
  // that it knows how to write, of zones.
  new Intl.Locale('en').maximize();
  await nextTask();
  Intl.NumberFormat.supportedLocalesOf('en');
  await nextTask();
  browserTimeZone();
  const loaded = await loading;
  await nextTask();
  return loaded;
}
