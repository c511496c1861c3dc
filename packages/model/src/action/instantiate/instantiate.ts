/** From the library to a plan: an action with every figure resolved for one city, or the reason why it does not apply. */
import type { ActionTemplate } from '../template.ts';
import type { Action } from '../types.ts';
import { placeOf, type ActionContext, type ActionPlace } from './context.ts';
import { actionCost } from './cost.ts';
import { fitLever, type FittedLever } from './levers.ts';

/** Why an action is not offered to a city. Closed, so that doors can translate it. */
export type NotApplicableCode =
  'nothing-to-act-on' | 'outside-boundary' | 'climate' | 'too-small' | 'not-coastal' | 'latitude' | 'requires';

export interface NotApplicable {
  readonly notApplicable: NotApplicableCode;
  /** English, complete in itself. */
  readonly reason: string;
}

function refusal(
  { applies, id }: ActionTemplate,
  context: ActionContext,
  place: ActionPlace,
): NotApplicable | undefined {
  const no = (notApplicable: NotApplicableCode, reason: string): NotApplicable => ({
    notApplicable,
    reason: `${id}: ${reason}`,
  });
  if (applies.zones && !applies.zones.includes(place.zone)) return no('climate', `not for a ${place.zone} climate`);
  const { minPopulation, maxAbsLatitude } = applies;
  if (minPopulation !== undefined && !(place.population !== undefined && place.population >= minPopulation))
    return no('too-small', `for cities of ${minPopulation} inhabitants and more`);
  if (applies.coastal && context.climate?.coastal !== true)
    return no('not-coastal', 'the city is not known to lie on a coast');
  const { latitude } = context.city;
  if (maxAbsLatitude !== undefined && !(latitude !== undefined && Math.abs(latitude) <= maxAbsLatitude))
    return no('latitude', `only within ${maxAbsLatitude}° of the equator`);
  return undefined;
}

/** Whether a lever takes away from, or stores in, a reference that the boundary counts. */
function actsWithin({ cells, lever }: FittedLever, counts: (ref: string) => boolean): boolean {
  return lever.kind === 'add-sink' ? counts(lever.ref) : cells.some(({ ref }) => counts(ref));
}

/**
 * Fit a template to a city at size 0 (not yet in the plan).
 *
 * Sizes come from the row that fits climate zone and income group most closely; costs are unit costs times the base-year
 * activity the levers affect here (`cost.derivation` keeps the steps). Levers that find nothing to act on are left out.
 *
 * @throws {DomainError} `missing-figure` when the library cannot express its costs in the plan's price year
 */
export function instantiateAction(template: ActionTemplate, context: ActionContext): Action | NotApplicable {
  const place = placeOf(context);
  const refused = refusal(template, context, place);
  if (refused) return refused;
  const fitted = template.levers.flatMap((lever, index) => fitLever(lever, index, context, place) ?? []);
  if (fitted.length === 0) {
    return { notApplicable: 'nothing-to-act-on', reason: `${template.id}: the inventory holds nothing it acts on` };
  }
  if (context.counts && !fitted.some((lever) => actsWithin(lever, context.counts!))) {
    return {
      notApplicable: 'outside-boundary',
      reason: `${template.id}: all it acts on lies outside the boundary of the plan, which would not show its effect`,
    };
  }
  const cost = actionCost(template.costs, fitted, context, place);
  const { staffPer100k, requires, excludes } = template;
  const words = (context.locale === undefined ? undefined : template.words[context.locale]) ?? template.words['en'];
  const staff = place.population === undefined ? undefined : (staffPer100k * place.population) / 100_000;
  return {
    id: template.id,
    libraryId: template.id,
    name: words?.name ?? template.id,
    sector: template.sector,
    levers: fitted.map(({ lever }) => lever),
    schedule: { startYear: context.startYear, size: 0 },
    adoption: template.adoption,
    lifetimeYears: template.lifetimeYears,
    renew: template.renew,
    cost,
    payers: template.payers,
    lowIncomeBenefitShare: template.lowIncomeBenefitShare,
    ...(staff === undefined ? {} : { deliveryStaff: staff }),
    ...(requires.length > 0 ? { requires } : {}),
    ...(excludes.length > 0 ? { excludes } : {}),
    powers: template.powers,
    coBenefits: template.coBenefits,
    hazards: template.hazards,
    indicators: template.indicators,
    sources: [...new Set([...template.sources, ...fitted.flatMap(({ lever }) => lever.sources), ...cost.sources])],
  };
}

/** The actions of the library that apply to a city, and those that do not, with the reason. */
export interface DefaultActions {
  readonly actions: readonly Action[];
  readonly skipped: readonly (NotApplicable & { readonly id: string })[];
}

/**
 * Fit the whole library to a city: every applicable action at size 0, starting in `context.startYear`.
 * An action that requires one that does not apply is skipped too; `excludes` names only actions that are there.
 *
 * @throws {DomainError} as {@link instantiateAction}
 */
export function defaultActions(templates: readonly ActionTemplate[], context: ActionContext): DefaultActions {
  const fitted = new Map<string, Action>();
  const skipped: (NotApplicable & { readonly id: string })[] = [];
  for (const template of templates) {
    const result = instantiateAction(template, context);
    if ('notApplicable' in result) skipped.push({ id: template.id, ...result });
    else fitted.set(template.id, result);
  }
  for (let lost = true; lost;) {
    lost = false;
    for (const action of [...fitted.values()]) {
      const absent = action.requires?.find((id) => !fitted.has(id));
      if (absent === undefined) continue;
      fitted.delete(action.id);
      skipped.push({
        id: action.id,
        notApplicable: 'requires',
        reason: `${action.id}: needs ${absent}, which does not apply`,
      });
      lost = true;
    }
  }
  const actions = [...fitted.values()].map((action) => {
    const { excludes, ...rest } = action;
    const present = excludes?.filter((id) => fitted.has(id)) ?? [];
    return present.length > 0 ? { ...rest, excludes: present } : rest;
  });
  return { actions, skipped };
}
