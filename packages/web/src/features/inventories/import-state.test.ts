import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { GPC_REFERENCES, totalOf, type InventoryRow, type Reported } from '@thousand-cities/model';
import { applyImport, compareImport, isTakeable, type ImportComparison } from './import-state.ts';
import { activity, inventoryWith, row } from './inventory.case.ts';

const file = (...rows: readonly InventoryRow[]) => ({ rows, fileRows: rows.map((_, index) => index + 2) });
const kinds = ({ lines }: ImportComparison) => lines.map(({ ref, kind }) => `${ref} ${kind}`);
const all = ({ lines }: ImportComparison) => new Set(lines.map(({ id }) => id));

describe('a file held against an inventory', () => {
  it('tells same, changed, new and kept apart, in GPC order', () => {
    const inventory = inventoryWith([row('II.1.1', 30), row('I.1.1', 10), row('III.1.1', { keys: ['NE'] })]);
    const comparison = compareImport(inventory, file(row('I.1.1', 10.000000001), row('II.1.1', 31), row('V.1', 4)));
    expect(kinds(comparison)).toEqual(['I.1.1 same', 'II.1.1 changed', 'III.1.1 kept', 'V.1 new']);
    expect(comparison.lines[1]).toMatchObject({ before: [{ co2eTonnes: 30 }], after: { co2eTonnes: 31 }, fileRow: 3 });
  });

  it('matches rows of one reference by carrier and activity', () => {
    const inventory = inventoryWith([
      row('I.1.1', 10, activity('natural-gas', 50)),
      row('I.1.1', 5, activity('diesel', 20)),
    ]);
    const comparison = compareImport(
      inventory,
      file(row('I.1.1', 6, activity('diesel', 24)), row('I.1.1', 10, activity('natural-gas', 50))),
    );
    expect(comparison.lines.map(({ kind, after }) => [kind, after?.activity?.carrier])).toEqual([
      ['changed', 'diesel'],
      ['same', 'natural-gas'],
    ]);
  });

  it('matches rows by their ids where the file has them, so that a renamed row is changed and not new', () => {
    const known = (id: string, carrier: string, tonnes = 10) => row('I.1.1', tonnes, { id, ...activity(carrier, 50) });
    const inventory = inventoryWith([known('a', 'diesel'), known('b', 'diesel'), row('V.1', 3, { id: 'c' })]);
    const fromFile = file(known('b', 'electricity'), known('a', 'diesel'), row('V.1', 3, { id: 'c', activity: { activity: 'emissions', carrier: '', amount: 3, unit: 't CO2e' } })); // prettier-ignore
    const comparison = compareImport(inventory, fromFile);
    expect(comparison.lines.map(({ kind, before, after }) => [kind, before[0]?.id, after?.activity?.carrier])).toEqual([
      ['changed', 'b', 'electricity'],
      ['same', 'a', 'diesel'],
      ['same', 'c', ''],
    ]);
    const next = applyImport(inventory, comparison, all(comparison));
    expect(next.rows.map(({ id, activity: of }) => [id, of?.carrier])).toEqual([['a', 'diesel'], ['b', 'electricity'], ['c', undefined]]); // prettier-ignore
  });

  it('matches by name what has no id, and leaves each row its own', () => {
    const inventory = inventoryWith([row('I.1.1', 10, { id: 'a', ...activity('diesel', 50) })]);
    const strange = row('I.1.1', 11, { id: 'of-last-year', ...activity('diesel', 55) });
    for (const fromFile of [row('I.1.1', 11, activity('diesel', 55)), strange]) {
      const comparison = compareImport(inventory, file(fromFile));
      expect(kinds(comparison)).toEqual(['I.1.1 changed']);
      expect(applyImport(inventory, comparison, all(comparison)).rows).toMatchObject([{ id: 'a', co2eTonnes: 11 }]);
    }
    const added = compareImport(inventoryWith([]), file(strange));
    expect(applyImport(inventoryWith([]), added, all(added)).rows).toEqual([strange]);
  });

  it('sees another amount behind the same tonnes', () => {
    const inventory = inventoryWith([row('I.1.1', 10, activity('natural-gas', 50))]);
    expect(kinds(compareImport(inventory, file(row('I.1.1', 10, activity('natural-gas', 60)))))).toEqual(['I.1.1 changed']); // prettier-ignore
  });

  it('takes one figure for a reference to stand for all rows of it', () => {
    const rows = [row('I.1.1', 10, activity('natural-gas', 50)), row('I.1.1', 5, activity('diesel', 20))];
    const same = compareImport(inventoryWith(rows), file(row('I.1.1', 15)));
    expect(kinds(same)).toEqual(['I.1.1 same']);
    const changed = compareImport(inventoryWith(rows), file(row('I.1.1', 16)));
    expect(changed.lines[0]).toMatchObject({ kind: 'changed', before: rows });
    expect(applyImport(inventoryWith(rows), changed, all(changed)).rows).toMatchObject([{ co2eTonnes: 16 }]);
  });

  it('takes nothing away with a blank figure', () => {
    const inventory = inventoryWith([row('I.1.1', 10)]);
    const comparison = compareImport(inventory, file(row('I.1.1', { keys: ['unknown'] })));
    expect(kinds(comparison)).toEqual(['I.1.1 kept']);
    expect(applyImport(inventory, comparison, all(comparison))).toEqual(inventory);
  });

  it('sees a key become a figure, and an explanation that is new', () => {
    const missing = (explanation?: string): Reported => ({ keys: ['NE'], ...(explanation !== undefined && { explanation }) }); // prettier-ignore
    const inventory = inventoryWith([row('I.1.1', missing('no meters')), row('I.1.2', missing('no bills'))]);
    expect(kinds(compareImport(inventory, file(row('I.1.1', 0), row('I.1.2', missing()))))).toEqual(['I.1.1 changed', 'I.1.2 same']); // prettier-ignore
    expect(kinds(compareImport(inventory, file(row('I.1.1', missing('soon')))))).toEqual(['I.1.1 changed', 'I.1.2 kept']); // prettier-ignore
  });
});

