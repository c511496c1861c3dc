import { describe, expect, it } from 'vitest';
import { recalculateBaseYear, type GwpSet, type Inventory, type InventoryRow, type RecalculationReason } from '@thousand-cities/model'; // prettier-ignore
import { absentPlace, placeOf, placesAmong, rowPlaces } from '../../shared/rows/place.ts';
import { absentName, idOfName, withRowIds } from '../../shared/rows/row-ids.ts';
import { differencesOf } from './compare-state.ts';
import { activity, inventoryWith, row } from './inventory.case.ts';
import { marksOf, threadsAt } from './marks-state.ts';
import { copyToYear, emptyYear, nextYear } from './new-year.ts';
import { inOtherGwp } from './other-gwp.ts';
import { readRecalculationNote, writeRecalculationNote } from './recalculation-note.ts';
import type { Comment } from './talk-store.ts';
import { baseColumn, changeFrom, yearColumns, type YearDocument } from './years-state.ts';

const document = (year: number, rows: YearDocument['inventory']['rows'], more: Partial<YearDocument> = {}): YearDocument => ({
  id: String(year),
  year,
  name: '',
  version: 1,
  state: 'draft',
  approvedVersion: null,
  publishedVersion: null,
  inventory: inventoryWith(rows, { year }),
  ...more,
}); // prettier-ignore

describe('years side by side', () => {
  const columns = yearColumns(
    [
      document(2021, [row('I.1.1', 80), row('III.1.1', 20, { provenance: 'default' }), row('I.4.4', 1000)]),
      document(2019, [row('I.1.1', 100), row('III.1.1', { keys: ['NE'] })]),
    ],
    'basic',
  );

  it('sums by sector within the boundary, in order of years', () => {
    expect(columns.map(({ year, total }) => [year, total.tonnes])).toEqual([
      [2019, 100],
      // Energy generation supplied to the grid (I.4.4) is in no BASIC total.
      [2021, 100],
    ]);
    expect(columns[1]!.sectors).toMatchObject({ I: { tonnes: 80 }, III: { tonnes: 20 } });
    expect(columns[1]!.sectors.V).toBeUndefined();
  });

  it('counts gaps: BASIC has 32 references, of which 1 and 2 are answered', () => {
    expect(columns.map(({ total }) => total.gaps)).toEqual([31, 30]);
  });

  it('says change, per head and how much is default figures', () => {
    expect(changeFrom(columns[0]!.sectors.I, columns[1]!.sectors.I!)).toBeCloseTo(-0.2, 12);
    expect(changeFrom({ tonnes: 0, gaps: 30 }, columns[1]!.total)).toBeUndefined();
    // Of a year that knows less, less was counted: that is no change of emissions.
    expect(changeFrom({ tonnes: 100, gaps: 0 }, { tonnes: 10, gaps: 5 })).toBeUndefined();
    expect(changeFrom({ tonnes: 100, gaps: 5 }, { tonnes: 110, gaps: 0 })).toBeUndefined();
    expect(columns[1]).toMatchObject({ perHead: 0.1, defaultShare: 0.2 });
  });

  it('has the earliest year as base until another is chosen', () => {
    expect(baseColumn(columns, undefined)?.year).toBe(2019);
    expect(baseColumn(columns, '2021')?.year).toBe(2021);
    expect(baseColumn(columns, 'gone')?.year).toBe(2019);
  });
});

