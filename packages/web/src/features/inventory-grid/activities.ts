/** Activities and carriers that the calculators know by name, offered under the references they belong to. */
import { CARRIERS, subsectorOf } from '@thousand-cities/model';

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

const GRIDS: readonly string[] = [
  'grid-electricity',
  'district-heat from natural-gas',
  'district-cooling from electricity',
];
const FUELS = CARRIERS.filter(
  (carrier) =>
    !/^(grid|district)-/.test(carrier) && !['mixed-msw', 'organic-waste', 'sewage', 'none'].includes(carrier),
);
const WASTE = ['mixed-msw', 'food', 'garden-park', 'paper-cardboard', 'wood', 'textiles', 'nappies', 'plastics'];
const DEPTHS = [
  'under-200m',
  '200-400m',
  'over-400m',
  'overburden-under-25m',
  'overburden-25-50m',
  'overburden-over-50m',
];

/** Fuels with factors of their own, by mode. */
const MOVING: Readonly<Record<string, readonly string[]>> = {
  'II.1': ['petrol', 'diesel', 'biofuel', 'lpg', 'cng', 'natural-gas', 'biogas', 'heating-oil', 'other-fuel'],
  'II.2': ['diesel', 'biofuel', 'heating-oil', 'coal', 'other-fuel'],
  'II.3': [
    'diesel',
    'residual-fuel-oil',
    'heating-oil',
    'biofuel',
    'petrol',
    'lpg',
    'natural-gas',
    'kerosene',
    'other-fuel',
  ],
  'II.4': ['jet-kerosene', 'petrol', 'biofuel', 'other-fuel'],
  'II.5': ['diesel', 'petrol', 'biofuel', 'lpg', 'natural-gas', 'heating-oil', 'other-fuel'],
};

/** What can carry the activity of a reference; none where the calculators take any, or ask for none. */
export function carriersOf(ref: string): readonly string[] {
  const [sector, , last] = ref.split('.');
  const [grid = ''] = GRIDS;
  if (ref === 'I.7.1') return DEPTHS;
  if (ref === 'I.8.1') return [];
  if (sector === 'I') return last === '2' ? GRIDS : last === '3' ? [grid] : FUELS;
  const fuels = MOVING[ref.slice(0, ref.lastIndexOf('.'))] ?? [];
  if (sector === 'II') return last === '2' ? [grid] : last === '3' ? [...fuels, grid] : fuels;
  return /^III\.[123]\./.test(ref) ? WASTE : [];
}
