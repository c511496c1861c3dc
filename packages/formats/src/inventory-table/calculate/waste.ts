/** Activity of waste and wastewater (III). */
import type { InventoryRow, WasteFraction } from '@thousand-cities/model';
import {
  biologicalTreatment,
  domesticWastewater,
  industrialWastewater,
  methaneCommitment,
  subsectorOf,
  wasteBurning,
} from '@thousand-cities/model';
import type { Desk } from './desk.ts';
import { enter, lookFor, lookUp, need, refuse, unknownActivity } from './desk.ts';

/** Calculate a line of sector III. */
export function wasteRow(desk: Desk): InventoryRow {
  switch (subsectorOf(desk.line.ref)) {
    case 'III.1':
      return disposalRow(desk);
    case 'III.2':
      return biologicalRow(desk);
    case 'III.3':
      return burningRow(desk);
    default:
      return wastewaterRow(desk);
  }
}

const SITES = [
  'managed-anaerobic',
  'managed-semi-aerobic',
  'unmanaged-deep',
  'unmanaged-shallow',
  'uncategorised',
] as const;

/** Methane commitment of the year's waste, with the GPC's DOC_f; the site is named in the activity, else uncategorised. */
function disposalRow(desk: Desk): InventoryRow {
  need(desk, 'mass');
  const site = SITES.find((name) => desk.activity.includes(name)) ?? 'uncategorised';
  const mcf = lookUp(desk, 'waste-solid', site, 'mcf');
  const docf = lookUp(desk, 'waste-solid', 'all-waste', 'docf', undefined, 'gpc-v1.1');
  const gas = lookUp(desk, 'waste-solid', 'landfill-gas', 'ch4-fraction');
  const emission = methaneCommitment({
    tonnes: desk.base,
    doc: mixOf(desk).reduce(
      (sum, { item, part }) => sum + part * lookUp(desk, 'waste-solid', item, 'doc-wet').value,
      0,
    ),
    docf: docf.value,
    mcf: mcf.value,
    methaneShare: gas.value,
    recoveredShare: 0,
    oxidation: 0,
    source: mcf.source,
  });
  return enter(desk, emission, `methane commitment, ${site} site, no recovery, no oxidation`);
}

function biologicalRow(desk: Desk): InventoryRow {
  need(desk, 'mass');
  const way = desk.activity.includes('digest')
    ? 'anaerobic-digestion'
    : desk.activity.includes('compost')
      ? 'composting'
      : undefined;
  if (way === undefined) return unknownActivity(desk, 'composting, anaerobic digestion');
  const ch4 = lookUp(desk, 'waste-biological', way, 'ch4', 'wet');
  const n2o = lookUp(desk, 'waste-biological', way, 'n2o', 'wet');
  return enter(
    desk,
    biologicalTreatment(desk.base, { ch4GPerKg: ch4.value, n2oGPerKg: n2o.value, source: ch4.source }),
  );
}

const PLANTS = [
  'continuous-fluidised-bed',
  'semi-continuous-stoker',
  'semi-continuous-fluidised-bed',
  'batch-stoker',
  'batch-fluidised-bed',
  'continuous-stoker',
] as const;

function burningRow(desk: Desk): InventoryRow {
  need(desk, 'mass');
  const open = desk.activity.includes('open');
  if (!open && !desk.activity.includes('incinerat')) return unknownActivity(desk, 'incineration, open burning');
  // Longer names first: "semi-continuous-stoker" holds "continuous-stoker".
  const plant = PLANTS.toSorted((one, other) => other.length - one.length).find((name) => desk.activity.includes(name));
  const item = open ? 'open-burning' : (plant ?? 'continuous-stoker');
  const n2o = lookUp(desk, 'incineration', item, 'n2o');
  const factor = {
    oxidation: lookUp(desk, 'incineration', open ? 'open-burning' : 'incineration', 'oxidation-factor').value,
    ch4GPerTonne: lookUp(desk, 'incineration', item, 'ch4').value,
    n2oGPerTonne: n2o.value,
    n2oBasis: n2o.unit.endsWith('dry') ? ('dry' as const) : ('wet' as const),
    source: n2o.source,
  };
  const mix = mixOf(desk).map((kind): WasteFraction => {
    const of = (parameter: string): number | undefined => lookFor(desk, 'waste-solid', kind.item, parameter)?.value;
    // Metal and glass have no carbon in the table because they hold none.
    const inert = kind.item === 'metal' || kind.item === 'glass';
    return {
      share: kind.part,
      dryMatter: of('dry-matter') ?? missing(kind.item, 'dry matter'),
      carbon: of('total-carbon') ?? (inert ? 0 : missing(kind.item, 'carbon')),
      fossil: of('fossil-carbon-share') ?? missing(kind.item, 'fossil carbon'),
    };
  });
  return enter(
    desk,
    wasteBurning(open ? 'open-burning' : 'incineration', desk.base, mix, factor),
    open ? undefined : `${item} plant`,
  );
}

