/** A city that has told nothing but its name: the starter inventory, and its own path from it. */
import { compile, evaluateQuantities, scheduleOf } from '../action/index.ts';
import type { City } from '../inventory/index.ts';
import { draftBaseline, type BaselineKit, type BaselineOptions } from '../plan/index.ts';
import { networkId } from './city-id.ts';
import { placeOf, weightsOf } from './city-paths.ts';
import { PATH_QUANTITIES, quantitiesOf, type PathQuantity } from './path-quantities.ts';
import { gasPaths } from './thousand.ts';
import type { CityPaths } from './types.ts';

/**
 * Work out the reference path of a city from public figures. It is the one that a plan drafted for the city begins from
 * (`draftPlan`), without the plan.
 *
 * @throws {DomainError} as `draftBaseline`: a national figure without which nothing can be said, or no population
 */
export function starterPathsOf(
  city: City,
  kit: BaselineKit,
  options: Omit<BaselineOptions, 'inventory'> & { readonly origin?: string } = {},
): CityPaths {
  const { origin, ...baseline } = options;
  const { country, gwpSet, baseYear, horizonYear, population, finance, split, drivers } = draftBaseline(city, kit, baseline); // prettier-ignore
  const compiled = compile({
    cells: split.cells.map(({ price: _price, ...cell }) => cell),
    drivers,
    actions: [],
    finance,
    gwpSet,
    counts: () => true,
    years: Array.from({ length: horizonYear - baseYear + 1 }, (_, i) => baseYear + i),
  });
  const { quantities, holds } = quantitiesOf(compiled, 'territorial');
  const { bau } = evaluateQuantities(compiled, scheduleOf(compiled, []), quantities);
  const of = (quantity: PathQuantity) => bau[PATH_QUANTITIES.indexOf(quantity)]!;
  return {
    id: networkId(city),
    name: city.name,
    country: city.country,
    region: country.region,
    ...placeOf({ ...city, ...(population !== undefined && { population }) }),
    inventory: { kind: 'starter', year: baseYear, reportedShare: 0 },
    firstYear: baseYear,
    lastYear: horizonYear,
    reference: gasPaths(of),
    ...(holds('grid') && { grid: { reference: of('grid') } }),
    ...(holds('generation') && { generation: { reference: of('generation') } }),
    weights: weightsOf(gwpSet, of('ch4')[0]!, of('ch4Fossil')[0]!),
    gwpSet: gwpSet.id,
    ...(origin !== undefined && { origin }),
  };
}
