import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readTarget } from './target';
import { settingsFor } from './testing/serve';

const { vendors } = settingsFor('http://127.0.0.1:9');

const WORDS =
  'api API %61pi mobivate addressbook optout textus alpha opt_outs config sandbox /api/config http://127.0.0.1';
const SIGNS = String.raw`/ // . .. %2e %2E%2e %2f %5c \ %00 ? # @ : ; % é * ?q=303`;
const PATHS = '/api/mobivate/addressbook/optout /api/textus/alpha/opt_outs';
const piece = fc.constantFrom(' ', ...`${WORDS} ${SIGNS} ${PATHS}`.split(' '));
const target = fc.oneof(
  fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary-ascii', maxLength: 40 }),
);

test('only the very characters of an allowed path are taken for it, whatever else is sent', () => {
  fc.assert(
    fc.property(target, (raw) => {
      const read = readTarget(raw, vendors);
      const exact = /^\/api\/(mobivate\/addressbook\/optout|textus\/[A-Za-z0-9_-]+\/opt_outs)(?=[?#]|$)/.exec(raw);
      expect(read.kind === 'vendor').toBe(exact !== null);
      const passedOn = read.kind === 'vendor' ? `/api/${read.vendor.proxy.id}${read.path}${read.query}` : raw;
      expect(passedOn).toBe(raw);
    }),
    { numRuns: 3000 },
  );
});

test('what the URL standard resolves to something under /api is never taken for a page', () => {
  fc.assert(
    fc.property(target, (raw) => {
      const page = readTarget(raw, vendors).kind === 'page';
      const path = URL.canParse(`http://127.0.0.1${raw}`) ? new URL(`http://127.0.0.1${raw}`).pathname : '/';
      expect(page && (path === '/api' || path.startsWith('/api/'))).toBe(false);
    }),
    { numRuns: 3000 },
  );
});

test.each(['/api ', ' /api', '/api\u0001', '/ap\ti/config', '/api%20', '/%20api'])(
  '%j could mean something under /api',
  (raw) => {
    expect(readTarget(raw, vendors)).toEqual({ kind: 'nothing' });
  },
);

test.each(['/', '/mobivate?from=2026-11-01', '/textus', '/apix', '/assets/api', '/x/api/config', '/@vite/client'])(
  '%s is a page or a file',
  (raw) => {
    expect(readTarget(raw, vendors)).toEqual({ kind: 'page' });
  },
);
