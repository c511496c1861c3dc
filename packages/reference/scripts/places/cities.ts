/** Cities of 15,000 inhabitants and more, and the thousand. */
import { readFileSync } from 'node:fs';
import { cityAreas } from './areas.ts';
import { cityClimates, type CityClimate } from './climate.ts';
import { readCsv } from './inputs.ts';
import { groupBy, type RawCity } from './match.ts';
import { stateOf } from './states.ts';
import { rounded, writeTable } from './tables.ts';

function readCities(dir: string): RawCity[] {
  return readCsv(dir, 'cities/geonames/geonames_cities_pop15000.csv').map((row) => ({
    id: row['geoname_id']!,
    name: row['name']!,
    iso2: row['country']!,
    state: stateOf(row['country']!, row['admin_code']!),
    feature: row['feature_code']!,
    population: Number(row['population']),
    lat: Number(row['lat']),
    lon: Number(row['lon']),
  }));
}

/** GeoNames classes of what is not a city by itself: sections, localities, farm villages, destroyed or former places. */
const SECTIONS = new Set(['PPLX', 'PPLL', 'PPLF', 'PPLQ', 'PPLH', 'PPLW']);

/** Country means, weighted by the population of its cities. */
function nationalClimate(cities: readonly RawCity[], climates: ReadonlyMap<string, CityClimate>): void {
  const byCountry = groupBy(cities, (city) => city.iso2);
  const rows = [...byCountry]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([iso2, list]) => {
      const people = list.reduce((sum, city) => sum + city.population, 0);
      const mean = (field: 'hdd' | 'cdd') =>
        list.reduce((sum, city) => sum + city.population * climates.get(city.id)![field]!, 0) / people;
      return [iso2, Math.round(mean('hdd')), Math.round(mean('cdd'))];
    });
  writeTable('degree-days', ['iso2', 'hdd_15_5', 'cdd_23'], rows);
}

interface Exception {
  readonly id: string;
  readonly verdict: string;
}

/** The hand-kept list of places that are, or are not, cities in their own right. */
function readExceptions(): Exception[] {
  const text = readFileSync(new URL('../../tables/places/thousand-exceptions.csv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => ({ id: line.split(',')[0]!, verdict: line.split(',')[2]! }));
}

/** The largest by population; then the largest city of any country left out that has one above 500,000 takes the last place. */
export function chooseThousand(cities: readonly RawCity[], exceptions: readonly Exception[]): RawCity[] {
  const verdicts = new Map(exceptions.map((exception) => [exception.id, exception.verdict]));
  const eligible = cities
    .filter((city) => verdicts.get(city.id) === 'city' || (!SECTIONS.has(city.feature) && !verdicts.has(city.id)))
    .sort((a, b) => b.population - a.population || Number(a.id) - Number(b.id));
  const chosen = eligible.slice(0, 1000);
  const covered = new Set(chosen.map((city) => city.iso2));
  const missing = eligible.filter((city) => {
    const first = city.population > 500000 && !covered.has(city.iso2);
    if (first) covered.add(city.iso2);
    return first;
  });
  return [...chosen.slice(0, 1000 - missing.length), ...missing];
}

/** Write `cities`, `degree-days` and `thousand`. */
export function buildCities(dir: string): void {
  const cities = readCities(dir);
  const climates = cityClimates(dir, cities);
  const areas = cityAreas(dir, cities);
  writeTable(
    'cities',
    [
      'id',
      'name',
      'iso2',
      'lat',
      'lon',
      'population',
      'section',
      'locode',
      'area_km2',
      'hdd',
      'cdd',
      'climate',
      'state',
    ],
    cities.map((city) => {
      const climate = climates.get(city.id)!;
      const area = areas.get(city.id);
      return [
        city.id,
        city.name,
        city.iso2,
        rounded(city.lat, 3),
        rounded(city.lon, 3),
        city.population,
        SECTIONS.has(city.feature) ? 'x' : '',
        area?.locode,
        rounded(area?.areaKm2, 1),
        Math.round(climate.hdd!),
        Math.round(climate.cdd!),
        climate.basis,
        city.state,
      ];
    }),
  );
  nationalClimate(cities, climates);
  const thousand = chooseThousand(cities, readExceptions());
  writeTable(
    'thousand',
    ['rank', 'id', 'name', 'iso2', 'population'],
    thousand.map((city, i) => [i + 1, city.id, city.name, city.iso2, city.population]),
  );
}
