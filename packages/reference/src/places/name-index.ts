/** Cities by name, exactly: what a name means when no letter differs. */
import type { City, CityAlias } from './cities.ts';
import { cityForms, coarseKey, foldCityName } from './city-name.ts';
import { lazy } from './lazy.ts';

/** Lookup of cities by folded name, or by a coarser key that forgives transcription. */
export interface NameIndex {
  exact(text: string): readonly City[];
  coarse(text: string): readonly City[];
  /** Cities whose own name has more to it: `Pasig` is Pasig City, `Sudbury` Greater Sudbury, `Vitoria` Gasteiz / Vitoria. */
  qualified(text: string): readonly City[];
}

/** Build the index; each of its maps when first asked for. */
export function createNameIndex(cities: readonly City[], aliases: readonly CityAlias[]): NameIndex {
  const byId = new Map(cities.map((city) => [city.id, city]));
  const names: (readonly [text: string, city: City])[] = cities.map((city) => [foldCityName(city.name), city]);
  for (const { alias, id } of aliases) {
    const city = byId.get(id);
    if (city) names.push([foldCityName(alias), city]);
  }
  const exact = gather(names);
  const coarse = lazy(() => gather(names.map(([name, city]) => [coarseKey(name), city])));
  const qualified = lazy(() =>
    gather(cities.flatMap((city) => cityForms(city.name).map(({ text }) => [coarseKey(text), city] as const))),
  );
  return {
    exact: (text) => exact.get(text) ?? [],
    coarse: (text) => coarse().get(coarseKey(text)) ?? [],
    qualified: (text) => qualified().get(coarseKey(text)) ?? [],
  };
}

function gather(pairs: readonly (readonly [string, City])[]): ReadonlyMap<string, readonly City[]> {
  const held = new Map<string, City[]>();
  for (const [text, city] of pairs) {
    const list = held.get(text);
    if (list === undefined) held.set(text, [city]);
    else if (!list.includes(city)) list.push(city);
  }
  return held;
}
