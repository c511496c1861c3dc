/** What must be known of countries, in a thread: asked for once each. */
import { referenceOf, type Reference, type ReferenceSlice } from '@thousand-cities/model';
import type { Asker } from './far.ts';

/** @returns finds the reference of a country; throws where there is none, as whoever gives it does */
export function referencesOf(): (iso3: string, asker: Asker) => Promise<Reference> {
  const known = new Map<string, Reference>();
  return async (iso3, asker) => {
    const found = known.get(iso3) ?? referenceOf((await asker.need(iso3)) as ReferenceSlice);
    known.set(iso3, found);
    return found;
  };
}
