/** Warming in proportion to cumulative CO2, methane counted by GWP*: the estimate that fits on a card. */
import type { Range } from '../source.ts';
import { speciesIndex } from './species.ts';
import type { EmissionDelta } from './types.ts';

/** Transient climate response to cumulative CO2 emissions, K per Gt CO2, best estimate and likely range (17–83 %). IPCC AR6 WG1 SPM D.1.1: 0.45 (0.27–0.63) °C per 1000 Gt CO2. */
export const TCRE: Range = { central: 0.45e-3, low: 0.27e-3, high: 0.63e-3 };

/** Warming potentials over 100 years: IPCC AR6 WG1 table 7.15; methane without the CO2 it turns into. */
export const GWP100_N2O = 273;
export const GWP100_CH4 = 27.9;

/** GWP* of methane: E* = GWP100 · (4.53 · E(t) − 4.25 · E(t − 20)). M. A. Smith, M. Cain, M. R. Allen, "Further improvement of warming-equivalent emissions calculation", npj Clim. Atmos. Sci. 4, 19 (2021). */
export const GWP_STAR_CH4 = { flow: 4.53, stock: 4.25, delayYears: 20 } as const;

/** Emissions summed over years, Gt CO2 or warming-equivalent Gt CO2. */
export interface CumulativeEmissions {
  readonly co2: number;
  /** All three gases, a year with less counted against a year with more. */
  readonly net: number;
  /** Every year and part counted as positive: how much there is to cancel. */
  readonly gross: number;
}

/**
 * Sum changes of CO2, CH4 and N2O up to the middle of a year: E* = E_CO2 + 273 · E_N2O + 27.9 · [4.53 · E_CH4(t) − 4.25 · E_CH4(t − 20)].
 * Of the last year half counts, since the warming reported is that of its middle. Other species are not counted.
 *
 * @throws {DomainError} `unknown-species`
 */
export function cumulativeTo(deltas: readonly EmissionDelta[], year: number): CumulativeEmissions {
  const sums = { co2: 0, net: 0, gross: 0 };
  for (const delta of deltas) {
    for (const { weight, delay } of weightsOf(delta.species)) {
      delta.values.forEach((value, i) => {
        const part = weight * value * shareUpTo(year, delta.firstYear + i + delay);
        if (delta.species.startsWith('CO2 ')) sums.co2 += part;
        sums.net += part;
        sums.gross += Math.abs(part);
      });
    }
  }
  return sums;
}

/** Warming by Gt CO2 ever emitted, K: best estimate and likely range. */
export function warmingOf(gtCo2: number): Range {
  const [a, b] = [TCRE.low * gtCo2, TCRE.high * gtCo2];
  return { central: TCRE.central * gtCo2, low: Math.min(a, b), high: Math.max(a, b) };
}

/** Gt CO2 per unit of the species (Gt CO2, Mt of others), and how many years later it counts. */
function weightsOf(species: string): readonly { readonly weight: number; readonly delay: number }[] {
  speciesIndex(species, ['deltas', species]);
  switch (species) {
    case 'CO2 FFI':
    case 'CO2 AFOLU':
      return [{ weight: 1, delay: 0 }];
    case 'N2O':
      return [{ weight: GWP100_N2O / 1000, delay: 0 }];
    case 'CH4':
      return [
        { weight: (GWP100_CH4 * GWP_STAR_CH4.flow) / 1000, delay: 0 },
        { weight: (-GWP100_CH4 * GWP_STAR_CH4.stock) / 1000, delay: GWP_STAR_CH4.delayYears },
      ];
    default:
      return [];
  }
}

/** Share of a year's emissions that is out by the middle of `year`. */
function shareUpTo(year: number, emitted: number): number {
  return emitted < year ? 1 : emitted === year ? 0.5 : 0;
}
