/** The list of publications and data sets that figures refer to. */
import type { Source } from '@thousand-cities/model';
import { parseTable } from './table.ts';

const COLUMNS = ['id', 'title', 'publisher', 'year', 'licence', 'url', 'locator'] as const;

/**
 * Read `sources.csv`.
 *
 * @throws {TableError} for a fault in the table, an id twice included
 */
export function parseSources(text: string): readonly Source[] {
  const seen = new Set<string>();
  return parseTable('sources', text, COLUMNS).rows.map((row) => {
    const id = row.text('id');
    if (seen.has(id)) row.fail('id', `"${id}" appears twice`);
    seen.add(id);
    const url = row.optionalText('url');
    const locator = row.optionalText('locator');
    return {
      id,
      title: row.text('title'),
      publisher: row.text('publisher'),
      year: row.number('year'),
      licence: row.text('licence'),
      ...(url === undefined ? {} : { url }),
      ...(locator === undefined ? {} : { locator }),
    };
  });
}
