import { lazy, type ComponentType } from 'react';

import type { PageProps } from '../providers/contract';
import { providers } from '../providers/index';

type LoadPage = () => Promise<{ readonly default: ComponentType<PageProps> }>;

/** One page of the product. */
export interface AppRoute {
  readonly path: string;
  /** Name of its link in the main navigation. */
  readonly label: string;
  /** Loads the page's code; loading twice costs nothing. */
  readonly load: LoadPage;
  readonly Page: ComponentType<PageProps>;
}

function route(path: string, label: string, load: LoadPage): AppRoute {
  return { path, label, load, Page: lazy(load) };
}

/** All pages, in the order of the navigation: the question over all vendors, then one page for each vendor. */
export const routes: readonly AppRoute[] = [
  route('/', 'Check', () => import('../check/CheckPage')),
  ...providers.map(({ path, label, loadPage }) => route(path, label, loadPage)),
];
