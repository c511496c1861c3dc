/** All factor lookups from the texts of their tables, wherever the texts come from. */
import {
  makeCarrierFactors,
  type Blends,
  type CarbonBudgetSet,
  type CarrierFactors,
  type GwpSet,
  type MobileFactors,
  type StationaryFactors,
} from '@thousand-cities/model';
import { parseCarbonBudgets } from './carbon-budgets.ts';
import { parseDefaults, type DefaultFactors } from './defaults.ts';
import { parseBlends, parseGwpSets } from './gwp.ts';
import { parseMobile } from './mobile.ts';
import { parseStationary } from './stationary.ts';

/** Every factor lookup of the reference set. */
export interface FactorLibrary extends StationaryFactors, MobileFactors, CarrierFactors, DefaultFactors {
  readonly gwpSets: readonly GwpSet[];
  readonly blends: Blends;
  readonly carbonBudgets: readonly CarbonBudgetSet[];
}

/**
 * Build the lookups.
 *
 * @param read text of a table by name, e.g. `factors/gwp`: from disk (`readTable`), or fetched by a browser
 * @throws {TableError} for a fault in a table
 */
export function loadFactors(read: (name: string) => string): FactorLibrary {
  const stationary = parseStationary(read('factors/stationary-combustion'));
  const mobile = parseMobile(read('factors/mobile'), stationary);
  return {
    ...stationary,
    ...mobile,
    ...makeCarrierFactors(stationary, mobile),
    ...parseDefaults(read),
    gwpSets: parseGwpSets(read('factors/gwp')),
    blends: parseBlends(read('factors/gwp-blends')),
    carbonBudgets: parseCarbonBudgets(read('factors/carbon-budgets')),
  };
}
