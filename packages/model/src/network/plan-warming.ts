/** What one plan does to the world: tonnes it keeps out of the air, and how much less warming that is. Method: docs/methods/network.md. */
import { createNetworkClimate, type NetworkClimate } from './response.ts';
import type { ClimateModel, WarmingPercentiles } from '../climate/types.ts';
import { CLAIM_WORLDS } from './claim-engine.ts';
import type { ClaimRange } from './claim-answer.ts';
import { createRollUp } from './roll-up.ts';
import type { CityPaths } from './types.ts';
import { NETWORK_GASES } from './types.ts';
import { worldDifference } from './world.ts';

/** Years in which warming is told. */
export const WARMING_YEARS = [2050, 2100] as const;

export interface PlanWarming {
  /** World in which the rest of the world goes on, such as `ssp245`, and how many members of the climate ensemble were run. */
  readonly world: string;
  readonly members: number;
  /** First year of the plan. */
  readonly firstYear: number;
  /** t CO2e (GWP100 of AR6) kept out of the air inside the city, after the plan's last year held in proportion; negative adds. */
  readonly avoidedTonnes: { readonly by2050: number; readonly by2100: number };
  /** Of the same, cleaner grid electricity outside the city, credited once; not in the figures above. */
  readonly gridTonnes: { readonly by2050: number; readonly by2100: number };
  readonly years: readonly {
    readonly year: number;
    /** K above 1850–1900 without the plan: 5, 50 and 95 % of the members. */
    readonly world: ClaimRange;
    /** K by which the plan changes it, member by member: negative cools. Grid electricity is counted. */
    readonly change: ClaimRange;
    /** The same with pollutants that fall along with fossil CO2, an upper bound of what they undo. */
    readonly changeWithCoEmitted: ClaimRange;
  }[];
}

/** A world that is ready for the plans of many cities. @throws {DomainError} `unknown-scenario` */
export const planClimate = (model: ClimateModel): NetworkClimate =>
  createNetworkClimate(model, { ...CLAIM_WORLDS, fromYear: WARMING_YEARS[0] });

/**
 * Put the paths of one city into the world.
 *
 * The ranges are those of the climate ensemble alone. Whether the plan is carried out, and how well its emissions are known, is not
 * in them.
 *
 * @throws {DomainError} `missing-figure`, `year-outside-plan`, `plan-invalid`
 */
export function planWarming(paths: CityPaths, { respond, reference }: NetworkClimate): PlanWarming {
  const rollUp = createRollUp({ world: reference });
  rollUp.add(paths);
  const { total, firstYear, weights } = rollUp.finish();
  const response = respond(worldDifference(total, reference, { gridShare: true, firstYear }));
  const { ghgOnly, withCoEmitted } = response;
  const until = (values: ArrayLike<number>, year: number) =>
    Array.from(values).slice(0, year - firstYear + 1).reduce((sum, value) => sum - value, 0); // prettier-ignore
  const changed = Array.from(total.gridShare, (_, y) =>
    NETWORK_GASES.reduce((sum, gas) => sum + weights[gas] * total.difference[gas][y]!, 0),
  );
  return {
    world: response.reference.name,
    members: response.members,
    firstYear,
    avoidedTonnes: { by2050: until(changed, 2050), by2100: until(changed, 2100) },
    gridTonnes: { by2050: until(total.gridShare, 2050), by2100: until(total.gridShare, 2100) },
    years: WARMING_YEARS.map((year) => ({
      year,
      world: rangeIn(response.reference.warming, year),
      change: rangeIn(ghgOnly.difference, year),
      changeWithCoEmitted: rangeIn(withCoEmitted.difference, year),
    })),
  };
}

function rangeIn({ years, p05, p50, p95 }: WarmingPercentiles, year: number): ClaimRange {
  const y = years.indexOf(year);
  return { low: p05[y]!, middle: p50[y]!, high: p95[y]! };
}
