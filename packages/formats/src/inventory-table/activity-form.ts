/** Rows of the activity form: how much of what, from which emissions are calculated. */
import type {
  ActivityCalculator,
  ActivityLine,
  GpcRef,
  GwpSetId,
  InventoryRow,
  PastAmount,
} from '@thousand-cities/model';
import { DomainError, parseNotation, subsectorOf } from '@thousand-cities/model';
import type { FormatErrorCode } from '../format-error.ts';
import type { Cells } from './cells.ts';
import type { Column } from './columns.ts';
import type { Group } from './group.ts';
import { noteOnce, notationOf, refOf, rowIdOf } from './group.ts';

/** What reading a row needs to know besides the row. */
export interface ActivityContext {
  readonly calculator: ActivityCalculator;
  readonly country: string;
  readonly gwpSet: GwpSetId;
  /** Keeps lines that need other years, until all of the table is read. */
  readonly waiting: WaitingLines;
}

/** Read one row into its group. @throws {FormatError} */
export function readActivityRow(cells: Cells, group: Group, context: ActivityContext): void {
  const ref = refOf(cells);
  const activity = cells.required('activity', 'Name the activity, such as "natural gas use" or "landfill".');
  const carrier = cells.text('carrier');
  const unit = cells.text('unit');
  const factorSource = cells.text('factor_source');
  const id = rowIdOf(group, cells);
  const known = id === undefined ? {} : { id };
  const key = [ref, activity, carrier, unit, factorSource].join('\u0000').toLowerCase();
  if (id === undefined) noteOnce(group, key, cells, 'Add the two amounts up, or name the activities apart.');
  const said = cells.text('amount');
  // A key may name references, as in `IE (II.1.1)`.
  if (!/\d/.test(said) || (/^[A-Za-z]/.test(said) && parseNotation(said) !== undefined)) {
    group.rows.push({ ...known, ...missingRow(cells, ref) });
    return;
  }
  const amount = amountOf(cells, ref, unit);
  const line: ActivityLine = {
    ref,
    activity: { activity, carrier, amount, unit: cells.required('unit', 'Write the unit of the amount, such as MWh.') },
    country: context.country,
    year: group.year,
    gwpSet: context.gwpSet,
    ...(factorSource !== '' && { factorSource }),
  };
  const source = cells.text('source');
  if (subsectorOf(ref) === 'III.1') {
    context.waiting.add({ group, index: group.rows.length, row: cells.row, line, source });
    group.rows.push({ ...known, ref, co2eTonnes: { keys: ['unknown'] }, provenance: 'city-value', sources: [] });
    return;
  }
  group.rows.push({ ...known, ...finished(calculate(cells, line, context.calculator), line, source) });
}

/** The row with its source, and the city's own factor as written, so that a later amount is multiplied by it again. */
function finished(row: InventoryRow, { factorSource }: ActivityLine, source: string): InventoryRow {
  const isNew = source !== '' && !row.sources.includes(source);
  const sourced = isNew ? { ...row, sources: [...row.sources, source] } : row;
  const { activity } = sourced;
  if (row.method !== 'own-factor' || activity === undefined || factorSource === undefined) return sourced;
  return { ...sourced, activity: { ...activity, factor: factorSource } };
}

/** A line whose calculation needs other years of the table. */
interface WaitingLine {
  readonly group: Group;
  /** Its place among the rows of the group. */
  readonly index: number;
  /** Row of the file. */
  readonly row: number;
  readonly line: ActivityLine;
  readonly source: string;
}

/** Lines of solid waste disposal: each is calculated with the earlier years of its stream. */
export class WaitingLines {
  readonly #lines: WaitingLine[] = [];

  add(line: WaitingLine): void {
    this.#lines.push(line);
  }

