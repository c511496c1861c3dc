/** Benchmark: a starter inventory with intervals for each of the thousand cities. */
import {
  BOUNDARIES,
  starterInputs,
  starterInventory,
  starterTotals,
  totalsWithIntervals,
  type City,
} from '@thousand-cities/model';
import { loadReference, loadStarter } from '@thousand-cities/reference/node';

export const name = 'starter: inventories of the thousand';
export const aim = '≤ 1 s';

const reference = loadReference();
const coefficients = loadStarter();
const iso3Of = new Map(reference.places.countries.map((country) => [country.iso2, country.iso3]));
const thousand: readonly City[] = reference.gazetteer.thousand.map((city) => ({
  id: city.id,
  name: city.name,
  country: iso3Of.get(city.iso2)!,
  latitude: city.lat,
  longitude: city.lon,
  population: city.population,
}));
const options = { year: 2021, gwpSet: reference.gwpSet('AR5') };

/** Every reference and every total of the thousand. */
export function run(): number {
  return totalOf(thousand, coefficients);
}

/** The naive way: every total and every interval works the inventory out again. */
export function baseline(): number {
  let sum = 0;
  for (const boundary of BOUNDARIES) {
    for (const city of thousand) {
      if (!covered(city)) continue;
      const totals = starterTotals(city, reference.country(city.country), coefficients, options);
      if (boundary === 'basic') sum += totals[boundary].central;
    }
  }
  return sum;
}

function totalOf(cities: readonly City[], with_: typeof coefficients): number {
  let sum = 0;
  for (const city of cities) {
    if (!covered(city)) continue;
    const inventory = starterInventory(city, reference.country(city.country), with_, options);
    sum += totalsWithIntervals(inventory, with_).basic.central;
  }
  return sum;
}

/** Cities of the few countries without every national figure are refused by name and left out here. */
const refused = new Set(thousand.filter((city) => !canCompute(city)).map((city) => city.id));
function covered(city: City): boolean {
  return !refused.has(city.id);
}
function canCompute(city: City): boolean {
  try {
    starterInputs(city, options.year, coefficients);
    return true;
  } catch {
    return false;
  }
}
