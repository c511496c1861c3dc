/** Linear pulse kernels: what one tonne of a gas, emitted in one year, does to the mean warming of the ensemble. */
import { withDelta } from '../climate/delta.ts';
import { pairedDifference } from '../climate/difference.ts';
import type { ClimateModel, EmissionDelta, WorldEmissions } from '../climate/types.ts';
import { DomainError } from '../errors.ts';
import type { PulseKernels, WorldDifference } from './response-types.ts';
import { meanOverMembers } from './response.ts';
import { gasPaths } from './thousand.ts';
import { NETWORK_GASES } from './types.ts';
import type { GasPaths, NetworkGas } from './types.ts';
import { CO_EMITTED, follow, WORLD_SPECIES } from './world.ts';

export interface KernelOptions {
  /** Scenario without plans. */
  readonly reference: string;
  /** First year of the kernels. An earlier tonne is taken to do what one of this year does. */
  readonly firstYear: number;
  /** 2050 and 2100 when absent. */
  readonly targetYears?: readonly number[];
  /**
   * Take the slopes halfway to the world with these changes instead of at the reference: half as many runs again or more, for this one
   * difference only, and parts that fit much closer. Needed for co-emitted pollutants, whose effect on clouds is far from linear.
   */
  readonly halfwayTo?: WorldDifference;
}

/** Pulses, in the unit of the species: large against rounding, small against the world, so that the response is the slope. */
const PULSE: Readonly<Record<NetworkGas, number>> = { co2: 0.1, co2Land: 0.1, ch4: 1, n2o: 0.1, fgas: 1 };
/** Years between pulses. */
const SPACING = 5;
/** Before a target year a pulse is young and its effect changes fast: as many years before it each have a pulse. */
const YOUNG = 6;

/**
 * Emit a pulse of each gas in every fifth year (and in each of the last years before a target year), read the mean warming in the target
 * years, and interpolate linearly between. With co-emitted pollutants, the pulse of fossil CO2 brings their share along.
 *
 * The mean over members is linear, so that parts add up; a median would not be. Some hundred short runs: keep the result for as long as
 * the reference is the same.
 *
 * @throws {DomainError} `unknown-scenario`; `year-outside-plan` for a target year before `firstYear`
 */
export function pulseKernels(model: ClimateModel, options: KernelOptions): PulseKernels {
  const { firstYear, targetYears = [2050, 2100], halfwayTo } = options;
  const reference = model.scenario(options.reference);
  const lastYear = Math.max(...targetYears);
  if (Math.min(...targetYears) < firstYear)
    throw new DomainError('year-outside-plan', `kernels from ${firstYear} cannot tell of ${Math.min(...targetYears)}`);
  const span = { firstYear, lastYear, targetYears };
  const alone = kernelsIn(model, span, halfwayTo ? halfway(reference, halfwayTo.ghgOnly) : reference, NETWORK_GASES);
  const besides = halfwayTo ? halfway(reference, halfwayTo.withCoEmitted) : reference;
  // At the reference only fossil CO2 differs between the cases.
  const along = kernelsIn(model, span, besides, halfwayTo ? NETWORK_GASES : ['co2'], reference);
  return {
    calibration: model.calibration,
    reference: reference.name,
    ...span,
    kelvinPerTonne: {
      ghgOnly: gasPaths((gas) => alone[gas]!),
      withCoEmitted: gasPaths((gas) => along[gas] ?? alone[gas]!),
    },
  };
}

function halfway(reference: WorldEmissions, deltas: readonly EmissionDelta[]): WorldEmissions {
  const halves = deltas.map((delta) => ({ ...delta, values: delta.values.map((value) => value / 2) }));
  return withDelta(reference, halves, `halfway from ${reference.name}`);
}

type KernelSpan = Pick<PulseKernels, 'firstYear' | 'lastYear' | 'targetYears'>;

/**
 * Kernels of some gases in a world.
 *
 * @param along the world by which pollutants follow the pulse of fossil CO2; none do when absent
 */
function kernelsIn(
  model: ClimateModel,
  span: KernelSpan,
  world: WorldEmissions,
  gases: readonly NetworkGas[],
  along?: WorldEmissions,
): Partial<GasPaths> {
  const pulseYears = pulseYearsOf(span);
  const points = pulseYears.map((year) => {
    const respond = responder(model, world, year, span);
    return gases.map((gas) => {
      const { species, perTonne } = WORLD_SPECIES[gas];
      const pulse = { species, firstYear: year, values: Float64Array.of(PULSE[gas]) };
      const others = along && gas === 'co2' ? CO_EMITTED.map((pollutant) => follow(along, pollutant, pulse)) : [];
      return respond([pulse, ...others]).map((kelvin) => (kelvin * perTonne) / PULSE[gas]);
    });
  });
  const kernels = gases.map((gas, g) => {
    const ofGas = points.map((point) => point[g]!);
    return [gas, interpolated(pulseYears, ofGas, span)];
  });
  return Object.fromEntries(kernels) as Partial<GasPaths>;
}

function pulseYearsOf({ firstYear, lastYear, targetYears }: KernelSpan): readonly number[] {
  const years = new Set<number>();
  for (let year = firstYear; year <= lastYear; year += SPACING) years.add(year);
  for (const target of targetYears)
    for (let year = Math.max(firstYear, target - YOUNG); year <= Math.min(target + 1, lastYear); year++)
      years.add(year);
  return [...years].sort((a, b) => a - b);
}

/** From changes that begin in a year to the mean warming they bring in the target years, K. */
function responder(
  model: ClimateModel,
  world: WorldEmissions,
  year: number,
  { lastYear, targetYears }: KernelSpan,
): (deltas: readonly EmissionDelta[]) => readonly number[] {
  const checkpoint = model.checkpoint(world, year);
  const years = { fromYear: year, toYear: lastYear };
  const base = model.resume(checkpoint, world, years);
  return (deltas) => {
    const run = model.resume(checkpoint, withDelta(world, deltas), years);
    const means = meanOverMembers(pairedDifference(run, base));
    // What is emitted after a target year does nothing to it.
    return targetYears.map((target) => means[target - year] ?? 0);
  };
}

/** [target year × year] from the points at pulse years. */
function interpolated(
  pulseYears: readonly number[],
  points: readonly (readonly number[])[],
  { firstYear, lastYear, targetYears }: KernelSpan,
): Float64Array {
  const years = lastYear - firstYear + 1;
  const kernel = new Float64Array(targetYears.length * years);
  targetYears.forEach((_, t) => {
    pulseYears.forEach((year, k) => {
      const next = pulseYears[k + 1] ?? year;
      const [here, there] = [points[k]![t]!, points[k + 1]?.[t] ?? points[k]![t]!];
      for (let y = year; y < Math.max(next, year + 1); y++)
        kernel[t * years + y - firstYear] = next === year ? here : here + ((there - here) * (y - year)) / (next - year);
    });
  });
  return kernel;
}
