/** From what a row says of its activity to its emissions, in the browser: the model's calculator, and what stands when it refuses. */
import {
  DomainError,
  isMeasured,
  isMissing,
  type ActivityCalculator,
  type ActivityLine,
  type Inventory,
  type InventoryRow,
  type Missing,
  type PastAmount,
} from '@thousand-cities/model';

/** What calculating needs to know besides the row. */
export interface CalculationContext {
  readonly calculator: ActivityCalculator;
  readonly inventory: Pick<Inventory, 'year' | 'gwpSet'> & { readonly city: Pick<Inventory['city'], 'country'> };
  /** Earlier years of the same stream, for waste that decays over years. */
  readonly history?: (row: InventoryRow) => readonly PastAmount[];
}

export const UNKNOWN: Missing = { keys: ['unknown'] };

/** The line to calculate a row by; undefined while amount or unit are not there. */
export function lineOf(row: InventoryRow, { inventory, history }: CalculationContext): ActivityLine | undefined {
  const { activity } = row;
  if (!activity || !isMeasured(activity) || activity.unit === '') return undefined;
  const { factor, ...rest } = activity;
  const past = row.ref.startsWith('III.1.') ? history?.(row) : undefined;
  return {
    ref: row.ref,
    activity: rest,
    country: inventory.city.country,
    year: inventory.year,
    gwpSet: inventory.gwpSet,
    ...(factor !== undefined && { factorSource: factor }),
    ...(past && { history: past }),
  };
}

/** What the calculator makes of a row, or why it does not; undefined while amount or unit are not there. */
export function calculated(row: InventoryRow, context: CalculationContext): InventoryRow | DomainError | undefined {
  const line = lineOf(row, context);
  if (line === undefined) return undefined;
  try {
    return context.calculator(line);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** Parts per thousand within which a figure is taken to be the one calculated. */
const SAME = 1e-3;

const near = (one: number, other: number): boolean =>
  Math.abs(one - other) <= SAME * Math.max(Math.abs(one), Math.abs(other));

/** Whether the row's figure is the one that the calculator gives. */
export function isCalculated(row: InventoryRow, context: CalculationContext): boolean {
  if (isMissing(row.co2eTonnes)) return false;
  const result = calculated(row, context);
  return result !== undefined && !(result instanceof DomainError) && !isMissing(result.co2eTonnes)
    ? near(result.co2eTonnes, row.co2eTonnes)
    : false;
}

/**
 * Work a changed row out anew. What people have added (sources, note, quality) stays; what the calculation had added is replaced.
 *
 * - amount and unit are there: the calculator's figure; where it refuses, the figure is unknown, and the refusal is shown at its cell
 * - the amount of a figure with a factor of its own (not the calculator's) has changed: the figure goes with the amount
 * - amount or unit are not there yet: a figure that did not come from activity stays, one that did is unknown
 */
export function workedOut(before: InventoryRow, after: InventoryRow, context: CalculationContext): InventoryRow {
  const previous = calculated(before, context);
  const added = addedBy(before, previous instanceof DomainError ? undefined : previous);
  const result = calculated(after, context);
  if (result === undefined) {
    return lineOf(before, context) === undefined ? after : left(after, added);
  }
  const scaled = scaledWithAmount(before, after, context);
  if (scaled !== undefined) return scaled;
  if (result instanceof DomainError) return left(after, added);
  const { amount } = after.activity!;
  const quality = { ...result.quality, ...added.quality };
  const sources = [...new Set([...sourcesOf(result, added.sources), ...added.sources])];
  const note = added.note ?? result.note;
  const { quality: _quality, note: _note, ...figure } = result;
  return {
    ...figure,
    ...(amount === 0 && { provenance: 'confirmed-zero' as const }),
    ...(Object.keys(quality).length > 0 && { quality }),
    ...(note !== undefined && { note }),
    sources,
  };
}

/** What is left of a row when its figure cannot stand: what it is about, and what people have added. */
function left(row: InventoryRow, added: Added): InventoryRow {
  const { quality: _quality, note: _note, ...rest } = withoutFigure(row);
  return { ...rest, ...added };
}

/** A factor that names no source is its own source in the calculator; where the row names one, that is the source. */
function sourcesOf({ sources, activity }: InventoryRow, added: readonly string[]): readonly string[] {
  return added.length === 0 ? sources : sources.filter((source) => source !== activity?.factor);
}

type Added = Pick<InventoryRow, 'sources' | 'note' | 'quality'>;

/** What people have added to a row, beside what its calculation did. Nothing of a default is theirs. */
function addedBy(row: InventoryRow, previous: InventoryRow | undefined): Added {
  if (row.provenance === 'default') return { sources: [] };
  const own = new Set(previous?.sources);
  const quality = {
    ...(row.quality?.activity !== undefined && { activity: row.quality.activity }),
    ...(row.quality?.factor !== undefined &&
      row.quality.factor !== previous?.quality?.factor && { factor: row.quality.factor }),
  };
  return {
    sources: row.sources.filter((source) => !own.has(source)),
    ...(row.note !== undefined && row.note !== previous?.note && { note: row.note }),
    ...(Object.keys(quality).length > 0 && { quality }),
  };
}

/** The row without its figure: nothing of what the figure said is left. */
export function withoutFigure(row: InventoryRow): InventoryRow {
  const { gases: _gases, biogenicCo2Tonnes: _bio, method: _method, interval: _interval, ...rest } = row;
  return { ...rest, co2eTonnes: UNKNOWN, provenance: 'city-value' };
}

/** A figure by a factor that only the figure tells (an imported one): it goes with the amount, gas by gas. */
function scaledWithAmount(
  before: InventoryRow,
  after: InventoryRow,
  context: CalculationContext,
): InventoryRow | undefined {
  const [from, to] = [before.activity, after.activity];
  const wasOwn = from?.factor === undefined && !isMissing(before.co2eTonnes) && !isCalculated(before, context);
  if (!wasOwn || from?.amount === undefined || !(from.amount > 0) || to?.amount === undefined) return undefined;
  const isOnlyAmount =
    from.activity === to.activity && from.carrier === to.carrier && from.unit === to.unit && to.factor === undefined;
  if (!isOnlyAmount || from.unit === '') return undefined;
  const ratio = to.amount / from.amount;
  const { interval: _interval, ...rest } = after;
  const { gases, biogenicCo2Tonnes } = before;
  return {
    ...rest,
    co2eTonnes: (before.co2eTonnes as number) * ratio,
    ...(gases && {
      gases: Object.fromEntries(Object.entries(gases).map(([gas, tonnes = 0]) => [gas, tonnes * ratio])),
    }),
    ...(biogenicCo2Tonnes !== undefined && { biogenicCo2Tonnes: biogenicCo2Tonnes * ratio }),
    provenance: to.amount === 0 ? 'confirmed-zero' : 'city-value',
  };
}