describe('two versions', () => {
  const line = (id: string, carrier: string) => row('I.1.1', 10, { id, ...activity(carrier, 5) });
  const told = (before: Inventory, after: Inventory) =>
    differencesOf(before, after).map(({ kind, cells }) => [kind, ...cells.map((cell) => `${cell.cell} ${cell.before} → ${cell.after}`)]); // prettier-ignore

  it('of a renamed row are one line of what changed, also where ids came between', () => {
    const first = inventoryWith([row('I.1.1', 10, activity('diesel', 5)), row('I.1.1', 10, activity('lpg', 5))]);
    const [diesel, lpg] = withRowIds(first.rows) as [InventoryRow, InventoryRow];
    const renamed = inventoryWith([lpg, line(diesel.id!, 'electricity')]);
    expect(told(first, renamed)).toEqual([['changed', 'carrier diesel → electricity']]);
    // Two that change names are still themselves.
    const swapped = inventoryWith([line(lpg.id!, 'electricity'), line(diesel.id!, 'lpg')]);
    expect(told(renamed, swapped)).toHaveLength(2);
    // A tool that drops ids: known by name again.
    const bare = inventoryWith([row('I.1.1', 12, activity('electricity', 5)), row('I.1.1', 10, activity('lpg', 5))]);
    expect(told(renamed, bare)).toEqual([['changed', 'result 10 → 12']]);
    // A line that is another one is not it, though it has its name.
    expect(told(inventoryWith([line('a', 'lpg')]), inventoryWith([line('b', 'lpg')]))).toHaveLength(2);
  });

  it('two years: names first, and a line that was carried on and renamed is still that line', () => {
    const last = inventoryWith([line('a', 'diesel'), line('b', 'lpg')], { year: 2020 });
    const carriedOn = inventoryWith([line('a', 'electricity'), line('b', 'lpg')], { year: 2021 });
    expect(told(last, carriedOn)).toEqual([['changed', 'carrier diesel → electricity']]);
    // What was corrected in one year only does not make diesel of electricity in the other.
    const apart = inventoryWith([line('a', 'lpg'), line('b', 'diesel')], { year: 2021 });
    expect(told(last, apart)).toEqual([]);
  });

  it('differ in cells; a row that came is added', () => {
    const before = inventoryWith([row('I.1.1', 10, activity('diesel', 5)), row('I.1.2', 3), row('V.1', 1)]);
    const after = inventoryWith([
      row('I.1.2', 3),
      row('I.1.1', 12, { ...activity('diesel', 6), note: 'new meter' }),
      row('V.1', { keys: ['NE'], explanation: 'no herd count' }),
      row('III.1.1', 2),
    ]);
    expect(differencesOf(before, after).map(({ ref, kind, cells }) => [ref, kind, cells])).toEqual([
      ['I.1.1', 'changed', [
        { cell: 'amount', before: 5, after: 6 },
        { cell: 'result', before: 10, after: 12 },
        { cell: 'note', before: undefined, after: 'new meter' },
      ]],
      ['III.1.1', 'added', []],
      ['V.1', 'changed', [{ cell: 'result', before: 1, after: 'NE (no herd count)' }]],
    ]); // prettier-ignore
  });
});

describe('what was said of a row before rows had ids', () => {
  const said = (place: string, id = place): Comment => ({ id, place, replyTo: null, resolvedAt: null } as unknown as Comment); // prettier-ignore
  const old = inventoryWith([row('I.1.1', 10, activity('diesel', 5)), row('I.1.1', 4, activity('lpg', 2))]);
  const comments = [said('I.1.1/diesel/heating#1:amount'), said('I.1.1/lpg/heating#1'), said('V.1/-/-#1')];
  const countsAmong = (rows: readonly InventoryRow[]) => {
    const marks = marksOf({ comments, evidence: [] }, placesAmong(rows));
    return rowPlaces(rows).map((place) => [marks.get(place)?.comments, marks.get(placeOf(place, 'amount'))?.comments]);
  };

  it('stands at that row: as it was, with ids, renamed, sorted, and beside a new one of the old name', () => {
    expect(countsAmong(old.rows)).toEqual([[1, 1], [1, undefined]]); // prettier-ignore
    const [diesel, lpg] = withRowIds(old.rows) as [InventoryRow, InventoryRow];
    const renamed = { ...diesel, ...activity('electricity', 5) };
    expect(countsAmong([lpg, renamed, row('I.1.1', 1, { id: 'new', ...activity('diesel', 1) })])).toEqual([[1, undefined], [1, 1], [undefined, undefined]]); // prettier-ignore
    expect(threadsAt(comments, rowPlaces([renamed])[0]!, placesAmong([renamed])).map(({ first }) => first.id)).toEqual(['I.1.1/diesel/heating#1:amount']); // prettier-ignore
  });

  it('of an empty reference waits for its first row', () => {
    expect(threadsAt(comments, absentPlace('V.1'), placesAmong(old.rows))).toHaveLength(1);
    expect(countsAmong([row('V.1', 3, { id: idOfName(absentName('V.1')), ...activity('cattle', 3) })])).toEqual([[1, undefined]]); // prettier-ignore
  });
});

