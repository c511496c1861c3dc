/** Stationary combustion defaults of the 2006 IPCC Guidelines: 54 fuels by four sectors. */
import { stationaryFactorsOf, type StationaryFactors } from '@thousand-cities/model';
import { parseFactors } from './factor-table.ts';

/** Read `stationary-combustion.csv`. */
export function parseStationary(text: string): StationaryFactors {
  return stationaryFactorsOf(parseFactors('stationary-combustion', text));
}
