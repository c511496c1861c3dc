/** Manure of livestock while it is kept (V.1). Source: IPCC 2006 GL and 2019 Refinement, Vol 4 Ch 10, Eq. 10.22, 10.23, 10.25 to 10.30. */
import type { Emission } from './core.ts';
import { N2O_PER_N, amount, share, wholeShares } from './core.ts';

/** How part of the manure is kept. */
export interface ManureSystem {
  /** Share of the manure, `AWMS`; all systems add up to one. */
  readonly share: number;
  readonly mcf: number;
  /** kg N2O-N per kg N, `EF3`. Pasture, range and paddock is counted with soils: 0 here. */
  readonly n2oN: number;
  /** Share of nitrogen that volatilises, `FracGas`. */
  readonly volatilised: number;
}

/** What one animal excretes in a year. */
export interface Manure {
  /** kg volatile solids per head and year, `VS`. */
  readonly volatileSolidsKg: number;
  /** m3 CH4 per kg volatile solids, `B0`. */
  readonly bo: number;
  /** kg N per head and year, `Nex`. */
  readonly nitrogenKg: number;
  readonly systems: readonly ManureSystem[];
  /** kg N2O-N per kg N volatilised, `EF4`: 0.010. */
  readonly depositedN2oN: number;
  readonly source: string;
}

/** CH4 = N · EF · 10⁻³, tonnes (Eq. 10.22), EF by animal, region and temperature (Tables 10.14, 10.15). @param kgPerHead kg CH4 per animal and year. @throws {DomainError} */
export function manureMethane(heads: number, kgPerHead: number, source: string): Emission {
  return {
    method: 'manure-management',
    gases: { 'CH4-biogenic': amount(heads, 'N') * amount(kgPerHead, 'EF') * 1e-3 },
    inputs: { N: heads, 'EF [kg/head/yr]': kgPerHead },
    sources: [source],
  };
}

/** Nitrogen one animal excretes in a year, `Nex`, kg: rate per tonne of animal and day · weight · 365 (Eq. 10.30). @throws {DomainError} */
export function nitrogenExcretedKg(kgPerTonneDay: number, liveWeightKg: number): number {
  return amount(kgPerTonneDay, 'N rate') * (amount(liveWeightKg, 'TAM') / 1000) * 365;
}

/** Direct N2O = N·Nex·Σ AWMS·EF3·44/28·10⁻³, tonnes (Eq. 10.25). What volatilises is in `manureManagement`. @throws {DomainError} */
export function manureNitrousOxide(
  heads: number,
  nitrogenKg: number,
  systems: readonly Pick<ManureSystem, 'share' | 'n2oN'>[],
  source: string,
): Emission {
  wholeShares(
    systems.map((system) => system.share),
    'AWMS',
  );
  const perNitrogen = systems.reduce((sum, system) => sum + system.share * share(system.n2oN, 'EF3'), 0);
  return {
    method: 'manure-management',
    gases: { N2O: amount(heads, 'N') * amount(nitrogenKg, 'Nex') * perNitrogen * N2O_PER_N * 1e-3 },
    inputs: { N: heads, 'Nex [kg/head/yr]': nitrogenKg, 'N2O-N per N': perNitrogen },
    sources: [source],
  };
}

/** kg per m3 of CH4 at 20 °C, as Eq. 10.23 has it. */
const CH4_KG_PER_M3 = 0.67;

/**
 * CH4 = N·VS·B0·0.67·Σ MCF·AWMS; N2O = N·Nex·Σ AWMS·(EF3 + FracGas·EF4)·44/28: direct, and indirect by what volatilises.
 *
 * @throws {DomainError} `out-of-range` when the systems do not add up to one
 */
export function manureManagement(heads: number, manure: Manure): Emission {
  const animals = amount(heads, 'N');
  const { systems, depositedN2oN } = manure;
  wholeShares(
    systems.map((system) => system.share),
    'AWMS',
  );
  const conversion = systems.reduce((sum, system) => sum + system.share * share(system.mcf, 'MCF'), 0);
  const perNitrogen = systems.reduce(
    (sum, { share: part, n2oN, volatilised }) =>
      sum + part * (share(n2oN, 'EF3') + share(volatilised, 'FracGas') * share(depositedN2oN, 'EF4')),
    0,
  );
  const ch4Kg = animals * amount(manure.volatileSolidsKg, 'VS') * amount(manure.bo, 'B0') * CH4_KG_PER_M3 * conversion;
  return {
    method: 'manure-management',
    gases: {
      'CH4-biogenic': ch4Kg * 1e-3,
      N2O: animals * amount(manure.nitrogenKg, 'Nex') * perNitrogen * N2O_PER_N * 1e-3,
    },
    inputs: {
      N: animals,
      'VS [kg/head/yr]': manure.volatileSolidsKg,
      'B0 [m3/kg]': manure.bo,
      'Σ MCF·AWMS': conversion,
      'Nex [kg/head/yr]': manure.nitrogenKg,
      'N2O-N per N': perNitrogen,
    },
    sources: [manure.source],
  };
}
