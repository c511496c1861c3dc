/** Random plans for property tests: cells of every kind, drivers, and levers of every kind over them. */
import fc from 'fast-check';
import type { Channel, GwpSet } from '../gas.ts';
import { CHANNELS } from '../gas.ts';
import type { Driver } from '../pathway/types.ts';
import type { PlanInputs } from './inputs.ts';
import type { Action, Cell, CellSelector, Finance, Lever } from './types.ts';

/** AR6 WG1 table 7.15 for the main gases. */
export const AR6: GwpSet = {
  id: 'AR6',
  source: 'IPCC AR6 WG1 table 7.15',
  values: { CO2: 1, 'CH4-fossil': 29.8, 'CH4-biogenic': 27, N2O: 273, 'HFC-134a': 1530, SF6: 24300 },
};

export const FINANCE: Finance = {
  currency: 'EUR',
  priceYear: 2024,
  discountRate: 0.04,
  prices: {
    gas: { perUnit: 70, growthPerYear: 0.01, provenance: 'assumption', sources: [] },
    power: { perUnit: 180, growthPerYear: -0.005, provenance: 'assumption', sources: [] },
  },
};

/** A cell with everything given but what the test is about. */
export function cell(given: Partial<Cell> & Pick<Cell, 'ref' | 'use' | 'carrier'>): Cell {
  return {
    id: `${given.ref}:${given.use}:${given.carrier}`,
    amount: 100,
    unit: 'MWh',
    factors: { CO2: 1 },
    activityDrivers: [],
    intensityDrivers: [],
    provenance: 'assumption',
    uncertainty: { activity: { factor95: 1 }, factor: { factor95: 1 } },
    sources: [],
    ...given,
  };
}

/** An action at full size from the first year, at once, for ever, at no cost, unless said otherwise. */
export function action(id: string, levers: readonly Lever[], given: Partial<Action> = {}): Action {
  return {
    id,
    name: id,
    sector: 'stationary-energy',
    levers,
    schedule: { startYear: 2025, size: 1 },
    adoption: { rampYears: 1, shape: 'step' },
    lifetimeYears: 20,
    renew: true,
    cost: {
      capital: exactly(0),
      operatingPerYear: exactly(0),
      provenance: 'assumption',
      sources: [],
      derivation: [],
    },
    payers: { city: 1, national: 0, households: 0, business: 0 },
    lowIncomeBenefitShare: exactly(0),
    powers: [],
    coBenefits: [],
    hazards: [],
    indicators: [],
    sources: [],
    ...given,
  };
}

export function exactly(value: number): { central: number; low: number; high: number } {
  return { central: value, low: value, high: value };
}

/** What levers have in common, for tests that are about their size and reach. */
export function base(select: CellSelector, size: number) {
  return { select, size: exactly(size), provenance: 'assumption', sources: [] } as const;
}

const BASE_YEAR = 2025;
/** Numbers of ordinary size: doubles drawn over all magnitudes are nearly always next to nothing, and would prove as much. */
const between = (low: number, high: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1000 }).map((n) => low + ((high - low) * n) / 1000);
const share = fc.oneof(fc.constantFrom(0, 1), between(0, 1), between(0.2, 0.8));
const amount = fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: between(100, 10_000), weight: 9 });
const factor = between(0.05, 2);

const driver = (id: string): fc.Arbitrary<Driver> =>
  fc.record({
    id: fc.constant(id),
    label: fc.constant(id),
    moves: fc.constantFrom('activity' as const, 'intensity' as const),
    points: fc.tuple(between(0.2, 3), between(0.2, 3)).map(([middle, end]) => [
      { year: BASE_YEAR, index: 1 },
      { year: BASE_YEAR + 4, index: middle },
      { year: BASE_YEAR + 9, index: end },
    ]),
    provenance: fc.constant('assumption' as const),
    sources: fc.constant([]),
    channels: fc.subarray([...CHANNELS], { minLength: 1 }),
  });

