import { formatIsoUtc } from '../../lib/iso-utc';
import type { Provider } from '../contract';

/** Mobivate: opt-outs by date; a number is looked up in the history read since the first day of the settings. */
export const provider: Provider = {
  id: 'mobivate',
  label: 'Mobivate',
  path: '/mobivate',
  listAddress: ({ day, zone }) =>
    day === null ? '/mobivate' : `/mobivate?from=${day}&to=${day}&tz=${encodeURIComponent(zone)}`,
  settings: ['MOBIVATE_API_KEY'],
  loadPage: () => import('./Page'),
  loadLookup: () => import('./check-lookup'),
  evidenceColumns: [
    { suffix: 'created_utc', text: ({ optedOutAt }) => (optedOutAt === null ? '' : formatIsoUtc(optedOutAt)) },
    { suffix: 'note', text: ({ source }) => source.raw ?? '' },
    { suffix: 'id', text: ({ recordId }) => recordId },
  ],
  searchedByDate: true,
};
