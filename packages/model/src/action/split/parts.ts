/** From one inventory row to its parts by use and carrier, each with activity, factors and spread; CO2e of the row is kept exactly. */
import type { Finding } from '../../finding.ts';
import { co2eOf, type GasMasses, type GwpSet } from '../../gas.ts';
import { isMeasured } from '../../inventory/types.ts';
import type { InventoryRow, MeasuredActivity } from '../../inventory/types.ts';
import type { Provenance, Spread } from '../../source.ts';
import type { ActivityUnit, Carrier, EndUse } from '../types.ts';
import { carrierNamed, endUseNamed, toActivityUnit } from './carriers.ts';
import { factorOfCell, type FactorContext } from './factor.ts';
import { sharesFor, type DefaultPlace } from './shares.ts';
import { combineFactor95, partFactor95, rowFactor95, splitUncertainty } from './spread.ts';
import type { SplitShares } from './types.ts';

/** A piece of a row on its way to becoming a cell. */
export interface CellPart {
  readonly ref: string;
  readonly use: EndUse;
  readonly carrier: Carrier;
  readonly amount: number;
  readonly unit: ActivityUnit;
  readonly factors: GasMasses;
  readonly provenance: Provenance;
  readonly uncertainty: { readonly activity: Spread; readonly factor: Spread };
  readonly sources: readonly string[];
  readonly note?: string;
  readonly sink?: boolean;
}

export interface PartContext extends FactorContext {
  readonly splits: SplitShares;
  readonly place: DefaultPlace;
  /** Findings are pushed here. */
  readonly findings: Finding[];
}

/** A use × carrier share of a row before it has an amount. */
interface Pair {
  readonly use: EndUse;
  readonly carrier: Carrier;
  readonly share: number;
  readonly factor95: number;
  readonly provenance: Provenance;
  readonly sources: readonly string[];
}

type NoteCode = 'split-missing' | 'activity-not-used' | 'negative-row';

const note = (context: PartContext, code: NoteCode, ref: string, message: string, remedy: string) =>
  context.findings.push({ code, severity: 'note', path: ['inventory', ref], message, remedy, values: { ref } });

/** Shares of uses for one carrier of a reference; a sole use needs no table. */
function usesOf(ref: string, carrier: Carrier, context: PartContext) {
  const rows = context.splits.uses.filter((row) => row.carriers.includes(carrier));
  return sharesFor(rows, (row) => row.use, ref, context.place);
}

/** Default pairs of a reference: carriers, then uses of each. */
function defaultPairs(ref: string, context: PartContext): Pair[] {
  const carriers = sharesFor(context.splits.carriers, (row) => row.carrier, ref, context.place);
  return carriers.flatMap((carrier) =>
    usesOf(ref, carrier.key, context).map((use) => ({
      use: use.key,
      carrier: carrier.key,
      share: carrier.share * use.share,
      factor95: combineFactor95(carrier.factor95, use.factor95),
      provenance: carrier.provenance === 'assumption' ? carrier.provenance : use.provenance,
      sources: [...new Set([...carrier.sources, ...use.sources])],
    })),
  );
}

/** The whole row as one cell of CO2e: where no default speaks, or the row is negative outside land use. */
function wholePart(row: InventoryRow, co2e: number, gwpSet: GwpSet, why: string): CellPart {
  const land = row.ref === 'V.2';
  const factors = row.gases && co2e !== 0 ? weighedTo(row.gases, 1, gwpSet) : { CO2: 1 };
  return {
    ref: row.ref,
    use: land ? 'land' : 'other',
    carrier: land ? 'none' : 'other-fuel',
    amount: co2e,
    unit: 't CO2e',
    factors,
    provenance: land ? row.provenance : 'default',
    uncertainty: splitUncertainty(row.ref, rowFactor95(row), 1),
    sources: row.sources,
    note: why,
    ...(land || co2e < 0 ? { sink: true } : {}),
  };
}

/** The same mixture of gases, sized so that one unit weighs `co2ePerUnit`; CO2 where the mixture weighs nothing. */
function weighedTo(gases: GasMasses, co2ePerUnit: number, gwpSet: GwpSet): GasMasses {
  const weighed = co2eOf(gases, gwpSet);
  if (weighed === 0) return { CO2: co2ePerUnit };
  return Object.fromEntries(Object.entries(gases).map(([species, mass]) => [species, (mass! * co2ePerUnit) / weighed]));
}

/**
 * Turn a row's CO2e into parts by default shares. Where every part is energy, shares are of energy: the part's activity is
 * A_j = E · s_j / Σ s_k f_k. Otherwise shares are of CO2e: A_j = E · s_j / f_j.
 */
