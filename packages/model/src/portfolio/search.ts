/** Branch and bound on the relaxation, with cuts of the true model: a plan, a bound that holds, and why it stopped. */
import { branchingAction, divide, isWhole, pickOf, pointOf, range } from './branching.ts';
import type { Descent } from './descend.ts';
import { descentOn, standingOf } from './descend.ts';
import { figuresOf } from './evaluate-plan.ts';
import type { Aim, Domain, Relaxed } from './master.ts';
import { Master } from './master.ts';
import type { MilpSolver } from './milp.ts';
import type { Candidate } from './quick.ts';
import { improve, polishFrom, tryOptions, valueOf } from './quick.ts';
import type { Tables } from './tables.ts';
import type { PortfolioStop } from './types.ts';

export interface SearchOptions {
  readonly gap: number;
  readonly nodeLimit: number;
  /** Solves of the relaxation: the measure of work that is the same on every machine. */
  readonly solveLimit: number;
  /** Asked now and then: a reason to stop, or nothing. */
  readonly interrupted: () => 'time' | 'cancelled' | undefined;
  readonly onBetter: (best: Candidate, bound: number, nodes: number) => Promise<void>;
}

export interface Found {
  /** Absent when no allowed plan was found. */
  readonly best: Candidate | undefined;
  readonly bound: number;
  readonly stop: PortfolioStop;
  readonly nodes: number;
  readonly solves: number;
  readonly cuts: number;
  readonly columns: number;
}

/**
 * Size against which a difference is measured: the value itself, or the outlay where that is larger. A net cost is the
 * difference of outlay and savings; where these all but cancel it says nothing about the size of the programme.
 */
export function gapScale(tables: Tables, aim: Aim, best: Candidate): number {
  const outlay = aim.kind === 'cost' ? figuresOf(tables, best.pick).outlay : 0;
  return Math.max(Math.abs(best.value), outlay, 1e-9);
}

/** A solution of the relaxation with the reduced costs of all choices and the bound they prove. */
interface Priced {
  readonly z: Float64Array;
  readonly reduced: Float64Array;
  readonly bound: number;
}

interface Node extends Domain {
  readonly bound: number;
  readonly depth: number;
}

/** Choices whose reduced cost lies above the gap cannot be in a better plan; the rest stay in the tree. */
const INITIAL_STEP_YEARS = 8;
const ROOT_ROUNDS = 80;
/** How much of the mean of earlier solutions stays in the point that is cut off. */
const INERTIA = 0.3;
const NODE_ROUNDS = 4;
/** A whole solution that still gains cuts after so many rounds differs from the true model by rounding only. */
const MOST_ROUNDS = 60;

export async function search(
  tables: Tables,
  aim: Aim,
  solver: MilpSolver,
  start: readonly Candidate[],
  options: SearchOptions,
): Promise<Found> {
  const tree = new Tree(tables, aim, solver, start, options);
  try {
    return await tree.run();
  } finally {
    tree.close();
  }
}

class Tree {
  private readonly tables: Tables;
  private readonly aim: Aim;
  private readonly options: SearchOptions;
  private readonly master: Master;
  private readonly descent: Descent;
  private best: Candidate | undefined;
  private bound = -Infinity;
  private nodes = 0;
  private readonly allowed: Uint8Array;

  constructor(tables: Tables, aim: Aim, solver: MilpSolver, start: readonly Candidate[], options: SearchOptions) {
    this.tables = tables;
    this.aim = aim;
    this.options = options;
    this.descent = descentOn(tables);
    this.allowed = new Uint8Array(tables.choiceCount).fill(1);
    for (const candidate of start) {
      if (Number.isFinite(candidate.value) && !(this.best && this.best.value <= candidate.value)) this.best = candidate;
    }
    this.master = new Master(tables, aim, solver);
    this.master.activate(this.firstChoices(start));
    this.master.addCutsAt(new Float64Array(tables.choiceCount));
    for (const candidate of start) this.master.addCutsAt(pointOf(tables, candidate.pick));
  }

  close(): void {
    this.master.close();
  }

  async run(): Promise<Found> {
    const root = await this.root();
    if (root) return this.found(root);
    return this.found(await this.branch());
  }

