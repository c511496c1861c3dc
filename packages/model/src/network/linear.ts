/** Linear measures of a city's difference: so much per tonne of each gas and year, its years after the horizon included. */
import { tailCache } from './horizon.ts';
import type { HorizonTails } from './result.ts';
import { NETWORK_GASES } from './types.ts';
import type { GasPaths, NetworkGas } from './types.ts';

/** What one tonne is worth: by gas [target × year of the roll-up]. */
export type Worth = Readonly<Record<NetworkGas, Float64Array>>;

/** Whose series are measured. */
export interface Span {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Tonnes of F-gas CO2e are divided by this before they are measured. */
  readonly fgasPerTonne: number;
}

/** Adds what a series of a city is worth to `into`, one figure for each target, from `at` on. */
export type Measure = (into: Float64Array, at: number, gas: NetworkGas, series: Float64Array, span: Span) => void;

/**
 * Prepare a measure. What follows after a city's last own year is the last own figure times one number for each last year and gas, so
 * that a city costs its own years only.
 */
export function measureOf(worth: Worth, targets: number, tails: HorizonTails): Measure {
  const years = tails.lastYear - tails.firstYear + 1;
  const tailWorth = tailWorthOf(worth, targets, tails);
  return (into, at, gas, series, { firstYear, lastYear, fgasPerTonne }) => {
    const weights = worth[gas];
    const offset = firstYear - tails.firstYear;
    const own = Math.min(series.length, years - offset);
    const perTonne = gas === 'fgas' ? 1 / fgasPerTonne : 1;
    const after = tailWorth(lastYear)[gas];
    for (let t = 0; t < targets; t++) {
      let sum = series.at(-1)! * after[t]!;
      const start = t * years + offset;
      for (let y = 0; y < own; y++) sum += series[y]! * weights[start + y]!;
      into[at + t]! += sum * perTonne;
    }
  };
}

function tailWorthOf(worth: Worth, targets: number, tails: HorizonTails): (lastYear: number) => GasPaths {
  const years = tails.lastYear - tails.firstYear + 1;
  const tailAfterYear = tailCache(tails);
  const known = new Map<number, GasPaths>();
  const workOut = (lastYear: number): GasPaths => {
    const { difference } = tailAfterYear(lastYear);
    const of = (gas: NetworkGas): Float64Array =>
      Float64Array.from({ length: targets }, (_, t) => {
        let sum = 0;
        for (let y = 0; y < years; y++) sum += difference[gas][y]! * worth[gas][t * years + y]!;
        return sum;
      });
    return Object.fromEntries(NETWORK_GASES.map((gas) => [gas, of(gas)])) as unknown as GasPaths;
  };
  return (lastYear) => {
    const found = known.get(lastYear) ?? workOut(lastYear);
    known.set(lastYear, found);
    return found;
  };
}
