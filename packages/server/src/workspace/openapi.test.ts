import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operations } from './api.ts';
import { routesBeside } from './openapi-beside.ts';
import { openApiText } from './openapi-text.ts';
import { isWrite } from './operation.ts';

interface Described {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}
interface DescribedOperation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

const document = JSON.parse(openApiText()) as Described;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the description of the API', () => {
  it('is the one in the documents (node scripts/run.mjs packages/server/scripts/print-openapi.ts)', () => {
    const page = readFileSync(new URL('../../../../docs/reference/openapi.json', import.meta.url), 'utf8');
    expect(page).toBe(openApiText());
  });

  it('is OpenAPI 3.1 and has every operation once', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = described.map(({ operation }) => operation.operationId);
    const beside = routesBeside(() => ({})).map(({ operationId }) => operationId);
    expect(ids.sort()).toEqual([...operations.map(({ id }) => id), ...beside].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that is not in it', () => {
    const references = [...openApiText().matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('names every parameter of a path', () => {
    for (const { path, operation } of described) {
      const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(named.sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort());
    }
  });

  it('says for every write what else can come: too many, not there, not allowed', () => {
    for (const { id } of operations.filter(isWrite)) {
      const { operation } = described.find((item) => item.operation.operationId === id)!;
      expect(Object.keys(operation.responses), id).toEqual(expect.arrayContaining(['404', '429', '503']));
    }
  });
});
