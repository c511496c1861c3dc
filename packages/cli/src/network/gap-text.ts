/** How far the network is from its own targets and from Paris, as lines of text. */
import type { BudgetUse, GapClosed, TargetSum } from '@thousand-cities/model';
import { aligned } from '../outcome-text.ts';
import { number, percent, tonnes } from './numbers.ts';
import type { NetworkResult } from './run.ts';

/** Planned against allowed, by kind of target. */
export function targetLines({ rollUp: { targets, firstYear, lastYear } }: NetworkResult): string[] {
  if (targets.length === 0) return [];
  const years = [2030, 2050].filter((year) => year > firstYear && year <= lastYear);
  const rows = targets.flatMap((target) => years.map((year) => targetRow(target, year, year - firstYear)));
  return aligned([['target', 'year', 'cities', 'allowed', 'planned', 'above'], ...rows]);
}

function targetRow({ kind, counts, covered, ceiling, planned }: TargetSum, year: number, y: number): string[] {
  const unit = counts === 'co2' ? ' (CO2)' : '';
  return [
    `${kind}${unit}`,
    String(year),
    String(covered[y]!),
    tonnes(ceiling[y]!),
    tonnes(planned[y]!),
    tonnes(planned[y]! - ceiling[y]!),
  ];
}

/** CO2 against what remains of the budget. */
export function budgetLines({ paris: { budget, network, world } }: NetworkResult): string[] {
  const spent = ({ to2050, spentIn }: BudgetUse) =>
    `${number(to2050)} Gt to 2050, ${spentIn === undefined ? 'not spent' : `spent in ${spentIn}`}`;
  return [
    `carbon budget ${budget.set} for ${budget.limit} °C at ${percent(Number(budget.probability))}: ${number(budget.gigatonnes)} Gt CO2 from ${budget.fromYear}`,
    ...aligned([
      ['  these cities', `${number(network.reference.to2050)} Gt to 2050 without plans, ${number(network.plan.to2050)} Gt with`], // prettier-ignore
      ['  world without plans', spent(world.reference)],
      ['  world with plans', spent(world.withPlans)],
    ]),
  ];
}

const MEASURES: Readonly<Record<GapClosed['measure'], string>> = {
  emissions: 'emissions',
  'cumulative-co2': 'CO2 since the budget began, to',
  warming: 'warming',
};

/** What the network closes of the world's gap. */
export function shareLines({ paris: { gaps, ambitiousName } }: NetworkResult): string[] {
  const rows = gaps.map(({ measure, year, case: reading, unit, reference, ambitious, share }) => [
    `  ${MEASURES[measure]} ${year}${reading === 'withCoEmitted' ? ', with what is emitted along' : ''}`,
    `${number(reference - ambitious)} ${unit}`,
    share === undefined ? 'no gap' : percent(share),
  ]);
  return rows.length === 0 ? [] : aligned([[`gap of the world to ${ambitiousName}`, 'gap', 'closed'], ...rows]);
}
