/** Twelve made-up cities as different as cities are: income, climate, size, coast, and what their inventories hold. */
import {
  splitIntoCells,
  type ActionContext,
  type ActionLibrary,
  type CountryProfile,
  type Inventory,
  type NotationKey,
} from '@thousand-cities/model';
import { factorLibrary, readTable } from '../node.ts';
import { parseSplitShares } from '../splits/index.ts';

interface Sketch {
  readonly name: string;
  readonly iso3: string;
  readonly income: CountryProfile['incomeGroup'];
  readonly hdd: number;
  readonly grid: number;
  readonly population: number;
  readonly latitude: number;
  readonly coastal: boolean;
  /** t CO2e per head by reference; the rest are NO. */
  readonly perHead: Readonly<Record<string, number>>;
}

const SMALL = { 'I.1.1': 0.1, 'I.1.2': 0.2, 'II.1.1': 0.3, 'III.1.1': 0.2 };
const MIDDLE = { ...SMALL, 'I.2.1': 0.1, 'I.2.2': 0.3, 'I.3.1': 0.3, 'I.3.2': 0.2, 'II.1.1': 0.8, 'III.4.1': 0.05 };
const RICH = {
  ...MIDDLE,
  'I.1.1': 0.9,
  'I.1.3': 0.02,
  'I.8.1': 0.05,
  'II.2.1': 0.01,
  'II.2.2': 0.04,
  'II.4.1': 0.1,
  'II.5.1': 0.08,
  'III.2.1': 0.01,
  'III.3.1': 0.05,
  'IV.1': 0.1,
  'IV.2': 0.2,
};
const WHOLE = {
  ...RICH,
  'I.4.1': 0.1,
  'I.4.4': 1,
  'I.5.1': 0.05,
  'I.6.1': 0.03,
  'II.3.1': 0.1,
  'V.1': 0.1,
  'V.2': 0.05,
  'V.3': 0.1,
};

export const TWELVE: readonly Sketch[] = [
  ['delta capital', 'IDN', 'lower-middle', 0, 700, 10_500_000, -6, true, { ...WHOLE, 'I.7.1': 0.01 }],
  ['hill town', 'NPL', 'lower-middle', 1_400, 20, 90_000, 27, false, { ...SMALL, 'V.3': 0.2 }],
  ['sahel capital', 'TCD', 'low', 0, 600, 1_500_000, 12, false, { ...SMALL, 'III.3.1': 0.05 }],
  [
    'great lakes port',
    'TZA',
    'lower-middle',
    10,
    350,
    5_000_000,
    -7,
    true,
    { ...MIDDLE, 'III.3.1': 0.02, 'II.3.1': 0.01 },
  ],
  ['andean valley', 'COL', 'upper-middle', 1_600, 160, 2_500_000, 6, false, MIDDLE],
  ['gulf emirate', 'ARE', 'high', 50, 420, 3_300_000, 25, true, { ...WHOLE, 'II.4.1': 2 }],
  ['baltic city', 'POL', 'high', 3_500, 650, 460_000, 54, true, WHOLE],
  ['fjord town', 'NOR', 'high', 4_000, 20, 75_000, 63, true, { ...RICH, 'II.3.1': 0.3 }],
  ['prairie metropolis', 'USA', 'high', 3_300, 390, 2_700_000, 42, false, RICH],
  ['steel prefecture', 'CHN', 'upper-middle', 2_900, 580, 7_000_000, 39, false, { ...WHOLE, 'I.3.1': 4 }],
  ['island capital', 'FJI', 'upper-middle', 0, 300, 90_000, -18, true, { ...SMALL, 'II.3.1': 0.2 }],
  ['hydro valley', 'ISL', 'high', 4_500, 0.1, 130_000, 64, true, { 'I.1.2': 0.01, 'II.1.1': 1.5, 'IV.1': 2 }],
].map((fields) => {
  const [name, iso3, income, hdd, grid, population, latitude, coastal, perHead] = fields as [
    string,
    string,
    Sketch['income'],
    number,
    number,
    number,
    number,
    boolean,
    Sketch['perHead'],
  ];
  return { name, iso3, income, hdd, grid, population, latitude, coastal, perHead };
});

const NOT_OCCURRING: readonly NotationKey[] = ['NO'];

/** All that fitting the library to a sketch needs, split by the shipped tables. */
export function contextOf(sketch: Sketch, library: ActionLibrary): ActionContext {
  const factors = factorLibrary();
  const gwpSet = factors.gwpSets.find(({ id }) => id === 'AR5')!;
  const { name, iso3, population, latitude } = sketch;
  const city = { name, country: iso3, latitude, population };
  const country: CountryProfile = {
    iso3,
    name: iso3,
    region: 'World',
    incomeGroup: sketch.income,
    heatingDegreeDays: { value: sketch.hdd, unit: '°C·days', source: 'assumption', provenance: 'assumption' },
    gridIntensity: { unit: 'g CO2/kWh', source: 'assumption', points: [{ year: 2020, value: sketch.grid }] },
  };
  const inventory: Inventory = {
    city,
    year: 2020,
    population,
    gwpSet: 'AR5',
    rows: [
      ...Object.entries(sketch.perHead).map(([ref, tonnes]) => ({
        ref,
        co2eTonnes: tonnes * population,
        provenance: 'city-value' as const,
        sources: ['city'],
      })),
      { ref: 'VI.1', co2eTonnes: { keys: NOT_OCCURRING }, provenance: 'city-value', sources: [] },
    ],
  };
  const { cells } = splitIntoCells(inventory, country, parseSplitShares(readTable), factors, { gwpSet });
  return {
    city,
    country,
    cells,
    gwpSet,
    library,
    climate: { heatingDegreeDays: sketch.hdd, coastal: sketch.coastal },
    finance: { priceYear: 2024 },
    startYear: 2026,
  };
}
