/** What emissions of the world cannot be. */
import { EMISSION_SPECIES } from './species.ts';

/** Last year of emissions that have happened, by the calibration: its history must be kept, since the members were chosen to fit it. */
export const LAST_YEAR_OF_HISTORY = 2022;

/** First and last year that emissions of the world may have. The engine starts in 1750 and its natural forcing ends in 2500. */
export const EMISSION_YEARS = { first: 1750, last: 2500 } as const;

/**
 * Before this year the fuels of the world cannot be outweighed by what is taken out of the air. Of the pathways to 1.5 °C that the IPCC
 * assessed, 90 % bring CO2 to net zero between 2035 and 2070 (AR6 WG3 table SPM.2, category C1), land included.
 */
export const FIRST_YEAR_OF_NET_REMOVAL = 2035;

/**
 * The least that a species can be emitted in a year, in its own unit.
 *
 * - CO2 from land may be a sink in any year.
 * - Fossil CO2 can be below zero once machines take more out of the air than fuels put in: not before 2035.
 * - Halogenated gases in published tables go below zero by up to 0.1 kt, because they were inferred from concentrations; 1 kt is allowed.
 * - Nothing takes any other species out of the air on purpose: zero, with room for rounding.
 */
export function leastEmission(species: number, year: number): number {
  const { name, unit } = EMISSION_SPECIES[species]!;
  if (name === 'CO2 AFOLU') return -Infinity;
  if (name === 'CO2 FFI') return year >= FIRST_YEAR_OF_NET_REMOVAL ? -Infinity : 0;
  return unit.startsWith('kt') ? -1 : -1e-6;
}
