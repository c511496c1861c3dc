/** Two edits of rows put together: renamed, doubled, moved, taken away. Nothing is lost, and no figure is half of each. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InventoryRow } from '@thousand-cities/model';
import { withRowIds } from '../rows/row-ids.ts';
import { chooseTheirs, mergeThree } from './merge.ts';
import { inventoryRules } from './merge-rules.ts';

const CARRIERS = ['diesel', 'lpg', 'coal'] as const;
type Carrier = (typeof CARRIERS)[number];
/** Tonnes by unit: a figure that stands beside another carrier than its own is seen. */
const FACTOR: Readonly<Record<Carrier, number>> = { diesel: 3, lpg: 5, coal: 7 };

function row(carrier: Carrier, amount: number, more: Partial<InventoryRow> = {}): InventoryRow {
  const activity = { activity: 'use', carrier, amount, unit: 't' };
  return {
    ref: 'I.1.1',
    co2eTonnes: amount * FACTOR[carrier],
    activity,
    provenance: 'city-value',
    sources: [],
    ...more,
  };
}
const inventory = (rows: readonly InventoryRow[]) => ({ year: 2022, gwpSet: 'AR5', rows });
type Document = ReturnType<typeof inventory>;
const merge = (base: readonly InventoryRow[], mine: readonly InventoryRow[], theirs: readonly InventoryRow[]) => {
  const { merged, conflicts } = mergeThree(inventory(base), inventory(mine), inventory(theirs), inventoryRules);
  return { rows: (merged as Document).rows, conflicts };
};

describe('two edits of rows', () => {
  const [diesel, lpg] = [row('diesel', 1, { id: 'a' }), row('lpg', 2, { id: 'b' })];

  it('one renames, the other writes a note: both are there', () => {
    const { rows, conflicts } = merge([diesel, lpg], [row('coal', 1, { id: 'a' }), lpg], [{ ...diesel, note: 'metered' }, lpg]); // prettier-ignore
    expect(conflicts).toEqual([]);
    expect(rows).toEqual([row('coal', 1, { id: 'a', note: 'metered' }), lpg]);
  });

  it('one renames, the other has another amount: a conflict of the whole figure, under the name people know', () => {
    const { rows, conflicts } = merge([diesel], [row('coal', 1, { id: 'a' })], [row('diesel', 4, { id: 'a' })]);
    expect(conflicts.map(({ path }) => path)).toEqual([['rows', 'I.1.1/use/coal', 'co2eTonnes']]);
    expect(rows).toEqual([row('coal', 1, { id: 'a' })]);
  });

  it('swapped names are not swapped figures', () => {
    const mine = [row('lpg', 1, { id: 'a' }), row('diesel', 2, { id: 'b' })];
    const { rows, conflicts } = merge([diesel, lpg], mine, [diesel, { ...lpg, note: 'bill' }]);
    expect(conflicts).toEqual([]);
    expect(rows).toEqual([mine[0], { ...mine[1], note: 'bill' }]);
  });

  it('of an old version, to which both gave ids, meet at the same rows', () => {
    const old = [row('diesel', 1), row('diesel', 2)];
    const [one, two] = withRowIds(old) as [InventoryRow, InventoryRow];
    const mine = [{ ...row('coal', 1), id: one.id! }, two];
    const { rows, conflicts } = merge(old, mine, [one, { ...two, note: 'theirs' }]);
    expect(conflicts).toEqual([]);
    expect(rows).toEqual([mine[0], { ...two, note: 'theirs' }]);
  });

  it('of which one has lost the ids are matched by name, and the ids stay', () => {
    const bare = [row('diesel', 9), row('lpg', 2)];
    const { rows, conflicts } = merge([diesel, lpg], [{ ...diesel, note: 'mine' }, lpg], bare);
    expect(conflicts).toEqual([]);
    expect(rows).toEqual([row('diesel', 9, { id: 'a', note: 'mine' }), lpg]);
  });

  it('of rows of one name without ids are decided by a person where nothing tells them apart', () => {
    const old = [row('diesel', 1), row('diesel', 2)];
    // Both numbers are new on either side: which was which, nobody can say.
    const [mine, theirs] = [
      [row('diesel', 5), row('diesel', 6)],
      [row('diesel', 7), row('diesel', 8), row('lpg', 1)],
    ];
    const { rows, conflicts } = merge(old, mine, theirs);
    expect(conflicts).toEqual([{ path: ['rows', 'I.1.1/use/diesel'], base: old, mine, theirs: theirs.slice(0, 2) }]);
    expect(rows).toEqual([...mine, row('lpg', 1)]);
    const sides = { base: inventory(old), mine: inventory(mine), theirs: inventory(theirs) };
    expect(chooseTheirs(sides, conflicts, inventoryRules)).toEqual(inventory(theirs));
  });

  it('that write down the same new figure under one name are one row, and another figure is a conflict', () => {
    const agree = merge([], [row('lpg', 3, { id: 'm' })], [row('lpg', 3, { id: 't' })]);
    expect(agree).toEqual({ rows: [row('lpg', 3, { id: 't' })], conflicts: [] });
    const differ = merge([], [row('lpg', 3, { id: 'm' })], [row('lpg', 4, { id: 't' })]);
    expect(differ.conflicts).toHaveLength(1);
    expect(differ.rows).toEqual([row('lpg', 3, { id: 't' })]);
  });
});

