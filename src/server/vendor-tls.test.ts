import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { afterEach, expect, test, vi } from 'vitest';

import { requestText, sendRaw } from './testing/raw-request';
import { MOBIVATE } from './testing/refused-requests';
import { selfSigned } from './testing/self-signed';
import { serveAlone, settingsFor } from './testing/serve';

afterEach(() => vi.unstubAllEnvs());

test.each(['1', '0'])(
  'a vendor without a trusted certificate never gets the key (NODE_TLS_REJECT_UNAUTHORIZED=%s)',
  async (value) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', value);
    let asked = 0;
    const impostor = createServer(selfSigned(), (_request, response) => {
      asked += 1;
      response.end('[]');
    }).listen(0, '127.0.0.1');
    await once(impostor, 'listening');
    const { port } = impostor.address() as AddressInfo;
    const running = await serveAlone(settingsFor(`https://localhost:${port}`));
    const { status, body } = await sendRaw(running.port, requestText(running.port, MOBIVATE));
    expect(status).toBe(502);
    expect(body).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(asked).toBe(0);
    expect(running.lines.join()).toContain('DEPTH_ZERO_SELF_SIGNED_CERT');
    await running.close();
    impostor.close();
  },
);
