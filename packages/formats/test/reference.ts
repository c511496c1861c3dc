/** The reference set on disk, as the calculator of activity tables wants it. */
import { countryCodes } from '../src/index.ts';
import type { CalculatorReference } from '../src/index.ts';
import { factorLibrary, loadReference } from '@thousand-cities/reference/node';

const set = loadReference();

export const calculatorReference: CalculatorReference = {
  factors: factorLibrary(),
  gwpSet: set.gwpSet,
  country: set.country,
  place: (iso3) => set.places.country(iso3),
};
export const countryCode = countryCodes(set.places.countries);
