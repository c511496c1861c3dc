/** A good plan at once, without a solver: prices on excess rise until the target is met, then the plan is trimmed. */
import type { Descent, Standing, Weights } from './descend.ts';
import { descentOn, standingOf, take } from './descend.ts';
import type { Pick } from './evaluate-plan.ts';
import { breachesOf, excessOf, figuresOf } from './evaluate-plan.ts';
import type { Aim } from './master.ts';
import type { Tables } from './tables.ts';

/** A plan with its value under an aim: Infinity where it breaks a limit. */
export interface Candidate {
  readonly pick: Pick;
  readonly value: number;
}

/** Value of a plan under an aim by the true model; Infinity when it is not allowed. */
export function valueOf(tables: Tables, aim: Aim, pick: Pick): number {
  const figures = figuresOf(tables, pick);
  const { excess, hard } = breachesOf(tables, pick, figures);
  if (hard > 0) return Infinity;
  switch (aim.kind) {
    case 'cost': {
      const slack = aim.excessAllowed > 0 ? 1e-9 * tables.tonneScale : 0;
      return excess <= aim.excessAllowed + slack ? figures.cost : Infinity;
    }
    case 'excess':
      return excess;
    case 'emissions':
      return excess > 0 ? Infinity : figures.emissions.reduce((sum, value) => sum + value, 0);
  }
}

const HARD = 1e4;

/** Weights under which a lower score is a better plan, once limits are kept. */
export function weightsFor(aim: Aim): Weights {
  switch (aim.kind) {
    case 'cost':
      return { cost: 1, excess: 3e3, excessAllowed: aim.excessAllowed, emissions: 0, hard: HARD };
    case 'excess':
      return { cost: 1e-6, excess: 1, excessAllowed: 0, emissions: 0, hard: HARD };
    case 'emissions':
      return { cost: 1e-6, excess: 3e3, excessAllowed: 0, emissions: 1, hard: HARD };
  }
}

/** Prices on excess, rising: cheap tonnes are found before dear ones. */
const RISING = [0.02, 0.1, 0.5, 2, 10, 100];

/**
 * Find a good plan by coordinate descent: from nothing under rising prices on excess, on every fifth start year and then
 * on all of them; and, where that is not enough, from everything at once. Deterministic; no solver and no clock.
 */
export function quickSearch(tables: Tables, aim: Aim): Candidate {
  const descent = descentOn(tables);
  const coarse = { allowed: coarseChoices(tables) };
  const final = weightsFor(aim);
  const finish = (standing: Standing): Candidate => {
    descent.descend(standing, final, { ...coarse, rounds: 4 });
    descent.descend(standing, final, { rounds: 2 });
    const found = { pick: standing.pick, value: valueOf(tables, aim, standing.pick) };
    return swapExclusive(tables, aim, descent, found);
  };
  const fromNothing = (): Candidate => {
    const standing = standingOf(tables, nothing(tables));
    for (const excess of RISING) descent.descend(standing, { ...final, excess }, { ...coarse, rounds: 1 });
    return finish(standing);
  };
  const fromAll = (): Candidate => finish(standingOf(tables, everything(tables)));
  if (aim.kind === 'excess') return fromAll();
  if (aim.kind === 'emissions') return better(fromAll(), finish(standingOf(tables, nothing(tables))));
  const first = fromNothing();
  return Number.isFinite(first.value) ? first : fromAll();
}

/**
 * Try the other members of each group that excludes one another: one action at a time cannot, since the way leads over a
 * plan with both.
 */
function swapExclusive(tables: Tables, aim: Aim, descent: Descent, from: Candidate): Candidate {
  const weights = weightsFor(aim);
  let best = from;
  for (const group of tables.exclusive) {
    const held = group.find((a) => best.pick[a]! >= 0);
    if (held === undefined) continue;
    const standing = standingOf(tables, best.pick);
    take(tables, standing, held, -1);
    descent.descend(standing, weights, { frozen: new Set([held]), rounds: 1 });
    best = better(best, { pick: standing.pick, value: valueOf(tables, aim, standing.pick) });
  }
  return best;
}

function better(a: Candidate, b: Candidate): Candidate {
  return b.value < a.value ? b : a;
}

function nothing(tables: Tables): Pick {
  return new Int32Array(tables.actionCount).fill(-1);
}

