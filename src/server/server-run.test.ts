import { expect, onTestFinished, test } from 'vitest';

import { SERVER_RUN_HEADER } from '../lib/server-run';
import { requestText, sendRaw } from './testing/raw-request';
import { startRecordingVendor } from './testing/recording-vendor';
import { MOBIVATE } from './testing/refused-requests';
import { serveAlone, serveDev, servePreview, settingsFor } from './testing/serve';

test.each([serveAlone, servePreview, serveDev])(
  'every answer of /api names the run that gave it, another one after each start, and no page does (%#)',
  async (serve) => {
    const vendor = await startRecordingVendor();
    onTestFinished(() => vendor.close());
    const runs: unknown[] = [];
    for (let start = 0; start < 2; start += 1) {
      // What a vendor says of it does not count.
      vendor.answer = (_request, response) => response.writeHead(200, { [SERVER_RUN_HEADER]: 'a' }).end('[]');
      const running = await serve(settingsFor(vendor.origin));
      const named = async (target: string) => {
        const { headers } = await sendRaw(running.port, requestText(running.port, target));
        return headers[SERVER_RUN_HEADER];
      };
      const targets = ['/api/config', MOBIVATE, '/api/nothing', '/api/textus/nobody/opt_outs'];
      const names = await Promise.all(targets.map(named));
      expect(new Set(names).size).toBe(1);
      expect(names[0]).toMatch(/^[0-9a-f-]{36}$/);
      expect(await named('/')).toBeUndefined();
      runs.push(names[0]);
      await running.close();
    }
    expect(runs[0]).not.toBe(runs[1]);
  },
);
