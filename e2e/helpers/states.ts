import type { Page } from '@playwright/test';

import type { Front } from './front';
import type { SandboxControl } from './sandbox';
import type { PageState } from './state-kit';
import { CHECK_STATES } from './states-check';
import { MOBIVATE_STATES } from './states-mobivate';
import { SHELL_STATES } from './states-shell';
import { TEXTUS_STATES } from './states-textus';

export type { PageState } from './state-kit';

/** The main states of every page. */
export const STATES: readonly PageState[] = [...CHECK_STATES, ...MOBIVATE_STATES, ...TEXTUS_STATES, ...SHELL_STATES];

/** Opens a page, through the front where something goes wrong there, and brings it into a state. */
export async function enter(page: Page, sandbox: SandboxControl, front: Front, state: PageState): Promise<void> {
  const vendor = (name: string, control: Parameters<SandboxControl['set']>[1]) => sandbox.set(name, control);
  for (const [name, control] of Object.entries(state.vendors ?? {})) await vendor(name, control);
  state.between?.(front);
  await page.goto(state.between === undefined ? state.path : `${front.url}${state.path}`);
  await state.reach(page, { vendor, front });
}
