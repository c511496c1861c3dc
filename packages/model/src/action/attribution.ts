/** Who saved what: Shapley shares of each action, exact and independent of order. Method: docs/methods/attribution.md. */
import type { CompiledPlan } from './compiled.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import type { Quantities } from './quantities.ts';
import type { Schedule } from './schedule.ts';
import { checkSchedule, fillAdoption } from './schedule.ts';

/** Shares by action and year; action a in year y is entry a · years + y. */
export interface Attribution {
  /** t CO2e saved; sums over actions to bau − plan in every year. Negative where an action adds emissions. */
  readonly tonnes: Float64Array;
  /** Currency of bill saved; sums over actions to the bill of bau − plan. */
  readonly bill: Float64Array;
}

/** Attribute one schedule; see {@link createAttributor}. */
export function attribute(compiled: CompiledPlan, schedule: Schedule): Attribution {
  return createAttributor(compiled)(schedule);
}

/**
 * Prepare to attribute schedules of a compiled plan: t CO2e inside its boundary, and its bill.
 *
 * @returns a function of the schedule that throws as `checkSchedule` does
 */
export function createAttributor(compiled: CompiledPlan): (schedule: Schedule) => Attribution {
  const yearCount = compiled.years.length;
  const row = (series: Float64Array, s: number): Float64Array => series.subarray(s * yearCount, (s + 1) * yearCount);
  const share = createSharer(compiled, {
    count: 2,
    partsOf: (s) => [
      [0, row(compiled.base, s)],
      [1, row(compiled.bill, s)],
    ],
  });
  return (schedule) => {
    const [tonnes, bill] = share(schedule);
    return { tonnes: tonnes!, bill: bill! };
  };
}

/**
 * Prepare to share what schedules of a compiled plan save of any quantities (gases of a scope, say) among its actions.
 *
 * With z_a = 1 for an action that is in the plan and 0 for one that is not, a stream is base · [z_m q] · Π (1 − z_a d_a):
 * linear in every z. The Shapley share of such a game is ∫₀¹ ∂/∂z_a along z = (t, …, t) (Owen 1972), here a polynomial
 * of degree below the number of actions on the stream, which Gauss–Legendre quadrature integrates exactly. The share of a
 * stream is the same whatever is measured, so every quantity costs one multiplication more.
 *
 * @returns a function of the schedule: per quantity, shares by action and year as in {@link Attribution}, which sum over
 *   actions to what is saved of it. Throws as `checkSchedule` does
 */
export function createSharer(
  compiled: CompiledPlan,
  quantities: Quantities,
): (schedule: Schedule) => readonly Float64Array[] {
  const groups = groupsOf(compiled, quantities);
  const yearCount = compiled.years.length;
  const adoption = new Float64Array(compiled.curveAction.length * yearCount);
  return (schedule) => {
    checkSchedule(compiled, schedule);
    fillAdoption(compiled, schedule, adoption);
    const size = compiled.actionIds.length * yearCount;
    const saved = Array.from({ length: quantities.count }, () => new Float64Array(size));
    for (const group of groups) {
      const shares = new Float64Array(group.players.length);
      for (let y = 0; y < yearCount; y++) {
        if (!sharesOf(group, compiled, adoption, y, shares)) continue;
        for (const [quantity, amounts] of group.amounts)
          for (let k = 0; k < shares.length; k++)
            saved[quantity]![group.players[k]! * yearCount + y]! += shares[k]! * amounts[y]!;
      }
    }
    return saved;
  };
}

/** Streams with the same mover and terms, summed: they are shared alike. */
interface Group {
  /** First stream of the group: where its terms are. */
  readonly stream: number;
  /** By quantity, per year. */
  readonly amounts: Map<number, Float64Array>;
  /** Actions with a part in it; the mover, if there is one, is player `mover`. */
  readonly players: readonly number[];
  readonly mover: number;
  /** [term] player of each term. */
  readonly termPlayer: readonly number[];
  readonly quadrature: { readonly nodes: Float64Array; readonly weights: Float64Array };
  /** [player] what the player multiplies the stream by when in the plan, less what it does when not; reused every year. */
  readonly lowers: Float64Array;
}

