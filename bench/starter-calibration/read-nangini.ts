/** Auxiliary cities: scope 1 + 2 as cities reported to CDP, from Nangini et al. 2019. They steady the direct estimate of BASIC. */
import { readFileSync } from 'node:fs';
import { DomainError, type StarterCoefficients } from '@thousand-cities/model';
import { parseTable, type TableRow } from '@thousand-cities/reference';
import { inputsWithArea, type Auxiliary } from './calibrate.ts';
import type { Place, Sample } from './read-c40.ts';

/** Farther from the gazetteer's place than this is another city, degrees. */
const NEAR_DEGREES = 0.4;
const LEAST_POPULATION = 50_000;
/** t CO2 per head outside these is a slip of units or a city of one factory. */
const PLAUSIBLE = { low: 0.2, high: 40 } as const;

/** Read the cities that are not among the samples. */
export function readAuxiliary(
  data: string,
  places: readonly Place[],
  iso3OfName: ReadonlyMap<string, string>,
  samples: readonly Sample[],
  skeleton: StarterCoefficients,
): readonly Auxiliary[] {
  const taken = new Set(samples.map(({ city }) => city.id));
  const rows = parseTable('nangini', readFileSync(`${data}/nangini/city-emissions-343.csv`, 'utf8')).rows;
  return rows.flatMap((row) => {
    const made = auxiliaryOf(row, places, iso3OfName, skeleton);
    return made === undefined || taken.has(made.id) ? [] : [made.auxiliary];
  });
}

function auxiliaryOf(
  row: TableRow,
  places: readonly Place[],
  iso3OfName: ReadonlyMap<string, string>,
  skeleton: StarterCoefficients,
): { readonly id: string; readonly auxiliary: Auxiliary } | undefined {
  const name = row.text('City name');
  const iso3 = iso3OfName.get(row.text('Country'));
  const total = figure(row, 'TOT mean (CDP) [tCO2]') ?? figure(row, 'Total emissions (CDP) [tCO2-eq]');
  const population = figure(row, 'Population (CDP)');
  const year = figure(row, 'Year of emission');
  const at = coordinates(row);
  if (iso3 === undefined || total === undefined || population === undefined || year === undefined || at === undefined)
    return undefined;
  const perHead = total / population;
  if (population < LEAST_POPULATION || perHead < PLAUSIBLE.low || perHead > PLAUSIBLE.high) return undefined;
  const place = nearest(places, iso3, at);
  if (place === undefined) return undefined;
  const city = { id: place.id, name, country: iso3, population, ...at };
  try {
    const area = figure(row, 'City area (CDP) [km2]');
    return { id: place.id, auxiliary: { name, perHead, inputs: inputsWithArea(city, year, area, skeleton) } };
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function figure(row: TableRow, column: string): number | undefined {
  const text = row.optionalText(column);
  const value = text === undefined ? Number.NaN : Number(text.replaceAll(',', ''));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function coordinates(row: TableRow): { readonly latitude: number; readonly longitude: number } | undefined {
  const own = row.optionalText('City location (CDP) [degrees]')?.match(/\(([-\d.]+), ?([-\d.]+)\)/);
  const text = own ?? [
    undefined,
    row.optionalText('Latitude (others) [degrees]'),
    row.optionalText('Longitude (others) [degrees]'),
  ];
  const [latitude, longitude] = [Number(text[1]), Number(text[2])];
  return Number.isFinite(latitude) && Number.isFinite(longitude) ? { latitude, longitude } : undefined;
}

/** The largest place of the country nearby: a city is known by its centre, not by its suburbs. */
function nearest(
  places: readonly Place[],
  iso3: string,
  at: { readonly latitude: number; readonly longitude: number },
): Place | undefined {
  return places
    .filter(
      (place) =>
        place.iso3 === iso3 &&
        Math.abs(place.latitude - at.latitude) < NEAR_DEGREES &&
        Math.abs(place.longitude - at.longitude) < NEAR_DEGREES,
    )
    .sort((a, b) => b.population - a.population)[0];
}
