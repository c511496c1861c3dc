/** Paths and gases of a network table, as they are written, and the units they may be in. */
import { NETWORK_GASES, type NetworkGas } from '@thousand-cities/model';

/** Territorial emissions by gas; scope 2 of the grid and generation for it, in CO2e. */
export const GAS_PATHS = ['reference', 'plan'] as const;
export const CO2E_PATHS = ['grid-reference', 'grid-plan', 'generation-reference', 'generation-plan'] as const;
export type TablePath = (typeof GAS_PATHS)[number] | (typeof CO2E_PATHS)[number];

export const GAS_NAMES: Readonly<Record<NetworkGas, string>> = {
  co2: 'CO2',
  co2Land: 'CO2-land',
  ch4: 'CH4',
  n2o: 'N2O',
  fgas: 'F-gases',
};

/** Which series a row holds: a territorial path of one gas, or one of those in CO2e. */
export type SeriesKey = `${(typeof GAS_PATHS)[number]} ${NetworkGas}` | (typeof CO2E_PATHS)[number];

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '');

const GAS_OF: ReadonlyMap<string, NetworkGas> = new Map([
  ...NETWORK_GASES.map((gas) => [plain(GAS_NAMES[gas]), gas] as const),
  ['co2fossil', 'co2'],
  ['co2afolu', 'co2Land'],
  ['fgas', 'fgas'],
  ['fluorinatedgases', 'fgas'],
]);

export function pathNamed(text: string): TablePath | undefined {
  const name = text.toLowerCase().replaceAll(/[\s_]+/g, '-');
  return [...GAS_PATHS, ...CO2E_PATHS].find((path) => path === name);
}

export function gasNamed(text: string): NetworkGas | 'co2e' | undefined {
  const name = plain(text);
  return name === 'co2e' || name === 'co2eq' ? 'co2e' : GAS_OF.get(name);
}

const SIZES: Readonly<Record<string, number>> = { t: 1, kt: 1e3, Mt: 1e6 };

/**
 * Tonnes in a unit: `t`, `kt` or `Mt`, alone or with the gas behind it, per year or not. `undefined` for anything else, and for
 * CO2e where the gas is a mass: how much CH4 a tonne of CO2e is depends on the report.
 */
export function tonnesIn(unit: string, gas: NetworkGas | 'co2e'): number | undefined {
  const [size, measure = ''] = unit
    .trim()
    .replace(/\s*(\/\s*(yr|year|a)|per year)$/i, '')
    .split(/\s+/);
  const tonnes = Object.hasOwn(SIZES, size!) ? SIZES[size!] : undefined;
  if (tonnes === undefined) return undefined;
  const said = plain(measure);
  if (gas === 'co2e' || gas === 'fgas') return said === 'co2e' || said === 'co2eq' ? tonnes : undefined;
  const isCo2 = gas === 'co2' || gas === 'co2Land';
  const fits = said === '' || said === plain(GAS_NAMES[gas]) || (isCo2 && ['co2', 'co2e', 'co2eq'].includes(said));
  return fits ? tonnes : undefined;
}
