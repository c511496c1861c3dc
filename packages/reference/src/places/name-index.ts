/** Cities by name, exactly: what a name means when no letter differs. */
import type { City, CityAlias } from './cities.ts';
import { coarseKey, foldCityName } from './city-name.ts';

/** Lookup of cities by folded name, or by a coarser key that forgives transcription. */
export interface NameIndex {
  exact(text: string): readonly City[];
  coarse(text: string): readonly City[];
}

/** Build the index; each of its two maps when first asked for. */
export function createNameIndex(cities: readonly City[], aliases: readonly CityAlias[]): NameIndex {
  const byId = new Map(cities.map((city) => [city.id, city]));
  const names: (readonly [text: string, city: City])[] = cities.map((city) => [foldCityName(city.name), city]);
  for (const { alias, id } of aliases) {
    const city = byId.get(id);
    if (city) names.push([foldCityName(alias), city]);
  }
  const exact = gather(names);
  let coarse: ReadonlyMap<string, readonly City[]> | undefined;
  return {
    exact: (text) => exact.get(text) ?? [],
    coarse: (text) =>
      (coarse ??= gather(names.map(([name, city]) => [coarseKey(name), city]))).get(coarseKey(text)) ?? [],
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
