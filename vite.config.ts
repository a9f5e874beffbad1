import { fileURLToPath } from 'node:url';

import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { type Plugin, runnerImport } from 'vite';
import { defineConfig } from 'vitest/config';

import type * as ServerSide from './src/server';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The proxy and the sandbox, for `vite` and `vite preview`. Loaded through Vite itself: it finds the vendors by a glob. */
async function serverSide(): Promise<Plugin> {
  const { module } = await runnerImport<typeof ServerSide>(`${root}src/server/index.ts`, { root });
  return module.serverSide(module.readSettings(root));
}

// What `lib/zoned-time` says must not depend on the zone of the browser it runs in: its proof runs in each of these.
const PROCESS_ZONES = ['UTC', 'America/New_York', 'Pacific/Auckland'];
const ZONED_TIME_TEST = 'src/lib/zoned-time.test.ts';

export default defineConfig(({ command, mode }) => ({
  plugins: [
    react(),
    // The words of the interface are English: the other 30 languages inside react-aria stay out of the build.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    command === 'serve' && mode !== 'test' ? serverSide() : null,
  ],
  // No setting is ever written into the built files: only names that begin so would be, and there are none.
  envPrefix: 'WRITTEN_INTO_THE_PAGE_',
  build: {
    manifest: true,
    modulePreload: { polyfill: false },
    // What every page begins with is one file: to ask for each of a dozen small ones costs a slow computer more than to read them.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', tags: ['$initial'] },
            // With each other: a browser asks again for a part that it could not fetch, but not for what that part imports (`load-part`).
            { name: 'phone', test: /src\/lib\/(?:phone[^/]*|number-pieces)\.ts$/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    // A busy machine is no failure: property tests take a second alone, and many beside other work.
    testTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'e2e/soak/*.test.ts', 'e2e/setup/*.test.mjs'],
          exclude: [ZONED_TIME_TEST],
        },
      },
      ...PROCESS_ZONES.map((zone) => ({
        extends: true as const,
        test: { name: `zoned-time, ${zone}`, include: [ZONED_TIME_TEST], env: { TZ: zone } },
      })),
    ],
  },
}));
