/** Share the warming avoided among cities and actions by linear pulse kernels. Method: docs/methods/network.md. */
import { DomainError } from '../errors.ts';
import type { Finding } from '../finding.ts';
import { ActionParts, spanOf } from './action-parts.ts';
import type { Measure } from './linear.ts';
import { measuresOf } from './measures.ts';
import type { Measures } from './measures.ts';
import type {
  ActionPart,
  NetworkAttribution,
  NetworkResponse,
  PulseKernels,
  ResponseCaseName,
} from './response-types.ts';
import type { NetworkRollUp } from './result.ts';
import { NETWORK_GASES } from './types.ts';

export interface NetworkAttributionOptions {
  readonly case: ResponseCaseName;
  /** As in the difference that the response answered. */
  readonly gridShare: boolean;
}

/** The parts should miss no more of the whole than this. */
export const RESIDUAL_AIM = 0.05;

/**
 * Share out the mean difference of the full run: each city's tonnes times the kernels, territorial and grid share. Parts sum to the full
 * run but for the residual, which is shown: the climate is not quite linear.
 *
 * @throws {DomainError} `year-outside-plan` when the response lacks a target year of the kernels
 */
export function attributeNetwork(
  rollUp: NetworkRollUp,
  kernels: PulseKernels,
  response: NetworkResponse,
  options: NetworkAttributionOptions,
): NetworkAttribution {
  const { targetYears } = kernels;
  const targets = targetYears.length;
  const measures = measuresOf(rollUp, kernels, options.case);
  const territorial = citiesBy(rollUp, measures.kelvin, targets);
  const grid = options.gridShare ? gridBy(rollUp, measures.worth.co2, targets) : new Float64Array(territorial.length);
  const cities = territorial.map((kelvin, i) => kelvin + grid[i]!);
  const actions = actionsBy(rollUp, measures, targets);
  const sum = columnSums(cities, targets);
  const full = targetYears.map((year) => fullIn(response, options.case, year));
  const residual = full.map((kelvin, t) => kelvin - sum[t]!);
  const residualShare = residual.map((kelvin, t) => (full[t] === 0 ? undefined : Math.abs(kelvin / full[t]!)));
  const ofActions = targetYears.map((_, t) => actions.reduce((kelvin, action) => kelvin + action.kelvin[t]!, 0));
  return {
    case: options.case,
    targetYears,
    cities,
    actions,
    unassigned: columnSums(territorial, targets).map((kelvin, t) => kelvin - ofActions[t]!),
    gridShare: columnSums(grid, targets),
    sum,
    full,
    residual,
    residualShare,
    findings: residualFindings(targetYears, residualShare),
  };
}

/**
 * Share out one city's part among its actions.
 *
 * @param index place of the city in `rollUp.cities`
 * @returns empty when the city's plan does not count or names no actions
 */
export function attributeCity(
  rollUp: NetworkRollUp,
  kernels: PulseKernels,
  index: number,
  name: ResponseCaseName,
): readonly ActionPart[] {
  const parts = new ActionParts(kernels.targetYears.length);
  addActions(parts, rollUp, index, measuresOf(rollUp, kernels, name));
  return parts.list();
}

function citiesBy({ cities, ledger }: NetworkRollUp, kelvin: Measure, targets: number): Float64Array {
  const parts = new Float64Array(cities.length * targets);
  cities.forEach((city, i) => {
    const block = ledger.blocks[i];
    if (!block) return;
    const span = spanOf(city, ledger.hfc134aGwp[i]!);
    const years = block.length / NETWORK_GASES.length;
    NETWORK_GASES.forEach((gas, row) =>
      kelvin(parts, i * targets, gas, block.subarray(row * years, (row + 1) * years), span),
    );
  });
  return parts;
}

function gridBy({ cities, ledger }: NetworkRollUp, worth: Float64Array, targets: number): Float64Array {
  const parts = new Float64Array(cities.length * targets);
  ledger.gridShare.forEach((series, i) => {
    if (!series) return;
    for (let t = 0; t < targets; t++)
      for (let y = 0; y < series.length; y++) parts[i * targets + t]! += series[y]! * worth[t * series.length + y]!;
  });
  return parts;
}

function actionsBy(rollUp: NetworkRollUp, measures: Measures, targets: number): readonly ActionPart[] {
  const parts = new ActionParts(targets);
  rollUp.cities.forEach((_, i) => addActions(parts, rollUp, i, measures));
  return parts.list();
}

function addActions(
  parts: ActionParts,
  { cities, ledger }: NetworkRollUp,
  index: number,
  { kelvin, tonnes }: Measures,
): void {
  const city = cities[index];
  if (!city) throw new DomainError('unknown-city', `the roll-up has no city number ${index}`, ['cities', index]);
  const span = spanOf(city, ledger.hfc134aGwp[index]!);
  const actions = ledger.actions[index];
  if (actions) parts.add(actions, span, kelvin, tonnes);
}

function columnSums(figures: Float64Array, columns: number): readonly number[] {
  const sums = new Float64Array(columns);
  figures.forEach((figure, i) => (sums[i % columns]! += figure));
  return [...sums];
}

function fullIn(response: NetworkResponse, name: ResponseCaseName, year: number): number {
  const { difference, meanDifference } = response[name];
  const mean = meanDifference[difference.years.indexOf(year)];
  if (mean === undefined) throw new DomainError('year-outside-plan', `the response does not reach ${year}`, [year]);
  return mean;
}

function residualFindings(targetYears: readonly number[], shares: readonly (number | undefined)[]): readonly Finding[] {
  return targetYears.flatMap((year, t): Finding[] => {
    const share = shares[t];
    if (share === undefined || share <= RESIDUAL_AIM) return [];
    return [
      {
        code: 'network-attribution-residual',
        severity: 'warning',
        path: ['attribution', year],
        message: `The parts of cities and actions miss ${(100 * share).toFixed(1)} % of the difference in ${year}: the climate does not answer in proportion to so large a change, or its parts nearly cancel.`,
        remedy: 'Read the parts as shares of each other, and the full run for how much it is.',
        values: { year, share },
      },
    ];
  });
}
