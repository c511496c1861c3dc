/** How fast an action spreads: the share of its potential taken up in each year since its start. */
import { DomainError } from '../errors.ts';
import type { Action } from './types.ts';

/** What shapes a curve: the adoption itself, and whether the effect lapses at the end of life. */
export type AdoptionRule = Pick<Action, 'adoption' | 'lifetimeYears' | 'renew'>;

/** Share of full adoption `t` of the way through the ramp, 0…1. The S is the cubic smoothstep 3t² − 2t³. */
function rampAt(shape: Action['adoption']['shape'], t: number): number {
  if (shape === 'step' || t >= 1) return 1;
  return shape === 'linear' ? t : t * t * (3 - 2 * t);
}

/**
 * Work out how much is installed at size 1, `count` years from the start, before anything lapses.
 *
 * Entry k is the year `startYear + k`. The start year is the first year with adoption above 0, and the ramp of N years is
 * full in its N-th year: entry k is S((k + 1) / N). No year adds more than `turnoverBoost / stockLifetimeYears`.
 *
 * @throws {DomainError} `out-of-range` for a negative ramp, or a stock lifetime or boost that is not above 0.
 */
export function installedCurve(rule: AdoptionRule, count: number): Float64Array {
  const { rampYears, shape, stockLifetimeYears, turnoverBoost = 1 } = rule.adoption;
  requirePositive(turnoverBoost, 'turnoverBoost');
  if (stockLifetimeYears !== undefined) requirePositive(stockLifetimeYears, 'stockLifetimeYears');
  if (!(rampYears >= 0)) throw new DomainError('out-of-range', `rampYears ${rampYears} is below 0`, ['adoption']);
  const mostPerYear = stockLifetimeYears === undefined ? 1 : turnoverBoost / stockLifetimeYears;
  const curve = new Float64Array(count);
  let before = 0;
  for (let k = 0; k < count; k++) {
    before = Math.min(rampAt(shape, rampYears <= 1 ? 1 : (k + 1) / rampYears), before + mostPerYear);
    curve[k] = before;
  }
  return curve;
}

/**
 * Work out the adoption in effect at size 1, `count` years from the start: what is installed, less what has lapsed.
 * With `renew` nothing lapses; without, what was installed in a year works for `lifetimeYears` and then ends.
 *
 * @throws {DomainError} `out-of-range` when the lifetime is below one year, and as {@link installedCurve}.
 */
export function adoptionCurve(rule: AdoptionRule, count: number): Float64Array {
  const lifetime = Math.round(rule.lifetimeYears);
  if (!(lifetime >= 1))
    throw new DomainError('out-of-range', `lifetimeYears ${rule.lifetimeYears} is below 1`, ['lifetimeYears']);
  const installed = installedCurve(rule, count);
  if (rule.renew) return installed;
  return installed.map((value, k) => (k < lifetime ? value : value - installed[k - lifetime]!));
}

/**
 * Delay a curve by a first-order response: f(k) = f(k−1) + (1 − e^(−1/τ)) · (u(k) − f(k−1)), f(−1) = 0.
 * Linear, and of unit gain: a lasting change is followed in full. τ = 0 follows at once.
 *
 * @param responseYears time constant τ in years (63 % of a change is felt after τ years)
 */
export function respond(curve: Float64Array, responseYears: number): Float64Array {
  if (responseYears <= 0) return curve;
  const share = 1 - Math.exp(-1 / responseYears);
  let felt = 0;
  return curve.map((value) => (felt += share * (value - felt)));
}

/**
 * Adoption in calendar year `year`: size × curve since the start, 0 before it. Linear in size.
 *
 * @param curve from {@link adoptionCurve}, and {@link respond} where emissions lag
 */
export function adoptionIn(curve: Float64Array, schedule: Action['schedule'], year: number): number {
  const since = year - schedule.startYear;
  if (since < 0) return 0;
  const unit = curve[since];
  if (unit === undefined) throw new Error(`adoption curve ends before ${year}; this is a bug, please report it`);
  return schedule.size * unit;
}

function requirePositive(value: number, name: string): void {
  if (!(value > 0)) throw new DomainError('out-of-range', `${name} ${value} is not above 0`, ['adoption', name]);
}
