import { defineConfig } from 'vitest/config';

/**
 * The test runner keeps what a module exports in an object that V8 holds as a dictionary: in the climate kernel, which reads its constants
 * billions of times, that is more than half of the time. To be the prototype of something makes V8 lay it out as other objects are.
 */
const quickExports = {
  name: 'quick-exports',
  enforce: 'post',
  transform: (code: string, id: string) =>
    /\/packages\/\w+\/src\/.*\.ts$/.test(id)
      ? { code: `${code}\n;Object.create(__vite_ssr_exports__);`, map: null }
      : undefined,
} as const;

const shared = {
  plugins: [quickExports],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
};
const exclude = ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts', '**/*.crash.test.ts'];
const below = (packages: string) => [
  `packages/${packages}/src/**/*.test.{ts,tsx}`,
  `packages/${packages}/test/**/*.test.ts`,
];

/** Two kinds of test, three at once on two cores, since some wait for the disk: pure ones, and those that open files, ports and databases. Files of a kind share what they import. */
export default defineConfig({
  test: {
    maxWorkers: 3,
    projects: [
      {
        ...shared,
        test: {
          name: 'pure',
          include: below('{model,reference,formats,web}'),
          exclude,
          testTimeout: 30_000,
          isolate: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'doors',
          include: [...below('{store,server,cli}'), 'test/**/*.test.ts'],
          exclude,
          globalSetup: 'packages/store/test/blank-database.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
    ],
  },
});
