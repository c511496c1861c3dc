/** The library of mitigation actions, read from `tables/actions/` with every cross-reference checked. */
import { type ActionLibrary, type ActionTemplate, type ActionWords, type Source } from '@thousand-cities/model';
import { parseSources } from '../sources.ts';
import { parseTable, type TableRow } from '../table.ts';
import { parseActionRow } from './action-row.ts';
import { checkLibrary } from './check.ts';
import { parseCosts } from './cost-rows.ts';
import { parseLevers } from './lever-rows.ts';
import { parseMoney } from './money.ts';

/** Locales in which every action has words. */
export const ACTION_LOCALES = ['en', 'id'] as const;

/** Names of the tables, below `tables/`. */
export const ACTION_TABLES = [
  'actions/actions',
  'actions/levers',
  'actions/sizes',
  'actions/costs',
  'actions/names.en',
  'actions/names.id',
  'actions/exchange',
  'actions/consumer-prices',
  'actions/price-levels',
  'actions/sources',
] as const;

/** Sources that actions, splits and their costs refer to, beside those of the main list. */
export function parseActionSources(read: (name: string) => string): readonly Source[] {
  return parseSources(read('actions/sources'));
}

function parseWords(read: (name: string) => string, locale: string): ReadonlyMap<string, ActionWords> {
  const words = new Map<string, ActionWords>();
  const name = `actions/names.${locale}`;
  for (const row of parseTable(name, read(name), ['id', 'name', 'description']).rows) {
    const id = row.text('id');
    if (words.has(id)) row.fail('id', `"${id}" appears twice`);
    words.set(id, { name: row.text('name'), description: row.text('description') });
  }
  return words;
}

/** Group rows by the action they belong to. */
export function byAction<T>(rows: readonly { readonly action: string; readonly item: T }[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const { action, item } of rows) {
    const group = groups.get(action);
    if (group) group.push(item);
    else groups.set(action, [item]);
  }
  return groups;
}

/**
 * Read the library.
 *
 * @param read text of a table by its name below `tables/`
 * @throws {TableError} for a fault in a row: an unknown word, a range out of order, a size above its physical limit, shares that
 *   do not sum to 1, an action without lever, cost or words, a source that is not listed, or a chain of requirements that closes on itself
 */
export function parseActionLibrary(read: (name: string) => string): ActionLibrary {
  const levers = parseLevers(read);
  const costs = byAction(parseCosts(read));
  const words = ACTION_LOCALES.map((locale) => [locale, parseWords(read, locale)] as const);
  const rows = parseTable('actions/actions', read('actions/actions'), ['id']).rows;
  const templates: { readonly row: TableRow; readonly template: ActionTemplate }[] = rows.map((row) => {
    const id = row.text('id');
    const spoken = words.map(([locale, list]) => {
      return [locale, list.get(id) ?? row.fail('id', `"${id}" has no words in names.${locale}`)] as const;
    });
    const template = parseActionRow(row, {
      words: Object.fromEntries(spoken),
      levers: levers.get(id) ?? row.fail('id', `"${id}" has no lever`),
      costs: costs.get(id) ?? row.fail('id', `"${id}" has no cost`),
    });
    return { row, template };
  });
  const known = new Set([...parseSources(read('sources')), ...parseActionSources(read)].map(({ id }) => id));
  const named = [...levers.keys(), ...costs.keys(), ...words.flatMap(([, list]) => [...list.keys()])];
  checkLibrary(templates, named, known);
  return { templates: templates.map(({ template }) => template), ...parseMoney(read) };
}