  private found(stop: PortfolioStop): Found {
    const { master, nodes, best, bound } = this;
    return { best, bound, stop, nodes, solves: master.solves, cuts: master.cuts, columns: master.columnCount };
  }

  /** Starts some years apart in every size, and whatever the first plans use. */
  private firstChoices(start: readonly Candidate[]): number[] {
    const { choices } = this.tables.problem;
    const first = choices.reduce((year, choice) => Math.min(year, choice.startYear), Infinity);
    const used = new Set(start.flatMap((candidate) => [...candidate.pick]));
    return choices.flatMap((choice, c) =>
      used.has(c) || (choice.size === 1 && (choice.startYear - first) % INITIAL_STEP_YEARS === 0) ? [c] : [],
    );
  }

  /** Largest difference that still counts as solved. */
  private slack(): number {
    return this.best ? this.options.gap * gapScale(this.tables, this.aim, this.best) : 0;
  }

  private isSolved(bound = this.bound): boolean {
    return this.best !== undefined && this.best.value - bound <= this.slack();
  }

  private proven(): PortfolioStop {
    const scale = Math.max(Math.abs(this.best!.value), 1e-9);
    return this.best!.value - this.bound <= 1e-6 * scale ? 'optimal' : 'gap';
  }

  /** Solve the relaxation at the root; a stop when that is all it takes. */
  private async root(): Promise<PortfolioStop | undefined> {
    const { master, tables } = this;
    let stalled = 0;
    let last: Priced | undefined;
    for (let round = 0; round < ROOT_ROUNDS; round++) {
      const relaxed = master.solve();
      if (!relaxed.feasible) {
        if (master.columnCount === tables.choiceCount) return this.infeasible();
        master.activate(range(tables.choiceCount));
        continue;
      }
      const reduced = master.reducedCosts(relaxed.duals);
      const { bound, entering } = this.price(relaxed, reduced);
      last = { z: relaxed.z, reduced, bound };
      const gain = bound - this.bound;
      if (bound > this.bound) this.bound = bound;
      if (round % 6 === 2) await this.round(relaxed.z);
      if (this.isSolved()) return this.proven();
      const stop = this.interrupted();
      if (stop) return stop;
      const cuts = this.separateAt(relaxed);
      master.activate(entering);
      master.purge(relaxed, 400);
      const small = 0.05 * Math.max(this.slack(), 1e-7 * Math.abs(bound));
      stalled = entering.length === 0 && gain < small ? stalled + 1 : 0;
      if ((cuts === 0 && entering.length === 0) || stalled >= 2) break;
    }
    if (last) await this.afterRoot(last);
    return this.best && this.isSolved() ? this.proven() : undefined;
  }

  /** A moving mean of the root's solutions. */
  private centre: Float64Array | undefined;

  /** Cut at the mean of the solution and those before it, which swings less; at the solution itself if that cuts nothing. */
  private separateAt(relaxed: Relaxed): number {
    const { z } = relaxed;
    this.centre = this.centre?.map((value, c) => INERTIA * value + (1 - INERTIA) * z[c]!) ?? z.slice();
    const cuts = this.master.separate({ ...relaxed, z: this.centre });
    return cuts > 0 ? cuts : this.master.separate(relaxed);
  }

  private interrupted(): PortfolioStop | undefined {
    return this.options.interrupted() ?? (this.master.solves >= this.options.solveLimit ? 'effort' : undefined);
  }

  private infeasible(): PortfolioStop {
    this.bound = Infinity;
    return 'infeasible';
  }

  /** The bound of the full relaxation from the restricted one, and the choices that would lower it. */
  private price(relaxed: Relaxed, reduced: Float64Array, closed?: Uint8Array): { bound: number; entering: number[] } {
    const { tables, master } = this;
    let bound = relaxed.value;
    const entering: number[] = [];
    const tolerance = 1e-9 * Math.max(1, Math.abs(relaxed.value));
    for (let a = 0; a < tables.actionCount; a++) {
      const paying: number[] = [];
      for (let c = tables.choiceStart[a]!; c < tables.choiceStart[a + 1]!; c++) {
        if (!master.isActive(c) && reduced[c]! < -tolerance && closed?.[c] !== 1) paying.push(c);
      }
      paying.sort((x, y) => reduced[x]! - reduced[y]!);
      if (paying.length > 0) bound += reduced[paying[0]!]!;
      entering.push(...paying.slice(0, 3));
    }
    return { bound, entering };
  }

