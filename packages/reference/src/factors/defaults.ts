/** IPCC defaults outside combustion: waste, wastewater, processes, livestock, soils, land, fugitive sources, and energy use of vehicles and heat plants. */
import {
  DEFAULT_TABLES,
  defaultFactorsOf,
  type DefaultFactors as Lookups,
  type DefaultTable,
} from '@thousand-cities/model';
import { parseFactors, type Factor } from './factor-table.ts';

/** Lookup over all tables of defaults. */
export interface DefaultFactors extends Lookups<Factor> {
  /** Every row of a table with the item and parameter, all conditions, regions and editions. */
  listDefaults(table: DefaultTable, item?: string, parameter?: string): readonly Factor[];
}

/** Read all tables of defaults. */
export function parseDefaults(read: (name: string) => string): DefaultFactors {
  const tables = new Map(DEFAULT_TABLES.map((table) => [table, parseFactors(table, read(`factors/${table}`))]));
  return {
    ...defaultFactorsOf(tables),
    listDefaults: (table, item, parameter) =>
      tables
        .get(table)!
        .filter(
          (factor) =>
            (item === undefined || factor.keys['item'] === item) &&
            (parameter === undefined || factor.keys['parameter'] === parameter),
        ),
  };
}
