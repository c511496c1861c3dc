/** Which consumer price a cell pays: `<carrier>/<customer>`, the key of `Finance.prices`. */
import type { Carrier } from '../types.ts';
import { subsectorOf } from '../../inventory/gpc.ts';

export type PriceCustomer = 'residential' | 'commercial' | 'industry' | 'road' | 'off-road' | 'aviation';

/** What nobody buys: waste comes by itself, and of what has no name there is no price. */
const UNBOUGHT: ReadonlySet<Carrier> = new Set<Carrier>(['mixed-msw', 'organic-waste', 'sewage', 'other-fuel', 'none']);

const CUSTOMERS: Readonly<Record<string, PriceCustomer>> = {
  'I.1': 'residential',
  'I.2': 'commercial',
  'I.3': 'industry',
  'I.4': 'industry',
  'I.5': 'industry',
  'I.6': 'commercial',
  'II.1': 'road',
  'II.2': 'off-road',
  'II.3': 'off-road',
  'II.4': 'aviation',
  'II.5': 'off-road',
};

/** Where a customer's own price is not known, whose is nearest, in this order. */
const NEAREST: Readonly<Record<PriceCustomer, readonly PriceCustomer[]>> = {
  residential: ['residential', 'commercial', 'industry', 'off-road', 'road'],
  commercial: ['commercial', 'industry', 'off-road', 'residential', 'road'],
  industry: ['industry', 'off-road', 'commercial', 'residential', 'road'],
  road: ['road', 'commercial', 'residential', 'industry', 'off-road'],
  'off-road': ['off-road', 'industry', 'commercial', 'road', 'residential'],
  aviation: ['aviation', 'off-road', 'industry', 'road', 'commercial'],
};

/**
 * Price key of a cell, or undefined where nothing is bought (waste, herds, grid losses) or no price is known.
 *
 * @param known keys that exist; absent = the customer's own key is taken to exist
 */
export function priceKeyOf(ref: string, carrier: Carrier, known?: ReadonlySet<string>): string | undefined {
  const customer = CUSTOMERS[subsectorOf(ref)];
  if (!customer || UNBOUGHT.has(carrier)) return undefined;
  const keys = NEAREST[customer].map((who) => `${carrier}/${who}`);
  return known ? keys.find((key) => known.has(key)) : keys[0];
}
