/** Exact units of activity data, and fuels between mass, volume and energy. */
import { DomainError } from './errors.ts';

export type Dimension = 'energy' | 'mass' | 'volume' | 'vehicle-distance' | 'area' | 'head' | 'person' | 'co2e';

/** The unit each dimension is calculated in: MWh (net calorific value), t, m3, vkm, ha, head, person, t CO2e. */
export interface Unit {
  readonly name: string;
  readonly dimension: Dimension;
  /** How many base units one of it is. Exact by definition. */
  readonly inBase: number;
}

const GJ = 1 / 3.6;
const BTU = 1_055.055_852_62e-9 * GJ;
const POUND = 0.453_592_37e-3;
const US_GALLON = 3.785_411_784e-3;

/** Name and synonyms → base units. International table Btu and calorie; toe of 41.868 GJ; avoirdupois pound; barrel of 42 US gallons. */
const TABLE: readonly (readonly [Dimension, number, ...string[]])[] = [
  ['energy', 1e-3, 'kWh'],
  ['energy', 1, 'MWh'],
  ['energy', 1e3, 'GWh'],
  ['energy', 1e6, 'TWh'],
  ['energy', GJ * 1e-3, 'MJ'],
  ['energy', GJ, 'GJ'],
  ['energy', GJ * 1e3, 'TJ'],
  ['energy', GJ * 1e6, 'PJ'],
  ['energy', GJ * 41.868, 'toe'],
  ['energy', GJ * 41_868, 'ktoe'],
  ['energy', GJ * 4.1868, 'Gcal'],
  ['energy', BTU * 1e6, 'MMBtu'],
  ['energy', BTU * 1e5, 'therm', 'therms'],
  ['mass', 1e-6, 'g'],
  ['mass', 1e-3, 'kg'],
  ['mass', 1, 't', 'tonne', 'tonnes', 'Mg', 'metric ton', 'metric tons'],
  ['mass', 1e3, 'kt', 'Gg'],
  ['mass', 1e6, 'Mt'],
  ['mass', POUND, 'lb', 'lbs'],
  ['mass', POUND * 2000, 'short ton', 'short tons'],
  ['mass', POUND * 2240, 'long ton', 'long tons'],
  ['volume', 1e-3, 'L', 'l', 'litre', 'litres', 'liter', 'liters'],
  ['volume', 1, 'm3', 'm³', 'kL', 'Nm3'],
  ['volume', 1e3, 'thousand m3', '1000 m3', 'ML'],
  ['volume', 1e6, 'million m3', 'Mm3'],
  ['volume', US_GALLON, 'gal', 'US gal', 'gallon', 'gallons'],
  ['volume', 4.546_09e-3, 'imperial gal'],
  ['volume', US_GALLON * 42, 'bbl', 'barrel', 'barrels'],
  ['volume', 0.028_316_846_592, 'ft3', 'cf'],
  ['volume', 28.316_846_592, 'Mcf', 'thousand ft3'],
  ['vehicle-distance', 1, 'vkm', 'vehicle-km', 'km'],
  ['vehicle-distance', 1e3, 'thousand vkm', '1000 vkm'],
  ['vehicle-distance', 1e6, 'million vkm', 'Mvkm'],
  ['vehicle-distance', 1.609_344, 'vmt', 'vehicle-mile', 'vehicle-miles'],
  ['area', 1, 'ha'],
  ['area', 100, 'km2', 'km²'],
  ['area', 1e-4, 'm2', 'm²'],
  ['area', 0.404_685_642_24, 'acre', 'acres'],
  ['head', 1, 'head', 'heads', 'animals'],
  ['head', 1e3, 'thousand head', '1000 head'],
  ['person', 1, 'person', 'persons', 'people', 'inhabitants', 'capita'],
  ['person', 1e3, 'thousand persons', '1000 persons'],
  ['co2e', 1e-3, 'kg CO2e', 'kgCO2e'],
  ['co2e', 1, 't CO2e', 'tCO2e'],
  ['co2e', 1e3, 'kt CO2e', 'ktCO2e'],
];

const EXACT: ReadonlyMap<string, Unit> = new Map(
  TABLE.flatMap(([dimension, inBase, name, ...synonyms]) =>
    [name!, ...synonyms].map((spelling) => [spelling, { name: name!, dimension, inBase }] as const),
  ),
);

