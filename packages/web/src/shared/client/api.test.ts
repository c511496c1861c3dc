import { readFileSync } from 'node:fs';
import openapiTs, { astToString } from 'openapi-typescript';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the types of the client', () => {
  it('are those of the described API (npm run api:types)', async () => {
    const described = JSON.parse(read('../../../../../docs/reference/openapi.json')) as Parameters<typeof openapiTs>[0];
    const types = astToString(await openapiTs(described));
    expect(read('./api.generated.ts').endsWith(types)).toBe(true);
  });
});
