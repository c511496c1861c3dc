/** Heating and cooling degree days of cities: measured where published, else from the most similar places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figure, readCsv } from './inputs.ts';
import { CityGrid, kilometres, type RawCity } from './match.ts';

/** Degree days of a point with its Köppen-Geiger class. HDD to base 15.5 °C, CDD to base 23 °C. */
interface Station {
  readonly lat: number;
  readonly lon: number;
  readonly zone: string;
  readonly hdd?: number;
  readonly cdd?: number;
}

export interface CityClimate {
  readonly hdd?: number;
  readonly cdd?: number;
  /** n: Nangini et al. 2019; k: Kona et al. 2021 (heating) with modelled cooling; a: assumed normal; m: modelled from similar places. */
  readonly basis: 'n' | 'k' | 'a' | 'm';
}

type ZoneOf = (lat: number, lon: number) => string;

/** Köppen-Geiger class of a point: its half-degree cell, else the nearest land cell within 2 degrees. */
export function koppen(dir: string): ZoneOf {
  const cells = new Map<string, string>();
  for (const line of readFileSync(join(dir, 'hazards/koppen/Koeppen-Geiger-ASCII.txt'), 'utf8').split('\n')) {
    const [lat, lon, zone] = line.trim().split(/\s+/);
    if (zone !== undefined && figure(lat) !== undefined) cells.set(`${Number(lat)},${Number(lon)}`, zone);
  }
  const centre = (degrees: number) => Math.floor(degrees * 2) / 2 + 0.25;
  return (lat, lon) => {
    let best = { zone: '', distance: Infinity };
    for (let i = -4; i <= 4; i++)
      for (let j = -4; j <= 4; j++) {
        const cell = { lat: centre(lat) + i / 2, lon: centre(lon) + j / 2 };
        const zone = cells.get(`${cell.lat},${cell.lon}`);
        const distance = kilometres(cell, { lat, lon });
        if (zone !== undefined && distance < best.distance) best = { zone, distance };
      }
    return best.zone;
  };
}

/** How unlike two Köppen-Geiger classes are: 0 same, 1 same two letters, 2 same main class, 4 otherwise. */
function zoneGap(a: string, b: string): number {
  if (a === b) return 0;
  if (a.slice(0, 2) === b.slice(0, 2)) return 1;
  return a[0] === b[0] ? 2 : 4;
}

/** Difference of two places in units in which 1 is about one step of climate. */
function gap(a: Station, b: Station): number {
  return Math.hypot((Math.abs(a.lat) - Math.abs(b.lat)) / 3, zoneGap(a.zone, b.zone), kilometres(a, b) / 1500);
}

/** Mean of the six most similar stations, weighted by 1 / (0.05 + gap²). */
export function analogue(place: Station, stations: readonly Station[], field: 'hdd' | 'cdd'): number {
  const nearest = stations
    .flatMap((station) => (station[field] === undefined ? [] : [{ value: station[field], gap: gap(place, station) }]))
    .sort((a, b) => a.gap - b.gap)
    .slice(0, 6);
  const weight = (item: { gap: number }) => 1 / (0.05 + item.gap ** 2);
  const total = nearest.reduce((sum, item) => sum + weight(item), 0);
  return nearest.reduce((sum, item) => sum + weight(item) * item.value, 0) / total;
}

const HDD = 'HDD 15.5C (GEA+) [degrees C × days]';
const CDD = 'CDD 23C (GEA+) [degrees C × days]';

/** Stations whose figures contradict their neighbours (Durban colder than London; heating degree days of Johannesburg copied). */
const UNSOUND = new Set(['eThekwini', 'Ekurhuleni', 'Nelson Mandela']);

interface Named extends Station {
  readonly name: string;
}

/** The station-based figures of Nangini et al. Their gridded `(clim)` columns are off by thousands in the Americas and not used. */
function nangini(dir: string, zoneOf: ZoneOf): Named[] {
  return readCsv(dir, 'nangini/city-emissions-343.csv').flatMap((row) => {
    const lat = figure(row['Latitude (others) [degrees]']);
    const lon = figure(row['Longitude (others) [degrees]']);
    const hdd = figure(row[HDD]);
    const cdd = figure(row[CDD]);
    if (lat === undefined || lon === undefined || hdd === undefined || cdd === undefined) return [];
    if (UNSOUND.has(row['City name']!)) return [];
    return [{ name: row['City name']!, lat, lon, zone: zoneOf(lat, lon), hdd, cdd }];
  });
}

