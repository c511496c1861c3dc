/** The observed record of warming: text table in, the model's figures out. */
import { OBSERVED_KINDS, type ObservedRecord, type ObservedWarming } from '@thousand-cities/model';
import { parseSources } from '../sources.ts';
import { parseTable, type TableRow } from '../table.ts';

const COLUMNS = ['kind', 'first_year', 'last_year', 'warming_k', 'low_k', 'high_k', 'status', 'source'] as const;

/**
 * Read the record and the sources it names.
 *
 * @param text of `observed-warming.csv`
 * @param sources text of `sources.csv` beside it
 * @throws {TableError} for a fault in either, such as an unknown source or the same figure twice
 */
export function parseObservedWarming(text: string, sources: string): ObservedRecord {
  const known = parseSources(sources);
  const seen = new Set<string>();
  const figures = parseTable('observed-warming', text, COLUMNS).rows.map((row) => {
    const figure = figureOf(row);
    if (known.every(({ id }) => id !== figure.source)) row.fail('source', `"${figure.source}" is not in sources.csv`);
    const key = `${figure.kind} ${figure.firstYear} ${figure.lastYear}`;
    if (seen.has(key)) row.fail('first_year', `${key} stands twice`);
    seen.add(key);
    return figure;
  });
  const used = new Set(figures.map(({ source }) => source));
  return { figures, sources: known.filter(({ id }) => used.has(id)) };
}

function figureOf(row: TableRow): ObservedWarming {
  const warming = row.number('warming_k');
  const [low, high] = [row.optionalNumber('low_k'), row.optionalNumber('high_k')];
  if ((low ?? warming) > warming) row.fail('low_k', 'is above the central figure');
  if ((high ?? warming) < warming) row.fail('high_k', 'is below the central figure');
  const [firstYear, lastYear] = [row.number('first_year'), row.number('last_year')];
  if (lastYear < firstYear) row.fail('last_year', 'is before the first');
  return {
    kind: row.oneOf('kind', OBSERVED_KINDS),
    firstYear,
    lastYear,
    warming,
    ...(low !== undefined && { low }),
    ...(high !== undefined && { high }),
    provisional: row.oneOf('status', ['assessed', 'provisional']) === 'provisional',
    source: row.text('source'),
  };
}
