/** What each cell emits with per unit of activity, and what is paid for it. A step of `compile`. */
import { CHANNELS } from '../gas.ts';
import type { Indexed } from './compile-flows.ts';
import { leversWhere, productIn } from './compile-flows.ts';
import { channelFactors, priceIn, responseOf } from './inputs.ts';
import { lowersBill, lowersFactor } from './lever-rules.ts';
import type { Cell } from './types.ts';

/** How a cell emits and is billed: what no flow through it changes. */
export interface Emitting {
  readonly responseYears: number;
  readonly channels: readonly {
    readonly channel: number;
    /** Tonnes per unit of activity in the base year, and the intensity that goes with it by year. */
    readonly factor: number;
    readonly intensity: Float64Array;
    /** Levers that lower the factor. */
    readonly levers: readonly number[];
  }[];
  readonly bill: { readonly price: Float64Array; readonly levers: readonly number[] } | undefined;
}

/** What each cell emits with, worked out once although several flows end in it. */
export function emittingOf(plan: Indexed): (cell: number) => Emitting {
  const known = new Map<number, Emitting>();
  return (index) => {
    const before = known.get(index);
    if (before) return before;
    const cell = plan.cells[index]!;
    const factors = plan.counts(cell.ref) ? channelFactors(cell, plan.gwpSet) : [];
    const emitting: Emitting = {
      responseYears: responseOf(cell),
      channels: factors.flatMap((factor, channel) =>
        factor === 0
          ? []
          : {
              channel,
              factor,
              intensity: intensityOf(plan, cell, channel),
              levers: leversWhere(plan.levers, (placed) => lowersFactor(placed, cell, CHANNELS[channel]!)),
            },
      ),
      bill:
        cell.price === undefined
          ? undefined
          : {
              price: Float64Array.from(plan.years, (year) => priceIn(cell, year, plan.years[0]!, plan.finance)),
              levers: leversWhere(plan.levers, (placed) => lowersBill(placed, cell)),
            },
    };
    known.set(index, emitting);
    return emitting;
  };
}

function intensityOf(plan: Indexed, cell: Cell, channel: number): Float64Array {
  const drivers = cell.intensityDrivers.map((id) => plan.driver(id, cell));
  const acting = drivers.filter(({ driver }) => driver.channels?.includes(CHANNELS[channel]!) ?? true);
  const series = acting.map(({ index }) => index);
  return Float64Array.from(plan.years, (_, y) => productIn(series, y));
}