function splitTotal(row: InventoryRow, co2e: number, context: PartContext): CellPart[] {
  const pairs = defaultPairs(row.ref, context).flatMap((pair) => {
    const factor = factorOfCell(row.ref, pair.use, pair.carrier, context);
    return factor && factor.co2ePerUnit > 0 ? [{ pair, factor }] : [];
  });
  if (pairs.length === 0) {
    const text = `no default share or factor speaks of ${row.ref} here`;
    note(
      context,
      'split-missing',
      row.ref,
      `${text}; it stays one cell`,
      'Give activity data by fuel for this reference.',
    );
    return [wholePart(row, co2e, context.gwpSet, text)];
  }
  const energy = pairs.every(({ factor }) => factor.unit === 'MWh');
  const weights = pairs.map(({ pair, factor }) => (energy ? pair.share * factor.co2ePerUnit : pair.share));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const total95 = rowFactor95(row);
  return pairs.map(({ pair, factor }, index) => {
    const share = weights[index]! / sum;
    return {
      ref: row.ref,
      use: pair.use,
      carrier: pair.carrier,
      amount: (co2e * share) / factor.co2ePerUnit,
      unit: factor.unit,
      factors: factor.factors,
      provenance: pair.provenance === 'assumption' ? 'assumption' : 'default',
      uncertainty: splitUncertainty(row.ref, total95, partFactor95(pair.factor95, share)),
      sources: [...new Set([...row.sources, ...pair.sources, factor.source])],
      note: `${(share * 100).toFixed(1)} % of ${row.ref} by default shares`,
    };
  });
}

/** Parts of a row that says its carrier and amount: the city's own activity, split by use only where the carrier has several. */
function splitActivity(
  row: InventoryRow,
  data: MeasuredActivity,
  co2e: number,
  context: PartContext,
): CellPart[] | undefined {
  const carrier = carrierNamed(data.carrier);
  const measured = toActivityUnit(data.amount, data.unit);
  if (!carrier || !measured || !(measured.amount > 0)) {
    const text = `activity "${data.amount} ${data.unit} ${data.carrier}" of ${row.ref} is not in the cell vocabulary`;
    note(
      context,
      'activity-not-used',
      row.ref,
      `${text}; its CO2e is split by default shares`,
      'Name a known fuel in an energy unit.',
    );
    return undefined;
  }
  const named = endUseNamed(data.activity);
  const uses = named ? [{ key: named, share: 1, factor95: 1, sources: [] }] : usesOf(row.ref, carrier, context);
  const tables = uses.map((use) => factorOfCell(row.ref, use.key, carrier, context));
  if (uses.length === 0 || tables.some((table) => table && table.unit !== measured.unit)) return undefined;
  return uses.map((use, index) => {
    const table = tables[index];
    const shape = row.gases ?? table?.factors ?? { CO2: 1 };
    return {
      ref: row.ref,
      use: use.key,
      carrier,
      amount: measured.amount * use.share,
      unit: measured.unit,
      factors: weighedTo(shape, co2e / measured.amount, context.gwpSet),
      provenance: row.provenance,
      uncertainty: {
        activity: { factor95: combineFactor95(rowFactor95(row), partFactor95(use.factor95, use.share)) },
        factor: { factor95: table?.factor95 ?? 1.1, sharedBy: `factor:${carrier}` },
      },
      sources: [...new Set([...row.sources, ...use.sources])],
      ...(uses.length === 1
        ? {}
        : { note: `carrier and total are the city's; ${(use.share * 100).toFixed(1)} % to this use by default` }),
    };
  });
}

/** Give each part the row's own gases where they are known: species by species in the proportion of the default masses. */
function withRowGases(parts: CellPart[], gases: GasMasses, co2e: number, gwpSet: GwpSet): CellPart[] {
  const weighed = co2eOf(gases, gwpSet);
  if (weighed === 0) return parts;
  const sums: Record<string, number> = {};
  for (const part of parts) {
    for (const [species, mass] of Object.entries(part.factors)) {
      sums[species] = (sums[species] ?? 0) + part.amount * mass!;
    }
  }
  return parts.map((part) => {
    const share = (part.amount * co2eOf(part.factors, gwpSet)) / co2e;
    const factors: Partial<Record<string, number>> = {};
    for (const [species, mass] of Object.entries(gases)) {
      const sum = sums[species];
      const own = sum ? ((part.factors[species] ?? 0) * mass!) / sum : (mass! * share) / part.amount;
      if (own !== 0) factors[species] = (own * co2e) / weighed;
    }
    if (gases['CO2-biogenic'] === undefined && part.factors['CO2-biogenic'] !== undefined) {
      factors['CO2-biogenic'] = part.factors['CO2-biogenic'];
    }
    return { ...part, factors };
  });
}

/** Split one row with a figure into parts. Σ amount · CO2e factor over the parts is the row's CO2e. */
export function partsOfRow(row: InventoryRow, co2e: number, context: PartContext): CellPart[] {
  if (row.ref === 'V.2') return [wholePart(row, co2e, context.gwpSet, 'land-stock change, positive or negative')];
  if (co2e < 0) {
    note(
      context,
      'negative-row',
      row.ref,
      `${row.ref} is negative; it stays one cell`,
      'Report removals under V.2 only.',
    );
    return [wholePart(row, co2e, context.gwpSet, 'negative outside land use')];
  }
  if (co2e === 0) return [];
  const { activity } = row;
  // Activity without an amount says nothing yet: the row is split like one without.
  const measured = activity && isMeasured(activity) ? splitActivity(row, activity, co2e, context) : undefined;
  if (measured && measured.length > 0) return measured;
  const parts = splitTotal(row, co2e, context);
  if (!row.gases || parts.some(isWhole)) return parts;
  return withRowGases(parts, row.gases, co2e, context.gwpSet).filter(
    ({ factors }) => co2eOf(factors, context.gwpSet) > 0,
  );
}

/** The row kept as one cell of CO2e: it has its gases already. */
function isWhole(part: CellPart): boolean {
  return part.unit === 't CO2e' && part.carrier === 'other-fuel';
}
