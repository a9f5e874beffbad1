import { expect, type Page } from '@playwright/test';

import { bars, expectWholePicture } from './histogram';
import {
  afterwards,
  complete,
  countdown,
  incomplete,
  onPaper,
  openDetails,
  press,
  reading,
  seen,
  SILENT,
  SLOW_DOWN,
  steps,
  withoutVendor,
  type PageState,
} from './state-kit';

const DAYS = '/mobivate?from=2020-03-01&to=2020-03-20&tz=UTC&size=25';
/** A month in which the clocks of Sydney change: the longest words a bar can say. */
const CHANGE = '/mobivate?from=2026-10-01&to=2026-10-31&tz=Australia/Sydney&size=25';

/** Chooses a bar by its place, from 1, which shows what it says. */
const chooseBar = (place: number) => async (page: Page) => {
  await bars(page).focus();
  for (let bar = 0; bar < place; bar += 1) await page.keyboard.press('ArrowRight');
  await expect(bars(page).getByRole('option', { selected: true })).toHaveCount(1);
};

/** The states of the Mobivate page. */
export const MOBIVATE_STATES: readonly PageState[] = [
  { name: 'Mobivate, not asked', path: '/mobivate?from=2026-02-31&to=2026-03-01', reach: seen('Nothing is asked') },
  { name: 'Mobivate, whole', path: DAYS, reach: complete },
  { name: 'Mobivate, no match', path: `${DAYS}&find=99999999`, reach: complete },
  {
    name: 'Mobivate, empty range',
    path: '/mobivate?from=2010-01-01&to=2010-01-02&tz=UTC',
    reach: steps(complete, seen('No opt-outs in this range')),
  },
  {
    name: 'Mobivate, partial',
    path: '/mobivate?from=2019-01-01&to=2022-12-31&tz=UTC&size=25',
    vendors: { mobivate: { fault: { kind: '500', after: 3 } } },
    reach: incomplete,
  },
  { name: 'Mobivate, refused', path: DAYS, vendors: { mobivate: { fault: { kind: '403' } } }, reach: incomplete },
  {
    name: 'Mobivate, rows of an earlier reading',
    path: DAYS,
    reach: steps(complete, afterwards('mobivate', { fault: { kind: '401' } }), press('Read again'), incomplete),
  },
  { name: 'Mobivate, reading', path: DAYS, vendors: { mobivate: SILENT }, reach: reading },
  {
    name: 'Mobivate, bars growing',
    path: '/mobivate?from=2018-01-01&to=2026-12-31&tz=UTC',
    vendors: { mobivate: { fault: { kind: 'no-answer', after: 8 } } },
    reach: steps(reading, seen(/[1-9][\d,]* opt-outs read so far/u)),
  },
  { name: 'Mobivate, slowed down', path: DAYS, vendors: { mobivate: SLOW_DOWN }, reach: countdown },
  {
    name: 'Mobivate, offline',
    path: DAYS,
    reach: steps(complete, (page) => page.context().setOffline(true), seen('This computer is offline')),
  },
  {
    name: 'Mobivate, not configured',
    path: DAYS,
    between: (front) => withoutVendor(front, 'mobivate'),
    reach: seen('Mobivate is not configured'),
  },
  { name: 'Mobivate, details', path: DAYS, reach: steps(complete, openDetails) },
  {
    name: 'Mobivate, calendar',
    path: DAYS,
    reach: steps(complete, press('Open the calendar'), (page) => expect(page.getByRole('grid')).toBeVisible()),
  },
  { name: 'Mobivate, columns', path: DAYS, reach: steps(complete, press('Columns')) },
  { name: 'Mobivate, a bar chosen', path: CHANGE, reach: steps(complete, expectWholePicture, chooseBar(4)) },
  { name: 'Mobivate, the last bar chosen', path: CHANGE, reach: steps(complete, expectWholePicture, chooseBar(31)) },
  {
    name: 'Mobivate, bars as a table',
    path: DAYS,
    reach: steps(complete, press('Show as table'), (page) =>
      expect(page.getByRole('table', { name: 'Opt-outs by day' })).toBeVisible(),
    ),
  },
  { name: 'Mobivate, on paper', path: DAYS, reach: steps(complete, onPaper) },
];
