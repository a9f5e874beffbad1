import { expect } from '@playwright/test';

import { zoneBox } from './shell';
import { press, seen, steps, type PageState } from './state-kit';

/** The states that belong to no page, or to all of them. */
export const SHELL_STATES: readonly PageState[] = [
  { name: 'No such page', path: '/nowhere', reach: seen('leads nowhere') },
  {
    name: 'Not connected',
    path: '/',
    between: (front) => front.drop('/api/config'),
    reach: seen('cannot reach its own server'),
  },
  {
    name: 'Preferences',
    path: '/nowhere',
    reach: steps(press('Preferences'), (page) => expect(page.getByRole('group', { name: 'Theme' })).toBeVisible()),
  },
  { name: 'Keys', path: '/nowhere', reach: steps(press('Keyboard shortcuts'), seen('Single keys, outside')) },
  {
    name: 'Zones',
    path: '/nowhere',
    reach: async (page) => {
      await zoneBox(page).fill('america');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  { name: 'A zone that is none', path: '/nowhere?tz=Mars/Olympus', reach: seen('Mars/Olympus') },
];
