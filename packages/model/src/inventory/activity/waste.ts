/** Activity of waste (III): which method takes which line; biological treatment and burning. */
import { subsectorOf } from '../gpc.ts';
import { biologicalTreatment, incineration, openBurning } from '../methods/index.ts';
import type { WasteFraction } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import type { Desk } from './desk.ts';
import { enter, lookFor, lookUp, need, refuse, unknownActivity } from './desk.ts';
import { disposalRow } from './disposal.ts';
import { mixOf } from './waste-mix.ts';
import { wastewaterRow } from './wastewater.ts';

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
    open ? openBurning(desk.base, mix, factor) : incineration(desk.base, mix, factor),
    open ? undefined : `${item} plant`,
  );
}

function missing(item: string, what: string): never {
  return refuse('missing-figure', `no ${what} of ${item} is known`);
}
