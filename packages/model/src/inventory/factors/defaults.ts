/** Looking defaults up: the nearest region first, the 2006 Guidelines before other editions. */
import { DomainError } from '../../errors.ts';
import type { DefaultFactors, DefaultQuery, Factor } from './types.ts';

const keyOf = (table: string, item: string, parameter: string): string => `${table}|${item}|${parameter}`;

function preferred<F extends Factor>(candidates: readonly F[], edition: string | undefined): F | undefined {
  if (edition !== undefined) return candidates.find((factor) => factor.source === edition);
  return candidates.find((factor) => factor.source === 'ipcc-2006') ?? candidates[0];
}

/** Make the lookups from the rows of each table, keyed by item, parameter and condition. */
export function defaultFactorsOf<F extends Factor>(
  tables: Iterable<readonly [table: string, rows: readonly F[]]>,
): DefaultFactors<F> {
  const index = new Map<string, F[]>();
  for (const [table, factors] of tables) {
    for (const factor of factors) {
      const key = keyOf(table, factor.keys['item']!, factor.keys['parameter']!);
      const list = index.get(key);
      if (list) list.push(factor);
      else index.set(key, [factor]);
    }
  }
  const findDefault = (query: DefaultQuery): F | undefined => {
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
  return { findDefault, defaultFactor: (query) => findDefault(query) ?? refuseDefault(query) };
}

function refuseDefault({ table, item, parameter, condition = 'all', regions = [], edition }: DefaultQuery): never {
  const where = [...regions, 'world'].join(', ');
  throw new DomainError(
    'missing-figure',
    `no default for ${parameter} of ${item} (${condition}; ${where}${edition ? `; ${edition}` : ''}) in ${table}`,
    ['factors', table, item, parameter],
  );
}
