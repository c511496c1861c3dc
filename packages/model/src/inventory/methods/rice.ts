/** Methane of flooded rice (V.3). Source: IPCC 2006 GL and 2019 Refinement, Vol 4 Ch 5, Eq. 5.1, 5.2. */
import type { Emission } from './core.ts';
import { amount } from './core.ts';

/** One kind of rice field. */
export interface RiceField {
  /** Hectares harvested in a year; two crops count twice. */
  readonly hectares: number;
  /** Days from planting to harvest, `t`. */
  readonly days: number;
  /** kg CH4 per ha and day without organic amendment, continuously flooded, `EFc`. */
  readonly baseline: number;
  /** Scaling for the water regime in season (`SFw`), before it (`SFp`) and organic amendment (`SFo`). */
  readonly waterDuring: number;
  readonly waterBefore: number;
  readonly organic: number;
  readonly source: string;
}

/** CH4 = Σ EFc·SFw·SFp·SFo·t·A·10⁻³, tonnes. @throws {DomainError} */
export function riceCultivation(field: RiceField): Emission {
  const { hectares, days, baseline, waterDuring, waterBefore, organic, source } = field;
  const daily =
    amount(baseline, 'EFc') * amount(waterDuring, 'SFw') * amount(waterBefore, 'SFp') * amount(organic, 'SFo');
  return {
    method: 'rice-cultivation',
    gases: { 'CH4-biogenic': amount(hectares, 'A') * amount(days, 't') * daily * 1e-3 },
    inputs: { 'A [ha]': hectares, 't [d]': days, 'EF [kg/ha/d]': daily },
    sources: [source],
  };
}
