/** How warm a country is, told from its degree days: enough to choose a class of an IPCC table. */
import type { Desk } from './desk.ts';
import { refuse } from './desk.ts';

/**
 * Mean temperature of the year, °C: 19.25 + 1.3 · CDD/365 − 1.2 · HDD/365, heating degree days below 15.5 °C and cooling ones above 23 °C.
 * An assumption: 19.25 lies between the two bases, the slopes allow for days between them. Good to about 2 °C.
 *
 * @throws {DomainError} `missing-figure` for a country without degree days
 */
export function meanTemperature(desk: Desk): number {
  const { name, heatingDegreeDays, coolingDegreeDays } = desk.reference.country(desk.line.country);
  if (heatingDegreeDays === undefined || coolingDegreeDays === undefined)
    return refuse(
      'missing-figure',
      `no degree days of ${name}; name the climate in the activity, such as "tropical wet"`,
    );
  return 19.25 + (1.3 * coolingDegreeDays.value) / 365 - (1.2 * heatingDegreeDays.value) / 365;
}

/** Climates of the decay rates (IPCC 2006 GL Vol 5 Table 3.3). */
export type DecayClimate = 'boreal-temperate-dry' | 'boreal-temperate-wet' | 'tropical-dry' | 'tropical-wet';

/** The climate named in the activity, else by the country's temperature (above 20 °C tropical), and wet where it is not said. */
export function decayClimate(desk: Desk): { readonly climate: DecayClimate; readonly assumed: boolean } {
  const { activity } = desk;
  const warm = activity.includes('tropical') ? true : /boreal|temperate/.test(activity) ? false : undefined;
  const dry = /(^|-)dry(-|$)/.test(activity);
  const wet = /(^|-)(wet|moist)(-|$)/.test(activity);
  const tropical = warm ?? meanTemperature(desk) > 20;
  const climate = `${tropical ? 'tropical' : 'boreal-temperate'}-${dry ? 'dry' : 'wet'}` as const;
  return { climate, assumed: warm === undefined || !(dry || wet) };
}
