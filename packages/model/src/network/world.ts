/** From tonnes of cities to changes of world emissions in the units of the climate engine. Rules: docs/methods/network.md. */
import { speciesIndex } from '../climate/species.ts';
import type { EmissionDelta, WorldEmissions } from '../climate/types.ts';
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import type { WorldDifference } from './response-types.ts';
import type { NetworkSum } from './result.ts';

export interface WorldDifferenceOptions {
  /** Whether the credited share of grid electricity counts as fossil CO2. */
  readonly gridShare: boolean;
  /** First year of the sum's series: `rollUp.firstYear`. */
  readonly firstYear: number;
}

/** What falls along with fossil CO2, burnt in the same fires. */
export const CO_EMITTED = ['Sulfur', 'NOx', 'BC', 'OC', 'CO', 'VOC', 'NH3'] as const;

/** World species a gas of cities is emitted as, and how many of its units a tonne is. F-gases come as tonnes of HFC-134a. */
export const WORLD_SPECIES = {
  co2: { species: 'CO2 FFI', perTonne: 1e-9 },
  co2Land: { species: 'CO2 AFOLU', perTonne: 1e-9 },
  ch4: { species: 'CH4', perTonne: 1e-6 },
  n2o: { species: 'N2O', perTonne: 1e-6 },
  fgas: { species: 'HFC-134a', perTonne: 1e-3 },
} as const;

/**
 * What a sum changes of the world's emissions: t → Gt CO2, Mt CH4, Mt N2O, kt HFC-134a.
 *
 * With co-emitted pollutants, world emissions of each fall by the share by which world fossil CO2 falls that year. That is an upper
 * bound: pollutants from farms, forests and filters do not all follow. Where the world has no fossil CO2 left nothing follows.
 *
 * No species is taken below zero: what a year's difference exceeds is left out, with a finding. Land may be a sink.
 *
 * @throws {DomainError} `year-outside-plan` when the world lacks a year of the sum
 */
export function worldDifference(
  sum: NetworkSum,
  world: WorldEmissions,
  { gridShare, firstYear }: WorldDifferenceOptions,
): WorldDifference {
  checkYears(world, firstYear, firstYear + sum.gridShare.length - 1);
  const { difference } = sum;
  const fossil = gridShare ? difference.co2.map((tonnes, y) => tonnes + sum.gridShare[y]!) : difference.co2;
  const tonnes = { ...difference, co2: fossil, fgas: sum.hfc134a };
  const findings: Finding[] = [];
  const ghgOnly = Object.entries(WORLD_SPECIES).map(([gas, { species, perTonne }]) => {
    const wanted = tonnes[gas as keyof typeof tonnes].map((value) => value * perTonne);
    const possible = species === 'CO2 AFOLU' ? wanted : notBelowZero(wanted, worldFrom(world, species, firstYear));
    const year = wanted.findIndex((value, y) => value < possible[y]!);
    if (year >= 0) findings.push(exceedsFinding(species, firstYear + year));
    return { species, firstYear, values: possible };
  });
  const following = CO_EMITTED.map((species) => follow(world, species, ghgOnly[0]!));
  return { ghgOnly, withCoEmitted: [...ghgOnly, ...following], findings };
}

/** A pollutant's share of the fall of world fossil CO2. */
export function follow(world: WorldEmissions, species: string, fossil: EmissionDelta): EmissionDelta {
  const { firstYear, values } = fossil;
  const carbon = worldFrom(world, fossil.species, firstYear);
  const own = worldFrom(world, species, firstYear);
  // 0 × share keeps a year without a difference free of one.
  return {
    species,
    firstYear,
    values: values.map((change, y) => (carbon[y]! > 0 ? own[y]! * Math.max(-1, change / carbon[y]!) : 0)),
  };
}

/** World emissions of a species from a year on. */
export function worldFrom(
  { values, firstYear, lastYear }: WorldEmissions,
  species: string,
  from: number,
): Float64Array {
  const row = speciesIndex(species) * (lastYear - firstYear + 1);
  return values.subarray(row + from - firstYear, row + lastYear - firstYear + 1);
}

function notBelowZero(change: Float64Array, world: Float64Array): Float64Array {
  return change.map((value, y) => Math.max(value, -Math.max(0, world[y]!)));
}

function checkYears({ name, firstYear, lastYear }: WorldEmissions, from: number, to: number): void {
  if (from >= firstYear && to <= lastYear) return;
  throw new DomainError(
    'year-outside-plan',
    `years ${from} to ${to} of ${name}, which has ${firstYear} to ${lastYear}`,
    ['world'],
  );
}

function exceedsFinding(species: string, year: number): Finding {
  return {
    code: 'network-exceeds-world',
    severity: 'error',
    path: ['world', species, year],
    message: `From ${year} on, plans save more ${species} than the world emits in the reference scenario; no more than that is counted.`,
    remedy:
      'Look for a city whose figures are in another unit, or a scenario that does not fit the cities’ own references.',
    values: { species, year },
  };
}
