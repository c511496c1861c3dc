/** What must hold for every other table: readable, sources listed, figures numeric, ranges in order, meaning told. */
import type { TableReport } from './check-factors.ts';
import { parseTable, TableError, type Table, type TableRow } from '../table.ts';

/** Tables whose columns need no source of their own, and why. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'actions/levers': 'which cells a lever acts on; its figures are in actions/sizes and actions/costs',
  'places/columns': 'says what the columns of the others mean',
  'places/city-aliases': 'names, not figures',
  'places/country-aliases': 'names, not figures; Unicode CLDR and general knowledge',
  'places/states': 'names, not figures',
  'places/municipalities':
    'municipalities that GeoNames has no place for: rounded figures of general knowledge, assumption',
  'places/known-gaps': 'says what is not known',
  'places/thousand': 'ranks the cities of places/cities',
  'places/thousand-exceptions': 'verdicts with their reason in the row',
  'splits/landings': 'words, not figures',
  'starter/coefficients': 'fitted by this project, see docs/methods/starter-inventory.md',
  'starter/settings': 'fitted by this project, see docs/methods/starter-inventory.md',
  'starter/shares': 'fitted by this project, see docs/methods/starter-inventory.md',
  'starter/spreads': 'fitted by this project, see docs/methods/starter-inventory.md',
  'starter/electricity-demand-per-head': 'described in docs/methods/starter-inventory.md',
};

const SOURCE_COLUMN = /(^|_)sources?$/;
const YEAR_COLUMN = /^(19|20|21)\d{2}$/;
const CENTRES = ['central', 'value'] as const;

function sourceFaults(row: TableRow, columns: readonly string[], sources: ReadonlySet<string>): string[] {
  return columns.flatMap((column) =>
    (row.optionalText(column) ?? '')
      .split(/[;|]/)
      .map((id) => id.trim())
      .filter((id) => id !== '' && !sources.has(id))
      .map((id) => `line ${row.line}: source "${id}" is not in sources.csv`),
  );
}

/** Column names of each range of a table: `low, central, high`, or the same with a prefix (`capital_low` …). */
function rangesOf({ columns }: Table): readonly (readonly string[])[] {
  return columns.flatMap((column) => {
    const prefix = /^(.*_)?low$/.exec(column)?.[0].slice(0, -'low'.length);
    // `low`, `middle` and `high` together are income groups, not a range.
    if (prefix === undefined || !columns.includes(`${prefix}high`) || columns.includes(`${prefix}middle`)) return [];
    const centre = CENTRES.map((name) => `${prefix}${name}`).filter((name) => columns.includes(name));
    return [[column, ...centre, `${prefix}high`]];
  });
}

function rangeFaults(row: TableRow, ranges: readonly (readonly string[])[]): string[] {
  return ranges.flatMap((names) => {
    const values = names.map((name) => row.optionalNumber(name)).filter((value) => value !== undefined);
    const ordered = values.every((value, i) => i === 0 || values[i - 1]! <= value);
    return ordered ? [] : [`line ${row.line}: ${names.join(', ')}: ${values.join(' ≤ ')} does not hold`];
  });
}

function rowFaults(row: TableRow, table: Table, sources: ReadonlySet<string>): string[] {
  const sourceColumns = table.columns.filter((column) => SOURCE_COLUMN.test(column));
  for (const column of table.columns) if (YEAR_COLUMN.test(column)) row.optionalNumber(column);
  return [...sourceFaults(row, sourceColumns, sources), ...rangeFaults(row, rangesOf(table))];
}

/** Lines that repeat another whole line: the same figure entered twice. */
function repeats(table: Table): string[] {
  const seen = new Set<string>();
  return table.rows.flatMap((row) => {
    const key = JSON.stringify(table.columns.map((column) => row.optionalText(column)));
    if (seen.has(key)) return [`line ${row.line}: repeats an earlier line`];
    seen.add(key);
    return [];
  });
}

/**
 * Check one table outside `factors/`.
 *
 * @param described names of place tables that `places/columns.csv` describes
 */
export function checkTable(
  name: string,
  text: string,
  sources: ReadonlySet<string>,
  described: ReadonlySet<string>,
): TableReport {
  try {
    if (text.startsWith('\uFEFF')) throw new TableError(name, 1, '', 'begins with a byte order mark');
    const table = parseTable(name, text);
    const own = table.columns.some((column) => SOURCE_COLUMN.test(column));
    const words = /\/names\.[a-z-]+$/.test(name);
    const told = own || words || name in EXPLAINED || described.has(name) || name.endsWith('sources');
    return {
      table: name,
      rows: table.rows.length,
      faults: [
        ...(told ? [] : ['no source: neither a source column nor a line in places/columns.csv']),
        ...table.rows.flatMap((row) => rowFaults(row, table, sources)),
        ...repeats(table),
      ],
    };
  } catch (error) {
    if (error instanceof TableError) return { table: name, rows: 0, faults: [error.message] };
    throw error;
  }
}
