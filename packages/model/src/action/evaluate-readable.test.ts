import { describe, expect, it } from 'vitest';
import { evaluateReadable } from './evaluate-readable.ts';
import type { PlanInputs } from './inputs.ts';
import { action, AR6, base, cell, exactly, FINANCE } from './random-plan.case.ts';
import type { Action, Cell } from './types.ts';

const gasHeat = cell({
  ref: 'I.1.1',
  use: 'space-heating',
  carrier: 'natural-gas',
  factors: { CO2: 0.2 },
  price: 'gas',
});
const power = cell({
  ref: 'I.1.2',
  use: 'space-heating',
  carrier: 'grid-electricity',
  factors: { CO2: 0.5 },
  price: 'power',
});
const losses = cell({
  ref: 'I.1.3',
  use: 'space-heating',
  carrier: 'grid-electricity',
  amount: 10,
  factors: { CO2: 0.5 },
  derivedFrom: { cell: power.id, share: 0.1 },
});

function evaluate(cells: readonly Cell[], actions: readonly Action[], given: Partial<PlanInputs> = {}) {
  return evaluateReadable({
    cells,
    drivers: [],
    actions,
    finance: FINANCE,
    gwpSet: AR6,
    counts: () => true,
    years: [2025],
    ...given,
  });
}
const only = (cells: readonly Cell[], actions: readonly Action[], given: Partial<PlanInputs> = {}) =>
  evaluate(cells, actions, given)[0]!;

const reduce = (size: number, refs = ['I']) => ({ ...base({ refs }, size), kind: 'reduce-activity' }) as const;
const heatPumps = (size: number, ratio = 0.3) =>
  ({
    ...base({ refs: ['I.1'], carriers: ['natural-gas'] }, size),
    kind: 'shift-carrier',
    to: { carrier: 'grid-electricity' },
    ratio: exactly(ratio),
  }) as const;
const green = (size: number, buysLess?: boolean) =>
  ({
    ...base({ carriers: ['grid-electricity'] }, size),
    kind: 'change-factor',
    ...(buysLess === undefined ? {} : { buysLess }),
  }) as const;

describe('levers on a cell', () => {
  it('stack by multiplication, so that no tonne is saved twice', () => {
    // 100 MWh · 0.2 t/MWh = 20 t; · 0.7 · 0.6 = 8.4 t
    expect(only([gasHeat], [action('a', [reduce(0.3)]), action('b', [reduce(0.4)])]).total).toBeCloseTo(8.4, 12);
  });

  it('scale with the size of the action', () => {
    const half = action('a', [reduce(0.4)], { schedule: { startYear: 2025, size: 0.5 } });
    expect(only([gasHeat], [half]).total).toBeCloseTo(20 * 0.8, 12);
  });

  it('act on the channels they name only', () => {
    // 100 · (1e-3 t CH4 · 29.8 + 0.2 t CO2): half the methane caught → 20 + 1.49
    const flare = cell({ ref: 'I.8.1', use: 'fugitive', carrier: 'none', factors: { CO2: 0.2, 'CH4-fossil': 1e-3 } });
    const capture = { ...base({}, 0.5), kind: 'capture', channels: ['ch4Fossil'] } as const;
    const year = only([flare], [action('a', [capture])]);
    expect(year.total).toBeCloseTo(21.49, 12);
    expect(year.byChannel.ch4Fossil).toBeCloseTo(0.05, 12);
    expect(year.byChannel.co2).toBeCloseTo(20, 12);
  });

  it('never touch biogenic CO2 in the totals, which is a memo', () => {
    const wood = cell({
      ref: 'I.1.1',
      use: 'cooking',
      carrier: 'fuelwood',
      factors: { 'CO2-biogenic': 0.4, N2O: 1e-5 },
    });
    // 100 · 1e-5 · 273
    expect(only([wood], []).total).toBeCloseTo(0.273, 12);
  });
});

