import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { soakable } from '../lib/__fixtures__/soakable';
import { plays } from './testing/hostile-requests';
import { exchangeRaw } from './testing/raw-request';
import { type RecordingVendor, startRecordingVendor } from './testing/recording-vendor';
import { SECRETS, serveAlone, servePreview, settingsFor } from './testing/serve';

let vendor: RecordingVendor;
beforeAll(async () => {
  vendor = await startRecordingVendor();
});
afterAll(() => vendor.close());
beforeEach(() => vendor.forget());

/** Names of everything that went up, in lower case and in order. */
function namesOf(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase());
}

const GONE_UP = new RegExp(
  '^/(m/addressbook/optout(\\?((startDate|endDate|pageSize|page)(=[^&#]*)?|&)*)?' +
    '|t/(alpha|beta_2)/opt_outs(\\?(([\\w.\\-[\\]]|%5B|%5D)+(=[^&#]*)?|&)*)?)$',
  'i',
);
const ANY_SECRET = new RegExp(`${SECRETS.key}|${SECRETS.token}`);

test.each([
  { form: 'on node:http', serve: serveAlone, trials: 2000 },
  { form: 'under start', serve: servePreview, trials: 1000 },
])(
  'whatever is written on the socket, only GETs of allowed paths and parameters reach a vendor, and no token comes back, $form',
  async ({ serve, trials }) => {
    const running = await serve(settingsFor(vendor.origin));
    let played = 0;
    let answeredTwice = 0;
    await fc.assert(
      fc.asyncProperty(plays(running.port), async ({ text, ending }) => {
        const answers = await exchangeRaw(running.port, text, ending);
        played += 1;
        if (answers.split('HTTP/1.1 200 OK').length > 3) answeredTwice += 1;
        expect(answers).not.toMatch(ANY_SECRET);
      }),
      soakable(trials),
    );
    // What was begun and left has reached its vendor by then, or never will.
    await running.close();
    expect(played).toBeGreaterThanOrEqual(trials);
    // Much gets through, several on one connection too, or the trials prove nothing.
    expect(vendor.received.length).toBeGreaterThan(trials / 5);
    expect(answeredTwice).toBeGreaterThan(trials / 50);
    for (const { method, target, rawHeaders } of vendor.received) {
      expect(method).toBe('GET');
      expect(target).toMatch(GONE_UP);
      const mobivate = target.startsWith('/m/');
      expect(rawHeaders).toContain(`Bearer ${mobivate ? SECRETS.key : SECRETS.token}`);
      expect(rawHeaders).toContain(mobivate ? 'application/json' : 'application/vnd.textus+jsonld');
      const names = ['authorization', 'accept', 'accept-encoding', 'cache-control', 'user-agent', 'host', 'connection'];
      expect(namesOf(rawHeaders)).toEqual(names);
    }
    expect(running.lines.join('\n')).not.toMatch(ANY_SECRET);
  },
);
