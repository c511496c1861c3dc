/** Cities near the sea: `places/coastal.csv`. */
import { parseTable } from '../table.ts';

/**
 * GeoNames ids of the cities whose point lies within 20 km of the coastline of Natural Earth, with the distance in km.
 * A city that is not listed lies farther inland; inland seas and lakes do not count.
 *
 * @throws {TableError} for a distance that is not between 0 and 20 km, or an id that appears twice
 */
export function parseCoastal(text: string): ReadonlyMap<string, number> {
  const distances = new Map<string, number>();
  for (const row of parseTable('places/coastal', text, ['id', 'distance_km']).rows) {
    const id = row.text('id');
    const km = row.number('distance_km');
    if (!(km >= 0 && km <= 20)) row.fail('distance_km', 'a coastal city lies within 20 km of the sea');
    if (distances.has(id)) row.fail('id', `"${id}" appears twice`);
    distances.set(id, km);
  }
  return distances;
}