/** Kinds of waste in the table of compositions. */
const KINDS = [
  'food',
  'garden-park',
  'paper-cardboard',
  'wood',
  'textiles',
  'nappies',
  'rubber-leather',
  'plastics',
  'metal',
  'glass',
  'other-inert',
] as const;

interface MixPart {
  readonly item: string;
  readonly part: number;
}

/** One kind named as carrier, or the regional mix; what a regional mix leaves out is counted as inert. */
function mixOf(desk: Desk): readonly MixPart[] {
  const one = KINDS.find((kind) => kind === desk.carrier) ?? SIMPLE[desk.carrier];
  if (one !== undefined) return [{ item: one, part: 1 }];
  if (desk.carrier !== '' && desk.carrier !== 'mixed-msw' && desk.carrier !== 'msw') {
    refuse('unknown-carrier', `"${desk.line.activity.carrier}" is not a kind of waste this program knows`);
  }
  const parts = KINDS.flatMap((item) => {
    const share = lookFor(desk, 'waste-solid', item, 'composition');
    return share === undefined ? [] : [{ item: item as string, part: share.value }];
  });
  const sum = parts.reduce((all, { part }) => all + part, 0);
  if (parts.length === 0) refuse('missing-figure', 'no composition of waste for this region');
  if (sum >= 1) return parts.map(({ item, part }) => ({ item, part: part / sum }));
  return [...parts.filter(({ item }) => item !== 'other-inert'), inertRest(parts, sum)];
}

function inertRest(parts: readonly MixPart[], sum: number): MixPart {
  const stated = parts.find(({ item }) => item === 'other-inert')?.part;
  return { item: 'other-inert', part: 1 - sum + (stated === undefined ? 0 : stated) };
}

const SIMPLE: Readonly<Record<string, (typeof KINDS)[number]>> = {
  paper: 'paper-cardboard',
  garden: 'garden-park',
  'organic-waste': 'food',
  plastic: 'plastics',
};

function wastewaterRow(desk: Desk): InventoryRow {
  if (desk.unit.dimension === 'person') return domesticRow(desk);
  need(desk, 'mass', 'person');
  return industrialRow(desk);
}

/** CH4 of the residents served, by treatment. Their nitrogen needs protein, which is not known by default. */
function domesticRow(desk: Desk): InventoryRow {
  const mcf = lookFor(desk, 'wastewater', desk.activity, 'mcf') ?? lookFor(desk, 'wastewater', desk.carrier, 'mcf');
  if (mcf === undefined)
    return unknownActivity(desk, 'the treatment: septic-system, latrine-wet, aerobic-well-managed, deep-lagoon, …');
  const of = (item: string, parameter: string): number => lookUp(desk, 'wastewater', item, parameter).value;
  const treatment = mcf.keys['item']!;
  const collected = !treatment.startsWith('latrine') && treatment !== 'septic-system' && treatment !== 'sea-river-lake';
  const emission = domesticWastewater(desk.base, [{ share: 1, mcf: mcf.value, collected }], {
    bodGPerPersonDay: of('domestic', 'bod'),
    bo: of('domestic', 'bo-bod'),
    source: mcf.source,
  });
  return enter(desk, emission, 'CH4 only: N2O of the effluent needs the protein eaten, which was not given');
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

function missing(item: string, what: string): never {
  return refuse('missing-figure', `no ${what} of ${item} is known`);
}
