/** Names of countries by their three letters, in the reader's language: one list for all, asked for once. */
import { useMemo } from 'react';
import { useLanguage } from '../i18n/context.tsx';
import { api } from './api.ts';
import { useLoaded } from './loading.ts';

let asked: ReturnType<typeof api.countries> | undefined;

function load(): ReturnType<typeof api.countries> {
  asked ??= api.countries().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/** A lookup of names; the code itself until they have come, and where they do not. */
export function useCountryNames(): (iso3: string) => string {
  const { country } = useLanguage();
  const [loaded] = useLoaded('countries', load);
  return useMemo(() => {
    const known = new Map(loaded.state === 'done' ? loaded.value.map((each) => [each.iso3, each]) : []);
    return (iso3) => {
      const found = known.get(iso3);
      return found ? country(found.iso2, found.name) : iso3;
    };
  }, [loaded, country]);
}
