/** A document of three cities with round figures, for tests. */
import type { ThousandData } from './thousand-data.ts';

/** Straight lines over ten years, so that every year can be worked out by hand. */
export const TEST_KNOTS = [2021, 2031, 2041, 2051] as const;

const flat = (value: number): number[] => TEST_KNOTS.map(() => value);
const nothing = [...flat(0), ...flat(0), ...flat(0)];
const untouched = [...flat(1000), ...flat(1000), ...flat(1000)];

/**
 * Place 0, Aville (AAA, largest): 1000 t of CO2 for ever, 10 t of CH4, a sink of −50 t on its land; counts 2000 t CO2e, 1600 t CO2.
 * Place 1, Beton (AAA): CO2 from 100 t in 2021 by 100 t a decade; counts the same figures as CO2e and CO2.
 * Place 2, Ceton (CCC): 500 t of CO2 for ever; no `race-to-zero` can be worked out for it.
 */
export const testThousand: ThousandData = {
  schema: 'thousand-cities/thousand',
  version: 1,
  reference: { id: 'test', hash: '0' },
  madeBy: 'by hand',
  licence: 'CC-BY-4.0',
  sources: [],
  gwpSet: 'AR5',
  knots: TEST_KNOTS,
  countries: [
    { iso3: 'AAA', iso2: 'AA', name: 'Aland' },
    { iso3: 'CCC', iso2: 'CC', name: 'Cland' },
  ],
  groups: [
    { id: 'south', kind: 'region', name: 'South', countries: ['CCC'], source: 'test' },
    { id: 'league', kind: 'network', name: 'League', cities: [0, 2], source: 'test' },
  ],
  pledges: {
    source: 'test',
    asOf: '2022-12-20',
    tracked: [0, 1],
    stated: [
      // 40 % of 2021 left in 2031, nothing in 2041
      { city: 0, status: 'pledged', counts: 'co2e', steps: [{ year: 2031, cut: 0.6, from: 'year', left: 0.4 }, { year: 2041, cut: 1, from: 'year', left: 0 }] }, // prettier-ignore
      { city: 1, status: 'proposed', counts: 'co2e', steps: [{ year: 2041, cut: 1, from: 'year', left: 0 }] },
    ],
  },
  cities: {
    id: ['a', 'b', 'c'],
    name: ['Aville', 'Beton', 'Ceton'],
    iso3: ['AAA', 'AAA', 'CCC'],
    region: ['north', 'north', 'south'],
    lat: [10, 11, -12],
    lon: [20, 21, 22],
    locode: ['AAAVI', '', ''],
    population: [3000, 2000, 1000],
    inventoryKind: ['starter', 'starter', 'starter'],
    inventoryYear: [2021, 2021, 2021],
    low: [500, 50, 250],
    high: [2000, 200, 1000],
  },
  weights: { co2: [1, 1, 1], co2Land: [1, 1, 1], ch4: [28, 28, 28], n2o: [265, 265, 265], fgas: [1, 1, 1] },
  paths: {
    co2: [...flat(1000), 100, 200, 300, 400, ...flat(500)],
    co2Land: [...flat(-50), ...flat(0), ...flat(0)],
    ch4: [...flat(10), ...flat(0), ...flat(0)],
    n2o: nothing,
    fgas: nothing,
  },
  grid: [...flat(400), ...flat(0), ...flat(0)],
  generation: [...flat(100), ...flat(0), ...flat(0)],
  counted: {
    boundary: 'basic',
    co2e: [...flat(2000), 100, 200, 300, 400, ...flat(500)],
    co2: [...flat(1600), 100, 200, 300, 400, ...flat(500)],
  },
  targets: {
    'race-to-zero': {
      counts: 'co2e',
      milestones: [2031, 2041],
      // Beton may emit 120 t in 2031 and nothing from 2041 on
      ceilings: [1000, 400, 0, 0, 1000, 1200, 0, 0, null, null, null, null],
    },
    'carbon-free-2030': {
      counts: 'co2e',
      milestones: [2031],
      ceilings: [1000, 0, 0, 0, 1000, 3000, 3000, 3000, 1000, 0, 0, 0],
    },
    'carbon-budget': {
      counts: 'co2',
      milestones: [],
      ceilings: [1000, 500, 250, 0, 1000, 500, 250, 0, 1000, 500, 250, 0],
    },
  },
  library: {
    target: 'race-to-zero',
    method: 'optimal',
    startYear: 2027,
    ratios: { co2: [...flat(1000).slice(0, 1), 600, 200, 200, ...flat(1000), ...flat(1000)], co2Land: untouched, ch4: [1000, 1100, 500, 500, ...flat(1000), ...flat(1000)], n2o: untouched, fgas: untouched }, // prettier-ignore
    grid: untouched,
    generation: untouched,
    counted: untouched,
  },
};
