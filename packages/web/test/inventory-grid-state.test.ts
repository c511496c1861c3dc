/** The grid as state, over the real calculators and factors: what a keystroke does to an inventory. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activityCalculator,
  calculatorReferenceOf,
  GPC_REFERENCES,
  inBoundary,
  inventoryOf,
  isMissing,
  referenceOf,
  totalsOf,
  BOUNDARIES,
  type Inventory,
  type InventoryRow,
} from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { activitiesOf, carriersOf } from '../src/features/inventory-grid/activities.ts';
import { cellText } from '../src/features/inventory-grid/cells.ts';
import { GRID_COLUMNS, type GridColumn } from '../src/features/inventory-grid/columns.ts';
import { editedRow, emptyRow, type EditContext } from '../src/features/inventory-grid/edit-row.ts';
import { parseFigure } from '../src/features/inventory-grid/figures.ts';
import { linesOf, recordsOf } from '../src/features/inventory-grid/records.ts';
import type { Range } from '../src/features/inventory-grid/selection.ts';
import * as grid from '../src/features/inventory-grid/state.ts';
import { beginEditing, editingAfter } from '../src/shared/saving/editing.ts';
import { withNewIds } from '../src/shared/rows/row-ids.ts';
import { mergeThree } from '../src/shared/saving/merge.ts';
import { inventoryRules } from '../src/shared/saving/merge-rules.ts';

const set = loadReference();
const slice = set.countrySlice('IDN');
const city = { name: 'Semarang', country: 'IDN' };
const context: EditContext = {
  calculator: activityCalculator(calculatorReferenceOf(referenceOf(slice), set.factorSlice('IDN'))),
  inventory: { city, year: 2019, gwpSet: 'AR5' },
  form: { decimal: '.' },
};
const comma: EditContext = { ...context, form: { decimal: ',' } };

const inventoryWith = (...rows: InventoryRow[]): Inventory => ({ city, year: 2019, gwpSet: 'AR5', rows });
const defaultRow: InventoryRow = {
  ref: 'I.1.1',
  co2eTonnes: 500,
  gases: { CO2: 500 },
  method: 'starter',
  provenance: 'default',
  quality: { activity: 'L', factor: 'L' },
  interval: { central: 500, low: 100, high: 900 },
  sources: ['edgar-v7'],
};

/** Type into cells of one row, one after another, as a person does. */
function typed(row: InventoryRow, cells: Partial<Record<GridColumn, string>>, by = context): InventoryRow {
  return Object.entries(cells).reduce((now, [column, text]) => {
    const next = editedRow(now, new Map([[column as GridColumn, text]]), by);
    if (Array.isArray(next)) throw new Error(JSON.stringify(next));
    return next as InventoryRow;
  }, row);
}

const GAS = { activity: 'heating', carrier: 'natural-gas', amount: '1000', unit: 'MWh' };
/**
 * IPCC 2006 Vol 2 Table 2.5, natural gas in homes: 56,100 kg CO2, 5 kg CH4, 0.1 kg N2O per TJ; 1000 MWh = 3.6 TJ; AR5: 30 for methane
 * of fossil origin, 265. 3.6 · (56.1 + 0.005 · 30 + 0.0001 · 265) = 3.6 · 56.2765 = 202.5954 t
 */
const GAS_TONNES = 202.5954;

