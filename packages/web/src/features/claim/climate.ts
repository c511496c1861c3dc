/** The climate, fetched and made ready: the ensemble, the two worlds, the measured record, the budgets. */
import {
  CLAIM_WORLDS,
  claimFactsOf,
  type ClimateModel,
  createClimateModel,
  type ObservedRecord,
  readClimatePack,
  type WorldFacts,
} from '@thousand-cities/model';
import { api, type CarbonBudgets, type Progress } from '../../shared/api.ts';
import type { ClimateBasis, ObservedLine } from './messages.ts';

/** Named on the page. */
export const WORLDS = CLAIM_WORLDS;

export interface LoadedClimate {
  readonly facts: WorldFacts;
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
export function factsOf(model: ClimateModel, { sets, defaultSet }: CarbonBudgets, gwp: WorldFacts['gwp']): WorldFacts {
  return claimFactsOf(model, sets.find(({ id }) => id === defaultSet) ?? sets[0]!, gwp);
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
