/** Which levers touch which part of a cell: its activity, its factor, its bill. Both evaluators read these rules. */
import type { Channel } from '../gas.ts';
import type { PlacedLever } from './select.ts';
import { selects } from './select.ts';
import type { Cell } from './types.ts';

/**
 * Say whether a lever lowers the activity of a cell. On a cell derived from another (grid losses) only a lever that does
 * not act on the parent does: the rest reaches it through the parent already.
 */
export function lowersActivity({ lever }: PlacedLever, cell: Cell, parent: Cell | undefined): boolean {
  if (lever.kind !== 'reduce-activity' && lever.kind !== 'improve-intensity') return false;
  return selects(lever.select, cell) && !(parent && selects(lever.select, parent));
}

/** Say whether a lever lowers what a cell emits of a channel per unit of activity. It acts at once, without response time. */
export function lowersFactor({ lever }: PlacedLever, cell: Cell, channel: Channel): boolean {
  if (lever.kind !== 'change-factor' && lever.kind !== 'capture') return false;
  return selects(lever.select, cell) && (lever.channels?.includes(channel) ?? true);
}

/** Say whether a lever lowers what is bought for a cell's activity, beyond the activity itself. */
export function lowersBill({ lever }: PlacedLever, cell: Cell): boolean {
  return lever.kind === 'change-factor' && lever.buysLess === true && selects(lever.select, cell);
}