/** Every action at its largest from the first year, of each group that excludes one another the first. */
function everything(tables: Tables): Pick {
  const { choices } = tables.problem;
  const pick = new Int32Array(tables.actionCount).fill(-1);
  choices.forEach((choice, c) => {
    const held = choices[pick[choice.action]!];
    const isEarlier = !held || choice.startYear < held.startYear;
    if (isEarlier || (choice.startYear === held.startYear && choice.size > held.size)) pick[choice.action] = c;
  });
  for (const group of tables.exclusive) {
    const [, ...others] = group.filter((a) => pick[a]! >= 0);
    for (const a of others) pick[a] = -1;
  }
  return pick;
}

/** Choices that start within three years of the plan's own, and every fifth year. */
export function nearChoices(tables: Tables, pick: Pick): Uint8Array {
  const { choices } = tables.problem;
  return coarseChoices(tables).map((coarse, c) => {
    const held = choices[pick[choices[c]!.action]!];
    return held && Math.abs(held.startYear - choices[c]!.startYear) <= 3 ? 1 : coarse;
  });
}

/** Every fifth start year, and the sizes that each has there. */
function coarseChoices(tables: Tables): Uint8Array {
  const { choices } = tables.problem;
  const first = choices.reduce((year, choice) => Math.min(year, choice.startYear), Infinity);
  return Uint8Array.from(choices, (choice) => ((choice.startYear - first) % 5 === 0 ? 1 : 0));
}

/** Descend from a plan to a nearby better one. */
export function polishFrom(tables: Tables, aim: Aim, descent: Descent, pick: Pick, allowed?: Uint8Array): Candidate {
  const standing = standingOf(tables, pick);
  const weights = weightsFor(aim);
  descent.descend(standing, weights, { rounds: 6, ...(allowed ? { allowed } : {}) });
  return { pick: standing.pick, value: valueOf(tables, aim, standing.pick) };
}

/** In the closest plans all others do what they can: what one of them saves, no other makes up for. */
function isFarBeyond(tables: Tables, aim: Aim, standing: Standing): boolean {
  if (aim.kind !== 'cost' || aim.excessAllowed === 0) return false;
  return excessOf(tables, standing.emissions) > 1.01 * aim.excessAllowed;
}

/** Take each action out, let the others answer, and keep what is better; `isThorough` lets it come back after that. */
export function improve(
  tables: Tables,
  aim: Aim,
  descent: Descent,
  from: Standing,
  isThorough: boolean,
  allowed?: Uint8Array,
): Candidate {
  const weights = weightsFor(aim);
  const options = allowed ? { allowed } : {};
  let best: Candidate = { pick: from.pick.slice(), value: valueOf(tables, aim, from.pick) };
  for (let a = 0; a < tables.actionCount; a++) {
    if (best.pick[a]! < 0) continue;
    const trial = standingOf(tables, best.pick);
    take(tables, trial, a, -1);
    if (isFarBeyond(tables, aim, trial)) continue;
    descent.descend(trial, weights, { ...options, frozen: new Set([a]), rounds: 1 });
    let value = valueOf(tables, aim, trial.pick);
    if (value >= best.value && isThorough) {
      descent.descend(trial, weights, { ...options, rounds: 2 });
      value = valueOf(tables, aim, trial.pick);
    }
    if (value < best.value - 1e-9 * Math.abs(best.value)) {
      best = { pick: trial.pick, value };
    }
  }
  return best;
}

/**
 * Try, for each undecided action, the options a relaxation gives it: hold it there, let the others answer, let it go.
 *
 * @param options choices in use by action; the plan's own and leaving out are added
 */
export function tryOptions(
  tables: Tables,
  aim: Aim,
  descent: Descent,
  from: Candidate,
  options: readonly (readonly number[])[],
  allowed: Uint8Array,
): Candidate {
  const weights = weightsFor(aim);
  let best = from;
  for (const [a, choices] of options.entries()) {
    for (const choice of choices.length > 0 ? [...choices, -1] : []) {
      if (choice === best.pick[a]) continue;
      const standing = standingOf(tables, best.pick);
      take(tables, standing, a, choice);
      descent.descend(standing, weights, { allowed, frozen: new Set([a]), rounds: 1 });
      descent.descend(standing, weights, { allowed, rounds: 2 });
      best = better(best, { pick: standing.pick, value: valueOf(tables, aim, standing.pick) });
    }
  }
  return best;
}
