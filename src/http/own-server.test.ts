import { expect, it } from 'vitest';

import { answer, serve } from './__fixtures__/local-server';
import { isOwnServerReachable, onOwnServerChange, OwnServerUnreachable, reach } from './own-server';

/** Nobody listens on the discard port of a machine of today. */
const NOBODY = 'http://127.0.0.1:9/';

it('learns from each request, and tells only changes', async () => {
  const { url } = await serve(answer(500));
  const { signal } = new AbortController();
  const told: boolean[] = [];
  const stop = onOwnServerChange(() => told.push(isOwnServerReachable()));
  await expect(reach(NOBODY, { signal })).rejects.toThrow(OwnServerUnreachable);
  await expect(reach(NOBODY, { signal })).rejects.toThrow(OwnServerUnreachable);
  expect((await reach(url, { signal })).status).toBe(500);
  stop();
  expect(told).toEqual([false, true]);
});

it('learns nothing from a request that was told to stop', async () => {
  const controller = new AbortController();
  const { url } = await serve(() => controller.abort());
  await expect(reach(url, { signal: controller.signal })).rejects.toThrow(/abort/u);
  expect(isOwnServerReachable()).toBe(true);
});