describe('taking over what was chosen', () => {
  const inventory = inventoryWith(
    [row('I.1.1', 10, { note: 'checked', provenance: 'default', sources: ['edgar'] }), row('III.1.1', 7)],
    { totalIntervals: { basic: { central: 17, low: 10, high: 30 } } },
  );
  const comparison = compareImport(inventory, { ...file(row('I.1.1', 12), row('II.1.1', 3)), population: 1200 });
  const [changed] = comparison.lines;

  it('changes the chosen rows, keeps their notes, and no longer calls them defaults', () => {
    const next = applyImport(inventory, comparison, new Set([changed!.id]));
    expect(next.rows).toEqual([row('I.1.1', 12, { note: 'checked' }), row('III.1.1', 7)]);
    expect(next.population).toBe(1000);
    expect(next.totalIntervals).toBeUndefined();
  });

  it('puts new rows where the GPC has them, and residents only when asked', () => {
    const next = applyImport(inventory, comparison, all(comparison), true);
    expect(next.rows.map(({ ref }) => ref)).toEqual(['I.1.1', 'II.1.1', 'III.1.1']);
    expect(next.population).toBe(1200);
  });

  it('leaves everything as it is when nothing is chosen', () => {
    expect(applyImport(inventory, comparison, new Set())).toEqual(inventory);
  });

  it('gives the file’s total when all is taken and nothing is kept, whatever was there before', () => {
    const rows = fc
      .uniqueArray(fc.constantFrom(...GPC_REFERENCES.map(({ ref }) => ref)), { maxLength: 20 })
      .chain((refs) => fc.tuple(...refs.map((ref) => fc.nat(1e6).map((tonnes) => row(ref, tonnes)))));
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const old = inventoryWith(before);
        const found = compareImport(old, file(...after));
        const next = applyImport(old, found, all(found));
        const kept = found.lines.filter(({ kind }) => kind === 'kept').flatMap((line) => line.before);
        const expected = totalOf(inventoryWith([...after, ...kept]), 'basicPlusS3').co2eTonnes;
        expect(totalOf(next, 'basicPlusS3').co2eTonnes).toBeCloseTo(expected, 6);
        // Taken over, the file says nothing new any more.
        expect(compareImport(next, file(...after)).lines.some(isTakeable)).toBe(false);
      }),
    );
  });
});
