/** What holds a plan where it is: limits in use to the full, and cells that no action can lower further. */
import type { Pick } from './evaluate-plan.ts';
import type { Tables } from './tables.ts';
import type { Binding, PlanFigures } from './types.ts';

/** A limit counts as binding from this share of it on. */
const NEARLY = 0.98;
/** Cells that make up this share of what remains are listed. */
const MOST = 0.8;

/** List what binds: ceilings and budgets in use, and, where the target is missed, the cells that remain. */
export function bindingOf(tables: Tables, pick: Pick, figures: PlanFigures): Binding[] {
  return [
    ...ceilings(tables, figures),
    ...yearly(tables, figures, 'capital', tables.capitalLimit),
    ...yearly(tables, figures, 'staff', tables.staffLimit),
    ...floor(tables, figures),
    ...budget(tables, figures),
    ...(figures.excess > 0 ? remaining(tables, pick, figures) : []),
  ];
}

function ceilings(tables: Tables, figures: PlanFigures): Binding[] {
  const { years } = tables.problem.compiled;
  const found: Binding[] = [];
  const slack = (1 - NEARLY) * tables.tonneScale;
  let sum = 0;
  for (let y = 0; y < tables.yearCount; y++) {
    const emitted = figures.emissions[y]!;
    if (y >= tables.cumulativeFrom) sum += emitted;
    const limit = tables.ceiling[y]!;
    if (Number.isFinite(limit) && emitted > limit - slack) {
      found.push({ kind: 'ceiling', year: years[y]!, amount: emitted, limit });
    }
  }
  if (sum > NEARLY * tables.cumulativeLimit)
    found.push({ kind: 'cumulative', amount: sum, limit: tables.cumulativeLimit });
  return found;
}

function yearly(tables: Tables, figures: PlanFigures, kind: 'capital' | 'staff', limit: number): Binding[] {
  if (!Number.isFinite(limit)) return [];
  return [...figures[kind]].flatMap((amount, y) =>
    amount >= NEARLY * limit ? [{ kind, year: tables.problem.compiled.years[y]!, amount, limit }] : [],
  );
}

function floor(tables: Tables, figures: PlanFigures): Binding[] {
  const limit = tables.problem.constraints.lowIncomeShare;
  if (limit === undefined || !(figures.lowIncomeShare <= limit / NEARLY)) return [];
  return [{ kind: 'low-income', amount: figures.lowIncomeShare, limit }];
}

function budget(tables: Tables, figures: PlanFigures): Binding[] {
  const limit = tables.costBudget;
  if (!Number.isFinite(limit) || figures.cost < limit - (1 - NEARLY) * Math.abs(limit)) return [];
  return [{ kind: 'cost-budget', amount: figures.cost, limit }];
}

/** Cells that still emit in the year furthest above its ceiling (the last year for a cumulative budget), largest first. */
function remaining(tables: Tables, pick: Pick, figures: PlanFigures): Binding[] {
  const { compiled } = tables.problem;
  const y = worstYear(tables, figures);
  const byCell = new Map<number, number>();
  for (let s = 0; s < compiled.streamCount; s++) {
    const cell = compiled.cell[s]!;
    byCell.set(cell, (byCell.get(cell) ?? 0) + streamIn(tables, pick, s, y));
  }
  const cells = [...byCell].filter(([, tonnes]) => tonnes > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const all = cells.reduce((sum, [, tonnes]) => sum + tonnes, 0);
  const listed: Binding[] = [];
  let sum = 0;
  for (const [cell, amount] of cells) {
    if (sum >= MOST * all) break;
    sum += amount;
    listed.push({ kind: 'physical-limit', year: compiled.years[y]!, cellId: compiled.cellIds[cell]!, amount });
  }
  return listed;
}

function worstYear(tables: Tables, figures: PlanFigures): number {
  let worst = tables.yearCount - 1;
  let most = 0;
  for (let y = 0; y < tables.yearCount; y++) {
    const above = figures.emissions[y]! - tables.ceiling[y]!;
    if (above > most) {
      most = above;
      worst = y;
    }
  }
  return worst;
}

/** Tonnes of one stream in one year under a plan. */
function streamIn(tables: Tables, pick: Pick, s: number, y: number): number {
  const { problem, yearCount } = tables;
  const { compiled } = problem;
  const adoption = (action: number, curve: number): number => {
    const choice = pick[action]!;
    if (choice < 0) return 0;
    const { size, startYear } = problem.choices[choice]!;
    const since = compiled.years[y]! - startYear;
    return since < 0 ? 0 : size * compiled.curveUnit[curve * yearCount + since]!;
  };
  let tonnes = problem.emissions[s * yearCount + y]!;
  const mover = compiled.mover[s]!;
  if (mover >= 0) tonnes *= compiled.moverEffect[s]! * adoption(mover, compiled.moverCurve[s]!);
  for (let t = compiled.termStart[s]!; t < compiled.termStart[s + 1]!; t++) {
    tonnes *= 1 - compiled.termEffect[t]! * adoption(compiled.termAction[t]!, compiled.termCurve[t]!);
  }
  return tonnes;
}
