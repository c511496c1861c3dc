import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rightsPage } from './print.ts';

it('prints the page that stands in the documents (node scripts/run.mjs packages/store/scripts/print-rights.ts)', () => {
  const page = readFileSync(new URL('../../../../docs/reference/rights.md', import.meta.url), 'utf8');
  expect(page).toBe(rightsPage());
});