/** The places cells may be: burnt, supplied and lost energy, transport, waste, products, land. */
const PLACES: readonly (Pick<Cell, 'ref' | 'use' | 'carrier'> & Partial<Cell>)[] = [
  { ref: 'I.1.1', use: 'space-heating', carrier: 'natural-gas', price: 'gas' },
  { ref: 'I.1.1', use: 'cooking', carrier: 'lpg', price: 'gas' },
  { ref: 'I.1.1', use: 'cooking', carrier: 'fuelwood' },
  { ref: 'I.1.2', use: 'space-heating', carrier: 'grid-electricity', price: 'power' },
  {
    ref: 'I.1.3',
    use: 'space-heating',
    carrier: 'grid-electricity',
    derivedFrom: { cell: 'I.1.2:space-heating:grid-electricity', share: 0.08 },
  },
  { ref: 'I.2.2', use: 'lighting', carrier: 'grid-electricity', price: 'power' },
  { ref: 'II.1.1', use: 'passenger-car', carrier: 'petrol', price: 'gas' },
  { ref: 'II.1.1', use: 'bus', carrier: 'diesel', price: 'gas' },
  { ref: 'II.1.2', use: 'bus', carrier: 'grid-electricity', price: 'power' },
  { ref: 'III.1.1', use: 'landfill', carrier: 'organic-waste', responseYears: 8 },
  { ref: 'III.1.2', use: 'landfill', carrier: 'organic-waste', responseYears: 3 },
  { ref: 'III.2.1', use: 'composting', carrier: 'organic-waste' },
  { ref: 'IV.2', use: 'refrigerants', carrier: 'none' },
  { ref: 'V.2', use: 'land', carrier: 'none', sink: true },
];

const SPECIES = ['CO2', 'CH4-fossil', 'CH4-biogenic', 'N2O', 'HFC-134a', 'CO2-biogenic'];

const cells: fc.Arbitrary<readonly Cell[]> = fc
  .tuple(
    ...PLACES.map((place) =>
      fc
        .record({
          amount: place.sink ? amount.map((value) => -value) : amount,
          factors: fc.dictionary(fc.constantFrom(...SPECIES), factor, { minKeys: 1, maxKeys: 3 }),
          activityDrivers: fc.subarray(['population', 'wealth']),
          intensityDrivers: fc.subarray(['grid', 'trend']),
        })
        .map((given) => cell({ ...place, ...given })),
    ),
  )
  .chain((all) =>
    fc.subarray(all, { minLength: 8 }).map((some) => {
      const present = new Set(some.map(({ id }) => id));
      return some.filter(({ derivedFrom }) => !derivedFrom || present.has(derivedFrom.cell));
    }),
  );

