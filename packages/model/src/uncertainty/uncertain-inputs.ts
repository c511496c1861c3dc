/** What is uncertain about a plan: every spread and range it states, as dimensions to draw from. */
import type { CompiledPlan, PlanInputs } from '../action/index.ts';
import type { Range, Spread } from '../source.ts';
import { checkRange, isUncertain, sigmaOf } from './distributions.ts';

/** What a dimension is about, for grouping and wording. */
export type InputKind =
  | 'activity'
  | 'factor'
  | 'shared'
  | 'driver'
  | 'price'
  | 'lever-size'
  | 'lever-ratio'
  | 'removal'
  | 'delay'
  | 'delivery'
  | 'capital'
  | 'operating';

/** An uncertain input. Figures that name the same `sharedBy` are one input and are drawn together. */
export interface UncertainInput {
  /** `activity <cell>`, `factor <cell>`, `shared <name>`, `driver <id>`, `price <key>`, `<kind> <action>[ <lever>]`. */
  readonly id: string;
  readonly kind: InputKind;
}

/** How delivery of an action may differ from its plan. */
export interface Delivery {
  /** Years later than planned, 0 or more. */
  readonly delayYears: Range;
  /** Share of the planned size that is achieved, 0…1. */
  readonly achieved: Range;
}

/**
 * Delivery where the plan says nothing: on time or up to three years late, and between 70 % and all of the planned size.
 * An assumption, not a measurement: change it by `DrawOptions.delivery`.
 */
export const DEFAULT_DELIVERY: Delivery = {
  delayYears: { central: 0, low: 0, high: 3 },
  achieved: { central: 1, low: 0.7, high: 1 },
};

/** A lognormal multiplier: which dimension, and its σ. Dimension −1: certain. */
export interface Multiplier {
  readonly dimension: number;
  readonly sigma: number;
}

/** A figure given as a range: which dimension, or −1 when it is certain. */
export interface RangedFigure {
  readonly dimension: number;
  readonly range: Range;
}

/** Every uncertain figure of a plan. Cells, levers and actions as in the compiled plan. */
export interface UncertainPlan {
  readonly inputs: readonly UncertainInput[];
  readonly activity: readonly Multiplier[];
  readonly factor: readonly Multiplier[];
  readonly drivers: readonly Multiplier[];
  readonly prices: ReadonlyMap<string, Multiplier>;
  readonly leverSize: readonly RangedFigure[];
  /** [lever] ratio of a mover or removal of a sink; undefined for the rest. */
  readonly leverYield: readonly (RangedFigure | undefined)[];
  readonly delay: readonly RangedFigure[];
  readonly achieved: readonly RangedFigure[];
  readonly capital: readonly RangedFigure[];
  readonly operating: readonly RangedFigure[];
}

/**
 * List what is uncertain about a plan, most general first, so that the best dimensions of the sequence go to drivers and
 * shared sources. Actions of size 0 have no uncertainty. A derived cell's activity is its parent's and has none of its own.
 *
 * @param plan with its target cells added, so that `plan.cells` are in the order of `compiled.cellIds`
 * @throws {DomainError} `out-of-range` for a spread below 1 or a range out of order
 */
export function uncertaintyOf(plan: PlanInputs, compiled: CompiledPlan, delivery: Delivery): UncertainPlan {
  const { inputs, multiplier, figure } = dimensionList();
  const drivers = plan.drivers.map((driver) => multiplier('driver', driver.id, driver.spread, ['drivers', driver.id]));
  const factor = plan.cells.map(({ id, uncertainty }) => multiplier('factor', id, uncertainty.factor, ['cells', id]));
  const activity = plan.cells.map(({ id, uncertainty, derivedFrom }) =>
    multiplier('activity', id, derivedFrom ? undefined : uncertainty.activity, ['cells', id]),
  );
  const actions = new Map(plan.actions.map((action) => [action.id, action]));
  const ordered = compiled.actionIds.map((id) => actions.get(id)!);
  const ofAction = (a: number, kind: InputKind, range: Range): RangedFigure => {
    const { id, schedule } = ordered[a]!;
    return figure(schedule.size > 0, kind, id, range, ['actions', id, kind]);
  };
  const levers = Array.from(compiled.leverAction, (a, l) => ({ a, index: compiled.leverIndex[l]! }));
  const ofLever = (a: number, index: number, kind: InputKind, range: Range): RangedFigure => {
    const { id, schedule } = ordered[a]!;
    return figure(schedule.size > 0, kind, `${id} ${index + 1}`, range, ['actions', id, 'levers', index]);
  };
  return {
    drivers,
    factor,
    activity,
    leverSize: levers.map(({ a, index }) => ofLever(a, index, 'lever-size', ordered[a]!.levers[index]!.size)),
    delay: ordered.map((_, a) => ofAction(a, 'delay', delivery.delayYears)),
    achieved: ordered.map((_, a) => ofAction(a, 'delivery', delivery.achieved)),
    leverYield: levers.map(({ a, index }) => {
      const lever = ordered[a]!.levers[index]!;
      if (lever.kind === 'add-sink') return ofLever(a, index, 'removal', lever.tonnesPerUnitYear);
      return 'ratio' in lever ? ofLever(a, index, 'lever-ratio', lever.ratio) : undefined;
    }),
    prices: new Map(
      Object.entries(plan.finance.prices).map(([key, price]) => [
        key,
        multiplier('price', key, price.spread, ['finance', 'prices', key]),
      ]),
    ),
    capital: ordered.map((action, a) => ofAction(a, 'capital', action.cost.capital)),
    operating: ordered.map((action, a) => ofAction(a, 'operating', action.cost.operatingPerYear)),
    inputs,
  };
}

/** Dimensions, given out as uncertain figures are met. */
function dimensionList() {
  const inputs: UncertainInput[] = [];
  const known = new Map<string, number>();
  const dimension = (kind: InputKind, id: string): number => {
    const found = known.get(id) ?? inputs.push({ id, kind }) - 1;
    known.set(id, found);
    return found;
  };
  const multiplier = (
    kind: InputKind,
    name: string,
    spread: Spread | undefined,
    at: readonly (string | number)[],
  ): Multiplier => {
    if (!spread) return { dimension: -1, sigma: 0 };
    const sigma = sigmaOf(spread, at);
    if (sigma === 0) return { dimension: -1, sigma };
    const shared = spread.sharedBy;
    return {
      dimension: shared === undefined ? dimension(kind, `${kind} ${name}`) : dimension('shared', `shared ${shared}`),
      sigma,
    };
  };
  const figure = (
    used: boolean,
    kind: InputKind,
    name: string,
    range: Range,
    at: readonly (string | number)[],
  ): RangedFigure => ({
    range: checkRange(range, at),
    dimension: used && isUncertain(range) ? dimension(kind, `${kind} ${name}`) : -1,
  });
  return { inputs, multiplier, figure };
}
