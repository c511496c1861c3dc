/** Every plan of a small problem, worked out from the streams themselves: what the optimiser is held against. */
import { randomOf, randomProblem } from './random-problem.case.ts';
import type { PortfolioConstraints, PortfolioProblem, PortfolioTarget } from './types.ts';

/** One choice index per action, or −1. */
type Plan = readonly number[];

export interface Worked {
  readonly cost: number;
  readonly emissions: readonly number[];
  readonly excess: number;
  /** Names of the constraints broken, the target apart. */
  readonly broken: readonly string[];
}

/** Relative slack that counts as kept, as documented in docs/methods/portfolio.md. */
const SLACK = 1e-6;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Work a plan out by the definition of streams, with no regard for speed. */
export function workOut(problem: PortfolioProblem, plan: Plan): Worked {
  const { compiled, target, discount } = problem;
  const { years, streamCount } = compiled;
  const adoption = (action: number, curve: number, y: number): number => {
    const choice = problem.choices[plan[action]!];
    const since = choice ? compiled.years[y]! - choice.startYear : -1;
    return choice && since >= 0 ? choice.size * compiled.curveUnit[curve * compiled.years.length + since]! : 0;
  };
  const amount = (s: number, y: number): number => {
    const mover = compiled.mover[s]!;
    let product = mover < 0 ? 1 : compiled.moverEffect[s]! * adoption(mover, compiled.moverCurve[s]!, y);
    for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
      product *= 1 - compiled.termEffect[t]! * adoption(compiled.termAction[t]!, compiled.termCurve[t]!, y);
    }
    return product;
  };
  const streams = Array.from({ length: streamCount }, (_, s) => s);
  const at = (s: number, y: number): number => s * years.length + y;
  const amounts = streams.map((s) => years.map((_, y) => amount(s, y)));
  const emissions = years.map((_, y) => sum(streams.map((s) => problem.emissions[at(s, y)]! * amounts[s]![y]!)));
  const taken = plan.filter((choice) => choice >= 0).map((choice) => problem.costs[choice]!);
  const cost = sum(
    years.map((_, y) => {
      const spent = sum(taken.map((one) => one.capital[y]! + one.operating[y]! - (one.residual?.[y] ?? 0)));
      const bills = streams.map((s) => compiled.bill[at(s, y)]! * (amounts[s]![y]! - (compiled.mover[s]! < 0 ? 1 : 0)));
      return discount[y]! * (spent + sum(bills));
    }),
  );
  const slack = SLACK * tonneScale(problem);
  const above = (value: number, limit: number): number => Math.max(0, value - limit - slack);
  const from = target.cumulative ? years.indexOf(target.cumulative.fromYear) : 0;
  const excess =
    sum(emissions.map((value, y) => above(value, target.ceiling?.[y] ?? Infinity))) +
    above(sum(emissions.slice(from)), target.cumulative?.tonnes ?? Infinity);
  return { cost, emissions, excess, broken: brokenBy(problem, plan, cost) };
}

/** The largest year's emissions without any action, in absolute amounts. */
function tonneScale({ compiled, emissions }: PortfolioProblem): number {
  const width = compiled.years.length;
  const byYear = compiled.years.map((_, y) =>
    sum(
      Array.from({ length: compiled.streamCount }, (_, s) =>
        compiled.mover[s]! < 0 ? Math.abs(emissions[s * width + y]!) : 0,
      ),
    ),
  );
  return Math.max(...byYear);
}

function brokenBy(problem: PortfolioProblem, plan: Plan, cost: number): string[] {
  const { compiled, constraints, choices, target } = problem;
  const at = (id: string): number => compiled.actionIds.indexOf(id);
  const isIn = (id: string): boolean => plan[at(id)]! >= 0;
  const start = (id: string): number => choices[plan[at(id)]!]?.startYear ?? Infinity;
  const broken: string[] = [];
  const check = (name: string, holds: boolean): void => {
    if (!holds) broken.push(name);
  };
  check('required', (constraints.required ?? []).every(isIn));
  check('forbidden', !(constraints.forbidden ?? []).some(isIn));
  check(
    'exclusive',
    (constraints.exclusive ?? []).every((group) => group.filter(isIn).length <= 1),
  );
  check(
    'prerequisites',
    (constraints.prerequisites ?? []).every(({ action, needs }) => !isIn(action) || start(needs) <= start(action)),
  );
  const taken = plan.flatMap((choice, action) => (choice < 0 ? [] : [{ action, ...problem.costs[choice]! }]));
  for (const [name, limit] of [
    ['capital', constraints.capitalPerYear],
    ['staff', constraints.staffPerYear],
  ] as const) {
    if (limit === undefined) continue;
    const most = Math.max(...compiled.years.map((_, y) => sum(taken.map((one) => one[name][y]!))));
    check(name, most <= limit + SLACK * Math.max(1, limit));
  }
  const floor = constraints.lowIncomeShare ?? 0;
  const above = sum(taken.map((one) => (problem.lowIncomeShare[one.action]! - floor) * one.benefit));
  check('low-income', constraints.lowIncomeShare === undefined || above >= -SLACK * tonneScale(problem));
  check('cost budget', cost <= (target.costBudget ?? Infinity) + 1e-9 * Math.abs(cost));
  return broken;
}

