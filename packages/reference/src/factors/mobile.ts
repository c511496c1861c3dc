/** Mobile combustion defaults of the 2006 IPCC Guidelines: road, off-road, rail, waterborne, aviation. */
import { mobileFactorsOf, type MobileFactors, type StationaryFactors } from '@thousand-cities/model';
import { parseFactors } from './factor-table.ts';

/** Read `mobile.csv`; net calorific value and the biogenic mark come from the stationary table. */
export function parseMobile(text: string, stationary: StationaryFactors): MobileFactors {
  return mobileFactorsOf(parseFactors('mobile', text), stationary);
}