describe('filling a row cell by cell', () => {
  it('keeps the default until amount and unit are there, then calculates', () => {
    const named = typed(defaultRow, { activity: GAS.activity, carrier: GAS.carrier, amount: GAS.amount });
    expect(named).toMatchObject({ co2eTonnes: 500, provenance: 'default', activity: { amount: 1000 } });
    const full = typed(named, { unit: GAS.unit });
    expect(full.co2eTonnes).toBeCloseTo(GAS_TONNES, 4);
    expect(full).toMatchObject({ provenance: 'city-value', method: 'stationary-combustion', sources: ['ipcc-2006'] });
    expect(full.interval).toBeUndefined();
  });

  it('keeps what people add when the figure is worked out anew', () => {
    const told = typed(emptyRow('I.1.1'), { ...GAS, source: 'PGN 2019', note: 'metered', quality: 'H' });
    const changed = typed(told, { carrier: 'diesel', amount: '2000' });
    expect(changed).toMatchObject({ note: 'metered', quality: { activity: 'H' } });
    expect(changed.sources).toContain('PGN 2019');
    expect(changed.co2eTonnes).not.toBe(told.co2eTonnes);
  });

  it('takes the city’s own factor, with a decimal comma and without its unit', () => {
    const own = typed(emptyRow('I.1.2'), { ...GAS, carrier: 'grid-electricity', factor: '0,45' }, comma);
    // 1000 MWh · 0.45 t/MWh
    expect(own.co2eTonnes).toBeCloseTo(450, 9);
    expect(own.activity).toMatchObject({ factor: '0.45 t CO2e/MWh' });
    expect(typed(own, { amount: '0' }, comma)).toMatchObject({ co2eTonnes: 0, provenance: 'confirmed-zero' });
    expect(typed(typed(own, { amount: '0' }), { amount: '10' }).co2eTonnes).toBeCloseTo(4.5, 9);
    const sourced = typed(own, { source: 'PLN 2019' });
    expect(typed(sourced, { amount: '2000' }).sources).toEqual(['PLN 2019']);
  });

  it('keeps what was typed when it cannot be calculated, and claims no figure', () => {
    const odd = typed(emptyRow('I.1.1'), { ...GAS, carrier: 'moonbeams' });
    expect(odd).toMatchObject({ co2eTonnes: { keys: ['unknown'] }, activity: { carrier: 'moonbeams', amount: 1000 } });
    expect(typed(odd, { carrier: 'gas' })).toMatchObject({ activity: { carrier: 'natural-gas' } });
  });

  it('lets a figure with a factor that only it tells go with its amount, gas by gas', () => {
    const imported: InventoryRow = {
      ref: 'I.1.1',
      co2eTonnes: 300,
      gases: { CO2: 290 },
      activity: { activity: 'heating', carrier: 'natural-gas', amount: 1000, unit: 'MWh' },
      provenance: 'city-value',
      sources: ['report'],
    };
    expect(typed(imported, { amount: '500' })).toMatchObject({
      co2eTonnes: 150,
      gases: { CO2: 145 },
      sources: ['report'],
    });
    expect(typed(imported, { unit: 'GWh' }).co2eTonnes).toBeCloseTo(GAS_TONNES * 1000, 1);
  });

  it('puts a key in the place of a figure, with its reason, and takes it away again', () => {
    const keyed = typed(typed(emptyRow('I.1.1'), GAS), { key: 'ie (ii.1.1)', note: 'sold with transport fuel' });
    expect(keyed).toMatchObject({
      co2eTonnes: { keys: ['IE'], includedIn: ['II.1.1'], explanation: 'sold with transport fuel' },
      activity: { activity: 'heating', carrier: 'natural-gas', unit: 'MWh' },
    });
    expect(keyed.gases).toBeUndefined();
    expect(typed(keyed, { key: '' }).co2eTonnes).toEqual({ keys: ['unknown'] });
  });

  it('takes a figure stated as such where none is calculated, and tells a confirmed nought', () => {
    expect(typed(defaultRow, { result: '1,250.5' })).toEqual({
      ref: 'I.1.1',
      co2eTonnes: 1250.5,
      method: 'as-reported',
      provenance: 'city-value',
      sources: [],
    });
    expect(typed(emptyRow('I.7.1'), { result: '0' }).provenance).toBe('confirmed-zero');
  });

  it.each([
    ['amount', 'a lot', 'not-a-number'],
    ['amount', '-5', 'below-nought'],
    ['unit', 'buckets', 'unit-unknown'],
    ['factor', 'high', 'factor-unreadable'],
    ['factor', '0.45 t/bucket', 'factor-unreadable'],
    ['key', 'maybe', 'key-unknown'],
    ['quality', 'X', 'quality-unknown'],
    ['result', '7', 'result-calculated'],
    ['note', 'x'.repeat(2001), 'too-long'],
  ] as const)('refuses %s "%s": %s', (column, text, code) => {
    const row = typed(emptyRow('I.1.1'), GAS);
    expect(editedRow(row, new Map([[column, text]]), context)).toMatchObject([{ column, code }]);
  });
});

const range = (top: number, left: number, bottom = top, right = left): Range => ({ top, bottom, left, right });
const COLUMN = Object.fromEntries(GRID_COLUMNS.map((column, at) => [column, at])) as Record<GridColumn, number>;
const rowOf = (inventory: Inventory, ref: string) => recordsOf(inventory).findIndex((record) => record.ref === ref);
const done = (change: grid.Change): Inventory => {
  if ('refused' in change) throw new Error(JSON.stringify(change.refused));
  return change.inventory;
};

describe('the rows of the grid', () => {
  it('are all references in order, missing ones too, under their headings', () => {
    const records = recordsOf(inventoryWith(emptyRow('II.1.1'), emptyRow('I.1.1'), emptyRow('II.1.1')));
    expect(records).toHaveLength(55);
    expect(records.filter(({ at }) => at !== undefined).map(({ at }) => at)).toEqual([1, 0, 2]);
    const heads = linesOf(records).filter(({ kind }) => kind === 'sector');
    expect(heads).toHaveLength(6);
  });
});

