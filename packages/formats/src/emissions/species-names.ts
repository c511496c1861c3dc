/** What was probably meant by a name that is none of the species. */
import { EMISSION_SPECIES } from '@thousand-cities/model';

/** Names other tables use. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  so2: 'Sulfur',
  sox: 'Sulfur',
  sulphur: 'Sulfur',
  nmvoc: 'VOC',
  no2: 'NOx',
  blackcarbon: 'BC',
  organiccarbon: 'OC',
  hfc4310: 'HFC-4310mee',
  co2energyandindustrialprocesses: 'CO2 FFI',
  co2fossilandindustrial: 'CO2 FFI',
};

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
const byPlainName: ReadonlyMap<string, string> = new Map(EMISSION_SPECIES.map(({ name }) => [plain(name), name]));

/** A remedy for an unknown species: the name probably meant, or how names are spelled. */
export function suggestSpecies(name: string): string {
  const bare = plain(name.replace(/^emissions\|/i, ''));
  if (bare === 'co2') return 'Give fossil and land CO2 apart, as "CO2 FFI" and "CO2 AFOLU".';
  if (bare === 'solar' || bare === 'volcanic') {
    return 'Leave the row out: sun and volcanoes are part of the calibration.';
  }
  const meant = byPlainName.get(bare) ?? OTHER_NAMES[bare];
  if (meant !== undefined) return `Write "${meant}".`;
  return `Leave the row out, or spell the species as FaIR does: ${EMISSION_SPECIES.slice(0, 6).map(({ name: known }) => known).join(', ')}, …, HFC-134a.`; // prettier-ignore
}
