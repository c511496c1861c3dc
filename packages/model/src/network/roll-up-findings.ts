/** What a roll-up has to say beside its sums. */
import type { Finding } from '../finding.ts';
import type { HeldCity } from './held-city.ts';
import type { OverlapResolution } from './overlaps.ts';
import type { NetworkSum, Overlap } from './result.ts';
import { NETWORK_GASES } from './types.ts';
import type { NetworkGas } from './types.ts';

/** A city that came a second time under the same id. */
export function duplicateFinding(id: string, name: string, origin: string | undefined): Finding {
  return {
    code: 'network-duplicate-city',
    severity: 'warning',
    path: ['cities', id],
    message: `${name} was given twice under the id ${id}${origin === undefined ? '' : ` (${origin})`}; only the first is counted.`,
    remedy: 'Leave one of the two out, or give them ids of their own if they are two cities.',
    values: { id, name, ...(origin !== undefined && { origin }) },
  };
}

/** Plans that are not counted since a larger body's plan covers the territory; every one is named. */
export function setAsideFindings(
  cities: readonly HeldCity[],
  { overlaps, countsPlan, circular, locodesOfMany }: OverlapResolution,
): readonly Finding[] {
  const outer = outerOf(overlaps);
  const setAside = cities.filter(({ difference }, i) => difference !== undefined && !countsPlan[i]);
  const names = new Map(cities.map(({ city }) => [city.id, city.name]));
  return [
    ...setAside.map(({ city, differenceTonnes }): Finding => {
      const larger = outer.get(city.id)?.map((id) => names.get(id)!) ?? [];
      return {
        code: 'network-plan-set-aside',
        severity: 'warning',
        path: ['cities', city.id],
        message: `The plan of ${city.name} is not counted: its territory lies in that of ${larger.join(', ')}, where a plan is counted already.`,
        remedy:
          'If the two share no territory, say so; if they do, the larger plan should hold what the smaller promises.',
        values: { id: city.id, name: city.name, larger: larger.join(', '), tonnes: differenceTonnes },
      };
    }),
    ...(circular.length > 0 ? [circleFinding(circular)] : []),
    ...[...locodesOfMany].map(([code, count]) => locodeFinding(code, count)),
  ];
}

function outerOf(overlaps: readonly Overlap[]): ReadonlyMap<string, readonly string[]> {
  const outer = new Map<string, string[]>();
  for (const { larger, smaller } of overlaps) outer.set(smaller, [...(outer.get(smaller) ?? []), larger]);
  return outer;
}

function circleFinding(ids: readonly string[]): Finding {
  return {
    code: 'network-contains-circle',
    severity: 'warning',
    path: ['cities'],
    message: `${ids.join(', ')} say that they contain one another; the one that emits more is taken for the larger.`,
    remedy: 'Correct which body contains which.',
    values: { ids: ids.join(', ') },
  };
}

function locodeFinding(code: string, count: number): Finding {
  return {
    code: 'network-locode-of-many',
    severity: 'warning',
    path: ['cities'],
    message: `${count} cities bear the UN/LOCODE ${code}; it is not taken for the code of one place, and no overlap is read from it.`,
    remedy: 'Give each city its own UN/LOCODE, or leave the column empty.',
    values: { locode: code, count },
  };
}

/** Cities whose plan saves more grid energy than they use. */
export function cappedFinding(names: readonly string[]): Finding {
  return {
    code: 'network-grid-share-capped',
    severity: 'warning',
    path: ['gridShare'],
    message: `${names.length} plans save more emissions of the grid than the city causes without a plan; only that much is credited: ${listed(names)}.`,
    remedy: 'Energy sold to the grid is generation in the boundary (I.4.4), not less use of the grid.',
    values: { count: names.length, cities: listed(names) },
  };
}

/** How much of what is summed lies after the plans' own years, where only the horizon rule speaks. */
export function horizonFinding(
  total: NetworkSum,
  ownTonnes: number,
  weights: Readonly<Record<NetworkGas, number>>,
  lastYear: number,
): Finding | undefined {
  let all = 0;
  for (const gas of NETWORK_GASES) for (const tonnes of total.difference[gas]) all += tonnes * weights[gas];
  const share = 1 - ownTonnes / all;
  if (!(share > 0.005)) return undefined;
  return {
    code: 'network-horizon',
    severity: 'note',
    path: ['horizon'],
    message: `${Math.round(100 * share)} % of the tonnes saved to ${lastYear} lie after the last year of the plans, where they are carried on by rule.`,
    remedy: 'Look at the figures to the last year of the plans too, and at the other horizon rules.',
    values: { share, lastYear },
  };
}

const listed = (names: readonly string[]): string =>
  [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])].join(', ');
