/** Levers fitted to a city: the size its climate and income call for, and only those that find something to act on. */
import { co2eOf } from '../../gas.ts';
import { subsectorOf } from '../../inventory/gpc.ts';
import { refWithin, selects } from '../select.ts';
import { scopeFit } from '../split/shares.ts';
import type { DefaultScope } from '../split/types.ts';
import type { LeverTemplate } from '../template.ts';
import type { Cell, Lever } from '../types.ts';
import type { ActionContext, ActionPlace } from './context.ts';

/** A lever that applies, with the cells it acts on. */
export interface FittedLever {
  readonly index: number;
  readonly template: LeverTemplate;
  readonly lever: Lever;
  readonly cells: readonly Cell[];
}

/** The row whose scope fits a place most closely; the first of equals. */
export function closest<R extends { readonly scope: DefaultScope }>(
  rows: readonly R[],
  place: ActionPlace,
): R | undefined {
  let best: R | undefined;
  let bestFit = -1;
  for (const row of rows) {
    const fit = scopeFit(row.scope, place.iso3, place.zone, place.income);
    if (fit !== undefined && fit > bestFit) {
      best = row;
      bestFit = fit;
    }
  }
  return best;
}

/** Cells a lever acts on (a derived cell only where its parent is not, which would reach it anyway): selected, not empty, and for a move with somewhere to go other than where they are. */
function affectedCells(template: LeverTemplate, cells: readonly Cell[]): Cell[] {
  const selected = cells.filter((cell) => cell.amount > 0 && selects(template.select, cell));
  const ids = new Set(selected.map(({ id }) => id));
  if (!template.to) return selected.filter(({ derivedFrom }) => !derivedFrom || !ids.has(derivedFrom.cell));
  const chosen = selected.filter(({ derivedFrom }) => !derivedFrom);
  return chosen.filter((cell) => !isTarget(template, cell, cell) && cells.some((c) => isTarget(template, c, cell)));
}

function isTarget(template: LeverTemplate, cell: Cell, source: Cell): boolean {
  const { carrier, use, ref } = template.to!;
  return (
    cell.carrier === carrier &&
    cell.use === (use ?? source.use) &&
    (ref === undefined ? subsectorOf(cell.ref) === subsectorOf(source.ref) : refWithin(cell.ref, ref))
  );
}

/**
 * Fit a lever, or undefined where it finds nothing here: no cell, nowhere to move to, no size for such a place, or no
 * population to count trees by.
 */
export function fitLever(
  template: LeverTemplate,
  index: number,
  context: ActionContext,
  place: ActionPlace,
): FittedLever | undefined {
  const row = closest(template.sizes, place);
  if (!row || row.size.high === 0) return undefined;
  const { select, channels, buysLess, note } = template;
  const base = {
    select,
    size: row.size,
    provenance: row.provenance,
    sources: [row.source],
    note: note === undefined ? row.reasoning : `${row.reasoning}; ${note}`,
  };
  if (template.kind === 'add-sink') {
    const { sink } = template;
    if (!sink || place.population === undefined) return undefined;
    const { ref, unit, tonnesPerUnitYear } = sink;
    const units = (sink.unitsPer1000 * place.population) / 1_000;
    return { index, template, cells: [], lever: { kind: 'add-sink', ...base, units, unit, ref, tonnesPerUnitYear } };
  }
  const found = affectedCells(template, context.cells).filter(({ factors }) => co2eOf(factors, context.gwpSet) > 0);
  const cells = withinBoundary(found, template, context);
  if (cells.length === 0) return undefined;
  const narrowed =
    cells.length < found.length
      ? { ...base, select: { ...select, refs: [...new Set(cells.map(({ ref }) => ref))] } }
      : base;
  return { index, template, cells, lever: leverOf(template, narrowed, channels, buysLess) };
}

/**
 * What a move to another sub-sector may take from. Taken from a reference outside the boundary, it would add its
 * emissions where it goes and show no saving where it leaves; where nothing is counted at all, everything stays, so that
 * the action as a whole can be refused with its reason.
 */
function withinBoundary(
  cells: readonly Cell[],
  { to }: LeverTemplate,
  { counts }: Pick<ActionContext, 'counts'>,
): readonly Cell[] {
  if (!counts || to?.ref === undefined) return cells;
  const counted = cells.filter(({ ref }) => counts(ref));
  return counted.length === 0 ? cells : counted;
}

function leverOf(
  template: LeverTemplate,
  base: Pick<Lever, 'select' | 'size' | 'provenance' | 'sources'> & { readonly note: string },
  channels: LeverTemplate['channels'],
  buysLess: boolean | undefined,
): Lever {
  const { kind, to, ratio } = template;
  switch (kind) {
    case 'reduce-activity':
    case 'improve-intensity':
      return { kind, ...base };
    case 'shift-carrier':
    case 'divert':
      return { kind, ...base, to: to!, ratio: ratio! };
    case 'change-factor':
      return { kind, ...base, ...(channels ? { channels } : {}), ...(buysLess ? { buysLess } : {}) };
    case 'capture':
      return { kind, ...base, ...(channels ? { channels } : {}) };
    case 'add-sink':
      throw new Error('sinks are fitted apart; this is a bug, please report it');
  }
}
