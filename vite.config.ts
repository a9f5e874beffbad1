import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// What `lib/zoned-time` says must not depend on the zone of the browser it runs in: its proof runs in each of these.
const PROCESS_ZONES = ['UTC', 'America/New_York', 'Pacific/Auckland'];
const ZONED_TIME_TEST = 'src/lib/zoned-time.test.ts';

export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    projects: [
      { extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: [ZONED_TIME_TEST] } },
      ...PROCESS_ZONES.map((zone) => ({
        extends: true as const,
        test: { name: `zoned-time, ${zone}`, include: [ZONED_TIME_TEST], env: { TZ: zone } },
      })),
    ],
  },
});
