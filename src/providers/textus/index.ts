import { formatIsoUtc } from '../../lib/iso-utc';
import type { Provider } from '../contract';
import { fieldText } from './fields';

/** TextUs: opt-outs by account, searched by number. */
export const provider: Provider = {
  id: 'textus',
  label: 'TextUs',
  path: '/textus',
  listAddress: ({ account }) => (account === null ? '/textus' : `/textus?account=${encodeURIComponent(account)}`),
  settings: ['TEXTUS_API_TOKEN', 'TEXTUS_ACCOUNTS'],
  loadPage: () => import('./Page'),
  loadLookup: () => import('./lookup'),
  evidenceColumns: [
    { suffix: 'created_utc', text: ({ optedOutAt }) => (optedOutAt === null ? '' : formatIsoUtc(optedOutAt)) },
    { suffix: 'created_via', text: ({ source }) => source.raw ?? '' },
    { suffix: 'user', text: (record) => fieldText(record, 'user') || fieldText(record, 'email') },
    { suffix: 'account', text: ({ account }) => account ?? '' },
    { suffix: 'id', text: ({ recordId }) => recordId },
  ],
  searchedByDate: false,
};
