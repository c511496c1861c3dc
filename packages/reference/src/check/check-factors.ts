/** What must hold for every factor table; each breach is a fault that names table and row. */
import type { Source } from '@thousand-cities/model';
import { FACTOR_TABLES, parseFactors, type Factor, type FactorTableName } from '../factors/factor-table.ts';
import { TableError } from '../table.ts';
import { KNOWN_UNITS } from './units.ts';

/** Outcome for one table. */
export interface TableReport {
  readonly table: string;
  readonly rows: number;
  readonly faults: readonly string[];
}

const where = (factor: Factor): string => Object.values(factor.keys).join(' / ');

function faultsOf(factor: Factor, sources: ReadonlyMap<string, Source>): string[] {
  const faults: string[] = [];
  const source = sources.get(factor.source);
  if (!source) faults.push(`source "${factor.source}" is not in sources.csv`);
  else if (source.licence !== factor.licence) {
    faults.push(`licence "${factor.licence}" differs from that of its source, "${source.licence}"`);
  }
  if (!KNOWN_UNITS.has(factor.unit)) faults.push(`unit "${factor.unit}" is not known`);
  const { low = factor.value, high = factor.value } = factor;
  if (!(low <= factor.value && factor.value <= high)) faults.push(`${low} ≤ ${factor.value} ≤ ${high} does not hold`);
  if (!(factor.year >= 1990 && factor.year <= 2030)) faults.push(`year ${factor.year} is out of range`);
  return faults.map((fault) => `${where(factor)}: ${fault}`);
}

/** Keys, region and source together name a factor: the 2006 and the 2019 default may stand side by side. */
function duplicates(factors: readonly Factor[]): string[] {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const factor of factors) {
    const key = [...Object.values(factor.keys), factor.region, factor.source].join(' / ');
    if (seen.has(key)) faults.push(`${key}: appears twice`);
    seen.add(key);
  }
  return faults;
}

/** Check one factor table. */
export function checkFactorTable(
  name: FactorTableName,
  text: string,
  sources: ReadonlyMap<string, Source>,
): TableReport {
  try {
    const factors = parseFactors(name, text);
    return {
      table: `factors/${name}`,
      rows: factors.length,
      faults: [...factors.flatMap((factor) => faultsOf(factor, sources)), ...duplicates(factors)],
    };
  } catch (error) {
    if (error instanceof TableError) return { table: `factors/${name}`, rows: 0, faults: [error.message] };
    throw error;
  }
}

/** Names of all factor tables, in order. */
export const factorTableNames = Object.keys(FACTOR_TABLES).sort() as readonly FactorTableName[];
