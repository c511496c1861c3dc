/** Unit costs: `costs.csv`. */
import { COST_BASES, type CostTemplate } from '@thousand-cities/model';
import { climateScope, provenanceField } from '../splits/fields.ts';
import { parseTable, type TableRow } from '../table.ts';
import { rangeField } from './ranges.ts';

const UNITS = ['MWh', 't', 'head', 'ha', 'person', 't CO2e'] as const;

/** Cost rows with the action they belong to. @throws {TableError} */
export function parseCosts(read: (name: string) => string): { readonly action: string; readonly item: CostTemplate }[] {
  return parseTable('actions/costs', read('actions/costs'), ['action', 'component', 'basis']).rows.map((row) => ({
    action: row.text('action'),
    item: costOf(row),
  }));
}

function costOf(row: TableRow): CostTemplate {
  const lever = row.optionalNumber('lever');
  const note = row.optionalText('note');
  const localShare = row.number('local_share');
  if (!(localShare >= 0 && localShare <= 1)) row.fail('local_share', 'a share lies between 0 and 1');
  const capital = rangeField(row, 'capital');
  if (capital.low < 0) row.fail('capital_low', 'capital is spent, not received');
  return {
    component: row.text('component'),
    basis: row.oneOf('basis', COST_BASES),
    ...(lever === undefined ? {} : { lever }),
    ...(row.optionalText('unit') === undefined ? {} : { unit: row.oneOf('unit', UNITS) }),
    capital,
    operatingPerYear: rangeField(row, 'operating'),
    currency: row.text('currency'),
    priceYear: row.number('price_year'),
    localShare,
    scope: climateScope(row),
    ...provenanceField(row),
    ...(note === undefined ? {} : { note }),
  };
}
