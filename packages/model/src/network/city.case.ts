/** Small cities with round figures, for tests of the roll-up. */
import { gasPaths } from './thousand.ts';
import type { CityPaths, NetworkGas } from './types.ts';

/** Series by gas; gases that are not named emit nothing. */
export type Series = Readonly<Partial<Record<NetworkGas, readonly number[]>>>;

export interface TestCity extends Partial<Omit<CityPaths, 'reference' | 'plan' | 'actions'>> {
  readonly reference?: Series;
  readonly plan?: Series;
  readonly actions?: readonly { readonly id: string; readonly saved: Series }[];
}

/** A city of 100 t CO2 a year in 2025–2027, called and identified as told, reported in 2020. */
export function testCity(id: string, told: TestCity = {}): CityPaths {
  const { reference, plan, actions, ...rest } = told;
  const firstYear = rest.firstYear ?? 2025;
  const years = (rest.lastYear ?? firstYear + 2) - firstYear + 1;
  const paths = (series: Series) => gasPaths((gas) => Float64Array.from(series[gas] ?? Array<number>(years).fill(0)));
  return {
    id,
    name: id,
    country: 'AAA',
    inventory: { kind: 'reported', year: 2020 },
    firstYear,
    lastYear: firstYear + years - 1,
    weights: { co2: 1, co2Land: 1, ch4: 27.9, n2o: 273, fgas: 1 },
    ...rest,
    reference: paths(reference ?? { co2: Array<number>(years).fill(100) }),
    ...(plan && { plan: paths(plan) }),
    ...(actions && {
      actions: actions.map(({ id: action, saved }) => ({ id: action, name: action, saved: paths(saved) })),
    }),
  };
}

export const series = (...figures: number[]): Float64Array => Float64Array.from(figures);