/** One stroke of an edit: which row, what becomes of it. */
const stroke = fc.record({
  at: fc.nat(9),
  deed: fc.constantFrom('rename', 'amount', 'note', 'remove', 'double', 'add', 'move'),
  carrier: fc.constantFrom(...CARRIERS),
  to: fc.nat(9),
});
type Stroke = typeof stroke extends fc.Arbitrary<infer T> ? T : never;

/** An edit of rows; each amount that it writes is a number nobody else writes. */
function edited(base: readonly InventoryRow[], strokes: readonly Stroke[], from: number, hasIds: boolean) {
  const rows = [...base];
  strokes.forEach(({ at, deed, carrier, to }, n) => {
    const amount = from + n;
    const index = rows.length === 0 ? 0 : at % rows.length;
    const old = rows[index];
    const fresh = hasIds ? { id: `n${amount}` } : {};
    const known = old?.id === undefined ? {} : { id: old.id };
    if (deed === 'add' || old === undefined) rows.splice(to % (rows.length + 1), 0, row(carrier, amount, fresh));
    else if (deed === 'rename') rows[index] = row(carrier, amount, { ...known, sources: old.sources });
    else if (deed === 'amount') rows[index] = row(old.activity!.carrier as Carrier, amount, known);
    else if (deed === 'note') rows[index] = { ...old, note: `said ${amount}` };
    else if (deed === 'remove') rows.splice(index, 1);
    else if (deed === 'double') rows.push(row(old.activity!.carrier as Carrier, amount, fresh));
    else rows.splice(to % rows.length, 0, rows.splice(index, 1)[0]!);
  });
  return rows;
}

const strokes = fc.array(stroke, { maxLength: 8 });
const edits = fc.record({
  amounts: fc.array(fc.record({ carrier: fc.constantFrom(...CARRIERS), amount: fc.nat(3) }), { maxLength: 5 }),
  /** Who has ids: the version, me, they. */
  ids: fc.record({ base: fc.boolean(), mine: fc.boolean(), theirs: fc.boolean() }),
  mine: strokes,
  theirs: strokes,
});

const bare = (rows: readonly InventoryRow[]): readonly InventoryRow[] => rows.map(({ id: _, ...rest }) => rest);
const begun = (rows: readonly InventoryRow[], hasIds: boolean) => (hasIds ? withRowIds(rows) : bare(rows));

function sidesOf({ amounts, ids, mine, theirs }: typeof edits extends fc.Arbitrary<infer T> ? T : never) {
  const old = amounts.map(({ carrier, amount }) => row(carrier, amount));
  return {
    base: begun(old, ids.base),
    mine: edited(begun(old, ids.mine), mine, 1000, ids.mine),
    theirs: edited(begun(old, ids.theirs), theirs, 2000, ids.theirs),
  };
}

describe('any two edits of rows', () => {
  /** Amounts and notes that only one of them wrote. */
  const marksIn = (value: unknown, first: string) => JSON.stringify(value).match(new RegExp(`\\b${first}\\d{3}\\b(?!")|said ${first}\\d{3}`, 'g')) ?? []; // prettier-ignore

  it('lose nothing, mix no figure and give no id twice, whoever has ids', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { base, mine, theirs } = sidesOf(edit);
        const { rows, conflicts } = merge(base, mine, theirs);
        for (const { activity, co2eTonnes } of rows) {
          expect(co2eTonnes).toBe(activity!.amount! * FACTOR[activity!.carrier as Carrier]);
        }
        const ids = rows.flatMap(({ id }) => id ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        // Mine stands where both changed the same, so all of mine is there; theirs is there or asked about.
        expect(rows.flatMap((each) => marksIn(each, '1'))).toEqual(expect.arrayContaining(marksIn(mine, '1')));
        const told = [...rows, ...conflicts.map((conflict) => conflict.theirs)];
        expect(told.flatMap((each) => marksIn(each ?? null, '2'))).toEqual(
          expect.arrayContaining(marksIn(theirs, '2')),
        );
        // Given to them, all of theirs is there.
        const sides = { base: inventory(base), mine: inventory(mine), theirs: inventory(theirs) };
        expect(marksIn(chooseTheirs(sides, conflicts, inventoryRules), '2')).toEqual(expect.arrayContaining(marksIn(theirs, '2'))); // prettier-ignore
      }),
      { numRuns: 400 },
    );
  });

  it('with ids: what only one of them did to a row is done, whatever the row is called by then', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { base, mine, theirs } = sidesOf({ ...edit, ids: { base: true, mine: true, theirs: true } });
        const { rows } = merge(base, mine, theirs);
        const by = (list: readonly InventoryRow[], id: string) => list.find((each) => each.id === id);
        for (const { id } of base) {
          const [was, my, their, is] = [base, mine, theirs, rows].map((list) => by(list, id!));
          if (my === was) expect(is).toEqual(their);
          else if (their === was) expect(is).toEqual(my);
        }
      }),
      { numRuns: 400 },
    );
  });
});
