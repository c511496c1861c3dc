/** Activity of wastewater (III.4). */
import { domesticWastewater, industrialWastewater } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import type { Desk } from './desk.ts';
import { enter, lookFor, lookUp, need, refuse, regionsOf, unknownActivity } from './desk.ts';

/** Calculate a line of III.4: residents by treatment, or an industry by its product. */
export function wastewaterRow(desk: Desk): InventoryRow {
  if (desk.unit.dimension === 'person') return domesticRow(desk);
  need(desk, 'mass', 'person');
  return industrialRow(desk);
}

/**
 * CH4 of the residents served, by treatment, and N2O of the nitrogen in what they eat: protein supply of the country, or of its region, by FAO.
 */
function domesticRow(desk: Desk): InventoryRow {
  const mcf = lookFor(desk, 'wastewater', desk.activity, 'mcf') ?? lookFor(desk, 'wastewater', desk.carrier, 'mcf');
  if (mcf === undefined)
    return unknownActivity(desk, 'the treatment: septic-system, latrine-wet, aerobic-well-managed, deep-lagoon, …');
  const of = (item: string, parameter: string): number => lookUp(desk, 'wastewater', item, parameter).value;
  const treatment = mcf.keys['item']!;
  const collected = !treatment.startsWith('latrine') && treatment !== 'septic-system' && treatment !== 'sea-river-lake';
  const protein = lookUp(desk, 'wastewater', 'protein', 'protein-per-head');
  const emission = domesticWastewater(desk.base, [{ share: 1, mcf: mcf.value, collected }], {
    bodGPerPersonDay: of('domestic', 'bod'),
    bo: of('domestic', 'bo-bod'),
    nitrogen: {
      proteinKgPerYear: (protein.value * 365) / 1000,
      nitrogenInProtein: of('protein', 'nitrogen'),
      nonConsumed: lookUp(desk, 'wastewater', 'non-consumed-protein', 'factor', disposalUnits(desk)).value,
      industrial: collected ? of('co-discharge', 'factor') : 1,
      effluentN2oN: lookUp(desk, 'wastewater', 'effluent', 'n2o-n', undefined, 'ipcc-2006').value,
      plantGPerPerson: of('advanced-plant', 'n2o-per-person'),
    },
    source: mcf.source,
  });
  const sources = [...new Set([...emission.sources, protein.source])];
  return enter(
    desk,
    { ...emission, sources },
    `N2O by ${protein.value} g protein per person and day (${protein.region}, ${protein.year}), no advanced plant`,
  );
}

/** Kitchen waste disposal units are common in North America and Australia; elsewhere the factor without them is taken. */
function disposalUnits(desk: Desk): 'garbage-disposals' | 'no-garbage-disposals' {
  const regions = regionsOf(desk);
  return regions.includes('northern-america') || regions.includes('australia-and-new-zealand')
    ? 'garbage-disposals'
    : 'no-garbage-disposals';
}

function industrialRow(desk: Desk): InventoryRow {
  const water = lookFor(desk, 'wastewater', desk.activity, 'wastewater');
  const cod = lookFor(desk, 'wastewater', desk.activity, 'cod');
  if (water === undefined || cod === undefined)
    return unknownActivity(desk, 'the industry: beer-malt, dairy-products, pulp-paper, …');
  const mcf = lookFor(desk, 'wastewater', desk.carrier, 'mcf', 'industrial');
  if (mcf === undefined)
    return refuse(
      'unknown-carrier',
      `name the treatment as carrier, such as anaerobic-reactor; "${desk.carrier}" is none`,
    );
  return enter(
    desk,
    industrialWastewater({
      productTonnes: desk.base,
      m3PerTonne: water.value,
      codKgPerM3: cod.value,
      bo: lookUp(desk, 'wastewater', 'industrial', 'bo-cod').value,
      mcf: mcf.value,
      source: water.source,
    }),
  );
}
