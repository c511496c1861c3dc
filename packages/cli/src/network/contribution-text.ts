/** Whose part of the warming avoided is what, as lines of text. */
import { aligned } from '../outcome-text.ts';
import { degrees, percent, tonnes } from './numbers.ts';
import type { NetworkResult } from './run.ts';

/** Rows of each kind. */
const MOST = 8;

/** The largest parts in the last year told: cities, then actions, then what belongs to neither. */
export function contributionLines({ attribution, rollUp }: NetworkResult): string[] {
  if (attribution === undefined) return [];
  const { targetYears, cities, actions, unassigned, gridShare, full, residual } = attribution;
  const last = targetYears.length - 1;
  const ranked = rollUp.cities
    .map(({ name, country }, i) => ({ name: `${name}, ${country}`, kelvin: cities[i * targetYears.length + last]! }))
    .filter(({ kelvin }) => kelvin !== 0)
    .sort(larger);
  const byAction = actions
    .map(({ name, cities: count, kelvin, tonnes: saved }) => ({
      name,
      count,
      kelvin: kelvin[last]!,
      saved: saved[last]!,
    })) // prettier-ignore
    .sort(larger);
  /** What rounding leaves of sums that should be nought is nought. */
  const seen = (kelvin: number) => (Math.abs(kelvin) < 1e-9 * Math.abs(full[last]!) ? 0 : kelvin);
  const share = (kelvin: number) => (full[last] === 0 ? '' : percent(seen(kelvin) / full[last]!));
  const row = (name: string, kelvin: number, more: readonly string[] = ['', '']) => [name, `${degrees(seen(kelvin))} °C`, share(kelvin), ...more]; // prettier-ignore
  return aligned([
    [`largest parts in ${targetYears[last]!}`, 'change', 'of it', 'CO2e by then', 'cities'],
    ...ranked.slice(0, MOST).map(({ name, kelvin }) => row(name, kelvin)),
    ...rest(ranked, 'cities').map(({ name, kelvin }) => row(name, kelvin)),
    ...byAction
      .slice(0, MOST)
      .map(({ name, kelvin, count, saved }) => row(name, kelvin, [tonnes(saved), String(count)])),
    ...rest(byAction, 'actions').map(({ name, kelvin }) => row(name, kelvin)),
    row('no action named', unassigned[last]!),
    row('grid share', gridShare[last]!),
    row('left over by the straight lines', residual[last]!),
  ]);
}

const larger = (a: { readonly kelvin: number }, b: { readonly kelvin: number }): number =>
  Math.abs(b.kelvin) - Math.abs(a.kelvin);

function rest(list: readonly { readonly kelvin: number }[], what: string) {
  if (list.length <= MOST) return [];
  return [{ name: `… ${list.length - MOST} more ${what}`, kelvin: list.slice(MOST).reduce((sum, { kelvin }) => sum + kelvin, 0) }]; // prettier-ignore
}
