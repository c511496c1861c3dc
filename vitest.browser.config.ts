/** Whole journeys in a real browser against the built page and the real server. */
import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, so that neither browser is alone with one of them at the end. */
const LONG = ['claim', 'network', 'journey', 'access', 'plans', 'workspace-journey', 'accounts', 'inventories'];

const place = ({ moduleId }: TestSpecification) => {
  const at = LONG.indexOf(basename(moduleId, '.browser.test.ts'));
  return at < 0 ? LONG.length : at;
};

class LongFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve([...files].sort((a, b) => place(a) - place(b)));
  }
}

export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.browser.test.ts', 'test/**/*.browser.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    // Files of a worker share what they import, a browser, and the server that keeps nothing. What a file changes it puts back.
    isolate: false,
    // Two browsers on two cores; what is waited for may take its time there.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    expect: { poll: { timeout: 20_000 } },
  },
});