describe('pasting', () => {
  const block = [
    ['cooking', 'lpg', '120', 't'],
    ['heating', 'natural-gas', '1,000', 'MWh'],
    ['lighting', 'kerosene', '5', 't'],
  ];

  it('adds rows to the reference when the block is longer', () => {
    const empty = inventoryWith();
    const next = done(
      grid.pasted(empty, block, range(rowOf(empty, 'I.1.1'), COLUMN.activity), context, { mode: 'reference' }),
    );
    expect(next.rows.map(({ ref, activity }) => [ref, activity?.carrier])).toEqual([
      ['I.1.1', 'lpg'],
      ['I.1.1', 'natural-gas'],
      ['I.1.1', 'kerosene'],
    ]);
    expect(next.rows[1]!.co2eTonnes).toBeCloseTo(GAS_TONNES, 4);
  });

  it('goes to the references a block names, leaving its headings out', () => {
    const named = [
      ['GPC ref', 'Activity', 'Carrier', 'Amount', 'Unit'],
      ['II.1.1', 'fuel sold', 'diesel', '10', 't'],
      ['i.1.1', 'cooking', 'lpg', '1', 't'],
      ['II.1.1', 'fuel sold', 'petrol', '10', 't'],
    ];
    const next = done(grid.pasted(inventoryWith(), grid.withoutHeadings(named, 0), range(0, 0), context));
    expect(next.rows.map(({ ref, activity }) => [ref, activity?.carrier])).toEqual([
      ['I.1.1', 'lpg'],
      ['II.1.1', 'diesel'],
      ['II.1.1', 'petrol'],
    ]);
  });

  it('takes nothing when a cell is refused, and names every such cell', () => {
    const wrong = [...block, ['x', 'lpg', 'many', 'buckets']];
    const change = grid.pasted(inventoryWith(), wrong, range(0, COLUMN.activity), context, { mode: 'reference' });
    expect(change).toEqual({
      refused: [
        { ref: 'I.1.1', line: 4, column: 'unit', code: 'unit-unknown', text: 'buckets' },
        { ref: 'I.1.1', line: 4, column: 'amount', code: 'not-a-number', text: 'many' },
      ],
    });
    expect(grid.pasted(inventoryWith(), [['IX.1']], range(0, 0), context)).toMatchObject({
      refused: [{ code: 'ref-unknown', line: 1 }],
    });
    expect(grid.pasted(inventoryWith(), [['a', 'b']], range(0, COLUMN.note), context)).toMatchObject({
      refused: [{ code: 'too-wide' }],
    });
  });

  it('fills a selection from one cell', () => {
    const next = done(grid.pasted(inventoryWith(), [['NO']], range(0, COLUMN.key, 2), context));
    expect(next.rows.map(({ co2eTonnes }) => co2eTonnes)).toEqual([
      { keys: ['NO'] },
      { keys: ['NO'] },
      { keys: ['NO'] },
    ]);
  });
});

describe('filling', () => {
  it('copies the first row of the selection down and works each out by its own factors', () => {
    const first = done(
      grid.pasted(inventoryWith(), [['use', 'natural-gas', '10', 'TJ']], range(0, COLUMN.activity), context),
    );
    const into = rowOf(first, 'I.2.1');
    const next = done(
      grid.filled(
        first,
        range(0, COLUMN.activity, 0, COLUMN.result),
        range(into, COLUMN.activity, into, COLUMN.result),
        context,
      ),
    );
    expect(next.rows).toHaveLength(2);
    expect(next.rows[1]).toMatchObject({ ref: 'I.2.1', activity: { carrier: 'natural-gas', amount: 10 } });
  });
});

describe('rows', () => {
  it('of a reference that was empty are the same row, whoever fills it first; more are rows of their own', () => {
    const empty = inventoryWith();
    const index = recordsOf(empty).findIndex(({ ref }) => ref === 'II.1.1');
    const fill = (text: string) => after(grid.setCell(empty, index, 'result', text, context), empty);
    const [mine, theirs] = [fill('10'), fill('20')];
    expect(recordsOf(mine)[index]!.place).toBe(recordsOf(empty)[index]!.place);
    const { merged, conflicts } = mergeThree(empty, mine, theirs, inventoryRules);
    expect(conflicts.map(({ path }) => path)).toEqual([['rows', 'II.1.1', 'co2eTonnes']]);
    expect((merged as Inventory).rows).toEqual(mine.rows);
    const two = grid.withRow(mine, 'II.1.1').rows;
    expect(two.map(({ id }) => id)).toEqual([mine.rows[0]!.id, undefined]);
  });

  it('are added and taken away; the reference is missing again with its last', () => {
    const one = grid.withRow(inventoryWith(defaultRow), 'I.1.1');
    expect(one.rows).toHaveLength(2);
    expect(grid.withoutRows(one, { top: 0, bottom: 1 }).rows).toEqual([]);
    expect(recordsOf(grid.withoutRows(one, { top: 0, bottom: 1 }))[0]).toMatchObject({ ref: 'I.1.1', at: undefined });
  });
});