  /** Close every choice that no better plan can hold, and improve the plan at hand with what is left. */
  private async afterRoot(priced: Priced): Promise<void> {
    await this.round(priced.z);
    if (this.isSolved()) return;
    this.closeBeyond(priced);
    await this.explore(priced.z);
    if (!this.isSolved()) this.closeBeyond(priced);
  }

  /** Search around the plan at hand among the choices that the relaxation uses, and those next to them. */
  private async explore(z: Float64Array): Promise<void> {
    if (!this.best) return;
    const { tables } = this;
    const { choices } = tables.problem;
    const near = new Uint8Array(tables.choiceCount);
    const options: number[][] = [];
    for (let a = 0; a < tables.actionCount; a++) {
      const used: number[] = [];
      for (let c = tables.choiceStart[a]!; c < tables.choiceStart[a + 1]!; c++) if (z[c]! > 1e-4) used.push(c);
      options.push(used.length === 1 && z[used[0]!]! > 0.999 && this.best.pick[a] === used[0] ? [] : used);
      const own = this.best.pick[a]!;
      for (const held of own < 0 ? used : [...used, own]) {
        for (let c = tables.choiceStart[a]!; c < tables.choiceStart[a + 1]!; c++) {
          if (Math.abs(choices[c]!.startYear - choices[held]!.startYear) <= 2) near[c] = 1;
        }
      }
    }
    await this.offer(tryOptions(tables, this.aim, this.descent, this.best, options, near));
    await this.offer(improve(tables, this.aim, this.descent, standingOf(tables, this.best.pick), true, near));
  }

  /** A choice whose reduced cost is above the distance from bound to plan cannot be in a better plan. */
  private closeBeyond({ reduced, bound }: Priced): void {
    const room = this.best ? this.best.value - bound : Infinity;
    for (let c = 0; c < this.allowed.length; c++) this.allowed[c] = reduced[c]! <= room ? 1 : 0;
  }

  /** Round a fractional solution, and polish it on the true model. */
  private async round(z: Float64Array): Promise<void> {
    const pick = new Int32Array(this.tables.actionCount).fill(-1);
    for (let a = 0; a < this.tables.actionCount; a++) {
      let taken = 0;
      let most = 0;
      for (let c = this.tables.choiceStart[a]!; c < this.tables.choiceStart[a + 1]!; c++) {
        taken += z[c]!;
        if (z[c]! > most) {
          most = z[c]!;
          pick[a] = c;
        }
      }
      if (taken < 0.5) pick[a] = -1;
    }
    await this.offer(polishFrom(this.tables, this.aim, this.descent, pick, this.allowed));
  }

  private async offer(candidate: Candidate): Promise<void> {
    if (!Number.isFinite(candidate.value) || (this.best && candidate.value >= this.best.value)) return;
    this.best = candidate;
    await this.options.onBetter(candidate, this.bound, this.nodes);
  }

  private async branch(): Promise<PortfolioStop> {
    const { tables, options } = this;
    const closed = this.allowed.map((open) => 1 - open);
    const open: Node[] = [{ closed, must: new Uint8Array(tables.actionCount), bound: this.bound, depth: 0 }];
    while (open.length > 0) {
      open.sort((a, b) => b.bound - a.bound || a.depth - b.depth);
      const node = open.pop()!;
      this.bound = Math.max(this.bound, Math.min(node.bound, this.droppedBound, this.best?.value ?? Infinity));
      if (this.isSolved()) return this.proven();
      const stop = this.interrupted();
      if (stop) return stop;
      if (this.nodes >= options.nodeLimit) return 'nodes';
      open.push(...(await this.expand(node)));
    }
    if (!this.best) return this.infeasible();
    this.bound = Math.max(this.bound, Math.min(this.best.value, this.droppedBound));
    return this.proven();
  }

  /** Least bound of the nodes dropped for being within the gap rather than for being worse. */
  private droppedBound = Infinity;

