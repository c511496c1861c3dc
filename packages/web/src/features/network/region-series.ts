/**
 * The sum of a region by year: without plans, with the plans this site drafts, and with every city on its way to a target.
 * Territorial emissions, t CO2e; a city that lies inside another of the thousand is counted there and not again.
 */
import {
  applyChoice,
  DEFAULT_CHOICE,
  NETWORK_GASES,
  selectCities,
  thousandYears,
  type Ambition,
  type CityPaths,
  type GasPaths,
  type NetworkGas,
  type Thousand,
} from '@thousand-cities/model';
import type { GapTarget } from './query.ts';

export interface RegionSeries {
  readonly years: readonly number[];
  readonly reference: readonly number[];
  /** With the drafted plans. */
  readonly plan: readonly number[];
  /** With each city on its path to the target; cities it asks nothing of are where they are without plans. */
  readonly target: readonly number[];
  /** Cities that the target asks something of. */
  readonly asked: number;
  /** Reference emissions of the first year by gas. CO2 from land is with CO2. */
  readonly byGas: readonly { readonly gas: ShownGas; readonly tonnes: number }[];
}

export const SHOWN_GASES = ['co2', 'ch4', 'n2o', 'fgas'] as const;
export type ShownGas = (typeof SHOWN_GASES)[number];
const shownAs: Readonly<Record<NetworkGas, ShownGas>> = {
  co2: 'co2',
  co2Land: 'co2',
  ch4: 'ch4',
  n2o: 'n2o',
  fgas: 'fgas',
};

/**
 * Sum the paths of the cities of a region or network.
 *
 * @param group id of a group of the document
 */
export function regionSeries(thousand: Thousand, group: string, target: GapTarget): RegionSeries {
  const { firstYear, lastYear } = thousandYears(thousand.data);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, y) => firstYear + y);
  const sums = { reference: zeros(years), plan: zeros(years), target: zeros(years) };
  const byGas = new Map<ShownGas, number>(SHOWN_GASES.map((gas) => [gas, 0]));
  const aimed = planned(thousand, group, { kind: target });
  const drafted = planned(thousand, group, { kind: 'library' });
  let asked = 0;
  for (const place of selectCities(thousand.data, { group })) {
    const { reference, weights } = thousand.cities[place]!;
    const onTarget = aimed[place]!.plan;
    if (onTarget) asked += 1;
    add(sums.reference, reference, weights);
    add(sums.plan, drafted[place]!.plan ?? reference, weights);
    add(sums.target, onTarget ?? reference, weights);
    for (const gas of NETWORK_GASES) {
      const shown = shownAs[gas];
      byGas.set(shown, byGas.get(shown)! + reference[gas][0]! * weights[gas]);
    }
  }
  return { years, ...sums, asked, byGas: SHOWN_GASES.map((gas) => ({ gas, tonnes: byGas.get(gas)! })) };
}

const zeros = (years: readonly number[]): number[] => years.map(() => 0);

const planned = (thousand: Thousand, group: string, ambition: Ambition): readonly CityPaths[] =>
  applyChoice(thousand, { ...DEFAULT_CHOICE, selection: { group }, ambition });

function add(sum: number[], paths: GasPaths, weights: CityPaths['weights']): void {
  for (const gas of NETWORK_GASES) {
    const [path, weight] = [paths[gas], weights[gas]];
    for (let y = 0; y < sum.length; y++) sum[y]! += path[y]! * weight;
  }
}

/** What the chart says in its title. */
export interface RegionFinding {
  readonly firstYear: number;
  readonly lastYear: number;
  /** Change of a path from the first year to the last, as a share of the first; null where the first is nought. */
  readonly reference: number | null;
  readonly plan: number | null;
  readonly target: number | null;
}

export function findingOf({ years, reference, plan, target }: RegionSeries): RegionFinding {
  const first = reference[0]!;
  const change = (path: readonly number[]) => (first > 0 ? path.at(-1)! / first - 1 : null);
  return {
    firstYear: years[0]!,
    lastYear: years.at(-1)!,
    reference: change(reference),
    plan: change(plan),
    target: change(target),
  };
}
