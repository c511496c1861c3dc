/** Documents of the thousand for tests: a handful of made-up cities with round figures, and as many as a large network has. */
import {
  NETWORK_GASES,
  THOUSAND_SCHEMA,
  THOUSAND_VERSION,
  type Column,
  type NetworkGas,
  type Pledge,
  type ThousandData,
} from '@thousand-cities/model';

export const KNOTS = [2021, 2030, 2050] as const;

/** A city as a test gives it. Figures by knot, tonnes. */
export interface GivenCity {
  readonly id: string;
  readonly name: string;
  readonly iso3: string;
  readonly region: string;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly kind?: 'reported' | 'starter';
  readonly year?: number;
  /** Territorial CO2; the targets' boundary counts the same. */
  readonly co2: readonly [number, number, number];
  /** Tonnes of CH4 in every knot, none when absent. One tonne counts as 30. */
  readonly ch4?: number;
  readonly low?: number;
  readonly high?: number;
  /** What zero by 2040 leaves in the knots, thousandths; null: not worked out. */
  readonly ceiling?: readonly [number, number, number] | null;
  /** What the library leaves, thousandths. */
  readonly left?: readonly [number, number, number];
  readonly pledge?: Omit<Pledge, 'city'>;
  /** The list of stated targets looked at it. */
  readonly tracked?: boolean;
}

const COUNTRIES = [
  { iso3: 'IDN', iso2: 'ID', name: 'Indonesia' },
  { iso3: 'POL', iso2: 'PL', name: 'Poland' },
  { iso3: 'KEN', iso2: 'KE', name: 'Kenya' },
  { iso3: 'NZL', iso2: 'NZ', name: 'New Zealand' },
] as const;
const GROUPS = [
  { id: 'south-east-asia', kind: 'region', name: 'South-East Asia', countries: ['IDN'], source: 'a test' },
  { id: 'europe', kind: 'region', name: 'Europe', countries: ['POL'], source: 'a test' },
  { id: 'sub-saharan-africa', kind: 'region', name: 'Sub-Saharan Africa', countries: ['KEN'], source: 'a test' },
  { id: 'oceania', kind: 'region', name: 'Oceania', countries: ['NZL'], source: 'a test' },
  { id: 'two-friends', kind: 'network', name: 'Two Friends', cities: [0, 2], source: 'a test' },
] as const;

const WEIGHTS: Readonly<Record<NetworkGas, number>> = { co2: 1, co2Land: 1, ch4: 30, n2o: 273, fgas: 1 };
const byGas = <T>(of: (gas: NetworkGas) => T) =>
  Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as Record<NetworkGas, T>;

/** A document that holds these cities, in this order. */
export function thousandOf(cities: readonly GivenCity[]): ThousandData {
  const cells = (of: (city: GivenCity, k: number) => number): Column =>
    cities.flatMap((city) => KNOTS.map((_, k) => of(city, k)));
  const zero = cells(() => 0);
  const left = cells((city, k) => city.left?.[k] ?? 1000);
  const ch4 = cells((city) => city.ch4 ?? 0);
  const co2 = cells((city, k) => city.co2[k]!);
  const paths = byGas((gas) => ({ co2, ch4 })[gas as string] ?? zero);
  return {
    schema: THOUSAND_SCHEMA,
    version: THOUSAND_VERSION,
    reference: { id: 'a-test', hash: '0' },
    madeBy: 'a test',
    licence: 'CC0-1.0',
    sources: ['made up for a test'],
    gwpSet: 'AR6',
    knots: KNOTS,
    countries: COUNTRIES,
    groups: GROUPS,
    pledges: {
      source: 'a made-up list',
      asOf: '2025-01-31',
      tracked: cities.flatMap((city, i) => (city.tracked || city.pledge ? [i] : [])),
      stated: cities.flatMap(({ pledge }, city) => (pledge ? [{ city, ...pledge }] : [])),
    },
    cities: {
      id: cities.map(({ id }) => id),
      name: cities.map(({ name }) => name),
      iso3: cities.map(({ iso3 }) => iso3),
      region: cities.map(({ region }) => region),
      lat: cities.map(({ lat }) => lat),
      lon: cities.map(({ lon }) => lon),
      locode: cities.map(() => ''),
      population: cities.map(({ population }) => population),
      inventoryKind: cities.map(({ kind }) => kind ?? 'starter'),
      inventoryYear: cities.map(({ year }) => year ?? 2021),
      low: cities.map(({ low, co2 }) => low ?? co2[0] / 2),
      high: cities.map(({ high, co2 }) => high ?? co2[0] * 2),
    },
    weights: byGas((gas) => cities.map(() => WEIGHTS[gas])),
    paths,
    grid: zero,
    generation: zero,
    counted: { boundary: 'basic', co2e: cells((city, k) => city.co2[k]! + 30 * (city.ch4 ?? 0)), co2 },
    targets: {
      'pathway-to-paris': {
        counts: 'co2e',
        milestones: [2040],
        ceilings: cities.flatMap(({ ceiling }) =>
          ceiling === null ? [null, null, null] : (ceiling ?? [1000, 500, 0]),
        ),
      },
      'carbon-budget': { counts: 'co2', milestones: [], ceilings: cells((_, k) => [1000, 400, 0][k]!) },
    },
    library: {
      target: 'pathway-to-paris',
      method: 'quick',
      startYear: 2027,
      ratios: byGas(() => left),
      grid: left,
      generation: left,
      counted: left,
    },
  };
}

