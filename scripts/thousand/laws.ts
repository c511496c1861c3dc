/** Laws that a plan must keep whatever the city: checked from the plan itself, not with the optimiser's own figures. */
import type { Action, CompiledPlan, Outcome, Plan, PortfolioProblem, PortfolioResult } from '@thousand-cities/model';
import { adoptionIn, installedCurve, outlayOf } from '@thousand-cities/model';

/** A law that was broken, with what was found. */
export interface Breach {
  readonly law: string;
  readonly found: string;
}

export const LAWS = {
  agrees: 'The optimiser’s yearly emissions and net cost are those that evaluating the plan gives (to 1e-9).',
  sinks: 'No cell emits less than nothing, unless it is a sink.',
  physical: 'No action goes beyond its potential, or spreads faster than its stock is renewed.',
  rules: 'Actions that exclude one another are not taken together, and none starts before what it needs.',
  limits: 'Capital, staff and the low-income floor stay within the limits that were set.',
  bound: 'The proven bound is not above the plan’s value, and a target said to be met is met in every year it holds.',
  attribution: 'Savings by action sum to the plan’s saving in every year (to 1e-9).',
} as const;

const near = (a: number, b: number, scale: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(scale, 1);

/** Check every law on a city's plan. */
export function breachesOf(
  plan: Plan,
  compiled: CompiledPlan,
  outcome: Outcome,
  problem: PortfolioProblem,
  result: PortfolioResult,
): Breach[] {
  const breaches: Breach[] = [];
  const hold = (law: keyof typeof LAWS, holds: boolean, found: string): void => {
    if (!holds) breaches.push({ law, found });
  };
  const scale = Math.max(...outcome.emissions.bau.map(Math.abs));
  const money = Math.max(Math.abs(outcome.cost.npv), result.figures.outlay);
  outcome.emissions.plan.forEach((tonnes, y) =>
    hold('agrees', near(tonnes, result.figures.emissions[y]!, scale), `${tonnes} and ${result.figures.emissions[y]!}`),
  );
  hold('agrees', near(outcome.cost.npv, result.figures.cost, money), `${outcome.cost.npv} and ${result.figures.cost}`);
  for (const [cell, tonnes] of lowestByCell(compiled, plan)) {
    hold('sinks', tonnes >= -1e-9 * scale || isSink(plan, cell, compiled), `${cell}: ${tonnes} t`);
  }
  for (const action of plan.actions) {
    const found = beyond(action, compiled.years);
    hold('physical', found === undefined, `${action.id}: ${found}`);
  }
  for (const found of brokenRules(plan)) hold('rules', false, found);
  for (const found of overLimits(plan, compiled, problem, result)) hold('limits', false, found);
  hold('bound', result.bound <= result.value || result.bound === Infinity, `${result.bound} above ${result.value}`);
  if (result.meetsTarget) {
    problem.target.ceiling?.forEach((ceiling, y) => {
      const tonnes = outcome.emissions.plan[y]!;
      hold('bound', tonnes <= ceiling + 1e-6 * scale, `${outcome.years[y]}: ${tonnes} above ${ceiling}`);
    });
  }
  outcome.years.forEach((year, y) => {
    const saved = outcome.emissions.bau[y]! - outcome.emissions.plan[y]!;
    const shares = Object.values(outcome.byAction).reduce((sum, series) => sum + series[y]!, 0);
    hold('attribution', near(saved, shares, scale), `${year}: ${saved} and ${shares}`);
  });
  return breaches;
}

/** Least tonnes of each cell over the years, from the streams one by one. */
function lowestByCell(compiled: CompiledPlan, plan: Plan): Map<string, number> {
  const { years, streamCount, curveUnit } = compiled;
  const byId = new Map(plan.actions.map((action) => [action.id, action.schedule]));
  const schedules = compiled.actionIds.map((id) => byId.get(id)!);
  const adoption = (action: number, curve: number, y: number): number => {
    const { startYear, size } = schedules[action]!;
    const since = years[y]! - startYear;
    return since < 0 ? 0 : size * curveUnit[curve * years.length + since]!;
  };
  const lowest = new Map<string, number>();
  years.forEach((_, y) => {
    const cells = new Float64Array(compiled.cellIds.length);
    for (let s = 0; s < streamCount; s++) {
      const mover = compiled.mover[s]!;
      let tonnes = compiled.base[s * years.length + y]!;
      if (mover >= 0) tonnes *= compiled.moverEffect[s]! * adoption(mover, compiled.moverCurve[s]!, y);
      for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
        tonnes *= 1 - compiled.termEffect[t]! * adoption(compiled.termAction[t]!, compiled.termCurve[t]!, y);
      }
      cells[compiled.cell[s]!]! += tonnes;
    }
    cells.forEach((tonnes, c) => {
      const id = compiled.cellIds[c]!;
      lowest.set(id, Math.min(lowest.get(id) ?? Infinity, tonnes));
    });
  });
  return lowest;
}

