/** Whole journeys in a real browser against the built page and the real server. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One browser at a time: the journeys share two cores with the solver they drive.
    fileParallelism: false,
  },
});