export interface Best {
  /** Least cost of the plans that keep everything; Infinity when there are none. */
  readonly cost: number;
  /** Least excess of the plans that keep everything but the target. */
  readonly excess: number;
  /** Least emissions of the plans that keep everything, cost budget included. */
  readonly emissions: number;
  readonly plans: number;
}

/** Try every combination of choices. */
export function exhaustive(problem: PortfolioProblem): Best {
  const byAction = problem.compiled.actionIds.map((_, a) => [
    -1,
    ...problem.choices.flatMap((choice, c) => (choice.action === a ? [c] : [])),
  ]);
  const best = { cost: Infinity, excess: Infinity, emissions: Infinity, plans: 0 };
  const visit = (plan: Plan): void => {
    const options = byAction[plan.length];
    if (options) {
      for (const choice of options) visit([...plan, choice]);
      return;
    }
    best.plans++;
    const { broken, excess, cost, emissions } = workOut(problem, plan);
    if (broken.length > 0) return;
    best.excess = Math.min(best.excess, excess);
    if (excess > 0) return;
    best.cost = Math.min(best.cost, cost);
    best.emissions = Math.min(best.emissions, sum(emissions));
  };
  visit([]);
  return best;
}

const KINDS = ['ceiling', 'cumulative', 'budget'] as const;

/** A small random problem; the seed decides the target and which constraints there are. */
export function smallProblem(seed: number): PortfolioProblem {
  const random = randomOf(seed * 7919 + 1);
  const actions = 3 + Math.floor(random() * 3);
  const kind = KINDS[seed % KINDS.length]!;
  const cut = 0.1 + 0.5 * random();
  const target = (bau: Float64Array, years: readonly number[]): PortfolioTarget => {
    const first = bau[0]!;
    if (kind === 'budget') return { costBudget: (random() - 0.3) * first * 100 };
    if (kind === 'ceiling') {
      return { ceiling: years.map((year, y) => (year < 2028 ? Infinity : first * (1 - (cut * y) / years.length))) };
    }
    const sum = bau.subarray(3).reduce((total, value) => total + value, 0);
    return { cumulative: { fromYear: years[3]!, tonnes: sum * (1 - cut / 2) } };
  };
  const sizes = actions > 4 ? [1] : [0.5, 1];
  return randomProblem(
    {
      seed,
      actions,
      cells: 2 + Math.floor(random() * 4),
      firstYear: 2024,
      lastYear: 2034,
      starts: [2026, 2029],
      sizes,
      deepest: 0.9,
    },
    target,
    smallConstraints(actions, random),
  );
}

function smallConstraints(actions: number, random: () => number): PortfolioConstraints {
  const id = (a: number): string => `a${String(a % actions).padStart(3, '0')}`;
  const pickOne = (): number => Math.floor(random() * actions);
  const a = pickOne();
  return {
    ...(random() < 0.3 ? { required: [id(a)] } : {}),
    ...(random() < 0.3 ? { forbidden: [id(a + 1)] } : {}),
    ...(random() < 0.4 ? { exclusive: [[id(a), id(a + 2)]] } : {}),
    ...(random() < 0.4 ? { prerequisites: [{ action: id(a), needs: id(a + 2) }] } : {}),
    ...(random() < 0.4 ? { capitalPerYear: 10 ** (5 + 4 * random()) } : {}),
    ...(random() < 0.4 ? { staffPerYear: 10 + 80 * random() } : {}),
    ...(random() < 0.4 ? { lowIncomeShare: 0.2 + 0.5 * random() } : {}),
  };
}
