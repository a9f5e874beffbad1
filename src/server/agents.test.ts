import { Agent } from 'node:https';

import { expect, test } from 'vitest';

import { createAgents, MOST_AT_ONCE } from './agents';

test('an https vendor is asked over TLS 1.2 or newer, certificates checked, so many questions at once', () => {
  const agents = createAgents();
  const secure = agents.of(new URL('https://vendor.example'));
  expect(secure).toBeInstanceOf(Agent);
  expect((secure as Agent).options).toMatchObject({ minVersion: 'TLSv1.2', rejectUnauthorized: true });
  expect(secure.maxSockets).toBe(MOST_AT_ONCE);
  expect(agents.of(new URL('http://vendor.example'))).not.toBeInstanceOf(Agent);
  agents.close();
});
