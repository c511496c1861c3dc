/** What a roll-up keeps of a city until all have come: its series in one block each, checked. */
import { DomainError } from '../errors.ts';
import type { GwpSetId } from '../gas.ts';
import { gridSaving } from './grid-share.ts';
import type { GridSaving } from './grid-share.ts';
import type { CityActions } from './result.ts';
import { NETWORK_GASES } from './types.ts';
import type { CityPaths, CityTarget, GasPaths, NetworkGas } from './types.ts';

export interface HeldCity {
  readonly city: Omit<
    CityPaths,
    'reference' | 'plan' | 'grid' | 'generation' | 'target' | 'actions' | 'weights' | 'findings'
  >;
  readonly years: number;
  /** [gas × own year], tonnes. */
  readonly reference: Float64Array;
  /** [gas × own year] delivered plan − reference; absent without a plan. */
  readonly difference?: Float64Array;
  readonly grid?: GridSaving & { readonly isCapped: boolean };
  readonly target?: Pick<CityTarget, 'kind' | 'counts' | 'ceiling' | 'planned' | 'reference'>;
  readonly actions?: CityActions;
  readonly hfc134aGwp: number;
  /** Reference of the first year, and the difference over all own years, t CO2e. */
  readonly firstTonnes: number;
  readonly differenceTonnes: number;
}

export interface HoldOptions {
  readonly delivery: number;
  readonly weights: Readonly<Record<NetworkGas, number>>;
}

/** GWP100 of HFC-134a. IPCC AR4 WG1 Table 2.14, AR5 WG1 Table 8.A.1, AR6 WG1 Table 7.SM.7; a test holds them to the reference set. */
export const HFC134A_GWP: Readonly<Record<GwpSetId, number>> = { AR4: 1430, AR5: 1300, AR6: 1530 };

/**
 * Check a city and keep what a sum needs of it.
 *
 * @throws {DomainError} `plan-invalid` for years out of order or a series of another length, `not-a-number`
 */
export function holdCity(city: CityPaths, { delivery, weights }: HoldOptions): HeldCity {
  const years = yearsOf(city);
  const { reference: paths, plan, grid, generation, target, actions, weights: _, findings: __, ...rest } = city;
  const reference = blockOf(city, 'reference', paths, years);
  const difference = plan && blockOf(city, 'plan', plan, years);
  if (difference)
    for (let i = 0; i < difference.length; i++) difference[i] = delivery * (difference[i]! - reference[i]!);
  checkPair(city, 'grid', grid, years);
  checkPair(city, 'generation', generation, years);
  return {
    city: rest,
    years,
    reference,
    ...(difference && { difference }),
    ...(difference && grid && { grid: gridSaving({ grid, ...(generation && { generation }) }, delivery) }),
    ...(difference && target && { target: heldTarget(city, target, years, delivery) }),
    ...(difference && actions && { actions: heldActions(city, years, delivery) }),
    hfc134aGwp: HFC134A_GWP[city.gwpSet ?? 'AR6'],
    firstTonnes: co2eIn(reference, years, weights, 0, 1),
    differenceTonnes: difference ? co2eIn(difference, years, weights, 0, years) : 0,
  };
}

function yearsOf(city: CityPaths): number {
  const { firstYear, lastYear } = city;
  if (Number.isInteger(firstYear) && Number.isInteger(lastYear) && firstYear <= lastYear)
    return lastYear - firstYear + 1;
  const place = ['cities', city.id, 'firstYear'];
  throw new DomainError('plan-invalid', `${city.name}: years ${firstYear} to ${lastYear}`, place);
}

// Plain loops below: a thousand plans bring a million figures, and methods of typed arrays take several times as long.

function blockOf(city: CityPaths, what: string, paths: GasPaths, years: number): Float64Array {
  const block = new Float64Array(NETWORK_GASES.length * years);
  NETWORK_GASES.forEach((gas, row) => {
    const series = paths[gas];
    checkSeries(city, series, years, what, gas);
    for (let y = 0; y < years; y++) block[row * years + y] = series[y]!;
  });
  return block;
}

function checkPair(city: CityPaths, what: string, pair: CityPaths['grid'], years: number): void {
  if (!pair) return;
  checkSeries(city, pair.reference, years, what, 'reference');
  if (pair.plan) checkSeries(city, pair.plan, years, what, 'plan');
}

function checkSeries(city: CityPaths, series: Float64Array, years: number, ...at: string[]): void {
  if (series.length !== years) {
    const place = ['cities', city.id, ...at];
    throw new DomainError(
      'plan-invalid',
      `${city.name}: ${at.join(' ')} has ${series.length} years, not ${years}`,
      place,
    );
  }
  // 0 × NaN and 0 × ∞ are NaN, and stay so.
  let nothing = 0;
  for (let y = 0; y < years; y++) nothing += 0 * series[y]!;
  if (nothing === 0) return;
  const y = series.findIndex((value) => !Number.isFinite(value));
  const year = city.firstYear + y;
  const message = `${city.name}: ${at.join(' ')} in ${year} is ${series[y]}`;
  throw new DomainError('not-a-number', message, ['cities', city.id, ...at, year]);
}

function heldTarget(
  city: CityPaths,
  target: CityTarget,
  years: number,
  delivery: number,
): NonNullable<HeldCity['target']> {
  const { kind, counts, ceiling, planned, reference } = target;
  checkSeries(city, ceiling, years, 'target', 'ceiling');
  checkSeries(city, planned, years, 'target', 'planned');
  checkSeries(city, reference, years, 'target', 'reference');
  const delivered = new Float64Array(years);
  for (let y = 0; y < years; y++) delivered[y] = reference[y]! + delivery * (planned[y]! - reference[y]!);
  return { kind, counts, ceiling: ceiling.slice(), planned: delivered, reference: reference.slice() };
}

/** Only gases that an action touches, which are one or two of most, in one block for the city. */
function heldActions(city: CityPaths, years: number, delivery: number): CityActions {
  const actions = city.actions ?? [];
  const rows: [action: number, gas: NetworkGas][] = [];
  actions.forEach(({ id, saved }, action) => {
    for (const gas of NETWORK_GASES) {
      checkSeries(city, saved[gas], years, 'actions', id, gas);
      if (touches(saved[gas], years)) rows.push([action, gas]);
    }
  });
  const block = new Float64Array(rows.length * years);
  rows.forEach(([action, gas], row) => {
    const series = actions[action]!.saved[gas];
    for (let y = 0; y < years; y++) block[row * years + y] = -delivery * series[y]!;
  });
  return { names: actions.map(({ id, name }) => ({ id, name })), rows, block };
}

function touches(series: Float64Array, years: number): boolean {
  for (let y = 0; y < years; y++) if (series[y] !== 0) return true;
  return false;
}

/** Σ over gases and some years of a block, t CO2e. */
export function co2eIn(
  block: Float64Array,
  years: number,
  weights: Readonly<Record<NetworkGas, number>>,
  from: number,
  to: number,
): number {
  let tonnes = 0;
  for (let row = 0; row < NETWORK_GASES.length; row++) {
    const weight = weights[NETWORK_GASES[row]!];
    let sum = 0;
    for (let y = from; y < to; y++) sum += block[row * years + y]!;
    tonnes += sum * weight;
  }
  return tonnes;
}
