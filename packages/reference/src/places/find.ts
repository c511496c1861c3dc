/** From a name as typed to one city, or a refusal that helps. */
import { DomainError } from '@thousand-cities/model';
import type { City, State } from './cities.ts';
import { cityForms, foldCityName, type CityForm } from './city-name.ts';
import { countryForms, countryKey } from './country-name.ts';
import type { Country, CountryAlias } from './countries.ts';
import type { NameIndex } from './name-index.ts';
import type { CitySearch } from './search.ts';

/** What finding a city needs. */
export interface CityFinder {
  readonly names: NameIndex;
  /** For suggestions. */
  readonly search: CitySearch;
  readonly countries: readonly Country[];
  readonly countryAliases: readonly CountryAlias[];
  readonly states: readonly State[];
}

/** A city this much larger than the next of the same name is the one that is meant. */
const CLEARLY_LARGER = 5;
/** The same within a country that was named. */
const LARGER_WITHIN = 1.5;

/** Territories with codes of their own whose cities are also written with the country's name. */
const TERRITORIES: Readonly<Record<string, readonly string[]>> = {
  CN: ['HK', 'MO', 'TW'],
  DK: ['FO', 'GL'],
  FI: ['AX'],
  FR: ['RE', 'GP', 'MQ', 'GF', 'YT', 'NC', 'PF', 'MF', 'BL', 'PM', 'WF'],
  GB: ['IM', 'JE', 'GG', 'GI', 'BM', 'KY', 'VG', 'TC', 'AI', 'MS', 'FK', 'SH'],
  IL: ['PS'],
  NL: ['AW', 'CW', 'SX', 'BQ'],
  PS: ['IL'],
  RS: ['XK'],
  US: ['PR', 'GU', 'VI', 'AS', 'MP'],
};

const describe = (city: City, countries: readonly Country[]): string => {
  const country = countries.find((candidate) => candidate.iso2 === city.iso2);
  return `${city.name} (${country?.name ?? city.iso2}, population ${city.population}, id ${city.id})`;
};

/** A country by a name in any of its forms, or `undefined`. */
function countryNamed(
  countries: readonly Country[],
  aliases: readonly CountryAlias[],
  wanted: string,
): Country | undefined {
  for (const form of countryForms(wanted)) {
    const own = countries.find(
      ({ iso3, iso2, name }) => iso3.toLowerCase() === form || iso2.toLowerCase() === form || countryKey(name) === form,
    );
    if (own) return own;
    const alias = aliases.find((candidate) => countryKey(candidate.alias) === form);
    if (alias) return countries.find(({ iso2 }) => iso2 === alias.iso2);
  }
  return undefined;
}

/**
 * A country by ISO 3166-1 alpha-3 or alpha-2 code, or by its name: English, official (`United Republic of Tanzania`), as the
 * United Nations invert it (`Iran (Islamic Republic of)`), or one of `aliases`.
 *
 * @throws {DomainError} `unknown-country`
 */
export function findCountry(
  countries: readonly Country[],
  wanted: string,
  aliases: readonly CountryAlias[] = [],
): Country {
  const found = countryNamed(countries, aliases, wanted);
  if (!found) {
    throw new DomainError('unknown-country', `no country "${wanted}": give its English name or ISO 3166 code`, [
      'city',
      'country',
    ]);
  }
  return found;
}

/** Where a form may lie: countries, and a state of one of them. */
interface Limits {
  readonly iso2: ReadonlySet<string> | undefined;
  readonly states: readonly State[];
}

function countryAndTerritories(country: Country): ReadonlySet<string> {
  return new Set([country.iso2, ...(TERRITORIES[country.iso2] ?? [])]);
}

/** What the words after a comma limit a form to: a state, a country, or nothing when they name neither. */
function limitsOf(finder: CityFinder, form: CityForm, country: Country | undefined): Limits {
  const iso2 = country && countryAndTerritories(country);
  if (form.within === undefined) return { iso2, states: [] };
  const words = form.within.split(',')[0]!;
  const folded = foldCityName(words);
  const states = finder.states.filter(
    (state) =>
      (iso2 === undefined || iso2.has(state.iso2)) &&
      (state.code.toLowerCase() === folded.replaceAll(' ', '') || foldCityName(state.name) === folded),
  );
  if (states.length > 0 || iso2 !== undefined) return { iso2, states };
  const named = countryNamed(finder.countries, finder.countryAliases, form.within);
  return { iso2: named && countryAndTerritories(named), states };
}

function isWithin(city: City, { iso2, states }: Limits): boolean {
  if (iso2 !== undefined && !iso2.has(city.iso2)) return false;
  return states.length === 0 || states.some((state) => state.iso2 === city.iso2 && state.code === city.state);
}

/** Cities that the strictest form with any city means; letters first, then transcriptions, then cities that carry a qualifier themselves. */
function meant(finder: CityFinder, name: string, country: Country | undefined): readonly City[] {
  const forms = cityForms(name).map((form) => ({ form, limits: limitsOf(finder, form, country) }));
  for (const lookup of [finder.names.exact, finder.names.coarse, finder.names.qualified]) {
    for (const { form, limits } of forms) {
      const cities = lookup(form.text).filter((city) => isWithin(city, limits));
      if (cities.length > 0) return cities;
    }
  }
  return [];
}

/**
 * The one city of this name, with or without words like `City of` or `Kommune` and a state or country after a comma. Where
 * several have it, the one at least five times as large as the next is meant, or by half when the country is named; sections of
 * cities (Brooklyn, Wandsbek) give way to cities. A GeoNames id is taken as such.
 *
 * @param country alpha-3 or alpha-2 code, or name; cities of its territories (Hong Kong, Puerto Rico) count as its own
 * @throws {DomainError} `unknown-city` with suggestions, `ambiguous-city` with the candidates, `unknown-country`
 */
export function findCity(finder: CityFinder, cities: readonly City[], name: string, country?: string): City {
  const within = country === undefined ? undefined : findCountry(finder.countries, country, finder.countryAliases);
  if (/^\d+$/.test(name.trim())) {
    const byId = cities.find((city) => city.id === name.trim());
    if (byId) return byId;
  }
  const found = meant(finder, name, within);
  const whole = (found.some((city) => !city.section) ? found.filter((city) => !city.section) : [...found]).sort(
    (a, b) => b.population - a.population,
  );
  const [first, second] = whole;
  if (!first) throw unknownCity(finder, name, within);
  const clearly = within ? LARGER_WITHIN : CLEARLY_LARGER;
  if (second && first.population < clearly * second.population) {
    const list = whole.slice(0, 8).map((city) => describe(city, finder.countries));
    const remedy = within ? 'give the id' : 'name the country, or give the id';
    throw new DomainError('ambiguous-city', `"${name}" is ${whole.length} cities; ${remedy}: ${list.join('; ')}`, [
      'city',
      'name',
    ]);
  }
  return first;
}

function unknownCity(finder: CityFinder, name: string, within: Country | undefined): DomainError {
  const near = finder.search
    .search(name, { limit: 5, ...(within && { iso2: within.iso2 }) })
    .map((match) => describe(match.city, finder.countries));
  const hint = near.length === 0 ? 'nothing similar is known' : `did you mean ${near.join('; ')}?`;
  const where = within ? ` in ${within.name}` : '';
  return new DomainError('unknown-city', `no city of 15,000 inhabitants or more named "${name}"${where}; ${hint}`, [
    'city',
    'name',
  ]);
}
