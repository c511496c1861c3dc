/** What a city does: the actions of its plan, the largest first. */
import type { Action, Outcome, Payers, Plan } from '@thousand-cities/model';

export interface ActionFacts {
  readonly action: Action;
  /** t CO2e over the plan, its share counted jointly with the others. */
  readonly tonnes: number;
  /** t CO2e a year in the last year of the plan. */
  readonly perYear: number;
  /** Share of all tonnes saved; undefined where nothing is saved in all. */
  readonly share: number | undefined;
  /** Currency over the plan, not discounted. */
  readonly capital: number;
  readonly perTonne: number | null;
  /** Who pays, largest share first, without those who pay nothing. */
  readonly payers: readonly { readonly who: keyof Payers; readonly share: number }[];
}

/** Actions that are in the plan (of a size above nought), by tonnes saved. */
export function actionsOf(plan: Plan, outcome: Outcome): readonly ActionFacts[] {
  const total = Object.values(outcome.cost.byAction).reduce((sum, { tonnes }) => sum + tonnes, 0);
  return plan.actions
    .filter(({ schedule }) => schedule.size > 0)
    .map((action): ActionFacts => {
      const cost = outcome.cost.byAction[action.id]!;
      return {
        action,
        tonnes: cost.tonnes,
        perYear: outcome.byAction[action.id]!.at(-1)!,
        share: total > 0 ? cost.tonnes / total : undefined,
        capital: cost.capital,
        perTonne: cost.perTonne,
        payers: payersOf(action.payers),
      };
    })
    .sort((a, b) => b.tonnes - a.tonnes || (a.action.id < b.action.id ? -1 : 1));
}

function payersOf(payers: Payers): ActionFacts['payers'] {
  return (Object.keys(payers) as (keyof Payers)[])
    .map((who) => ({ who, share: payers[who] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