const select: fc.Arbitrary<CellSelector> = fc.record(
  {
    refs: fc.subarray(['I', 'I.1', 'I.1.1', 'I.1.3', 'II.1', 'III.1', 'IV'], { minLength: 1 }),
    uses: fc.subarray(['space-heating', 'cooking', 'bus', 'landfill', 'passenger-car', 'refrigerants'], {
      minLength: 2,
    }),
    carriers: fc.subarray(['natural-gas', 'grid-electricity', 'lpg', 'diesel', 'organic-waste', 'petrol', 'none'], {
      minLength: 2,
    }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<CellSelector>;

const common = {
  select,
  size: share.map(exactly),
  provenance: fc.constant('assumption' as const),
  sources: fc.constant([]),
};
const ratio = between(0.1, 2).map(exactly);
const channels: fc.Arbitrary<Channel[]> = fc.subarray([...CHANNELS], { minLength: 1 });

const lever: fc.Arbitrary<Lever> = fc.oneof(
  fc.record({ ...common, kind: fc.constantFrom('reduce-activity' as const, 'improve-intensity' as const) }),
  fc.record({
    ...common,
    select: fc.constant({ refs: ['I.1', 'II.1'] }),
    kind: fc.constant('shift-carrier' as const),
    to: fc.constant({ carrier: 'grid-electricity' as const }),
    ratio,
  }),
  fc.record({
    ...common,
    select: fc.constant({ refs: ['I.1.1'], uses: ['cooking' as const] }),
    kind: fc.constant('shift-carrier' as const),
    to: fc.constant({ carrier: 'lpg' as const }),
    ratio,
  }),
  fc.record({
    ...common,
    select: fc.constant({ refs: ['III.1'], carriers: ['organic-waste' as const] }),
    kind: fc.constant('divert' as const),
    to: fc.constantFrom(
      { carrier: 'organic-waste' as const, use: 'composting' as const, ref: 'III.2.1' },
      { carrier: 'organic-waste' as const, use: 'landfill' as const, ref: 'III.1.2' },
    ),
    ratio,
  }),
  fc.record(
    { ...common, kind: fc.constant('change-factor' as const), channels, buysLess: fc.boolean() },
    { requiredKeys: ['select', 'size', 'provenance', 'sources', 'kind'] },
  ),
  fc.record(
    { ...common, kind: fc.constant('capture' as const), channels },
    { requiredKeys: ['select', 'size', 'provenance', 'sources', 'kind'] },
  ),
  fc.record({
    ...common,
    size: fc.constant(exactly(1)),
    kind: fc.constant('add-sink' as const),
    units: between(0, 1000),
    unit: fc.constant('ha' as const),
    tonnesPerUnitYear: between(0, 10).map(exactly),
    ref: fc.constantFrom('V.2', 'V.3'),
  }),
);

const actionOf = (id: string): fc.Arbitrary<Action> =>
  fc
    .record({
      levers: fc.array(lever, { minLength: 1, maxLength: 3 }),
      schedule: fc.record({ startYear: fc.integer({ min: 2025, max: 2036 }), size: share }),
      adoption: fc.record(
        {
          rampYears: fc.integer({ min: 0, max: 12 }),
          shape: fc.constantFrom('s-curve' as const, 'linear' as const, 'step' as const),
          stockLifetimeYears: fc.integer({ min: 1, max: 30 }),
          turnoverBoost: between(0.5, 3),
        },
        { requiredKeys: ['rampYears', 'shape'] },
      ),
      lifetimeYears: fc.integer({ min: 1, max: 15 }),
      renew: fc.boolean(),
      capital: between(0, 1e7),
      operating: between(-1e5, 1e5),
    })
    .map(({ levers, capital, operating, ...given }) => {
      const plain = action(id, levers, given);
      return {
        ...plain,
        cost: { ...plain.cost, capital: exactly(capital), operatingPerYear: exactly(operating), fixed: 1000 },
      };
    });

/** Whether any of the city's cells tells the factor of what the levers move to; plans that would be refused are left out. */
function canBeEvaluated(inputs: PlanInputs): boolean {
  const carriers = new Set(inputs.cells.map((found) => `${found.carrier}`));
  const composts = inputs.cells.some(({ use }) => use === 'composting');
  return inputs.actions.every(({ levers }) =>
    levers.every((found) => {
      if (found.kind === 'shift-carrier') return carriers.has(found.to.carrier);
      return found.kind !== 'divert' || composts;
    }),
  );
}

/** Any plan the engine accepts: 8-14 cells, less orphans,, 1-8 actions of 1-3 levers, 12 years. */
export const randomPlan: fc.Arbitrary<PlanInputs> = fc
  .record({
    cells,
    drivers: fc.tuple(driver('population'), driver('wealth'), driver('grid'), driver('trend')),
    actions: fc
      .integer({ min: 1, max: 8 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => actionOf(`a${(i * 7) % 10}`)))),
    whole: fc.boolean(),
  })
  .map(({ cells, drivers, actions, whole }) => ({
    cells,
    drivers,
    actions,
    finance: FINANCE,
    gwpSet: AR6,
    counts: (ref: string) => whole || !ref.endsWith('.3'),
    years: Array.from({ length: 12 }, (_, i) => BASE_YEAR + i),
  }))
  .filter(canBeEvaluated);
