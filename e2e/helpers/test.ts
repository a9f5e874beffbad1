import { test as base, expect, type Page } from '@playwright/test';

import { startFront, type Front } from './front';
import { SandboxControl } from './sandbox';
import { startServer, type RunningServer } from './server';

interface TestFixtures {
  readonly sandbox: SandboxControl;
  /** Stands before the product's server for the tests that ask for it; they open its address, not the server's. */
  readonly front: Front;
  /** What the page wrote to its console as errors, network refusals left out: must stay empty. */
  readonly pageErrors: string[];
}

interface WorkerFixtures {
  readonly server: RunningServer;
}

/** Chromium's own line for every answer of 400 and above; the product's handling of it is what the tests look at. */
const NETWORK_LINE = /^Failed to load resource|net::ERR_/;

/** The product on its sandbox, reset before each test; a test fails when the page throws or logs an error. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  server: [
    // Playwright reads the pattern: an empty one says that no other fixture is needed.
    // oxlint-disable-next-line no-empty-pattern -- see above
    async ({}, provide) => {
      const server = await startServer({ SANDBOX: '1' });
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, provide) => provide(server.url),
  sandbox: [
    async ({ server }, provide) => {
      const control = new SandboxControl(server.url);
      await control.reset();
      await provide(control);
      await control.reset();
    },
    { auto: true },
  ],
  front: async ({ server }, provide) => {
    const front = await startFront(server.url);
    await provide(front);
    await front.stop();
  },
  pageErrors: [
    async ({ page }, provide) => {
      const errors: string[] = [];
      watch(page, errors);
      await provide(errors);
      expect(errors, 'nothing is thrown or logged as an error').toEqual([]);
    },
    { auto: true },
  ],
});

function watch(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !NETWORK_LINE.test(message.text())) errors.push(message.text());
  });
}

export { expect };
