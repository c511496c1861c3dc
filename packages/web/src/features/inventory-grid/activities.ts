/** Activities that the calculators know by name, offered under the sub-sectors they belong to. */
import { subsectorOf } from '@thousand-cities/model';

const ANIMALS = ['dairy-cattle', 'other-cattle', 'buffalo', 'sheep', 'goats', 'swine'];

const BY_SUBSECTOR: Readonly<Record<string, readonly string[]>> = {
  'I.7': ['underground-mining', 'surface-mining'],
  'I.8': ['gas-distribution'],
  'II.1': ['passenger cars', 'motorcycles', 'three-wheelers', 'minibuses', 'buses', 'vans', 'trucks', 'fuel sold'],
  'III.1': ['managed-anaerobic landfill', 'unmanaged-deep landfill', 'unmanaged-shallow landfill', 'landfill'],
  'III.2': ['composting', 'anaerobic digestion'],
  'III.3': ['incineration', 'open burning'],
  'III.4': ['septic-system', 'latrine-wet', 'aerobic-well-managed', 'deep-lagoon', 'sea-river-lake'],
  'IV.1': ['cement', 'clinker', 'lime', 'glass'],
  'IV.2': ['leakage of gas', 'refill of gas', 'residential-commercial-ac'],
  'V.1': [...ANIMALS, ...ANIMALS.map((animal) => `manure of ${animal}`)],
  'V.3': ['synthetic fertiliser nitrogen', 'organic fertiliser nitrogen', 'liming', 'urea', 'rice'],
};

/** Names to choose from; none where the activity is free text beside a carrier. */
export function activitiesOf(ref: string): readonly string[] {
  try {
    return BY_SUBSECTOR[subsectorOf(ref)] ?? [];
  } catch {
    return [];
  }
}
