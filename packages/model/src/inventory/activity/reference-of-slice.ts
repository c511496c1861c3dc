/** What the calculators ask, answered from what a browser holds: the country's reference slice and its factors. */
import type { Reference } from '../../reference.ts';
import { factorLibraryOf, placeIn, type FactorSlice } from '../factors/slice.ts';
import type { CalculatorReference } from './desk.ts';

/** Facts of one country, for `activityCalculator`. */
export function calculatorReferenceOf(
  { gwpSet, country }: Pick<Reference, 'gwpSet' | 'country'>,
  slice: FactorSlice,
): CalculatorReference {
  return { factors: factorLibraryOf(slice), gwpSet, country, place: placeIn(slice) };
}
