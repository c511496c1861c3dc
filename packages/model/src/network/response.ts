/** Ask the climate what a change of world emissions does, paired member by member. */
import { crossCheck } from '../climate/cross-check.ts';
import { withDelta } from '../climate/delta.ts';
import { pairedDifference } from '../climate/difference.ts';
import { warmingPercentiles } from '../climate/percentiles.ts';
import type {
  Checkpoint,
  ClimateModel,
  EmissionDelta,
  TemperatureRun,
  WarmingPercentiles,
  WorldEmissions,
} from '../climate/types.ts';
import type { NetworkResponse, ResponseCase, WorldDifference } from './response-types.ts';

export interface NetworkClimateOptions {
  /** Scenario without plans, e.g. `ssp245`. */
  readonly reference: string;
  /** 1.5 °C scenario that the gap is measured to, e.g. `ssp119`. */
  readonly ambitious: string;
  /** First year reported. Differences before it are not lost: they are run from their own first year. */
  readonly fromYear: number;
  /** Last year reported; 2100 when absent. */
  readonly toYear?: number;
}

/** A reference world that has been run once, ready for many answers. */
export interface NetworkClimate {
  readonly reference: WorldEmissions;
  readonly ambitious: WorldEmissions;
  readonly referenceWarming: WarmingPercentiles;
  /** Run when first asked for. */
  ambitiousWarming(): WarmingPercentiles;
  /**
   * @throws {DomainError} `year-outside-plan` for a difference after the scenario ends, `out-of-range` for one that leaves the world
   * with less than nothing of a species (`worldDifference` never does)
   */
  respond(difference: WorldDifference): NetworkResponse;
}

/**
 * Run the reference world once and keep its state, so that every answer takes only the years that can differ.
 *
 * @throws {DomainError} `unknown-scenario`, `year-outside-plan`
 *
 * @example
 * const climate = createNetworkClimate(model, { reference: 'ssp245', ambitious: 'ssp119', fromYear: 2025 });
 * const { difference } = climate.respond(worldDifference(sum.total, climate.reference, { gridShare: true, firstYear: sum.firstYear })).ghgOnly;
 */
export function createNetworkClimate(model: ClimateModel, options: NetworkClimateOptions): NetworkClimate {
  const { fromYear, toYear = 2100 } = options;
  const years = { fromYear, toYear };
  const reference = model.scenario(options.reference);
  const ambitious = model.scenario(options.ambitious);
  const checkpointFor = checkpoints(model, reference, fromYear);
  const base = model.resume(checkpointFor(fromYear), reference, years);
  const referenceWarming = warmingPercentiles(base);
  const runWith = (deltas: readonly EmissionDelta[]): TemperatureRun => {
    const touching = deltas.filter(({ values }) => values.some((value) => value !== 0));
    if (touching.length === 0) return base;
    return model.resume(checkpointFor(firstDifference(touching)), withDelta(reference, touching), years);
  };
  let ambitiousWarming: WarmingPercentiles | undefined;
  return {
    reference,
    ambitious,
    referenceWarming,
    ambitiousWarming: () => (ambitiousWarming ??= warmingPercentiles(model.run(ambitious, years))),
    respond: ({ ghgOnly, withCoEmitted, findings }) => {
      const run = runWith(ghgOnly);
      const difference = pairedDifference(run, base);
      const check = crossCheck({ emissions: reference, deltas: ghgOnly, difference });
      const runAlong = runWith(withCoEmitted);
      return {
        calibration: model.calibration,
        members: model.memberIds.length,
        reference: { name: reference.name, warming: referenceWarming },
        ghgOnly: caseOf(run, difference),
        withCoEmitted: caseOf(runAlong, pairedDifference(runAlong, base)),
        crossCheck: check,
        findings: [...findings, ...check.findings.filter(({ severity }) => severity !== 'note')],
      };
    },
  };
}

/** The reference world's state at the year reported from, or at an earlier year when something differs before; each kept. */
function checkpoints(
  model: ClimateModel,
  reference: WorldEmissions,
  fromYear: number,
): (firstDifference: number) => Checkpoint {
  const known = new Map<number, Checkpoint>();
  return (firstDifference) => {
    const year = Math.min(fromYear, firstDifference);
    const checkpoint = known.get(year) ?? model.checkpoint(reference, year);
    known.set(year, checkpoint);
    return checkpoint;
  };
}

/** First year in which anything differs. */
function firstDifference(deltas: readonly EmissionDelta[]): number {
  return deltas.reduce(
    (first, { firstYear, values }) => Math.min(first, firstYear + values.findIndex((value) => value !== 0)),
    Infinity,
  );
}

function caseOf(run: TemperatureRun, difference: TemperatureRun): ResponseCase {
  return {
    warming: warmingPercentiles(run),
    difference: warmingPercentiles(difference),
    meanDifference: meanOverMembers(difference),
  };
}

/** Mean over members, per year. */
export function meanOverMembers({ members, firstYear, lastYear, warming }: TemperatureRun): readonly number[] {
  const years = lastYear - firstYear + 1;
  const means = new Float64Array(years);
  for (let m = 0; m < members; m++) for (let y = 0; y < years; y++) means[y]! += warming[m * years + y]!;
  return Array.from(means, (sum) => sum / members);
}
