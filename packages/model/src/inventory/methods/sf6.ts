/** SF6 of switchgear (IV.2). Source: IPCC 2006 GL Vol 3 Ch 8, Eq. 8.1, Tables 8.2, 8.3. */
import type { GasBank } from './contained-gases.ts';
import { containedGases } from './contained-gases.ts';
import type { Emission } from './core.ts';

/** E = charged·k + bank·x + retired·(1 − η): x 0.2 % a year sealed, 2.6 % closed high-voltage (Europe). @throws {DomainError} `out-of-range` */
export function sf6(bank: GasBank): Emission {
  return containedGases('sf6', bank, { SF6: 1 });
}
