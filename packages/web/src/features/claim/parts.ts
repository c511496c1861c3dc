/** Whose part is how large: the chosen cities by the tonnes they avoid, largest first. */
import type { ClaimTonnes } from '@thousand-cities/model';
import type { Roster } from './roster.ts';

export interface CityPart {
  /** Place in the roster. */
  readonly at: number;
  /** t CO2e avoided by 2050. */
  readonly tonnes: number;
  /** 0…1 of what all of them avoid; undefined where that is nothing. */
  readonly share?: number;
}

/** Chosen cities by what they avoid; equal ones in the order of the roster. */
export function partsOf({ byCity }: ClaimTonnes): readonly CityPart[] {
  let sum = 0;
  const chosen: number[] = [];
  byCity.forEach((tonnes, at) => {
    if (Number.isNaN(tonnes)) return;
    chosen.push(at);
    sum += tonnes;
  });
  chosen.sort((a, b) => byCity[b]! - byCity[a]! || a - b);
  return chosen.map((at) => ({ at, tonnes: byCity[at]!, ...(sum > 0 && { share: byCity[at]! / sum }) }));
}

/** How many of the largest make half of what is avoided. */
export function halfOf(parts: readonly CityPart[]): number {
  let sum = 0;
  const i = parts.findIndex(({ share }) => (sum += share ?? 0) >= 0.5);
  return i + 1;
}

/** A city of the map: where, and how large. */
export interface MapPart {
  readonly at: number;
  readonly lat: number;
  readonly lon: number;
  readonly tonnes: number;
  readonly chosen: boolean;
}

/** Every city of the roster for the map, chosen or not. */
export function mapParts({ lat, lon }: Roster, { byCity }: ClaimTonnes): readonly MapPart[] {
  return lat.map((north, at) => {
    const tonnes = byCity[at]!;
    const chosen = !Number.isNaN(tonnes);
    return { at, lat: north, lon: lon[at]!, tonnes: chosen ? tonnes : 0, chosen };
  });
}
