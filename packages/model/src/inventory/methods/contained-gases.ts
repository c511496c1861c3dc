/** Gases kept in equipment, over one year: the core of refrigerants and SF6. */
import type { GasMasses, GasSpecies } from '../../gas.ts';
import type { Emission } from './core.ts';
import { amount, share, wholeShares } from './core.ts';

/** A bank of gas over one year. */
export interface GasBank {
  /** Gas in equipment in use, kg. */
  readonly bankKg: number;
  /** Share lost from use in a year: closed high-voltage gear 0.026, sealed 0.002; refrigerants 0.01 to 0.35 by use. */
  readonly leakShare: number;
  /** Gas charged into new equipment in the city, kg, and the share lost in charging. */
  readonly chargedKg?: number;
  readonly chargingLossShare?: number;
  /** Gas in equipment that was scrapped, kg, and the share of it recovered. */
  readonly retiredKg?: number;
  readonly recoveredShare?: number;
  readonly source: string;
}

/**
 * E = charged·k + bank·x + retired·(1 − η), split over the species of a blend by mass. Use `refrigerants` or `sf6`.
 *
 * @param species mass shares of the gas: `{ SF6: 1 }`, R-410A as `{ 'HFC-32': 0.5, 'HFC-125': 0.5 }`
 * @throws {DomainError} `out-of-range` when the shares do not add up to one
 */
export function containedGases(kind: 'refrigerants' | 'sf6', bank: GasBank, species: GasMasses): Emission {
  const { bankKg, leakShare, chargedKg = 0, chargingLossShare = 0, retiredKg = 0, recoveredShare = 0 } = bank;
  const lostKg =
    amount(chargedKg, 'charged') * share(chargingLossShare, 'k') +
    amount(bankKg, 'bank') * share(leakShare, 'x') +
    amount(retiredKg, 'retired') * (1 - share(recoveredShare, 'η'));
  const parts = Object.entries(species).filter((entry): entry is [GasSpecies, number] => entry[1] !== undefined);
  wholeShares(
    parts.map(([, part]) => part),
    'shares of the blend',
  );
  return {
    method: kind,
    gases: Object.fromEntries(parts.map(([name, part]) => [name, lostKg * part * 1e-3])),
    inputs: {
      'bank [kg]': bankKg,
      x: leakShare,
      'charged [kg]': chargedKg,
      k: chargingLossShare,
      'retired [kg]': retiredKg,
      η: recoveredShare,
    },
    sources: [bank.source],
  };
}
