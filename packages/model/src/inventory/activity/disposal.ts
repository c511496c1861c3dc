/** Solid waste disposal (III.1): first-order decay where the table has the history, else methane commitment. */
import { convert } from '../../units.ts';
import { firstOrderDecay, methaneCommitment } from '../methods/index.ts';
import type { DecayFactor, YearOfDisposal } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import type { PastAmount } from './line.ts';
import { decayClimate } from './climate.ts';
import type { Desk } from './desk.ts';
import { enter, lookFor, lookUp, need } from './desk.ts';
import type { MixPart } from './waste-mix.ts';
import { mixOf } from './waste-mix.ts';

/** Kinds of site; the longer name first where one holds another. */
const SITES = [
  'managed-anaerobic',
  'managed-active-aeration-well',
  'managed-active-aeration-poorly',
  'managed-semi-aerobic-poorly',
  'managed-semi-aerobic',
  'unmanaged-deep',
  'unmanaged-shallow',
  'uncategorised',
] as const;

/** Consecutive years before the inventory year from which decay is calculated. Fifty are wanted; what lies before them is not counted. */
export const LEAST_HISTORY = 10;

/** Calculate a line of III.1. The site is named in the activity, else uncategorised. */
export function disposalRow(desk: Desk): InventoryRow {
  need(desk, 'mass');
  const past = yearsBefore(desk.line.year, desk.line.history ?? []);
  return past.length >= LEAST_HISTORY ? decayRow(desk, past) : commitmentRow(desk, past.length);
}

/** The unbroken run of years that ends the year before, oldest first. */
export function yearsBefore(year: number, history: readonly PastAmount[]): readonly PastAmount[] {
  const byYear = new Map(history.map((past) => [past.year, past]));
  const run: PastAmount[] = [];
  for (let earlier = year - 1; ; earlier--) {
    const past = byYear.get(earlier);
    if (past === undefined) return run.toReversed();
    run.push(past);
  }
}

function siteOf(desk: Desk): (typeof SITES)[number] {
  return SITES.find((name) => desk.activity.includes(name)) ?? 'uncategorised';
}

/** Methane commitment of the year's waste, with the GPC's DOC_f. */
function commitmentRow(desk: Desk, years: number): InventoryRow {
  const site = siteOf(desk);
  const mcf = lookUp(desk, 'waste-solid', site, 'mcf');
  const emission = methaneCommitment({
    tonnes: desk.base,
    doc: mixOf(desk).reduce(
      (sum, { item, part }) => sum + part * lookUp(desk, 'waste-solid', item, 'doc-wet').value,
      0,
    ),
    docf: lookUp(desk, 'waste-solid', 'all-waste', 'docf', undefined, 'gpc-v1.1').value,
    mcf: mcf.value,
    methaneShare: lookUp(desk, 'waste-solid', 'landfill-gas', 'ch4-fraction').value,
    recoveredShare: 0,
    oxidation: 0,
    source: mcf.source,
  });
  const history = years === 0 ? 'no history' : `a history of ${years} years, fewer than ${LEAST_HISTORY},`;
  return enter(desk, emission, `methane commitment, ${site} site, no recovery, no oxidation; ${history} in the table`);
}

/** First-order decay of all years of the table, with the IPCC's DOC_f; the composition of today for all of them. */
function decayRow(desk: Desk, past: readonly PastAmount[]): InventoryRow {
  const site = siteOf(desk);
  const mcf = lookUp(desk, 'waste-solid', site, 'mcf').value;
  const { climate, assumed } = decayClimate(desk);
  const mix = mixOf(desk).map((kind) => ({ ...kind, factor: decayOf(desk, kind, climate) }));
  const decaying = mix.filter((kind): kind is MixPart & { factor: DecayFactor } => kind.factor !== undefined);
  const history = past.map(({ year, amount, unit }): YearOfDisposal => ({
    year,
    mcf,
    tonnes: Object.fromEntries(decaying.map(({ item, part }) => [item, part * convert(amount, unit, 't')])),
  }));
  const landfill = {
    history,
    decay: Object.fromEntries(decaying.map(({ item, factor }) => [item, factor])),
    methaneShare: lookUp(desk, 'waste-solid', 'landfill-gas', 'ch4-fraction').value,
    oxidation: 0,
    recoveredTonnes: 0,
  };
  const note = `first-order decay of waste since ${past[0]!.year}, ${site} site, ${climate} climate${assumed ? ' assumed' : ''}, no recovery, no oxidation; older waste is not counted`;
  return enter(desk, firstOrderDecay(landfill, desk.line.year), note);
}

/** `undefined` for what does not decay: no degradable carbon, or no decay rate in the guidelines (rubber and leather). */
function decayOf(desk: Desk, { item }: MixPart, climate: string): DecayFactor | undefined {
  const doc = lookUp(desk, 'waste-solid', item, 'doc-wet').value;
  const k = lookFor(desk, 'waste-solid', item, 'k', climate);
  if (doc === 0 || k === undefined) return undefined;
  const docf = lookUp(desk, 'waste-solid', 'all-waste', 'docf', undefined, 'ipcc-2006').value;
  return { doc, docf, k: k.value, source: k.source };
}
