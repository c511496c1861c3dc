/** Figures read off a roll-up. */
import { NETWORK_GASES, type GasPaths, type NetworkRollUp } from '@thousand-cities/model';

/** t CO2e of all gases in a year, by the weights of the roll-up. */
export function co2eAt({ firstYear, weights }: NetworkRollUp, paths: GasPaths, year: number): number {
  return NETWORK_GASES.reduce((sum, gas) => sum + weights[gas] * paths[gas][year - firstYear]!, 0);
}
