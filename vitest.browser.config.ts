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
    // Two browsers on two cores; what is waited for may take its time there.
    maxWorkers: 2,
    expect: { poll: { timeout: 20_000 } },
  },
});