const pledged: Omit<Pledge, 'city'> = {
  status: 'in law',
  counts: 'co2e',
  steps: [{ year: 2050, cut: 1, from: 'year', left: 0 }],
};

/** Four cities with figures that can be checked by hand. */
export const FOUR: readonly GivenCity[] = [
  { id: '1', name: 'Jakarta', iso3: 'IDN', region: 'south-east-asia', lat: -6.2, lon: 106.8, population: 10e6, co2: [60e6, 80e6, 100e6], low: 30e6, high: 120e6, left: [1000, 700, 400], pledge: pledged }, // prettier-ignore
  { id: '2', name: 'Łódź', iso3: 'POL', region: 'europe', lat: 51.8, lon: 19.5, population: 0.7e6, kind: 'reported', year: 2019, co2: [4e6, 3.5e6, 3e6], low: 3.8e6, high: 4.2e6, tracked: true, left: [1000, 600, 200] }, // prettier-ignore
  { id: '3', name: 'Nairobi', iso3: 'KEN', region: 'sub-saharan-africa', lat: -1.3, lon: 36.8, population: 4e6, co2: [5e6, 7e6, 12e6], ch4: 1e5, ceiling: null }, // prettier-ignore
  { id: '4', name: 'Auckland', iso3: 'NZL', region: 'oceania', lat: -36.8, lon: 174.8, population: 1.6e6, co2: [8e6, 8e6, 8e6], tracked: true }, // prettier-ignore
];

export const fourCities = (): ThousandData => thousandOf(FOUR);

/** As many cities as a large network has; every one different, the same every time. */
export function manyCities(count: number): ThousandData {
  // Park and Miller's generator: enough to spread figures about.
  let state = 20_260;
  const chance = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const homes = [
    { iso3: 'IDN', region: 'south-east-asia', lat: [-10, 5], lon: [95, 140] },
    { iso3: 'POL', region: 'europe', lat: [49, 54], lon: [14, 24] },
    { iso3: 'KEN', region: 'sub-saharan-africa', lat: [-4, 4], lon: [34, 41] },
    { iso3: 'NZL', region: 'oceania', lat: [-46, -35], lon: [167, 178] },
  ] as const;
  const between = ([from, to]: readonly [number, number]) => from + (to - from) * chance();
  return thousandOf(
    Array.from({ length: count }, (_, i): GivenCity => {
      const { iso3, region, lat, lon } = homes[Math.floor(chance() * homes.length)]!;
      const population = Math.round(2e7 / (i + 20) ** 0.9) * 10;
      const tonnes = Math.round(population * (1 + 11 * chance()));
      const grown = Math.round(tonnes * (0.8 + chance()));
      return {
        id: String(9_000_000 + i),
        name: `Town ${i.toString(36)} ${['Île', 'Łąka', 'Ñu', 'Müh', 'Oak'][i % 5]!}`,
        iso3,
        region,
        lat: between(lat),
        lon: between(lon),
        population,
        kind: i % 7 === 0 ? 'reported' : 'starter',
        year: 2015 + (i % 8),
        co2: [tonnes, Math.round((tonnes + grown) / 2), grown],
        low: Math.round(tonnes * (0.3 + 0.5 * chance())),
        high: Math.round(tonnes * (1.2 + 2 * chance())),
        left: [1000, 600 + Math.round(400 * chance()), Math.round(600 * chance())],
        tracked: i % 3 === 0,
      };
    }),
  );
}