describe('a shift to another carrier', () => {
  it('moves what the source still uses, at the ratio, to the factor and price of the target', () => {
    // Insulation −20 %, heat pumps take half of what is left: gas 100 · 0.8 · 0.5 = 40; power 100 + 80 · 0.5 · 0.3 = 112.
    const year = only([gasHeat, power], [action('a', [reduce(0.2, ['I.1.1'])]), action('b', [heatPumps(0.5)])]);
    expect(year.cells.get(gasHeat.id)!.activity).toBeCloseTo(40, 12);
    expect(year.cells.get(power.id)!.activity).toBeCloseTo(112, 12);
    expect(year.total).toBeCloseTo(40 * 0.2 + 112 * 0.5, 12);
    expect(year.bill).toBeCloseTo(40 * 70 + 112 * 180, 9);
  });

  it('arrives after the target’s own reduction and before its factor levers', () => {
    // Target's own 100 halved to 50; 100 · 0.5 · 0.3 = 15 arrive whole; all 65 then get the green factor 0.5 · 0.4.
    const actions = [action('a', [reduce(0.5, ['I.1.2'])]), action('b', [heatPumps(0.5)]), action('c', [green(0.6)])];
    expect(only([gasHeat, power], actions).cells.get(power.id)!.emissions).toBeCloseTo(65 * 0.2, 12);
  });

  it('moves nothing twice: the later of two takes from what the earlier left', () => {
    // a takes 60 of 100, b takes half of the other 40: 20 left, 80 · 0.3 arrived.
    const year = only([gasHeat, power], [action('a', [heatPumps(0.6)]), action('b', [heatPumps(0.5)])]);
    expect(year.cells.get(gasHeat.id)!.activity).toBeCloseTo(20, 12);
    expect(year.cells.get(power.id)!.activity).toBeCloseTo(100 + 80 * 0.3, 12);
  });

  it('brings the losses that follow the target', () => {
    // 15 MWh arrive; losses 10 % of 115 MWh.
    const year = only([gasHeat, power, losses], [action('b', [heatPumps(0.5)])]);
    expect(year.cells.get(losses.id)!.activity).toBeCloseTo(11.5, 12);
  });
});

describe('a cell that follows another', () => {
  it('is not reduced a second time by a lever that acts on its parent', () => {
    const year = only([power, losses], [action('a', [reduce(0.4)])]);
    expect(year.cells.get(losses.id)!.activity).toBeCloseTo(6, 12);
  });

  it('is reduced by a lever of its own', () => {
    const year = only([power, losses], [action('a', [reduce(0.4, ['I.1.3'])])]);
    expect(year.cells.get(losses.id)!.activity).toBeCloseTo(6, 12);
    expect(year.cells.get(power.id)!.activity).toBeCloseTo(100, 12);
  });

  it('must have a parent that is there and follows none', () => {
    const orphan = { ...losses, derivedFrom: { cell: 'nowhere', share: 0.1 } };
    expect(() => only([power, orphan], [])).toThrow(expect.objectContaining({ code: 'plan-invalid' }));
    const chain = { ...losses, id: 'I.1.3:x:y', derivedFrom: { cell: losses.id, share: 0.1 } };
    expect(() => only([power, losses, chain], [])).toThrow(expect.objectContaining({ code: 'plan-invalid' }));
  });
});

describe('the bill', () => {
  it('falls when a city makes its own power, and stays when it buys green power', () => {
    const bill = (buysLess: boolean) => only([power], [action('a', [green(0.5, buysLess)])]).bill;
    expect([bill(true), bill(false)]).toEqual([9_000, 18_000].map((n) => expect.closeTo(n, 9)));
  });

  it('grows at the real rate of the price', () => {
    const [, next] = evaluate([gasHeat], [], { years: [2025, 2026] });
    expect(next!.bill).toBeCloseTo(100 * 70 * 1.01, 9);
  });

  it('needs a price where a cell names one', () => {
    expect(() => only([{ ...gasHeat, price: 'peat' }], [])).toThrow(
      expect.objectContaining({ code: 'missing-figure' }),
    );
  });

  it('counts outside the boundary, where emissions do not', () => {
    const year = only([gasHeat], [], { counts: () => false });
    expect([year.total, year.bill]).toEqual([0, 7_000]);
  });
});