function isSink(plan: Plan, cellId: string, compiled: CompiledPlan): boolean {
  const given = plan.baseline.cells.find((cell) => cell.id === cellId);
  if (given) return given.sink === true;
  // Cells that sink levers add are fed by sink streams alone, which come from no cell.
  return [...compiled.cell].every((cell, s) => compiled.cellIds[cell] !== cellId || compiled.source[s] === -1);
}

/** How an action exceeds its potential or its stock's turnover, if it does. */
function beyond(action: Action, years: readonly number[]): string | undefined {
  const { size, startYear } = action.schedule;
  if (size === 0) return undefined;
  if (!(size > 0 && size <= 1)) return `size ${size}`;
  const curve = installedCurve(action, years.length);
  const { stockLifetimeYears, turnoverBoost = 1 } = action.adoption;
  const fastest = stockLifetimeYears === undefined ? 1 : turnoverBoost / stockLifetimeYears;
  let before = 0;
  for (const year of years) {
    const now = adoptionIn(curve, { startYear, size }, year);
    if (now > 1 + 1e-12) return `adoption ${now} in ${year}`;
    if (now - before > fastest + 1e-12) return `adoption grows by ${now - before} in ${year}`;
    before = now;
  }
  return undefined;
}

function brokenRules(plan: Plan): string[] {
  const taken = new Map(plan.actions.filter((action) => action.schedule.size > 0).map((action) => [action.id, action]));
  const known = new Set(plan.actions.map((action) => action.id));
  return [...taken.values()].flatMap((action) => [
    ...(action.excludes ?? []).filter((other) => taken.has(other)).map((other) => `${action.id} with ${other}`),
    ...(action.requires ?? [])
      .filter((needs) => known.has(needs))
      .filter((needs) => !((taken.get(needs)?.schedule.startYear ?? Infinity) <= action.schedule.startYear))
      .map((needs) => `${action.id} before ${needs}`),
  ]);
}

function overLimits(
  plan: Plan,
  { years }: CompiledPlan,
  { constraints }: PortfolioProblem,
  result: PortfolioResult,
): string[] {
  const outlays = plan.actions.map((action) => outlayOf(action, years));
  const most = (kind: 'capital' | 'staff'): number =>
    Math.max(...years.map((_, y) => outlays.reduce((sum, outlay) => sum + outlay[kind][y]!, 0)));
  const { capitalPerYear = Infinity, staffPerYear = Infinity, lowIncomeShare } = constraints;
  return [
    ...(most('capital') > capitalPerYear * (1 + 2e-6) ? [`capital ${most('capital')} of ${capitalPerYear}`] : []),
    ...(most('staff') > staffPerYear * (1 + 2e-6) + 2e-6 ? [`staff ${most('staff')} of ${staffPerYear}`] : []),
    ...(lowIncomeShare !== undefined && result.figures.lowIncomeShare < lowIncomeShare - 1e-4
      ? [`low-income share ${result.figures.lowIncomeShare} of ${lowIncomeShare}`]
      : []),
  ];
}
