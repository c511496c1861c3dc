/** Domestic wastewater: CH4 of treatment and discharge, N2O of effluent and plants (III.4). Source: IPCC 2006 GL Vol 5 Ch 6, Eq. 6.1 to 6.9. */
import type { Emission } from './core.ts';
import { N2O_PER_N, amount, share, wholeShares } from './core.ts';

/** One way the wastewater of some residents goes: sewer to plant, septic tank, latrine, sea. */
export interface WastewaterPathway {
  /** Share of residents, `U·T`; all pathways add up to one. */
  readonly share: number;
  /** Methane correction factor of the treatment or discharge. */
  readonly mcf: number;
  /** Sewered: industry discharges into it too, `I` = 1.25; else 1. */
  readonly collected: boolean;
  /** Share of the organic matter removed as sludge, `S`. */
  readonly sludgeShare?: number;
  /** An advanced plant with nitrification and denitrification, whose own N2O counts. */
  readonly advancedPlant?: boolean;
}

/** Factors of Tables 6.2 to 6.4. */
export interface WastewaterFactors {
  /** g BOD per person and day (Africa 37, Asia 40, Europe 60). Per day, not per year. */
  readonly bodGPerPersonDay: number;
  /** kg CH4 per kg BOD: 0.6. */
  readonly bo: number;
  /** Without it N2O is not calculated, and absent from the result. */
  readonly nitrogen?: WastewaterNitrogen;
  readonly source: string;
}

/** What is eaten, and what becomes of its nitrogen (Table 6.11). */
export interface WastewaterNitrogen {
  /** kg protein per person and year. */
  readonly proteinKgPerYear: number;
  /** kg N per kg protein, F_NPR: 0.16. */
  readonly nitrogenInProtein: number;
  /** F_NON-CON: 1.1, or 1.4 with waste disposal units. */
  readonly nonConsumed: number;
  /** F_IND-COM, for industrial protein in sewers: 1.25. */
  readonly industrial: number;
  /** kg N2O-N per kg N of effluent: 0.005. */
  readonly effluentN2oN: number;
  /** g N2O per person and year in advanced plants: 3.2. */
  readonly plantGPerPerson: number;
  /** kg N per year taken out with sludge, N_SLUDGE: 0 unless known. */
  readonly sludgeKg?: number;
}

/**
 * CH4 = Σ U·T·P·BOD·365·10⁻⁶·I·(1 − S)·B0·MCF − R, tonnes; N2O = (N − N_SLUDGE − N_WWT)·EF·44/28·10⁻³ + plants, N = P·protein·F_NPR·F_NON-CON·F_IND-COM.
 * N_WWT is the nitrogen that left plants as N2O. Population is multiplied by its share once.
 *
 * @param recoveredTonnes CH4 flared or used, `R`
 * @throws {DomainError} `out-of-range` for shares that do not add up to one, or more CH4 recovered than made
 */
export function domesticWastewater(
  population: number,
  pathways: readonly WastewaterPathway[],
  factors: WastewaterFactors,
  recoveredTonnes = 0,
): Emission {
  const people = amount(population, 'P');
  wholeShares(
    pathways.map((pathway) => pathway.share),
    'shares of residents',
  );
  const organicPerPerson = amount(factors.bodGPerPersonDay, 'BOD') * 365 * 1e-6;
  const made = pathways.reduce((sum, { share: part, mcf, collected, sludgeShare = 0 }) => {
    const organic = people * part * organicPerPerson * (collected ? 1.25 : 1);
    return sum + organic * (1 - share(sludgeShare, 'S')) * amount(factors.bo, 'B0') * share(mcf, 'MCF');
  }, 0);
  return {
    method: 'domestic-wastewater',
    gases: {
      'CH4-biogenic': amount(made - amount(recoveredTonnes, 'R'), 'CH4 after recovery'),
      ...(factors.nitrogen && { N2O: wastewaterN2o(people, pathways, factors.nitrogen) }),
    },
    inputs: {
      P: people,
      'BOD [g/person/day]': factors.bodGPerPersonDay,
      'B0 [kg/kg]': factors.bo,
      'CH4 made [t]': made,
      'R [t]': recoveredTonnes,
    },
    sources: [factors.source],
  };
}

function wastewaterN2o(people: number, pathways: readonly WastewaterPathway[], factors: WastewaterNitrogen): number {
  const nitrogenKg =
    people *
    amount(factors.proteinKgPerYear, 'protein') *
    share(factors.nitrogenInProtein, 'F_NPR') *
    amount(factors.nonConsumed, 'F_NON-CON') *
    amount(factors.industrial, 'F_IND-COM');
  const inPlants = pathways.reduce((sum, pathway) => sum + (pathway.advancedPlant ? pathway.share : 0), 0);
  const plantsKg = people * inPlants * factors.industrial * amount(factors.plantGPerPerson, 'EF_plant') * 1e-3;
  const left = nitrogenKg - amount(factors.sludgeKg ?? 0, 'N_SLUDGE') - plantsKg / N2O_PER_N;
  const effluentKg = amount(left, 'N of effluent') * share(factors.effluentN2oN, 'EF_effluent') * N2O_PER_N;
  return (effluentKg + plantsKg) * 1e-3;
}