describe('waste, sinks and drivers', () => {
  it('diverts waste at once and lets the landfill answer in its own time', () => {
    // Half diverted: compost has 50 t at once; the landfill, τ = 10, has felt 1 − e^(−0.1) of the change in its first year.
    const landfill = cell({ ref: 'III.1.1', use: 'landfill', carrier: 'organic-waste', unit: 't', responseYears: 10 });
    const compost = cell({
      ref: 'III.2.1',
      use: 'composting',
      carrier: 'organic-waste',
      unit: 't',
      factors: { CO2: 0.1 },
      amount: 0,
    });
    const divert = {
      ...base({ refs: ['III.1'] }, 0.5),
      kind: 'divert',
      to: { carrier: 'organic-waste', use: 'composting', ref: 'III.2.1' },
      ratio: exactly(1),
    } as const;
    const year = only([landfill, compost], [action('a', [divert])]);
    expect(year.cells.get(landfill.id)!.emissions).toBeCloseTo(100 * (1 - 0.5 * (1 - Math.exp(-0.1))), 12);
    expect(year.cells.get(compost.id)!.emissions).toBeCloseTo(5, 12);
  });

  it('takes up carbon by planted area, in a sink cell of its own', () => {
    const trees = {
      ...base({}, 1),
      kind: 'add-sink',
      units: 100,
      unit: 'ha',
      tonnesPerUnitYear: exactly(4),
      ref: 'V.2',
    } as const;
    const year = only([gasHeat], [action('a', [trees], { adoption: { rampYears: 4, shape: 'linear' } })]);
    // A quarter of 100 ha in the first year, 4 t each.
    expect(year.bySector['V']).toBeCloseTo(-100, 12);
  });

  it('moves business-as-usual by drivers: amounts by activity, factors by the channels an intensity driver names', () => {
    const given = { label: '', provenance: 'assumption', sources: [] } as const;
    const drivers = [
      {
        id: 'people',
        moves: 'activity',
        points: [
          { year: 2025, index: 1 },
          { year: 2035, index: 1.2 },
        ],
        ...given,
      },
      {
        id: 'clean',
        moves: 'intensity',
        channels: ['co2'],
        points: [
          { year: 2025, index: 1 },
          { year: 2027, index: 0.5 },
        ],
        ...given,
      },
    ] as const;
    const driven = {
      ...gasHeat,
      factors: { CO2: 0.2, N2O: 1e-3 },
      activityDrivers: ['people'],
      intensityDrivers: ['clean'],
    };
    const years = evaluate([driven], [], { drivers: [...drivers], years: [2025, 2026, 2027, 2028] });
    // 2028: activity 100 · 1.06; CO2 factor held at half; N2O factor unmoved.
    expect(years[3]!.byChannel.co2).toBeCloseTo(106 * 0.1, 12);
    expect(years[3]!.byChannel.n2o).toBeCloseTo(106 * 1e-3, 12);
    expect(years[1]!.byChannel.co2).toBeCloseTo(102 * 0.2 * 0.75, 12);
  });

  it('refuses years with a gap and drivers the plan does not hold', () => {
    expect(() => evaluate([gasHeat], [], { years: [2025, 2027] })).toThrow(
      expect.objectContaining({ code: 'plan-invalid' }),
    );
    expect(() => only([{ ...gasHeat, activityDrivers: ['nobody'] }], [])).toThrow(
      expect.objectContaining({ code: 'plan-invalid' }),
    );
  });
});