const text = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    'natural-gas',
    'diesel',
    'MWh',
    't',
    '12',
    '1,5',
    '0',
    'NO',
    'IE (I.1.1)',
    'H/L',
    '0.5',
    '-3',
    'buckets',
  ),
  fc.string({ maxLength: 6 }),
);
const anyRow: fc.Arbitrary<InventoryRow> = fc.record(
  {
    ref: fc.constantFrom(...GPC_REFERENCES.map(({ ref }) => ref)),
    co2eTonnes: fc.oneof(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.record(
        {
          keys: fc.uniqueArray(
            fc.constantFrom('NO' as const, 'NE' as const, 'IE' as const, 'C' as const, 'unknown' as const),
            { minLength: 1 },
          ),
          includedIn: fc.constant(['II.1.1']),
          explanation: fc.string({ minLength: 1 }),
        },
        { requiredKeys: ['keys'] },
      ),
    ),
    gases: fc.constant({ CO2: 1, N2O: 0.1 }),
    biogenicCo2Tonnes: fc.double({ min: 0, max: 10, noNaN: true }),
    activity: fc.record(
      {
        activity: fc.string(),
        carrier: fc.string(),
        amount: fc.double({ min: 0, max: 1e9, noNaN: true }),
        unit: fc.string(),
        factor: fc.string(),
      },
      { requiredKeys: ['activity', 'carrier', 'unit'] },
    ),
    method: fc.string(),
    provenance: fc.constantFrom(
      'city-value' as const,
      'default' as const,
      'assumption' as const,
      'method-locked' as const,
    ),
    quality: fc.record(
      { activity: fc.constantFrom('H' as const, 'L' as const), factor: fc.constant('M' as const) },
      { requiredKeys: [] },
    ),
    interval: fc.constant({ central: 1, low: 0, high: 2 }),
    sources: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
    note: fc.string(),
  },
  { requiredKeys: ['ref', 'co2eTonnes', 'provenance', 'sources'] },
);
const anyInventory = fc.array(anyRow, { maxLength: 12 }).map((rows) => inventoryWith(...rows));
const anyRange = fc
  .tuple(fc.nat(50), fc.nat(GRID_COLUMNS.length - 1), fc.nat(3), fc.nat(4))
  .map(([top, left, down, across]) => range(top, left, top + down, Math.min(left + across, GRID_COLUMNS.length - 1)));

type Step = (inventory: Inventory) => Inventory;
const after = (change: grid.Change, before: Inventory) => ('refused' in change ? before : change.inventory);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(53), fc.constantFrom(...GRID_COLUMNS), text).map(
    ([row, column, typedText]): Step =>
      (now) =>
        after(grid.setCell(now, row, column, typedText, context), now),
  ),
  fc
    .tuple(
      anyRange,
      fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
    )
    .map(
      ([into, block, isLong]): Step =>
        (now) =>
          after(grid.pasted(now, block, into, context, { mode: isLong ? 'reference' : 'down' }), now),
    ),
  anyRange.map(
    (into): Step =>
      (now) =>
        after(grid.filled(now, { ...into, bottom: into.top }, into, context), now),
  ),
  anyRange.map(
    (into): Step =>
      (now) =>
        after(grid.cleared(now, into, context), now),
  ),
  anyRange.map(
    (into): Step =>
      (now) =>
        grid.withoutRows(now, into),
  ),
  fc.constantFrom(...GPC_REFERENCES.map(({ ref }) => ref)).map(
    (ref): Step =>
      (now) =>
        grid.withRow(now, ref),
  ),
);

