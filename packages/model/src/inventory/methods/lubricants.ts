/** Lubricants and paraffin waxes used up without burning for energy (IV.2). Source: IPCC 2006 GL Vol 3 Ch 5, Eq. 5.2. */
import type { Emission } from './core.ts';
import { CO2_PER_C, amount, share } from './core.ts';

/** Carbon content 20 t C/TJ; oxidised during use: lubricating oil 0.2, grease 0.05. */
export interface LubricantFactor {
  readonly carbonTPerTj: number;
  readonly oxidisedDuringUse: number;
  readonly source: string;
}

/** CO2 = LC[TJ] · CC · ODU · 44/12. Burning of waste oil is combustion or III.3. @param mwh product used, net calorific value. @throws {DomainError} */
export function lubricants(mwh: number, factor: LubricantFactor): Emission {
  const terajoules = amount(mwh, 'LC') * 3.6e-3;
  const co2 = terajoules * amount(factor.carbonTPerTj, 'CC') * share(factor.oxidisedDuringUse, 'ODU') * CO2_PER_C;
  return {
    method: 'lubricants',
    gases: { CO2: co2 },
    inputs: { 'LC [TJ]': terajoules, 'CC [t C/TJ]': factor.carbonTPerTj, ODU: factor.oxidisedDuringUse },
    sources: [factor.source],
  };
}
