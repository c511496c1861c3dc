import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { randomId } from './random-id.ts';

it('makes ids of version 4, all of them different, where a page has no https', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  try {
    const ids = Array.from({ length: 1000 }, randomId);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(1000);
  } finally {
    vi.unstubAllGlobals();
  }
});

it('is what the page makes ids with: nothing of it needs what browsers have over https alone', () => {
  const sources = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const needy = files.filter((name) => /crypto\.(randomUUID\(|subtle)/.test(readFileSync(join(sources, name), 'utf8')));
  expect(needy).toEqual([]);
});
