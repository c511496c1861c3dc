/** CO2 of land by the difference of its carbon stocks at two inventories of it (V.2). Source: IPCC 2006 GL Vol 4 Ch 2, Eq. 2.5. */
import { DomainError } from '../../errors.ts';
import { CO2_PER_C, amount } from './core.ts';
import type { Emission } from './core.ts';

/** Carbon on the land of the city at two inventories of it, t C. */
export interface StockDifference {
  readonly fromYear: number;
  readonly toYear: number;
  readonly fromTonnesC: number;
  readonly toTonnesC: number;
  readonly source: string;
}

/**
 * CO2 = −(C₂ − C₁)/(t₂ − t₁)·44/12: growing stocks are removals, below nought.
 *
 * @throws {DomainError} `out-of-range` when the years are not in order
 */
export function stockDifference({ fromYear, toYear, fromTonnesC, toTonnesC, source }: StockDifference): Emission {
  if (!(toYear > fromYear)) {
    throw new DomainError('out-of-range', `stocks of ${fromYear} and ${toYear} are not in order`, ['inputs', 'years']);
  }
  const gain = (amount(toTonnesC, 'C2') - amount(fromTonnesC, 'C1')) / (toYear - fromYear);
  return {
    method: 'land-stock-difference',
    gases: { CO2: -gain * CO2_PER_C },
    inputs: { 'C1 [t]': fromTonnesC, 'C2 [t]': toTonnesC, t1: fromYear, t2: toYear },
    sources: [source],
  };
}
