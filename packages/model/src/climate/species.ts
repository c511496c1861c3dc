/** The emitted species of calibration 1.4.1, in the order that every emission array of the climate engine has. */
import { DomainError, type Place } from '../errors.ts';
import type { EmissionSpecies, EmissionUnit } from './types.ts';

/** Name and unit as the calibration spells them; the order is that of its table of species. */
const NAMES_AND_UNITS: readonly (readonly [name: string, unit: EmissionUnit])[] = [
  ['CO2 FFI', 'Gt CO2/yr'],
  ['CO2 AFOLU', 'Gt CO2/yr'],
  ['CH4', 'Mt CH4/yr'],
  ['N2O', 'Mt N2O/yr'],
  ['Sulfur', 'Mt SO2/yr'],
  ['BC', 'Mt BC/yr'],
  ['OC', 'Mt OC/yr'],
  ['NH3', 'Mt NH3/yr'],
  ['NOx', 'Mt NO2/yr'],
  ['VOC', 'Mt VOC/yr'],
  ['CO', 'Mt CO/yr'],
  ['CFC-11', 'kt CFC11/yr'],
  ['CFC-12', 'kt CFC12/yr'],
  ['CFC-113', 'kt CFC113/yr'],
  ['CFC-114', 'kt CFC114/yr'],
  ['CFC-115', 'kt CFC115/yr'],
  ['HCFC-22', 'kt HCFC22/yr'],
  ['HCFC-141b', 'kt HCFC141b/yr'],
  ['HCFC-142b', 'kt HCFC142b/yr'],
  ['CCl4', 'kt CCl4/yr'],
  ['CHCl3', 'kt CHCl3/yr'],
  ['CH2Cl2', 'kt CH2Cl2/yr'],
  ['CH3Cl', 'kt CH3Cl/yr'],
  ['CH3CCl3', 'kt CH3CCl3/yr'],
  ['CH3Br', 'kt CH3Br/yr'],
  ['Halon-1211', 'kt Halon1211/yr'],
  ['Halon-1301', 'kt Halon1301/yr'],
  ['Halon-2402', 'kt Halon2402/yr'],
  ['CF4', 'kt CF4/yr'],
  ['C2F6', 'kt C2F6/yr'],
  ['C3F8', 'kt C3F8/yr'],
  ['c-C4F8', 'kt cC4F8/yr'],
  ['C4F10', 'kt C4F10/yr'],
  ['C5F12', 'kt C5F12/yr'],
  ['C6F14', 'kt C6F14/yr'],
  ['C7F16', 'kt C7F16/yr'],
  ['C8F18', 'kt C8F18/yr'],
  ['NF3', 'kt NF3/yr'],
  ['SF6', 'kt SF6/yr'],
  ['SO2F2', 'kt SO2F2/yr'],
  ['HFC-125', 'kt HFC125/yr'],
  ['HFC-134a', 'kt HFC134a/yr'],
  ['HFC-143a', 'kt HFC143a/yr'],
  ['HFC-152a', 'kt HFC152a/yr'],
  ['HFC-227ea', 'kt HFC227ea/yr'],
  ['HFC-23', 'kt HFC23/yr'],
  ['HFC-236fa', 'kt HFC236fa/yr'],
  ['HFC-245fa', 'kt HFC245fa/yr'],
  ['HFC-32', 'kt HFC32/yr'],
  ['HFC-365mfc', 'kt HFC365mfc/yr'],
  ['HFC-4310mee', 'kt HFC4310mee/yr'],
];

/** The 51 emitted species. Row `i` of {@link WorldEmissions.values} is `EMISSION_SPECIES[i]`, in its unit. */
export const EMISSION_SPECIES: readonly EmissionSpecies[] = NAMES_AND_UNITS.map(([name, unit]) => ({ name, unit }));

const indexOf: ReadonlyMap<string, number> = new Map(EMISSION_SPECIES.map(({ name }, index) => [name, index]));

/**
 * Find the row of a species in {@link EMISSION_SPECIES}, by its exact name.
 *
 * @param at where the name stands in the document of the caller
 * @throws {DomainError} `unknown-species`
 */
export function speciesIndex(name: string, at: Place = []): number {
  const index = indexOf.get(name);
  if (index === undefined) {
    throw new DomainError(
      'unknown-species',
      `"${name}" is not one of the ${EMISSION_SPECIES.length} emitted species`,
      at,
    );
  }
  return index;
}
