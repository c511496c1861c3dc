/** The pathway chart as series: what emissions do without the plan, with it, and what each kind of action takes away. */
import type { Action, Fan, Inventory, Outcome, Plan, TargetPath } from '@thousand-cities/model';
import { totalOf } from '@thousand-cities/model';

export type ActionSector = Action['sector'];

/** Order of the wedges from business-as-usual downwards. */
export const ACTION_SECTORS: readonly ActionSector[] = [
  'grid-supply',
  'stationary-energy',
  'transport',
  'waste',
  'ippu',
  'afolu',
];

/** What a group of actions takes away, t CO2e per year. */
export interface Wedge {
  readonly sector: ActionSector;
  readonly saved: readonly number[];
}

export interface PathwaySeries {
  readonly years: readonly number[];
  readonly bau: readonly number[];
  readonly plan: readonly number[];
  readonly target: readonly number[];
  readonly targets: readonly TargetPath[];
  readonly mainTarget: string;
  readonly wedges: readonly Wedge[];
  readonly fan: Fan | undefined;
  /** Inventories before the base year: what was counted, where and when. */
  readonly history: readonly { readonly year: number; readonly tonnes: number }[];
}

function wedgesOf(plan: Plan, outcome: Outcome): readonly Wedge[] {
  return ACTION_SECTORS.flatMap((sector) => {
    const ids = plan.actions.filter((action) => action.sector === sector).map(({ id }) => id);
    const saved = outcome.years.map((_, y) => ids.reduce((sum, id) => sum + (outcome.byAction[id]?.[y] ?? 0), 0));
    return saved.some((value) => Math.abs(value) > 1e-9) ? [{ sector, saved }] : [];
  });
}

function historyOf(inventories: readonly Inventory[], plan: Plan): PathwaySeries['history'] {
  return inventories
    .filter(({ year }) => year < plan.baseline.baseYear)
    .map((inventory) => ({ year: inventory.year, tonnes: totalOf(inventory, plan.baseline.boundary).co2eTonnes }))
    .sort((a, b) => a.year - b.year);
}

/** Gather the series of the chart. */
export function pathwayOf(plan: Plan, outcome: Outcome, fan: Fan | undefined): PathwaySeries {
  return {
    years: outcome.years,
    bau: outcome.emissions.bau,
    plan: outcome.emissions.plan,
    target: outcome.emissions.target,
    targets: outcome.targets.filter(({ counts }) => counts === 'co2e'),
    mainTarget: plan.mainTarget,
    wedges: wedgesOf(plan, outcome),
    fan,
    history: historyOf(plan.inventories, plan),
  };
}

/** Ceiling of a target in a year of the plan; undefined where it says nothing. */
export function ceilingIn(target: TargetPath, year: number): number | undefined {
  return target.emissions[target.years.indexOf(year)];
}

/** A band of the stack: what lies between two lines, by year. */
export interface Band {
  readonly sector: ActionSector;
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

/** Stack the wedges down from business-as-usual; the last bottom is the plan. */
export function bandsOf({ bau, wedges }: Pick<PathwaySeries, 'bau' | 'wedges'>): readonly Band[] {
  let top = bau;
  return wedges.map(({ sector, saved }) => {
    const bottom = top.map((value, y) => value - saved[y]!);
    const band = { sector, top, bottom };
    top = bottom;
    return band;
  });
}

/** Largest value any line reaches. The fan is not asked: it comes later, and the scale must not jump when it does. */
export function highest({ bau, plan, target, history }: PathwaySeries): number {
  return Math.max(0, ...bau, ...plan, ...target, ...history.map(({ tonnes }) => tonnes));
}

/** Lowest value any line reaches; below zero only where sinks outweigh. */
export function lowest({ plan, target }: PathwaySeries): number {
  return Math.min(0, ...plan, ...target);
}
