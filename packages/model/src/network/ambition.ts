/** From a city's path without a plan to one with a plan, under a choice: which cities, how far, from when, how much of it. */
import { DomainError } from '../errors.ts';
import type { Boundary } from '../inventory/types.ts';
import { libraryRatios, targetRatios, type Ambition, type PlanRatios } from './ambition-ratios.ts';
import type { ThousandData } from './thousand-data.ts';
import { gasPaths, type Thousand } from './thousand.ts';
import type { CityPaths, CityTarget } from './types.ts';
import { yearlyReader, type YearlyReader } from './yearly-reader.ts';

/** The largest `count` (all when absent) of the cities of a group and a country (of the world when absent). */
export interface Selection {
  readonly count?: number;
  /** Id of a `ThousandGroup`. */
  readonly group?: string;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
}

export interface NetworkChoice {
  readonly selection: Selection;
  readonly ambition: Ambition;
  /** First year in which a plan makes a difference is the one after: in `startYear` itself the city is still where it was. */
  readonly startYear: number;
  /** Share of the promised difference that is delivered. */
  readonly delivery: number;
}

/** What a choice may say. Years that a plan can start in, shares that may be delivered, years and depths of a custom cut. */
export const CHOICE_LIMITS = {
  startYear: { min: 2025, max: 2040 },
  delivery: { min: 0.5, max: 1 },
  customYear: { min: 2028, max: 2050 },
  cutPercent: { min: 0, max: 100 },
} as const;

/** What is shown before anyone has chosen: the initiative's own claim. All thousand, zero by 2040, kept in full. */
export const DEFAULT_CHOICE: NetworkChoice = {
  selection: {},
  ambition: { kind: 'pathway-to-paris' },
  startYear: 2027,
  delivery: 1,
};

/**
 * Places of the chosen cities in the columns, largest first.
 *
 * @throws {DomainError} `unknown-path` for a group, `unknown-country` for a country that has no city among the thousand,
 *   `out-of-range` for a count that is not a whole number above nought
 */
export function selectCities(data: ThousandData, { count, group, country }: Selection): readonly number[] {
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new DomainError('out-of-range', `the number of cities is a whole number above 0; got ${count}`, ['selection', 'count']); // prettier-ignore
  }
  if (country !== undefined && !data.countries.some(({ iso3 }) => iso3 === country)) {
    throw new DomainError('unknown-country', `no city of the thousand is in "${country}"`, ['selection', 'country']);
  }
  const isMember = group === undefined ? () => true : membership(data, group);
  const chosen = data.cities.id.flatMap((_, city) =>
    (country === undefined || data.cities.iso3[city] === country) && isMember(city) ? [city] : [],
  );
  return count === undefined ? chosen : chosen.slice(0, count);
}

/** Whether a city belongs to a group. @throws {DomainError} `unknown-path` */
function membership(data: ThousandData, id: string): (city: number) => boolean {
  const group = data.groups.find((each) => each.id === id);
  if (!group) {
    const known = data.groups.map((each) => each.id).join(', ');
    throw new DomainError('unknown-path', `no group "${id}"; there are ${known}`, ['selection', 'group']);
  }
  const countries = new Set(group.countries);
  const cities = new Set(group.cities);
  return (city) => cities.has(city) || countries.has(data.cities.iso3[city]!);
}

/**
 * All cities of the thousand, the chosen ones with a plan. Rule, with r(t) the share that the ambition leaves of
 * business-as-usual (see `targetRatios`) and d the delivery:
 *
 *   plan(t) = reference(t) · (1 − d · (1 − r(t)))   for every gas, for grid electricity, and for generation
 *
 * so a plan is never above the reference and never negative; what is nought or a sink already is left as it is. A target
 * that counts CO2 only cuts CO2 only. The delivery is in the plan: give the roll-up none of its own.
 * Method: docs/methods/ambition.md.
 *
 * @throws {DomainError} `out-of-range` for a figure outside `CHOICE_LIMITS`, and as `selectCities`
 */
export function applyChoice(thousand: Thousand, choice: NetworkChoice): readonly CityPaths[] {
  checkChoice(choice);
  const chosen = new Set(selectCities(thousand.data, choice.selection));
  const reader = yearlyReader(thousand.data);
  return thousand.cities.map((city, i) => (chosen.has(i) ? planned(reader, i, city, choice) : city));
}

/** One city with the plan that a choice gives it, whatever the selection; the same city where the ambition asks nothing of it. */
export function withPlan(data: ThousandData, place: number, city: CityPaths, choice: NetworkChoice): CityPaths {
  return planned(yearlyReader(data), place, city, choice);
}

function planned(reader: YearlyReader, place: number, city: CityPaths, choice: NetworkChoice): CityPaths {
  const { ambition, delivery, startYear } = choice;
  const ratios =
    ambition.kind === 'library'
      ? libraryRatios(reader, place, startYear)
      : targetRatios(reader, place, ambition, startYear);
  if (!ratios) return city;
  const kept = (reference: Float64Array, ratio: Float64Array): Float64Array =>
    reader.make((y) => {
      const tonnes = reference[y]!;
      return tonnes > 0 ? tonnes * (1 - delivery * (1 - ratio[y]!)) : tonnes;
    });
  const { grid, generation, reference } = city;
  const target = ratios.target && targetOf(ratios.target, reader.data.counted.boundary, kept);
  return {
    ...city,
    plan: gasPaths((gas) => kept(reference[gas], ratios.gases[gas])),
    ...(grid && { grid: { ...grid, plan: kept(grid.reference, ratios.grid) } }),
    ...(generation && { generation: { ...generation, plan: kept(generation.reference, ratios.generation) } }),
    ...(target && { target }),
  };
}

function targetOf(
  { kind, counts, ceiling, reference, ratio }: NonNullable<PlanRatios['target']>,
  boundary: Boundary,
  kept: (reference: Float64Array, ratio: Float64Array) => Float64Array,
): CityTarget {
  return { id: kind, kind, counts, boundary, ceiling, planned: kept(reference, ratio), reference };
}

/** @throws {DomainError} `out-of-range` for a figure outside `CHOICE_LIMITS` */
export function checkChoice({ ambition, startYear, delivery }: NetworkChoice): void {
  const { customYear, cutPercent } = CHOICE_LIMITS;
  within('startYear', startYear, CHOICE_LIMITS.startYear, true);
  // 0 is allowed: nothing delivered is the reference.
  if (delivery !== 0) within('delivery', delivery, CHOICE_LIMITS.delivery, false);
  if (ambition.kind !== 'custom') return;
  within('customYear', ambition.custom.year, customYear, true);
  within('cutPercent', ambition.custom.cutPercent, cutPercent, false);
}

function within(name: string, value: number, limits: { min: number; max: number }, isWhole: boolean): void {
  const isRight = value >= limits.min && value <= limits.max && (!isWhole || Number.isInteger(value));
  if (isRight) return;
  const kind = isWhole ? 'a whole number' : 'a number';
  throw new DomainError('out-of-range', `${name} is ${kind} from ${limits.min} to ${limits.max}; got ${value}`, [name]);
}