/** Rounded normals of well-known cities where no open station set was at hand: our own table, marked as an assumption. */
function anchors(cities: readonly RawCity[], zoneOf: ZoneOf): (Named & { id: string })[] {
  const byId = new Map(cities.map((city) => [city.id, city]));
  const here = fileURLToPath(new URL('../../tables/places', import.meta.url));
  return readCsv(here, 'degree-day-anchors.csv').map((row) => {
    const { name, lat, lon } = byId.get(row['id']!)!;
    return {
      id: row['id']!,
      name,
      lat,
      lon,
      zone: zoneOf(lat, lon),
      hdd: Number(row['hdd_15_5']),
      cdd: Number(row['cdd_23']),
    };
  });
}

function kona(dir: string, zoneOf: ZoneOf): Named[] {
  return readCsv(dir, 'cities/gcom_kona2021/GCoM_emissions.csv').flatMap((row) => {
    const lat = figure(row['latitude']);
    const lon = figure(row['longitude']);
    const hdd = figure(row['Heating Degree-Days (HDD)']);
    if (lat === undefined || lon === undefined || hdd === undefined || hdd <= 0) return [];
    return [{ name: row['signatory name']!, lat, lon, zone: zoneOf(lat, lon), hdd }];
  });
}

/** Mean of the stations of each whole degree and class: enough for a smooth quantity. */
function thin(stations: readonly Station[]): Station[] {
  const cells = new Map<string, Station[]>();
  for (const station of stations) {
    const key = `${Math.round(station.lat)},${Math.round(station.lon)},${station.zone}`;
    cells.set(key, [...(cells.get(key) ?? []), station]);
  }
  const mean = (list: readonly number[]) => list.reduce((sum, x) => sum + x, 0) / list.length;
  return [...cells.values()].map((list) => ({
    lat: mean(list.map((s) => s.lat)),
    lon: mean(list.map((s) => s.lon)),
    zone: list[0]!.zone,
    hdd: mean(list.map((s) => s.hdd!)),
  }));
}

/** Mean absolute error of the analogue method when each Nangini city is predicted from the others. */
function leaveOneOut(stations: readonly Station[], extra: readonly Station[], field: 'hdd' | 'cdd'): number {
  const errors = stations.map((place) => {
    const others = [...stations, ...extra].filter((other) => kilometres(other, place) > 30);
    return Math.abs(analogue(place, others, field) - place[field]!);
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

/** Climate of every city. Kona's degree days (Eurostat rule, base 15/18 °C) are scaled to base 15.5 °C by the cities in both sets. */
export function cityClimates(dir: string, cities: readonly RawCity[]): Map<string, CityClimate> {
  const zoneOf = koppen(dir);
  const grid = new CityGrid(cities);
  const measured = nangini(dir, zoneOf);
  const assumed = anchors(cities, zoneOf);
  const europe = kona(dir, zoneOf);
  const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
  const pairs = measured.flatMap((a) => {
    const ratios = europe.filter((b) => kilometres(a, b) < 15 && a.hdd! > 500).map((b) => a.hdd! / b.hdd!);
    return median(ratios) ?? [];
  });
  const scale = median(pairs)!;
  const scaled = europe.map((station) => ({ ...station, hdd: station.hdd! * scale }));
  const world = [...measured, ...assumed];
  const stations = [...world, ...thin(scaled)];
  process.stderr.write(
    `degree days: Kona × ${scale.toFixed(3)} (${pairs.length} cities in both); leave-one-out mean error HDD ${leaveOneOut(measured, [...assumed, ...thin(scaled)], 'hdd').toFixed(0)}, CDD ${leaveOneOut(measured, assumed, 'cdd').toFixed(0)}\n`,
  );
  const climates = new Map<string, CityClimate>();
  for (const city of cities) {
    const place = { lat: city.lat, lon: city.lon, zone: zoneOf(city.lat, city.lon) };
    climates.set(city.id, { hdd: analogue(place, stations, 'hdd'), cdd: analogue(place, world, 'cdd'), basis: 'm' });
  }
  for (const station of scaled) {
    const city = grid.byName(station.name, station, 15);
    if (city) climates.set(city.id, { hdd: station.hdd, cdd: climates.get(city.id)!.cdd!, basis: 'k' });
  }
  for (const station of assumed) climates.set(station.id, { hdd: station.hdd!, cdd: station.cdd!, basis: 'a' });
  for (const station of measured) {
    const city = grid.byName(station.name, station, 30);
    if (city) climates.set(city.id, { hdd: station.hdd!, cdd: station.cdd!, basis: 'n' });
  }
  return climates;
}
