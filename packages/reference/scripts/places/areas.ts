/** UN/LOCODE and area of cities from Wikidata, and area from the Covenant of Mayors. */
import { normaliseName } from '../../src/places/name.ts';
import { figure, readCsv } from './inputs.ts';
import { CityGrid, groupBy, type RawCity } from './match.ts';

/** True when the letters of a LOCODE appear in this order in the name, the first one first: SAO in São Paulo. */
function spells(letters: string, name: string): boolean {
  const text = normaliseName(name).replaceAll(' ', '').toUpperCase();
  if (!text.startsWith(letters[0]!)) return false;
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** LOCODE by city id: same country, letters that spell the name, a Wikidata population within 2 %, and no second candidate either way. */
function locodes(dir: string, cities: readonly RawCity[]): Map<string, string> {
  const populations = new Map<string, number[]>();
  for (const row of readCsv(dir, 'cities/wikidata/wikidata-city-population.csv')) {
    const value = figure(row['population']);
    if (value !== undefined && row['locode']!.length === 5)
      populations.set(row['locode']!, [...(populations.get(row['locode']!) ?? []), value]);
  }
  const byCountry = groupBy(cities, (city) => city.iso2);
  const matches: { id: string; locode: string }[] = [];
  for (const [locode, values] of populations) {
    const candidates = (byCountry.get(locode.slice(0, 2)) ?? []).filter(
      (city) =>
        spells(locode.slice(2), city.name) &&
        values.some((value) => Math.abs(value - city.population) < 0.02 * city.population),
    );
    if (candidates.length === 1) matches.push({ id: candidates[0]!.id, locode });
  }
  const perCity = groupBy(matches, (match) => match.id);
  return new Map([...perCity].filter(([, list]) => list.length === 1).map(([id, list]) => [id, list[0]!.locode]));
}

export interface CityArea {
  readonly locode?: string;
  readonly areaKm2?: number;
}

/** Area by city id: the Covenant's own figure first, else Wikidata's by LOCODE. Below 1 and above 20 000 km² is taken for another boundary. */
export function cityAreas(dir: string, cities: readonly RawCity[]): Map<string, CityArea> {
  const codes = locodes(dir, cities);
  const plausible = (area: number | undefined) => (area !== undefined && area >= 1 && area <= 20000 ? area : undefined);
  const wiki = new Map<string, number>();
  for (const row of readCsv(dir, 'cities/wikidata/wikidata-city-area.csv')) {
    const area = plausible(figure(row['area']));
    if (area !== undefined) wiki.set(row['locode']!, area);
  }
  const areas = new Map<string, CityArea>();
  for (const [id, locode] of codes) {
    const areaKm2 = wiki.get(locode);
    areas.set(id, areaKm2 === undefined ? { locode } : { locode, areaKm2 });
  }
  const grid = new CityGrid(cities);
  for (const row of readCsv(dir, 'cities/gcom_kona2021/GCoM_emissions.csv')) {
    const [lat, lon, area] = [figure(row['latitude']), figure(row['longitude']), plausible(figure(row['area']))];
    if (lat === undefined || lon === undefined || area === undefined) continue;
    const city = grid.byName(row['signatory name']!, { lat, lon }, 15);
    const people = figure(row['population in 2018']);
    // A province or an association of towns has the name of its capital but not its size.
    if (!city || people === undefined || people > 2 * city.population || people < city.population / 2) continue;
    areas.set(city.id, { ...areas.get(city.id), areaKm2: area });
  }
  return areas;
}
