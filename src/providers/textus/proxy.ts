import type { VendorProxy } from '../proxy-contract';

/**
 * TextUs, "opt-outs of an account". The list of parameter names cannot be closed: `view.next` is opaque, and whatever the
 * vendor puts into it (a page, a cursor) has to come back to it unchanged. So other names pass when they look like a name.
 */
export const proxy: VendorProxy = {
  id: 'textus',
  label: 'TextUs',
  settings: {
    url: 'TEXTUS_API_URL',
    secret: 'TEXTUS_API_TOKEN',
    accounts: 'TEXTUS_ACCOUNTS',
    since: null,
    canary: 'TEXTUS_CANARY',
  },
  url: 'https://next.textus.com',
  path: '/{account}/opt_outs',
  query: { names: ['q', 'exact[]'], otherNames: /^[A-Za-z_][\w.\-[\]]{0,40}$/, logged: [] },
  headers: { authorization: 'Bearer {secret}', accept: 'application/vnd.textus+jsonld' },
};
