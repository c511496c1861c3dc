/** Industrial wastewater (III.4). Source: IPCC 2006 GL Vol 5 Ch 6, Eq. 6.4 to 6.6. */
import type { Emission } from './core.ts';
import { amount, share } from './core.ts';

/** One industry's wastewater. */
export interface IndustrialWastewater {
  /** Product, t per year. */
  readonly productTonnes: number;
  /** m3 wastewater per t of product. */
  readonly m3PerTonne: number;
  /** kg COD per m3. */
  readonly codKgPerM3: number;
  /** kg COD per year removed as sludge, `S`. */
  readonly sludgeKg?: number;
  /** kg CH4 per kg COD: 0.25. */
  readonly bo: number;
  readonly mcf: number;
  /** t CH4 flared or used, `R`. */
  readonly recoveredTonnes?: number;
  readonly source: string;
}

/**
 * CH4 = (P·W·COD − S)·B0·MCF·10⁻³ − R, tonnes.
 *
 * @throws {DomainError} `out-of-range` when sludge or recovery exceed what there is
 */
export function industrialWastewater(plant: IndustrialWastewater): Emission {
  const { productTonnes, m3PerTonne, codKgPerM3, sludgeKg = 0, bo, mcf, recoveredTonnes = 0 } = plant;
  const organic = amount(productTonnes, 'P') * amount(m3PerTonne, 'W') * amount(codKgPerM3, 'COD');
  const made = amount(organic - sludgeKg, 'COD after sludge') * amount(bo, 'B0') * share(mcf, 'MCF') * 1e-3;
  return {
    method: 'industrial-wastewater',
    gases: { 'CH4-biogenic': amount(made - recoveredTonnes, 'CH4 after recovery') },
    inputs: {
      'P [t]': productTonnes,
      'W [m3/t]': m3PerTonne,
      'COD [kg/m3]': codKgPerM3,
      'S [kg]': sludgeKg,
      'B0 [kg/kg]': bo,
      MCF: mcf,
      'R [t]': recoveredTonnes,
    },
    sources: [plant.source],
  };
}