describe('the activities that are offered', () => {
  const refs = [...new Map(GPC_REFERENCES.map(({ subsector, ref }) => [subsector, ref])).values()];
  const offered = refs.flatMap((ref) => activitiesOf(ref).map((activity) => [ref, activity] as const));
  const carriers = ['', 'diesel', 'R-410A', 'food', 'anaerobic-reactor', 'none', '200-400m', 'overburden-25-50m'];

  it.each(offered)('are known under their reference: %s %s', (ref, activity) => {
    const rows = ['t', 'm3', 'vkm', 'head', 'person', 'ha', 'MWh'].flatMap((unit) =>
      carriers.map((carrier) =>
        typed(emptyRow(ref.replace(/^II\.1\.\d$/, 'II.1.1')), { activity, carrier, amount: '1', unit }),
      ),
    );
    expect(rows.some(({ co2eTonnes }) => !isMissing(co2eTonnes))).toBe(true);
  });
});

describe('the carriers that are offered', () => {
  const offered = GPC_REFERENCES.flatMap(({ ref }) => carriersOf(ref).map((carrier) => [ref, carrier] as const));

  it('are known under their reference', () => {
    const unknown = offered.filter(([ref, carrier]) => {
      const activities = activitiesOf(ref).length > 0 ? activitiesOf(ref) : ['use'];
      return !activities.some((activity) =>
        ['MWh', 't'].some((unit) => {
          const { co2eTonnes } = typed(emptyRow(ref), { activity, carrier, amount: '1', unit });
          return !isMissing(co2eTonnes);
        }),
      );
    });
    expect(unknown.map((each) => each.join(' '))).toEqual([]);
  });
});

describe('the laws of the grid', () => {
  it('every row of an inventory is one row of the grid, and its texts typed again change nothing', () => {
    fc.assert(
      fc.property(anyInventory, fc.constantFrom(context, comma), (inventory, by) => {
        const records = recordsOf(inventory);
        expect(
          records
            .filter(({ at }) => at !== undefined)
            .map(({ at }) => at!)
            .sort((a, b) => a - b),
        ).toEqual(inventory.rows.map((_, at) => at));
        for (const { row } of records) {
          if (!row) continue;
          const texts = new Map(GRID_COLUMNS.map((column) => [column, cellText(row, column, by.form)]));
          expect(editedRow(row, texts, by)).toBe(row);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('a copied block pasted where it was copied changes nothing', () => {
    fc.assert(
      fc.property(anyInventory, anyRange, (inventory, from) => {
        const rows = recordsOf(inventory).length;
        const inside = { ...from, bottom: Math.min(from.bottom, rows - 1) };
        expect(grid.pasted(inventory, grid.copied(inventory, inside, context), inside, context)).toEqual({
          inventory,
          changed: 0,
          added: 0,
        });
      }),
      { numRuns: 150 },
    );
  });

  it('any change leaves every row its id, and gives none twice', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), (steps) => {
        steps.reduce<Inventory>(
          (before, step) => {
            const stepped = step(before);
            const rows = withNewIds(stepped.rows);
            const refOf = new Map(rows.map(({ id, ref }) => [id, ref]));
            expect(refOf.size).toBe(rows.length);
            const stay = before.rows.filter(({ id }) => refOf.has(id));
            for (const { id, ref } of stay) expect(refOf.get(id)).toBe(ref);
            // Only taking rows away takes ids away.
            if (rows.length >= before.rows.length) expect(stay).toHaveLength(before.rows.length);
            return { ...stepped, rows };
          },
          inventoryWith({ ...defaultRow, id: 'kept' }),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('any change leaves an inventory that can be saved, and is undone without trace', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 1, maxLength: 8 }), (steps) => {
        const start = inventoryWith(defaultRow);
        let editing = beginEditing({ version: 1, state: 'draft', document: start, createdBy: null, createdAt: '' });
        const seen: unknown[] = [start];
        for (const step of steps) {
          const next = step(editing.value as Inventory);
          expect(inventoryOf(JSON.parse(JSON.stringify(next)))).toEqual(next);
          if (next !== editing.value) seen.push(next);
          editing = editingAfter(editing, { kind: 'edited', value: next }, inventoryRules);
        }
        for (const before of seen.toReversed()) {
          expect(editing.value).toBe(before);
          editing = editingAfter(editing, { kind: 'undone' }, inventoryRules);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the figures in the cells add up to the totals of the model', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (steps) => {
        const inventory = steps.reduce((now, step) => step(now), inventoryWith(defaultRow));
        const totals = totalsOf(inventory);
        for (const boundary of BOUNDARIES) {
          const cells = recordsOf(inventory).filter(
            ({ ref, row }) => row && !isMissing(row.co2eTonnes) && inBoundary(ref, boundary),
          );
          const sum = cells.reduce(
            (all, { row }) => all + parseFigure(cellText(row, 'result', context.form), context.form)!,
            0,
          );
          expect(totals[boundary].co2eTonnes).toBeCloseTo(sum, 6);
        }
      }),
      { numRuns: 100 },
    );
  });
});
