/** What a roll-up keeps of a city until all have come: its series in one block each, checked. */
import { DomainError } from '../errors.ts';
import { gridSaving } from './grid-share.ts';
import type { GridSaving } from './grid-share.ts';
import type { ActionBlock } from './result.ts';
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
  readonly actions?: readonly ActionBlock[];
  readonly hfc134aGwp: number;
  /** Reference of the first year, and the difference over all own years, t CO2e. */
  readonly firstTonnes: number;
  readonly differenceTonnes: number;
}

export interface HoldOptions {
  readonly delivery: number;
  readonly weights: Readonly<Record<NetworkGas, number>>;
}

/** GWP100 of HFC-134a for cities that do not say: IPCC AR6 WG1 Table 7.SM.7. */
export const HFC134A_GWP = 1530;

/**
 * Check a city and keep what a sum needs of it.
 *
 * @throws {DomainError} `plan-invalid` for years out of order or a series of another length, `not-a-number`
 */
export function holdCity(city: CityPaths, { delivery, weights }: HoldOptions): HeldCity {
  const years = yearsOf(city);
  const {
    reference: referencePaths,
    plan,
    grid,
    generation,
    target,
    actions,
    weights: _,
    findings: __,
    ...rest
  } = city;
  const reference = blockOf(city, 'reference', referencePaths, years);
  const planned = plan && blockOf(city, 'plan', plan, years);
  const difference = planned?.map((tonnes, i) => delivery * (tonnes - reference[i]!));
  checkPair(city, 'grid', grid, years);
  checkPair(city, 'generation', generation, years);
  return {
    city: rest,
    years,
    reference,
    ...(difference && { difference }),
    ...(difference && grid && { grid: gridSaving({ grid, ...(generation && { generation }) }, delivery) }),
    ...(difference && target && { target: heldTarget(city, target, years, delivery) }),
    ...(difference && actions && { actions: actions.map((action) => heldAction(city, action, years, delivery)) }),
    hfc134aGwp: city.hfc134aGwp ?? HFC134A_GWP,
    firstTonnes: co2eIn(reference, years, weights, 0, 1),
    differenceTonnes: difference ? co2eIn(difference, years, weights, 0, years) : 0,
  };
}

function yearsOf(city: CityPaths): number {
  const { firstYear, lastYear } = city;
  if (Number.isInteger(firstYear) && Number.isInteger(lastYear) && firstYear <= lastYear)
    return lastYear - firstYear + 1;
  throw new DomainError('plan-invalid', `${city.name}: years ${firstYear} to ${lastYear}`, [
    'cities',
    city.id,
    'firstYear',
  ]);
}

function blockOf(city: CityPaths, what: string, paths: GasPaths, years: number): Float64Array {
  const block = new Float64Array(NETWORK_GASES.length * years);
  NETWORK_GASES.forEach((gas, row) => {
    checkSeries(city, [what, gas], paths[gas], years);
    block.set(paths[gas], row * years);
  });
  return block;
}

function checkPair(city: CityPaths, what: string, pair: CityPaths['grid'], years: number): void {
  if (!pair) return;
  checkSeries(city, [what, 'reference'], pair.reference, years);
  if (pair.plan) checkSeries(city, [what, 'plan'], pair.plan, years);
}

function checkSeries(city: CityPaths, at: readonly string[], series: Float64Array, years: number): void {
  const place = ['cities', city.id, ...at];
  if (series.length !== years) {
    throw new DomainError(
      'plan-invalid',
      `${city.name}: ${at.join(' ')} has ${series.length} years, not ${years}`,
      place,
    );
  }
  for (let y = 0; y < years; y++) {
    if (Number.isFinite(series[y]!)) continue;
    const year = city.firstYear + y;
    throw new DomainError('not-a-number', `${city.name}: ${at.join(' ')} in ${year} is ${series[y]}`, [...place, year]);
  }
}

function heldTarget(
  city: CityPaths,
  target: CityTarget,
  years: number,
  delivery: number,
): NonNullable<HeldCity['target']> {
  const { kind, counts, ceiling, planned, reference } = target;
  checkSeries(city, ['target', 'ceiling'], ceiling, years);
  checkSeries(city, ['target', 'planned'], planned, years);
  checkSeries(city, ['target', 'reference'], reference, years);
  const delivered = planned.map((tonnes, y) => reference[y]! + delivery * (tonnes - reference[y]!));
  return { kind, counts, ceiling: ceiling.slice(), planned: delivered, reference: reference.slice() };
}

/** Only gases that the action touches: most actions touch one or two. */
function heldAction(
  city: CityPaths,
  { id, name, saved }: NonNullable<CityPaths['actions']>[number],
  years: number,
  delivery: number,
): ActionBlock {
  const touched = NETWORK_GASES.flatMap((gas): [NetworkGas, Float64Array][] => {
    checkSeries(city, ['actions', id, gas], saved[gas], years);
    return saved[gas].some((tonnes) => tonnes !== 0) ? [[gas, saved[gas].map((tonnes) => -delivery * tonnes)]] : [];
  });
  return { id, name, change: Object.fromEntries(touched) };
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
  NETWORK_GASES.forEach((gas, row) => {
    for (let y = from; y < to; y++) tonnes += block[row * years + y]! * weights[gas];
  });
  return tonnes;
}
