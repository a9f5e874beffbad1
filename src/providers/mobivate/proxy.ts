import type { VendorProxy } from '../proxy-contract';

/** Mobivate, "list opt-outs between two dates": one documented path, four documented parameters, a bearer key. */
export const proxy: VendorProxy = {
  id: 'mobivate',
  label: 'Mobivate',
  settings: {
    url: 'MOBIVATE_API_URL',
    secret: 'MOBIVATE_API_KEY',
    accounts: null,
    since: { name: 'MOBIVATE_SINCE', fallback: '2010-01-01' },
    canary: 'MOBIVATE_CANARY',
  },
  url: 'https://api.mobivatebulksms.com',
  path: '/addressbook/optout',
  query: {
    names: ['startDate', 'endDate', 'pageSize', 'page'],
    otherNames: null,
    logged: ['startDate', 'endDate', 'pageSize', 'page'],
  },
  headers: { authorization: 'Bearer {secret}', accept: 'application/json' },
};
