import { defineConfig, devices } from '@playwright/test';

const executablePath = process.env['CHROMIUM_PATH'];
const resultsFile = process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'];

/** Browser tests: each worker starts the built product with its own sandbox, so that one test's misbehaving vendor is nobody else's. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: '../node_modules/.cache/playwright',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Nothing is asserted on time: a busy machine only takes longer.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: resultsFile === undefined ? [['list']] : [['dot'], ['json', { outputFile: resultsFile }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // Without it a program imitates a graphics card, for a sixth of the time of all tests.
        '--disable-gpu',
      ],
    },
  },
  projects: [
    { name: 'utc', use: { timezoneId: 'UTC' } },
    { name: 'auckland', grep: /@zones/, use: { timezoneId: 'Pacific/Auckland' } },
    { name: 'new-york', grep: /@zones/, use: { timezoneId: 'America/New_York' } },
  ],
});
