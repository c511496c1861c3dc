/** IPCC defaults outside combustion: waste, wastewater, processes, livestock, soils, land, fugitive sources, and energy use of vehicles and heat plants. */
import { DomainError } from '@thousand-cities/model';
import { parseFactors, type Factor, type FactorTableName } from './factor-table.ts';

/** The tables of defaults; all are keyed by item, parameter and condition. */
export const DEFAULT_TABLES = [
  'waste-solid',
  'waste-biological',
  'incineration',
  'wastewater',
  'ippu',
  'livestock',
  'soils',
  'land',
  'fugitive',
  'energy-use',
] as const satisfies readonly FactorTableName[];
export type DefaultTable = (typeof DEFAULT_TABLES)[number];

/** What is looked for. Absent condition and region mean `all` and `world`. */
export interface DefaultQuery {
  readonly table: DefaultTable;
  readonly item: string;
  readonly parameter: string;
  readonly condition?: string;
  /** Regions to try in order, nearest first (country, IPCC region); `world` is always tried last. */
  readonly regions?: readonly string[];
  /** Edition to take, by source id. By default the 2006 Guidelines, else the newest there is. */
  readonly edition?: 'ipcc-2006' | 'ipcc-2019' | 'gpc-v1.1';
}

/** Lookup over all tables of defaults. */
export interface DefaultFactors {
  /** The factor with its unit and source, or undefined when no row answers. */
  findDefault(query: DefaultQuery): Factor | undefined;
  /** @throws {DomainError} `missing-figure` naming what was looked for */
  defaultFactor(query: DefaultQuery): Factor;
  /** Every row of a table with the item and parameter, all conditions, regions and editions. */
  listDefaults(table: DefaultTable, item?: string, parameter?: string): readonly Factor[];
}

const keyOf = (table: string, item: string, parameter: string): string => `${table}|${item}|${parameter}`;

function preferred(candidates: readonly Factor[], edition: string | undefined): Factor | undefined {
  if (edition !== undefined) return candidates.find((factor) => factor.source === edition);
  return candidates.find((factor) => factor.source === 'ipcc-2006') ?? candidates[0];
}

/** Read all tables of defaults. */
export function parseDefaults(read: (name: string) => string): DefaultFactors {
  const index = new Map<string, Factor[]>();
  const tables = new Map<DefaultTable, readonly Factor[]>();
  for (const table of DEFAULT_TABLES) {
    const factors = parseFactors(table, read(`factors/${table}`));
    tables.set(table, factors);
    for (const factor of factors) {
      const key = keyOf(table, factor.keys['item']!, factor.keys['parameter']!);
      const list = index.get(key);
      if (list) list.push(factor);
      else index.set(key, [factor]);
    }
  }
  const findDefault = (query: DefaultQuery): Factor | undefined => {
    const condition = query.condition ?? 'all';
    const rows = (index.get(keyOf(query.table, query.item, query.parameter)) ?? []).filter(
      (factor) => factor.keys['condition'] === condition,
    );
    for (const region of [...(query.regions ?? []), 'world']) {
      const found = preferred(
        rows.filter((factor) => factor.region === region),
        query.edition,
      );
      if (found) return found;
    }
    return undefined;
  };
  return {
    findDefault,
    defaultFactor: (query) => {
      const found = findDefault(query);
      if (found) return found;
      const { table, item, parameter, condition = 'all', regions = [], edition } = query;
      const where = [...regions, 'world'].join(', ');
      throw new DomainError(
        'missing-figure',
        `no default for ${parameter} of ${item} (${condition}; ${where}${edition ? `; ${edition}` : ''}) in ${table}`,
        ['factors', table, item, parameter],
      );
    },
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