  /**
   * Calculate all of them into their groups. `refuse` is told of a line that cannot be calculated, and may throw; when it does not, the
   * line is taken out.
   *
   * @param refuse gets a `FormatError` naming the row of the line
   */
  settle(cells: Cells, calculator: ActivityCalculator, refuse: (error: unknown) => void): void {
    const failed: WaitingLine[] = [];
    const streams = new Map<string, WaitingLine[]>();
    for (const waiting of this.#lines) {
      const stream = streams.get(streamOf(waiting));
      if (stream === undefined) streams.set(streamOf(waiting), [waiting]);
      else stream.push(waiting);
    }
    for (const waiting of this.#lines) {
      const { group, index, row, line, source } = waiting;
      const history = streams
        .get(streamOf({ group, line }))!
        .filter((other) => other.line.year < line.year)
        .map((other): PastAmount => {
          const { amount, unit } = other.line.activity;
          return { year: other.line.year, amount, unit };
        });
      cells.row = row;
      try {
        const { id } = group.rows[index]!;
        const row = finished(calculate(cells, { ...line, history }, calculator), line, source);
        group.rows[index] = { ...(id !== undefined && { id }), ...row };
      } catch (error) {
        refuse(error);
        failed.push(waiting);
      }
    }
    for (const { group, index } of failed.toReversed()) {
      group.rows.splice(index, 1);
      group.fileRows.splice(index, 1);
    }
  }
}

function streamOf({ group, line }: Pick<WaitingLine, 'group' | 'line'>): string {
  const { activity, carrier } = line.activity;
  return [group.city, group.country, line.ref, activity, carrier].join('\u0000').toLowerCase();
}

function missingRow(cells: Cells, ref: GpcRef): InventoryRow {
  const text = cells.text('amount');
  if (text !== '' && !/^[a-z;,/ ().]+$/i.test(text) && parseNotation(text) === undefined) cells.number('amount');
  return { ref, co2eTonnes: notationOf(cells, 'amount'), provenance: 'city-value', sources: [] };
}

function amountOf(cells: Cells, ref: GpcRef, unit: string): number {
  const amount = cells.number('amount');
  if (amount === undefined) {
    return cells.fail('cell-empty', 'amount', 'The amount is empty.', 'Write a number, 0 or a notation key.');
  }
  // Land takes up: emissions given as such may be below nought there, as in the long form.
  if (amount >= 0 || (ref.startsWith('V.') && /co2e$/i.test(unit))) return amount;
  return cells.fail(
    'number-negative',
    'amount',
    `${amount} is below nought.`,
    'Give what was used, made or thrown away. Exports and avoided emissions are not negative amounts.',
  );
}

/** Refusals of the calculation, by the column that caused them. */
const BLAME: Readonly<Record<string, readonly [FormatErrorCode, Column]>> = {
  'unit-mismatch': ['unit-unfit', 'unit'],
  'unknown-unit': ['unit-unknown', 'unit'],
  'unknown-carrier': ['carrier-unknown', 'carrier'],
  'unknown-gas': ['carrier-unknown', 'carrier'],
  'unknown-country': ['country-unknown', 'country'],
  'missing-figure': ['factor-missing', 'factor_source'],
  'unknown-activity': ['activity-unknown', 'activity'],
  'not-a-number': ['cell-not-a-number', 'amount'],
  'out-of-range': ['cell-not-a-number', 'amount'],
};

const REMEDY: Readonly<Partial<Record<FormatErrorCode, string>>> = {
  'unit-unfit': 'Give the amount in a unit of the right kind, or a factor per this unit in "factor_source".',
  'unit-unknown': 'Use a unit such as MWh, GJ, t, kg, L, m3, vkm, head or person.',
  'carrier-unknown': 'Use a carrier from the list in the guide, such as natural-gas, diesel or grid-electricity.',
  'country-unknown': 'Write the ISO 3166-1 code or the English name of the country.',
  'factor-missing': 'Give the factor and its source in "factor_source", such as "0.45 t/MWh, utility report 2021".',
  'activity-unknown': 'Name the activity as in the guide, or give a factor in "factor_source".',
};

function calculate(cells: Cells, line: ActivityLine, calculator: ActivityCalculator): InventoryRow {
  try {
    return calculator(line);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const blame = BLAME[error.code];
    if (blame === undefined) throw error;
    const [code, column] = blame;
    const problem = `${error.message.charAt(0).toUpperCase()}${error.message.slice(1).replace(/\.?$/, '.')}`;
    return cells.fail(code, column, problem, REMEDY[code] ?? 'Correct the cell.');
  }
}
