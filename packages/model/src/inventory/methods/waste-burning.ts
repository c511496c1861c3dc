/** Burning a mix of waste, in a plant or in the open: the core of both methods of III.3. Source: IPCC 2006 GL Vol 5 Ch 5, Eq. 5.2, 5.4, 5.5. */
import type { Emission } from './core.ts';
import { CO2_PER_C, amount, share, wholeShares } from './core.ts';

/** One kind of waste in the mix. */
export interface WasteFraction {
  /** Share of the wet mass, `WF`. */
  readonly share: number;
  /** Dry matter of the wet mass, `dm`. */
  readonly dryMatter: number;
  /** Carbon of the dry matter, `CF`. */
  readonly carbon: number;
  /** Fossil share of the carbon, `FCF`. */
  readonly fossil: number;
}

/** How it is burned. */
export interface BurningFactor {
  /** Share of carbon oxidised, `OF`: 1 in a plant, 0.58 in the open. */
  readonly oxidation: number;
  /** g CH4 per t of wet waste: by plant type; 6,500 in the open. */
  readonly ch4GPerTonne: number;
  /** g N2O per t: by plant type; 150 per t of dry waste in the open. */
  readonly n2oGPerTonne: number;
  readonly n2oBasis: 'wet' | 'dry';
  readonly source: string;
}

/**
 * CO2 = M·Σ WF·dm·CF·FCF·OF·44/12, fossil carbon only; biogenic CO2 by (1 − FCF) is a memo. CH4 and N2O = M·EF·10⁻⁶.
 * Waste burned for energy is stationary combustion (I), not this. Use `incineration` or `openBurning`.
 *
 * @param tonnes wet waste burned
 * @throws {DomainError} `out-of-range` when the shares do not add up to one
 */
export function wasteBurning(
  way: 'incineration' | 'open-burning',
  tonnes: number,
  mix: readonly WasteFraction[],
  factor: BurningFactor,
): Emission {
  const mass = amount(tonnes, 'M');
  wholeShares(
    mix.map((part) => part.share),
    'shares of waste',
  );
  const carbon = (part: WasteFraction): number =>
    part.share * share(part.dryMatter, 'dm') * share(part.carbon, 'CF') * share(factor.oxidation, 'OF') * CO2_PER_C;
  const fossil = sum(mix, (part) => carbon(part) * share(part.fossil, 'FCF'));
  const biogenic = sum(mix, (part) => carbon(part) * (1 - part.fossil));
  const dry = sum(mix, (part) => part.share * part.dryMatter);
  const n2oMass = factor.n2oBasis === 'dry' ? mass * dry : mass;
  return {
    method: way,
    gases: {
      CO2: mass * fossil,
      'CH4-biogenic': mass * amount(factor.ch4GPerTonne, 'EF_CH4') * 1e-6,
      N2O: n2oMass * amount(factor.n2oGPerTonne, 'EF_N2O') * 1e-6,
    },
    biogenicCo2Tonnes: mass * biogenic,
    inputs: {
      'M [t]': mass,
      'fossil CO2 [t/t]': fossil,
      'dry matter': dry,
      OF: factor.oxidation,
      'EF_CH4 [g/t]': factor.ch4GPerTonne,
      'EF_N2O [g/t]': factor.n2oGPerTonne,
    },
    sources: [factor.source],
  };
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((all, item) => all + of(item), 0);
}
