/** From a plan file to what a network sums: territorial emissions by gas, without and with the plan. Method: docs/methods/city-paths.md. */
import type { CompiledPlan, PlanInputs, Quantities, Schedule } from '../action/index.ts';
import { compile, createSharer, evaluateQuantities, scheduleOf } from '../action/index.ts';
import type { GwpSet } from '../gas.ts';
import type { City } from '../inventory/index.ts';
import { planInputs, type Plan } from '../plan/index.ts';
import type { Reference } from '../reference.ts';
import { networkId } from './city-id.ts';
import { inventoryBasis } from './inventory-basis.ts';
import { PATH_QUANTITIES, quantitiesOf, type PathQuantity } from './path-quantities.ts';
import { cityTarget } from './city-target.ts';
import { gasPaths } from './thousand.ts';
import { NETWORK_GASES, type CityPaths } from './types.ts';

export interface CityPathsOptions {
  /** Leave out what each action saves, which takes most of the time. */
  readonly skipActions?: boolean;
  /** File the plan came from. */
  readonly origin?: string;
}

/**
 * Work out the paths of a city from its plan, over the plan's own years, in one compilation.
 *
 * Whatever boundary the plan counts, the paths hold its territorial (scope 1) cells: what is burnt and released in the city,
 * generation for the grid (I.4.4) and treated waste of others (III.x.3) included. Energy from the grid (scope 2) stands
 * apart. Actions of size 0 are not in the plan. A target that cannot be worked out is left out, with a finding.
 *
 * @throws {DomainError} `plan-invalid`, `missing-figure`, `unknown-gas`, `unknown-gwp-set`, `unknown-country`,
 *   `unknown-target`, `out-of-range`, `year-outside-plan`
 */
export function cityPathsOf(plan: Plan, reference: Reference, options: CityPathsOptions = {}): CityPaths {
  const { city, baseline } = plan;
  const inputs = networkInputs(plan, reference);
  const compiled = compile(inputs);
  const schedule = scheduleOf(compiled, inputs.actions);
  const { quantities, holds } = quantitiesOf(compiled, baseline.boundary);
  const { bau, plan: planned } = evaluateQuantities(compiled, schedule, quantities);
  const of = (paths: readonly Float64Array[], quantity: PathQuantity) => paths[PATH_QUANTITIES.indexOf(quantity)]!;
  const both = (quantity: PathQuantity) => ({ reference: of(bau, quantity), plan: of(planned, quantity) });
  const target = cityTarget(plan, reference, { co2e: both('boundaryCo2e'), co2: both('boundaryCo2') });
  return {
    id: networkId(city),
    name: city.name,
    country: city.country,
    region: reference.country(city.country).region,
    ...placeOf(city),
    inventory: inventoryBasis(plan),
    firstYear: baseline.baseYear,
    lastYear: baseline.horizonYear,
    reference: gasPaths((gas) => of(bau, gas)),
    plan: gasPaths((gas) => of(planned, gas)),
    ...(holds('grid') && { grid: both('grid') }),
    ...(holds('generation') && { generation: both('generation') }),
    ...(target.path && { target: target.path }),
    ...(!options.skipActions && { actions: actionsOf(inputs, compiled, schedule, quantities) }),
    weights: weightsOf(inputs.gwpSet, of(bau, 'ch4')[0]!, of(bau, 'ch4Fossil')[0]!),
    gwpSet: inputs.gwpSet.id,
    ...(target.findings.length > 0 && { findings: target.findings }),
    ...(options.origin !== undefined && { origin: options.origin }),
  };
}

/** What the engine takes, of the actions that are in the plan. Everything counts, since the boundary is drawn later; nothing is billed. */
function networkInputs(plan: Plan, reference: Reference): PlanInputs {
  const inputs = planInputs(plan, reference);
  return {
    ...inputs,
    cells: inputs.cells.map(({ price: _price, ...cell }) => cell),
    actions: inputs.actions.filter((action) => action.schedule.size > 0),
    counts: () => true,
  };
}

/** Where a city is and how many live there, as far as it is known. */
export function placeOf(city: City): Pick<CityPaths, 'latitude' | 'longitude' | 'locode' | 'population'> {
  const { latitude, longitude, locode, population } = city;
  return {
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(locode !== undefined && { locode }),
    ...(population !== undefined && { population }),
  };
}

/** Shapley shares of what the territory saves, by gas: they sum over actions to reference − plan. */
function actionsOf(
  { actions }: PlanInputs,
  compiled: CompiledPlan,
  schedule: Schedule,
  quantities: Quantities,
): NonNullable<CityPaths['actions']> {
  const territorial: Quantities = {
    count: NETWORK_GASES.length,
    partsOf: (s) => [...quantities.partsOf(s)].filter(([quantity]) => quantity < NETWORK_GASES.length),
  };
  const saved = createSharer(compiled, territorial)(schedule);
  const years = compiled.years.length;
  const names = new Map(actions.map(({ id, name }) => [id, name]));
  return compiled.actionIds.map((id, a) => ({
    id,
    name: names.get(id)!,
    saved: gasPaths((gas) => saved[NETWORK_GASES.indexOf(gas)]!.subarray(a * years, (a + 1) * years)),
  }));
}

/** Methane is fossil and biogenic together; its weight is that of the mix in the base year, biogenic where there is none. */
export function weightsOf({ values }: GwpSet, ch4: number, fossil: number): CityPaths['weights'] {
  const share = ch4 > 0 ? fossil / ch4 : 0;
  const methane = share * values['CH4-fossil']! + (1 - share) * values['CH4-biogenic']!;
  return { co2: 1, co2Land: 1, ch4: methane, n2o: values['N2O']!, fgas: 1 };
}
