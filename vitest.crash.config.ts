import { defineConfig } from 'vitest/config';

/** Tests that kill processes for a minute: by themselves, over the build. */
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: { include: ['packages/*/test/**/*.crash.test.ts'], testTimeout: 1_800_000 },
});
