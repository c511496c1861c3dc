/** The climate, fetched and made ready: the ensemble, the two worlds, the measured record, the budgets. */
import {
  createClimateModel,
  createNetworkClimate,
  readClimatePack,
  warmingPercentiles,
  type ClimateModel,
  type ObservedRecord,
} from '@thousand-cities/model';
import { api, type CarbonBudgets, type Progress } from '../../shared/api.ts';
import type { ClimateFacts } from './engine.ts';
import type { ClimateBasis, ObservedLine } from './messages.ts';

/** The world without plans, and the one that keeps 1.5 °C. Named on the page. */
export const WORLDS = { reference: 'ssp245', ambitious: 'ssp119' } as const;
/** No plan makes a difference before. */
const FROM_YEAR = 2025;
/** The chart begins here: long enough to see where the world comes from. */
const PAST_YEAR = 1980;

export interface LoadedClimate {
  readonly facts: ClimateFacts;
  readonly basis: ClimateBasis;
}

/**
 * Fetch everything a temperature needs. The measured record is an extra: without it the rest still stands.
 *
 * @throws {ApiError}, or {DomainError} for a pack that cannot be read
 */
export async function loadClimate(onProgress: Progress): Promise<LoadedClimate> {
  const [pack, budgets, gwp, observed] = await Promise.all([
    api.climatePack(undefined, onProgress),
    api.carbonBudgets(),
    api.gwpAr6(),
    api.observedWarming().then(observedLine, () => undefined),
  ]);
  const model = createClimateModel(readClimatePack(new Uint8Array(pack)));
  return { facts: factsOf(model, budgets, gwp), basis: basisOf(model, observed) };
}

/** Run what is the same for every question. */
export function factsOf(model: ClimateModel, budgets: CarbonBudgets, gwp: ClimateFacts['gwp']): ClimateFacts {
  const past = model.run(model.scenario(WORLDS.reference), { fromYear: PAST_YEAR, toYear: FROM_YEAR });
  return {
    climate: createNetworkClimate(model, { ...WORLDS, fromYear: FROM_YEAR }),
    past: warmingPercentiles(past, PAST_YEAR, FROM_YEAR - 1),
    budgets: budgets.sets.find(({ id }) => id === budgets.defaultSet) ?? budgets.sets[0]!,
    gwp,
  };
}

function basisOf(model: ClimateModel, observed: ObservedLine | undefined): ClimateBasis {
  return {
    calibration: model.calibration,
    members: model.memberIds.length,
    kernel: model.kernel,
    ...WORLDS,
    ...(observed && { observed }),
  };
}

/** The yearly global mean of the record; weather and El Niño are in it. */
export function observedLine({ figures, sources }: ObservedRecord): ObservedLine | undefined {
  const yearly = figures
    .filter(({ kind, firstYear, lastYear }) => kind === 'gmst' && firstYear === lastYear)
    .sort((a, b) => a.firstYear - b.firstYear);
  const source = sources.find(({ id }) => id === yearly[0]?.source);
  if (yearly.length === 0 || !source) return undefined;
  return {
    source: `${source.publisher} ${source.year}`,
    years: yearly.map(({ firstYear }) => firstYear),
    warming: yearly.map(({ warming }) => warming),
  };
}
