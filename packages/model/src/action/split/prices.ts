/** Which consumer price a cell pays: `<carrier>/<customer>`, the key of `Finance.prices`. */
import type { Carrier } from '../types.ts';
import { subsectorOf } from '../../inventory/gpc.ts';

export type PriceCustomer = 'residential' | 'commercial' | 'industry' | 'road';

const BOUGHT: ReadonlySet<Carrier> = new Set<Carrier>([
  'grid-electricity',
  'district-heat',
  'district-cooling',
  'natural-gas',
  'lpg',
  'kerosene',
  'heating-oil',
  'residual-fuel-oil',
  'coal',
  'fuelwood',
  'charcoal',
  'biogas',
  'petrol',
  'diesel',
  'biofuel',
  'cng',
  'jet-kerosene',
]);

const CUSTOMERS: Readonly<Record<string, PriceCustomer>> = {
  'I.1': 'residential',
  'I.2': 'commercial',
  'I.3': 'industry',
  'I.4': 'industry',
  'I.5': 'industry',
  'I.6': 'commercial',
  'II.1': 'road',
  'II.2': 'industry',
  'II.3': 'industry',
  'II.4': 'industry',
  'II.5': 'industry',
};

/** Where a customer's own price is not known, whose is nearest. Road electricity is charged at a shop's price. */
const NEAREST: Readonly<Record<PriceCustomer, readonly PriceCustomer[]>> = {
  residential: ['residential', 'commercial', 'industry', 'road'],
  commercial: ['commercial', 'industry', 'residential', 'road'],
  industry: ['industry', 'commercial', 'road', 'residential'],
  road: ['road', 'commercial', 'residential', 'industry'],
};

/**
 * Price key of a cell, or undefined where nothing is bought (waste, herds, grid losses) or no price is known.
 *
 * @param known keys that exist; absent = the customer's own key is taken to exist
 */
export function priceKeyOf(ref: string, carrier: Carrier, known?: ReadonlySet<string>): string | undefined {
  const customer = CUSTOMERS[subsectorOf(ref)];
  if (!customer || !BOUGHT.has(carrier)) return undefined;
  const keys = NEAREST[customer].map((who) => `${carrier}/${who}`);
  return known ? keys.find((key) => known.has(key)) : keys[0];
}