/** Spellings that mean one thing in any case; `Mg` and `mg`, `ML` and `mL` do not, and stay exact. */
const ANY_CASE: ReadonlyMap<string, Unit> = (() => {
  const lower = new Map<string, Unit | undefined>();
  for (const [spelling, unit] of EXACT) {
    const key = spelling.toLowerCase();
    const known = lower.get(key);
    lower.set(key, known !== undefined && known.name !== unit.name ? undefined : unit);
  }
  for (const prefix of ['mg', 'ml', 'mt', 'mj', 'pj']) lower.delete(prefix);
  return new Map([...lower].filter((entry): entry is [string, Unit] => entry[1] !== undefined));
})();

/** The unit as written, or `undefined` when it is not known. */
export function findUnit(text: string): Unit | undefined {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ');
  return EXACT.get(trimmed) ?? ANY_CASE.get(trimmed.toLowerCase());
}

/**
 * Understand a unit as written.
 *
 * @throws {DomainError} `unknown-unit`
 */
export function parseUnit(text: string): Unit {
  const unit = findUnit(text);
  if (unit !== undefined) return unit;
  throw new DomainError('unknown-unit', `"${text}" is not a unit this program knows`, ['unit', text]);
}

/**
 * Convert an amount between units of one dimension.
 *
 * @throws {DomainError} `unknown-unit`, `unit-mismatch`
 */
export function convert(amount: number, from: string, to: string): number {
  const source = parseUnit(from);
  const target = parseUnit(to);
  if (source.dimension !== target.dimension) {
    throw new DomainError('unit-mismatch', `${from} is ${source.dimension}, ${to} is ${target.dimension}`, [
      'unit',
      from,
    ]);
  }
  return amount * (source.inBase / target.inBase);
}

/** What is needed to bring a fuel to energy. Absent: not known, and such amounts are refused. */
export interface FuelProperties {
  /** Net calorific value, TJ per Gg (= GJ per t). */
  readonly ncvTjPerGg?: number;
  /** t per m3 as sold: of the liquid, or of the gas at 15 °C and 1 atm. */
  readonly densityTPerM3?: number;
}

/**
 * Densities of fuels as sold, t per m3, by carrier. Assumption: round values inside the limits of EN 228, EN 590, EN 589 and EN ISO 8217;
 * gases at 15 °C and 1 atm, natural gas near pure methane. Give amounts in mass or energy where a supplier states them.
 */
export const FUEL_DENSITIES: Readonly<Record<string, number>> = {
  petrol: 0.745,
  diesel: 0.835,
  biofuel: 0.88,
  'heating-oil': 0.845,
  'residual-fuel-oil': 0.96,
  kerosene: 0.8,
  'jet-kerosene': 0.8,
  lpg: 0.54,
  'natural-gas': 0.00072,
  cng: 0.00072,
  biogas: 0.0012,
};

/**
 * Bring an amount of fuel to MWh of net calorific value.
 *
 * MWh = t · NCV[GJ/t] / 3.6; t = m3 · density.
 *
 * @throws {DomainError} `unknown-unit`; `unit-mismatch` for a unit that no fuel is measured in; `missing-figure` when NCV or density is not known
 */
export function fuelEnergyMwh(amount: number, unitText: string, fuel: FuelProperties, carrier: string): number {
  const unit = parseUnit(unitText);
  const base = amount * unit.inBase;
  switch (unit.dimension) {
    case 'energy':
      return base;
    case 'mass':
      return (base * need(fuel.ncvTjPerGg, carrier, 'net calorific value')) / 3.6;
    case 'volume': {
      const tonnes = base * need(fuel.densityTPerM3, carrier, 'density');
      return (tonnes * need(fuel.ncvTjPerGg, carrier, 'net calorific value')) / 3.6;
    }
    default:
      throw new DomainError('unit-mismatch', `${carrier} is not measured in ${unitText}`, ['unit', unitText]);
  }
}

function need(value: number | undefined, carrier: string, what: string): number {
  if (value !== undefined) return value;
  throw new DomainError('unit-mismatch', `no ${what} of ${carrier} is known; give the amount as energy`, [
    'carrier',
    carrier,
  ]);
}
