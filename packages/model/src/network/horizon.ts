/** How a city's path goes on after its last own year. Rules: docs/methods/network.md. */
import { speciesIndex } from '../climate/species.ts';
import type { WorldEmissions } from '../climate/types.ts';
import { DomainError } from '../errors.ts';
import type { HorizonTails } from './result.ts';
import { gasPaths } from './thousand.ts';
import { NETWORK_GASES } from './types.ts';
import type { GasPaths, HorizonRule, NetworkGas } from './types.ts';

/** Years in which `fade-out` brings a difference to nothing. */
export const FADE_YEARS = 20;

/** The world species whose path a gas of cities follows. CO2 from land has none: its world total changes sign. */
const FOLLOWS = { co2: 'CO2 FFI', ch4: 'CH4', n2o: 'N2O', fgas: 'HFC-134a' } as const;

/**
 * Prepare the years after the last own year of any city.
 *
 * A reference follows the world scenario's index of its gas, index(t) / index(last own year); CO2 from land is held. The difference
 * (plan − reference) goes on by the rule:
 *
 * - `hold-ratio`: plan / reference stays as in the last own year, so the difference follows the same index;
 * - `hold-difference`: the same tonnes every year;
 * - `fade-out`: as `hold-ratio`, brought to nothing in equal steps over {@link FADE_YEARS} years.
 *
 * @throws {DomainError} `year-outside-plan` when the world's emissions end before `lastYear`
 */
export function horizonTails(
  world: WorldEmissions,
  years: { readonly firstYear: number; readonly lastYear: number },
  rule: HorizonRule,
): HorizonTails {
  const { firstYear, lastYear } = years;
  if (lastYear > world.lastYear || firstYear < world.firstYear) {
    throw new DomainError(
      'year-outside-plan',
      `the network has the years ${firstYear} to ${lastYear}, ${world.name} has ${world.firstYear} to ${world.lastYear}`,
      ['world'],
    );
  }
  const index = gasPaths((gas) => indexOf(world, gas, firstYear, lastYear));
  return { rule, firstYear, lastYear, index, fadeYears: FADE_YEARS };
}

function indexOf(world: WorldEmissions, gas: NetworkGas, firstYear: number, lastYear: number): Float64Array {
  if (gas === 'co2Land') return new Float64Array(lastYear - firstYear + 1).fill(1);
  const start = speciesIndex(FOLLOWS[gas]) * (world.lastYear - world.firstYear + 1) - world.firstYear;
  // A world below zero takes CO2 out of the air by machines of its own; a city's chimneys end at zero.
  return world.values.slice(start + firstYear, start + lastYear + 1).map((value) => Math.max(0, value));
}

/** Multipliers of a figure of the last own year, for every year of the roll-up: 0 up to that year. */
export interface Tail {
  readonly reference: GasPaths;
  readonly difference: GasPaths;
}

/** The tail of cities whose own figures end in a year. */
export function tailAfter(tails: HorizonTails, lastOwnYear: number): Tail {
  const { rule, firstYear, lastYear, index, fadeYears } = tails;
  const series = (of: (gas: NetworkGas, y: number) => number): GasPaths =>
    gasPaths((gas) => {
      const tail = new Float64Array(lastYear - firstYear + 1);
      for (let y = lastOwnYear + 1 - firstYear; y < tail.length; y++) tail[y] = of(gas, y);
      return tail;
    });
  const last = lastOwnYear - firstYear;
  const follow = (gas: NetworkGas, y: number): number => {
    const base = index[gas][last]!;
    // Where the world has nothing to compare with, the figure is held.
    return base > 0 ? index[gas][y]! / base : 1;
  };
  const left = (y: number): number => Math.max(0, 1 - (y - last) / fadeYears);
  const reference = series(follow);
  if (rule === 'hold-ratio') return { reference, difference: reference };
  if (rule === 'hold-difference') return { reference, difference: series(() => 1) };
  return { reference, difference: series((gas, y) => follow(gas, y) * left(y)) };
}

/** Tails by last own year, each worked out once. */
export function tailCache(tails: HorizonTails): (lastOwnYear: number) => Tail {
  const known = new Map<number, Tail>();
  return (lastOwnYear) => {
    const tail = known.get(lastOwnYear) ?? tailAfter(tails, lastOwnYear);
    known.set(lastOwnYear, tail);
    return tail;
  };
}

/** Place of a gas in the blocks of the roll-up. */
export const GAS_ROW: Readonly<Record<NetworkGas, number>> = Object.fromEntries(
  NETWORK_GASES.map((gas, row) => [gas, row]),
) as Record<NetworkGas, number>;
