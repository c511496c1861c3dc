import { describe, expect, it } from 'vitest';
import { recalculateBaseYear, type GwpSet, type RecalculationReason } from '@thousand-cities/model';
import { differencesOf } from './compare-state.ts';
import { activity, inventoryWith, row } from './inventory.case.ts';
import { copyToYear, emptyYear, nextYear } from './new-year.ts';
import { inOtherGwp } from './other-gwp.ts';
import { readRecalculationNote, writeRecalculationNote } from './recalculation-note.ts';
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
    expect(changeFrom({ tonnes: 0, gaps: 0 }, columns[1]!.total)).toBeUndefined();
    expect(columns[1]).toMatchObject({ perHead: 0.1, defaultShare: 0.2 });
  });

  it('has the earliest year as base until another is chosen', () => {
    expect(baseColumn(columns, undefined)?.year).toBe(2019);
    expect(baseColumn(columns, '2021')?.year).toBe(2021);
    expect(baseColumn(columns, 'gone')?.year).toBe(2019);
  });
});

describe('two versions', () => {
  it('differ in cells, by place; a renamed row goes and comes', () => {
    const before = inventoryWith([row('I.1.1', 10, activity('diesel', 5)), row('I.1.2', 3), row('V.1', 1)]);
    const after = inventoryWith([
      row('I.1.2', 3),
      row('I.1.1', 12, { ...activity('diesel', 6), note: 'new meter' }),
      row('V.1', { keys: ['NE'], explanation: 'no herd count' }),
      row('III.1.1', 2),
    ]);
    expect(differencesOf(before, after).map(({ place, kind, cells }) => [place, kind, cells])).toEqual([
      ['I.1.1/diesel/heating#1', 'changed', [
        { cell: 'amount', before: 5, after: 6 },
        { cell: 'result', before: 10, after: 12 },
        { cell: 'note', before: undefined, after: 'new meter' },
      ]],
      ['III.1.1/-/-#1', 'added', []],
      ['V.1/-/-#1', 'changed', [{ cell: 'result', before: 1, after: 'NE (no herd count)' }]],
    ]); // prettier-ignore
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
