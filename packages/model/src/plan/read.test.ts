import { describe, expect, it } from 'vitest';
import { tinyPlan } from '../../test/tiny-plan.ts';
import { DomainError } from '../errors.ts';
import { canonicalJson, inventoryOf, planOf, readPlan, writePlan } from './read.ts';

/** A deep copy with one place changed. */
function withChange(path: readonly (string | number)[], value: unknown): unknown {
  const copy = structuredClone(tinyPlan) as unknown as Record<string | number, unknown>;
  let at = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

function refusalOf(work: () => unknown): DomainError {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('plan file', () => {
  it('comes back the same after writing and reading', () => {
    expect(readPlan(writePlan(tinyPlan))).toEqual(tinyPlan);
  });

  it('gives the same bytes for the same plan, whatever the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(tinyPlan).reverse());
    expect(canonicalJson(reversed)).toBe(writePlan(tinyPlan));
  });

  it('opens with a byte order mark', () => {
    expect(readPlan(`\ufeff${writePlan(tinyPlan)}`)).toEqual(tinyPlan);
  });

  it.each([
    ['an empty file', '', 'plan-invalid', /empty/],
    ['a truncated file', writePlan(tinyPlan).slice(0, 2000), 'plan-invalid', /ends too early/],
    ['a file that is not JSON', 'city,country\nBogor,IDN', 'plan-invalid', /not a plan/],
    ['some other JSON document', '{"type":"FeatureCollection"}', 'plan-invalid', /some other document/],
    ['a plan of a later program', JSON.stringify({ ...tinyPlan, version: 99 }), 'plan-newer', /version 99/],
  ])('refuses %s', (_name, text, code, message) => {
    const refusal = refusalOf(() => readPlan(text));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toMatch(message);
  });

  it.each([
    ['a misspelt field', ['baseline', 'cells', 0, 'ammount'], 5, ['baseline', 'cells', 0]],
    ['text where a number belongs', ['baseline', 'cells', 0, 'amount'], '1,000', ['baseline', 'cells', 0, 'amount']],
    ['a missing figure', ['baseline', 'cells', 0, 'amount'], undefined, ['baseline', 'cells', 0, 'amount']],
    ['a negative amount outside a sink', ['baseline', 'cells', 0, 'amount'], -5, ['baseline', 'cells', 0, 'amount']],
    [
      'a negative factor outside a sink',
      ['baseline', 'cells', 0, 'factors', 'CO2'],
      -0.2,
      ['baseline', 'cells', 0, 'factors', 'CO2'],
    ],
    ['a size above one', ['actions', 0, 'schedule', 'size'], 1.2, ['actions', 0, 'schedule', 'size']],
    [
      'a range upside down',
      ['actions', 0, 'levers', 0, 'size'],
      { central: 0.5, low: 0.6, high: 0.7 },
      ['actions', 0, 'levers', 0, 'size'],
    ],
    ['a driver nobody defined', ['baseline', 'cells', 0, 'activityDrivers'], ['growth'], ['baseline', 'cells', 0]],
    ['a price nobody gave', ['baseline', 'cells', 0, 'price'], 'coal', ['baseline', 'cells', 0]],
    ['a main target that is not there', ['mainTarget'], 'zero', ['mainTarget']],
    ['an excluded action that is not there', ['actions', 0, 'excludes'], ['nuclear'], ['actions', 0]],
    ['payers that do not add up', ['actions', 0, 'payers', 'city'], 0.9, ['actions', 0, 'payers']],
    [
      'a driver whose years do not ascend',
      ['baseline', 'drivers', 0, 'points'],
      [
        { year: 2025, index: 1 },
        { year: 2025, index: 1.2 },
      ],
      ['baseline', 'drivers', 0, 'points', 1],
    ],
    ['a horizon before the base year', ['baseline', 'horizonYear'], 2020, ['baseline', 'horizonYear']],
    ['a country that is no ISO code', ['city', 'country'], 'Germany', ['city', 'country']],
  ])('refuses %s and names the place', (_name, path, value, place) => {
    const refusal = refusalOf(() => planOf(withChange(path, value)));
    expect(refusal.code).toBe('plan-invalid');
    expect(refusal.at).toEqual(place);
  });

  it.each([
    [
      'names the thing and what was found',
      ['baseline', 'cells', 0, 'amount'],
      '1,000',
      /cells\.0\.amount \(.+\): needs a number, and has the text "1,000"/,
    ],
    [
      'says that a field is missing',
      ['finance', 'discountRate'],
      undefined,
      /discountRate: is missing; a number is needed/,
    ],
    [
      'shows the misspelt field, not the one it misses',
      ['baseline', 'ammount'],
      5,
      /no plan has a field called "ammount"/,
    ],
    ['does not list 36 choices', ['baseline', 'cells', 0, 'use'], 'cookng', /"cookng" is not one of the \d+ values/],
    ['lists few choices', ['baseline', 'boundary'], 'BASIC', /"BASIC" is not one of "basic", /],
  ] as const)('%s', (_name, path, value, message) => {
    expect(refusalOf(() => planOf(withChange(path, value))).message).toMatch(message);
  });

  it('says where the JSON is broken', () => {
    const broken = writePlan(tinyPlan).replace('"baseYear": ', '"baseYear" ');
    const row = broken.split('\n').findIndex((line) => line.includes('"baseYear" ')) + 1;
    expect(refusalOf(() => readPlan(broken)).message).toContain(`broken in row ${row}, column`);
  });

  it('refuses two cells with one id', () => {
    const twice = {
      ...tinyPlan,
      baseline: { ...tinyPlan.baseline, cells: [...tinyPlan.baseline.cells, tinyPlan.baseline.cells[0]] },
    };
    expect(refusalOf(() => planOf(twice)).message).toMatch(/repeats the id/);
  });
});

describe('inventoryOf', () => {
  it('takes an inventory as it stands in a plan', () => {
    expect(inventoryOf(JSON.parse(JSON.stringify(tinyPlan.inventories[0])))).toEqual(tinyPlan.inventories[0]);
  });

  it('keeps ids of rows, needs none, and refuses one that is there twice by naming both rows', () => {
    const row = tinyPlan.inventories[0]!.rows[0]!;
    const withIds = (...ids: readonly (string | undefined)[]) => ({
      ...tinyPlan.inventories[0]!,
      rows: ids.map((id) => (id === undefined ? row : { ...row, id })),
    });
    expect(inventoryOf(withIds('r1', undefined, undefined, 'Meter_2-b'))).toEqual(withIds('r1', undefined, undefined, 'Meter_2-b')); // prettier-ignore
    const twice = refusalOf(() => inventoryOf(withIds('r1', 'r2', 'r1')));
    expect(twice.code).toBe('plan-invalid');
    expect(twice.at).toEqual(['rows', 2, 'id']);
    expect(twice.message).toContain(`row 3 (${row.ref}) has the id "r1" of row 1 (${row.ref})`);
    for (const unfit of ['', 'a/b', 'r#1', 'r:amount', '-r', 'ré', 'x'.repeat(65)]) {
      expect(refusalOf(() => inventoryOf(withIds(unfit))).message).toMatch(/no id of a row/);
    }
    // A plan holds its inventories to the same.
    expect(refusalOf(() => planOf({ ...tinyPlan, inventories: [withIds('r1', 'r1')] })).at).toEqual(['inventories', 0, 'rows', 1, 'id']); // prettier-ignore
  });

  it('names the place of a fault in the inventory', () => {
    const rows = [{ ...tinyPlan.inventories[0]!.rows[0], co2eTonnes: null }];
    expect(() => inventoryOf({ ...tinyPlan.inventories[0], rows })).toThrow(
      expect.objectContaining({ code: 'plan-invalid', at: ['rows', 0, 'co2eTonnes'] }),
    );
  });
});
