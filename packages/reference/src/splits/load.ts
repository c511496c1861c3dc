/** The default shares by which an inventory is split into cells, read from `tables/splits/`. */
import {
  CARRIERS,
  END_USES,
  type CarrierShare,
  type Landing,
  type ProcessFactor,
  type SplitShares,
  type StockHabit,
  type UseShare,
} from '@thousand-cities/model';
import { parseTable, type Table, type TableRow } from '../table.ts';
import {
  carriersField,
  factor95Field,
  numberAbove,
  provenanceField,
  refsField,
  scopeField,
  usesField,
} from './fields.ts';

const UNITS = ['MWh', 't', 'head', 'ha', 'person', 't CO2e'] as const;

/** Names of the tables, below `tables/`. */
export const SPLIT_TABLES = [
  'splits/carriers',
  'splits/uses',
  'splits/processes',
  'splits/stocks',
  'splits/landings',
] as const;

/**
 * Read the split tables.
 *
 * @param read text of a table by its name below `tables/`
 * @throws {TableError} for an unknown reference, use, carrier or zone, a share that is not positive, a spread below 1, or a row twice
 */
export function parseSplitShares(read: (name: string) => string): SplitShares {
  const rows = (name: (typeof SPLIT_TABLES)[number], key: readonly string[]) => {
    const table = parseTable(name, read(name), key);
    refuseTwice(table, key);
    return table.rows;
  };
  return {
    carriers: rows('splits/carriers', ['refs', 'countries', 'zones', 'incomes', 'carrier']).map(carrierShare),
    uses: rows('splits/uses', ['refs', 'carriers', 'countries', 'zones', 'incomes', 'use']).map(useShare),
    processes: rows('splits/processes', ['use', 'carrier', 'species']).map(processFactor),
    stocks: rows('splits/stocks', ['use', 'carriers']).map(stockHabit),
    landings: rows('splits/landings', [
      'when_refs',
      'when_uses',
      'when_carriers',
      'to_ref',
      'to_use',
      'to_carrier',
    ]).map(landing),
  };
}

function refuseTwice(table: Table, key: readonly string[]): void {
  const seen = new Set<string>();
  for (const row of table.rows) {
    const id = key.map((column) => row.optionalText(column) ?? '').join('|');
    if (seen.has(id)) row.fail(key[0]!, `the row for ${id} appears twice`);
    seen.add(id);
  }
}

function shareOf(row: TableRow) {
  return {
    refs: refsField(row, 'refs'),
    scope: scopeField(row),
    share: numberAbove(row, 'share', 0),
    factor95: factor95Field(row),
    ...provenanceField(row),
  };
}

function carrierShare(row: TableRow): CarrierShare {
  return { ...shareOf(row), carrier: row.oneOf('carrier', CARRIERS) };
}

function useShare(row: TableRow): UseShare {
  return { ...shareOf(row), carriers: carriersField(row, 'carriers'), use: row.oneOf('use', END_USES) };
}

function processFactor(row: TableRow): ProcessFactor {
  const unit = row.oneOf('unit', UNITS);
  return {
    use: row.oneOf('use', END_USES),
    carrier: row.oneOf('carrier', CARRIERS),
    unit,
    species: row.text('species'),
    tonnesPerUnit: unit === 't CO2e' ? 1 : numberAbove(row, 'tonnes_per_unit', 0),
    factor95: factor95Field(row),
    ...provenanceField(row),
  };
}

function stockHabit(row: TableRow): StockHabit {
  const carriers = carriersField(row, 'carriers');
  const lifetime = row.optionalNumber('lifetime_years');
  const hot = row.optionalNumber('response_years_hot');
  const response = hot !== undefined && {
    hot,
    temperate: row.number('response_years_temperate'),
    cold: row.number('response_years_cold'),
  };
  return {
    use: row.oneOf('use', END_USES),
    ...(carriers.length > 0 ? { carriers } : {}),
    ...(lifetime === undefined ? {} : { lifetimeYears: lifetime }),
    ...(response ? { responseYears: response } : {}),
    ...provenanceField(row),
  };
}

function landing(row: TableRow): Landing {
  const whenCarriers = carriersField(row, 'when_carriers');
  const toUse = row.optionalText('to_use');
  return {
    whenRefs: refsField(row, 'when_refs'),
    whenUses: usesField(row, 'when_uses'),
    ...(whenCarriers.length > 0 ? { whenCarriers } : {}),
    toRef: row.text('to_ref'),
    ...(toUse === undefined ? {} : { toUse: row.oneOf('to_use', END_USES) }),
    toCarrier: row.oneOf('to_carrier', CARRIERS),
  };
}