function groupsOf(compiled: CompiledPlan, quantities: Quantities): Group[] {
  const { mover, moverCurve, moverLever, termStart, termLever, termCurve } = compiled;
  const groups = new Map<string, Group>();
  for (let s = 0; s < compiled.streamCount; s++) {
    const terms = [termStart[s]!, termStart[s + 1]!] as const;
    if (mover[s]! < 0 && terms[0] === terms[1]) continue;
    const parts = [...quantities.partsOf(s)];
    if (parts.length === 0) continue;
    const key = [moverLever[s], moverCurve[s], ...termLever.slice(...terms), ...termCurve.slice(...terms)].join();
    const group = groups.get(key) ?? emptyGroup(compiled, s);
    groups.set(key, group);
    for (const [quantity, amounts] of parts) addAmounts(group, quantity, amounts);
  }
  return [...groups.values()];
}

function addAmounts(group: Group, quantity: number, amounts: Float64Array): void {
  const sum = group.amounts.get(quantity) ?? new Float64Array(amounts.length);
  group.amounts.set(quantity, sum);
  for (let y = 0; y < amounts.length; y++) sum[y]! += amounts[y]!;
}

function emptyGroup(compiled: CompiledPlan, s: number): Group {
  const termActions = [...compiled.termAction.slice(compiled.termStart[s]!, compiled.termStart[s + 1]!)];
  const mover = compiled.mover[s]!;
  const players = [...new Set(mover < 0 ? termActions : [mover, ...termActions])];
  return {
    stream: s,
    amounts: new Map(),
    players,
    mover: players.indexOf(mover),
    termPlayer: termActions.map((action) => players.indexOf(action)),
    // A polynomial of degree n − 1 at most; k nodes are exact to degree 2k − 1.
    quadrature: gaussLegendre(Math.ceil(players.length / 2)),
    lowers: new Float64Array(players.length),
  };
}

/** Fill `shares` with each player's part of what one tonne of the stream's base saves in year `y`; false when nothing acts. */
function sharesOf(
  group: Group,
  compiled: CompiledPlan,
  adoption: Float64Array,
  y: number,
  shares: Float64Array,
): boolean {
  const { lowers, mover, quadrature } = group;
  const first = compiled.termStart[group.stream]!;
  const adopted = (curve: number): number => adoption[curve * compiled.years.length + y]!;
  const moved = mover < 0 ? 1 : compiled.moverEffect[group.stream]! * adopted(compiled.moverCurve[group.stream]!);
  if (moved === 0) return false;
  lowers.fill(1);
  for (let t = 0; t < group.termPlayer.length; t++)
    lowers[group.termPlayer[t]!]! *= 1 - compiled.termEffect[first + t]! * adopted(compiled.termCurve[first + t]!);
  let acts = mover >= 0;
  for (let k = 0; k < lowers.length; k++) {
    lowers[k] = 1 - lowers[k]!;
    acts ||= lowers[k] !== 0;
  }
  if (!acts) return false;
  shares.fill(0);
  for (let i = 0; i < quadrature.nodes.length; i++)
    if (mover < 0) addOwnShares(lowers, quadrature.nodes[i]!, quadrature.weights[i]!, shares);
    else addMovedShares(lowers, mover, moved, quadrature.nodes[i]!, quadrature.weights[i]!, shares);
  return true;
}

/** Own stream: saved 1 − Π (1 − z d); its slope in z_k is d_k Π_{i≠k} (1 − t d_i). */
function addOwnShares(lowers: Float64Array, t: number, weight: number, shares: Float64Array): void {
  let product = weight;
  for (const d of lowers) product *= 1 - t * d;
  for (let k = 0; k < lowers.length; k++) shares[k]! += (product * lowers[k]!) / (1 - t * lowers[k]!);
}

/** Moved stream: saved −z_m q (1 − d_m) Π (1 − z d); the mover answers for what arrives, the others for what they take off it. */
function addMovedShares(
  lowers: Float64Array,
  mover: number,
  moved: number,
  t: number,
  weight: number,
  shares: Float64Array,
): void {
  let product = weight * moved * (1 - lowers[mover]!);
  for (let k = 0; k < lowers.length; k++) if (k !== mover) product *= 1 - t * lowers[k]!;
  shares[mover]! -= product;
  for (let k = 0; k < lowers.length; k++)
    if (k !== mover) shares[k]! += (t * product * lowers[k]!) / (1 - t * lowers[k]!);
}