  /** Solve a node; its children, or none when it is settled. */
  private async expand(node: Node): Promise<Node[]> {
    const { master } = this;
    master.restrict(node);
    this.nodes++;
    let relaxed: Relaxed;
    let bound = node.bound;
    for (let round = 0; ; round++) {
      relaxed = master.solve();
      if (!relaxed.feasible) {
        // Choices that are not columns yet may make it feasible.
        const missing = range(this.tables.choiceCount).filter((c) => node.closed[c] === 0 && !master.isActive(c));
        if (missing.length === 0) return [];
        master.activate(missing);
        continue;
      }
      const priced = this.price(relaxed, master.reducedCosts(relaxed.duals), node.closed);
      const gain = priced.bound - bound;
      bound = Math.max(bound, priced.bound);
      if (this.isDropped(bound)) return [];
      const isWholePlan = isWhole(relaxed.z);
      const isEnough = round >= NODE_ROUNDS || (round > 0 && gain < 0.05 * this.slack());
      if (!isWholePlan && isEnough) break;
      const cuts = master.separate(relaxed);
      master.activate(priced.entering);
      const isChanged = cuts > 0 || priced.entering.length > 0;
      if (isChanged && round < MOST_ROUNDS) continue;
      if (isWholePlan) return this.settle(node, relaxed, bound);
      break;
    }
    master.purge(relaxed, 500);
    if (this.nodes % 4 === 1) await this.round(relaxed.z);
    if (this.nodes % 20 === 10) await this.explore(relaxed.z);
    return this.split(node, relaxed, bound);
  }

  private isDropped(bound: number): boolean {
    if (!this.best) return false;
    if (bound >= this.best.value) return true;
    if (!this.isSolved(bound)) return false;
    this.droppedBound = Math.min(this.droppedBound, bound);
    return true;
  }

  /**
   * A whole solution on which no cut is broken: the true model agrees with it and the node is settled. Where it is not
   * allowed after all, by a hair or at the price of excess, it alone is taken out.
   */
  private async settle(node: Node, relaxed: Relaxed, bound: number): Promise<Node[]> {
    const { tables } = this;
    const pick = pickOf(tables, relaxed.z);
    const value = valueOf(tables, this.aim, pick);
    await this.offer({ pick, value });
    if (Number.isFinite(value)) return [];
    for (let a = 0; a < tables.actionCount; a++) {
      const open = range(tables.choiceStart[a + 1]! - tables.choiceStart[a]!)
        .map((i) => tables.choiceStart[a]! + i)
        .filter((c) => node.closed[c] === 0);
      const kept = pick[a]!;
      const mayBeOut = node.must[a] === 0 && tables.required[a] === 0;
      if (open.length + (mayBeOut ? 1 : 0) < 2) continue;
      const only = node.closed.slice();
      const others = node.closed.slice();
      for (const c of open) (c === kept ? others : only)[c] = 1;
      const must = node.must.slice();
      must[a] = 1;
      const depth = node.depth + 1;
      return [
        { closed: only, must: kept < 0 ? node.must : must, bound, depth },
        { closed: others, must: kept < 0 ? must : node.must, bound, depth },
      ];
    }
    return [];
  }

  private split(node: Node, relaxed: Relaxed, bound: number): Node[] {
    const { tables } = this;
    const depth = node.depth + 1;
    const action = branchingAction(tables, relaxed.z);
    const first = tables.choiceStart[action]!;
    const last = tables.choiceStart[action + 1]!;
    const taken = relaxed.z.subarray(first, last).reduce((sum, value) => sum + value, 0);
    if (taken < 1 - 1e-6) {
      const without = node.closed.slice();
      without.fill(1, first, last);
      const must = node.must.slice();
      must[action] = 1;
      return [
        { closed: node.closed, must, bound, depth },
        { closed: without, must: node.must, bound, depth },
      ];
    }
    const isEarly = divide(tables, relaxed.z, first, last);
    return [true, false].map((side) => {
      const closed = node.closed.slice();
      for (let c = first; c < last; c++) if (isEarly(c) !== side) closed[c] = 1;
      return { closed, must: node.must, bound, depth };
    });
  }
}