describe('a new year', () => {
  it('marks every figure of another year as an assumption to be renewed, and keeps keys', () => {
    const old = inventoryWith([row('I.1.1', 10, { ...activity('diesel', 5), note: 'by bill', quality: { activity: 'H', factor: 'M' } }), row('I.1.2', { keys: ['NO'] })]); // prettier-ignore
    const next = copyToYear(old, 2022, 'From 2021');
    expect(next).toMatchObject({ year: 2022, gwpSet: 'AR5' });
    expect(next.population).toBeUndefined();
    expect(next.rows[0]).toMatchObject({ provenance: 'assumption', note: 'From 2021. by bill', quality: { activity: 'L', factor: 'M' } }); // prettier-ignore
    expect(next.rows[1]).toEqual(old.rows[1]);
    // A line that is carried on is known by the same id.
    expect(copyToYear(inventoryWith([row('I.1.1', 10, { id: 'a' })]), 2022, 'From 2021').rows[0]!.id).toBe('a');
    expect(emptyYear(old.city, 2022, 'AR6')).toEqual({ city: old.city, year: 2022, gwpSet: 'AR6', rows: [] });
  });

  it('is the one after the last that is over', () => {
    expect(nextYear([], 2026)).toBe(2025);
    expect(nextYear([2019, 2021], 2026)).toBe(2022);
    expect(nextYear([2030], 2026)).toBe(2025);
  });
});

describe('other warming potentials', () => {
  const set: GwpSet = { id: 'AR6', source: 'test', values: { CO2: 1, 'CH4-biogenic': 27 } };
  it('weigh the gases anew, and name what has none', () => {
    // 10 t CH4: 280 t by AR5 (28), 270 t by AR6 (27); the interval goes with it.
    const interval = { central: 280, low: 140, high: 560 };
    const { inventory, stuck } = inOtherGwp(
      inventoryWith([row('III.1.1', 280, { gases: { 'CH4-biogenic': 10 }, interval }), row('I.1.1', 5), row('V.1', { keys: ['NE'] })]), // prettier-ignore
      set,
    );
    expect(inventory.gwpSet).toBe('AR6');
    expect(inventory.rows[0]).toMatchObject({ co2eTonnes: 270, interval: { central: 270, low: 135, high: 540 } });
    expect(stuck).toEqual(['I.1.1']);
  });
});

describe('the note of a recalculation', () => {
  const base = inventoryWith([row('I.1.1', 600), row('II.1.1', 400)], { year: 2015 });
  const revised = { ...base, rows: [row('I.1.1', 660), row('II.1.1', 410)] };
  const reasons: readonly RecalculationReason[] = [
    { kind: 'factor', refs: ['I.1.1'], explanation: 'grid factor\ncorrected (again): by the utility' },
    { kind: 'error', refs: ['II.1.1'], explanation: 'diesel booked twice' },
  ];

  it('can be read by people, and read back', () => {
    const note = writeRecalculationNote(2015, 3, recalculateBaseYear(base, revised, reasons));
    // (60 + 10) / 1000 = 7 %
    expect(note).toBe(
      'Recalculation of 2015 from version 3: 7 % (threshold 5 %, gross)\n' +
        '- factor (I.1.1): grid factor corrected (again): by the utility\n' +
        '- error (II.1.1): diesel booked twice',
    );
    expect(readRecalculationNote(note!)).toEqual({
      year: 2015,
      from: 3,
      change: 0.07,
      threshold: 0.05,
      reasons: [{ ...reasons[0], explanation: 'grid factor corrected (again): by the utility' }, reasons[1]],
    });
  });

  it('is not taken for one when it says something else, and is not written when it is too long', () => {
    expect(readRecalculationNote('Recalculation of the roof')).toBeUndefined();
    expect(readRecalculationNote(null)).toBeUndefined();
    const long = [{ ...reasons[0]!, explanation: 'x'.repeat(2000) }, reasons[1]!];
    expect(writeRecalculationNote(2015, 3, recalculateBaseYear(base, revised, long))).toBeUndefined();
  });
});
