import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseSources } from '@thousand-cities/reference';
import {
  loadClimateSources,
  loadObservedWarming,
  loadReference,
  readNetworkTable,
} from '@thousand-cities/reference/node';

describe('NOTICE', () => {
  const notice = readFileSync(new URL('../NOTICE', import.meta.url), 'utf8');

  const sources = [
    ...loadReference().sources,
    ...loadClimateSources(),
    ...loadObservedWarming().sources,
    ...parseSources(readNetworkTable('sources')),
  ];

  it.each(sources.map(({ id, title, licence }) => [id, title, licence]))(
    'names %s (run `node scripts/notice.mjs` after adding a source)',
    (id, title, licence) => {
      const line = notice.split('\n').find((text) => text.endsWith(`[${id}]`));
      expect(line).toContain(title);
      expect(line).toContain(licence);
    },
  );
});
