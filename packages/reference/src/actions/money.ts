/** What brings costs of other currencies, years and price levels to a city: `exchange.csv`, `consumer-prices.csv`, `price-levels.csv`. */
import { INCOME_GROUPS, type ActionLibrary, type IncomeGroup } from '@thousand-cities/model';
import { numberAbove } from '../splits/fields.ts';
import { parseTable } from '../table.ts';

/** @throws {TableError} for a figure that is not above 0, or an income group without a price level */
export function parseMoney(
  read: (name: string) => string,
): Pick<ActionLibrary, 'exchange' | 'consumerPrices' | 'priceLevels' | 'priceLevelSource'> {
  const exchange = parseTable('actions/exchange', read('actions/exchange')).rows.map((row) => ({
    currency: row.text('currency'),
    year: row.number('year'),
    eurPerUnit: numberAbove(row, 'eur_per_unit', 0),
  }));
  const prices = parseTable('actions/consumer-prices', read('actions/consumer-prices')).rows.map(
    (row) => [row.number('year'), numberAbove(row, 'index', 0)] as const,
  );
  const table = parseTable('actions/price-levels', read('actions/price-levels'));
  const levels = new Map<IncomeGroup, number>();
  for (const row of table.rows) levels.set(row.oneOf('income', INCOME_GROUPS), numberAbove(row, 'level', 0));
  const missing = INCOME_GROUPS.find((group) => !levels.has(group));
  if (missing !== undefined) table.rows[0]!.fail('income', `there is no price level for "${missing}"`);
  return {
    exchange,
    consumerPrices: Object.fromEntries(prices),
    priceLevelSource: table.rows[0]!.text('source'),
    priceLevels: Object.fromEntries(levels) as Record<IncomeGroup, number>,
  };
}
