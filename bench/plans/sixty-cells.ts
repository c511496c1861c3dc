/** The plan that engine benchmarks run: 60 cells × 30 years × 40 actions × 3 gases, levers of every kind. */
import type {
  Action,
  Carrier,
  Cell,
  CellSelector,
  Driver,
  EndUse,
  Finance,
  GwpSet,
  Lever,
  PlanInputs,
} from '@thousand-cities/model';

const range = (central: number) => ({ central, low: 0.7 * central, high: Math.min(1, 1.3 * central) });
const sourced = { provenance: 'assumption', sources: [] as string[] } as const;

const AR6: GwpSet = {
  id: 'AR6',
  source: 'IPCC AR6 WG1 table 7.15',
  values: { CO2: 1, 'CH4-fossil': 29.8, 'CH4-biogenic': 27, N2O: 273 },
};

const FINANCE: Finance = {
  currency: 'EUR',
  priceYear: 2024,
  discountRate: 0.04,
  prices: Object.fromEntries(
    ['grid-electricity', 'natural-gas', 'lpg', 'heating-oil', 'petrol', 'diesel'].map((key, i) => [
      key,
      { perUnit: 60 + 20 * i, growthPerYear: 0.01, spread: { factor95: 1.2 }, ...sourced },
    ]),
  ),
};

/** [reference of burnt, of supplied energy, uses] */
const ENERGY: readonly (readonly [string, string, readonly EndUse[]])[] = [
  ['I.1.1', 'I.1.2', ['space-heating', 'water-heating', 'cooking', 'appliances']],
  ['I.2.1', 'I.2.2', ['space-heating', 'water-heating', 'cooking', 'lighting']],
  ['I.3.1', 'I.3.2', ['industrial-heat', 'motors-and-processes', 'own-use']],
  ['II.1.1', 'II.1.2', ['passenger-car', 'bus', 'freight', 'two-three-wheeler']],
];
const BURNT: readonly Carrier[] = ['natural-gas', 'heating-oil', 'lpg'];
const ROAD: readonly Carrier[] = ['petrol', 'diesel'];

function cell(ref: string, use: EndUse, carrier: Carrier, i: number, given: Partial<Cell> = {}): Cell {
  return {
    id: `${ref}:${use}:${carrier}`,
    ref,
    use,
    carrier,
    amount: 50_000 + 7_919 * (i % 13),
    unit: 'MWh',
    factors: { CO2: 0.2 + 0.01 * (i % 9), 'CH4-fossil': 1e-4, N2O: 1e-5 },
    activityDrivers: ['population', 'wealth'],
    intensityDrivers: carrier === 'grid-electricity' ? ['grid'] : ['efficiency'],
    ...(carrier in FINANCE.prices ? { price: carrier } : {}),
    uncertainty: {
      activity: { factor95: 1.15, sharedBy: `statistics ${ref.slice(0, 4)}` },
      factor: { factor95: 1.1, sharedBy: `factor ${carrier}` },
    },
    ...sourced,
    ...given,
  };
}

function sixtyCells(): Cell[] {
  const cells = ENERGY.flatMap(([burnt, supplied, uses]) =>
    uses.flatMap((use) => [
      ...(burnt.startsWith('II') ? ROAD : BURNT).map((carrier) => cell(burnt, use, carrier, burnt.length + use.length)),
      cell(supplied, use, 'grid-electricity', use.length),
    ]),
  );
  cells.push(
    cell('III.1.1', 'landfill', 'organic-waste', 5, { unit: 't', responseYears: 12, intensityDrivers: [] }),
    cell('III.2.1', 'composting', 'organic-waste', 6, { unit: 't', intensityDrivers: [] }),
  );
  const uses: readonly EndUse[] = ['off-road', 'rail', 'waterborne', 'agricultural-energy', 'other'];
  for (let i = 0; cells.length < 60; i++)
    cells.push(cell(`I.${4 + (i % 3)}.1`, uses[i % 5]!, BURNT[Math.floor(i / 5) % 3]!, i));
  return cells;
}

const SELECT: readonly CellSelector[] = [
  { refs: ['I.1'] },
  { refs: ['I.2'], uses: ['space-heating', 'water-heating'] },
  { refs: ['I'], carriers: ['natural-gas'] },
  { refs: ['II.1'] },
  { refs: ['I.3'] },
  { refs: ['I.4', 'I.5', 'I.6'] },
  { refs: ['I.1', 'I.2'], uses: ['cooking', 'space-heating'] },
  { refs: ['II.1'], uses: ['passenger-car', 'freight'] },
];

function lever(i: number): Lever {
  const common = { select: SELECT[i % SELECT.length]!, size: range(0.08 + 0.02 * (i % 5)), ...sourced };
  const ratio = { central: 0.35, low: 0.3, high: 0.4 };
  if (i % 10 < 3) return { ...common, kind: 'reduce-activity' };
  if (i % 10 < 5) return { ...common, kind: 'improve-intensity' };
  if (i % 10 < 7) return { ...common, kind: 'shift-carrier', to: { carrier: 'grid-electricity' }, ratio };
  if (i % 10 < 9) return { ...common, kind: 'change-factor', select: { carriers: ['grid-electricity'] } };
  const waste = { ...common, select: { refs: ['III.1'] } };
  return i % 20 === 9
    ? { ...waste, kind: 'capture', channels: ['ch4Fossil'] }
    : { ...waste, kind: 'divert', to: { carrier: 'organic-waste', use: 'composting', ref: 'III.2.1' }, ratio };
}

function action(i: number): Action {
  return {
    id: `action-${String(i).padStart(2, '0')}`,
    name: `Action ${i}`,
    sector: 'stationary-energy',
    levers: [lever(i)],
    schedule: { startYear: 2025 + (i % 15), size: 0.5 + 0.01 * i },
    adoption: { rampYears: 5 + (i % 10), shape: 's-curve', stockLifetimeYears: 15 },
    lifetimeYears: 15 + (i % 10),
    renew: i % 3 > 0,
    cost: {
      capital: { central: 1e7, low: 7e6, high: 1.5e7 },
      operatingPerYear: { central: 2e5, low: 1e5, high: 4e5 },
      derivation: [],
      ...sourced,
    },
    payers: { city: 0.5, national: 0.1, households: 0.3, business: 0.1 },
    lowIncomeBenefitShare: range(0.3),
    powers: [],
    coBenefits: [],
    hazards: [],
    indicators: [],
    sources: [],
  };
}

function driver(id: string, moves: Driver['moves'], last: number): Driver {
  const points = [
    { year: 2021, index: 1 },
    { year: 2050, index: last },
  ];
  return { id, label: id, moves, points, spread: { factor95: 1.2 }, ...sourced };
}

/** Years 2021 to 2050; base emissions near 0.9 Mt CO2e. */
export const sixtyCellPlan: PlanInputs = {
  cells: sixtyCells(),
  drivers: [
    driver('population', 'activity', 1.3),
    driver('wealth', 'activity', 1.4),
    driver('grid', 'intensity', 0.5),
    driver('efficiency', 'intensity', 0.85),
  ],
  actions: Array.from({ length: 40 }, (_, i) => action(i)),
  finance: FINANCE,
  gwpSet: AR6,
  counts: () => true,
  years: Array.from({ length: 30 }, (_, i) => 2021 + i),
};
