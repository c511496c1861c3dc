/** Changing the cells of one row: each text is believed or refused, and the figure worked out anew. */
import {
  findUnit,
  isGpcRef,
  isMissing,
  parseNotation,
  parseOwnFactor,
  type ActivityData,
  type InventoryRow,
  type Missing,
} from '@thousand-cities/model';
import { calculated, UNKNOWN, withoutFigure, workedOut, type CalculationContext } from './calculate.ts';
import { cellText, parseQuality } from './cells.ts';
import type { GridColumn } from './columns.ts';
import { exactFigure, parseFigure, type NumberForm } from './figures.ts';

/** What is needed to change a row. */
export interface EditContext extends CalculationContext {
  readonly form: NumberForm;
}

/** Why a text is not taken, to be said in the reader's language. */
export type RefusalCode =
  | 'ref-fixed'
  | 'not-a-number'
  | 'below-nought'
  | 'unit-unknown'
  | 'factor-unreadable'
  | 'key-unknown'
  | 'key-and-figure'
  | 'quality-unknown'
  | 'result-calculated'
  | 'too-long';

/** A cell that was not taken. */
export interface Refusal {
  readonly column: GridColumn;
  readonly code: RefusalCode;
  readonly text: string;
}

/** New texts of some cells of one row. */
export type RowEdit = ReadonlyMap<GridColumn, string>;

/** Far above any note; a slip of the clipboard is caught here. */
const LONGEST = 2000;
const ACTIVITY = ['activity', 'carrier', 'amount', 'unit', 'factor'] as const satisfies readonly GridColumn[];

/** A new row. */
export const emptyRow = (ref: string): InventoryRow => ({
  ref,
  co2eTonnes: UNKNOWN,
  provenance: 'city-value',
  sources: [],
});

/** Change a row, or say every cell that is refused. Texts that say what is there already change nothing. */
export function editedRow(row: InventoryRow, edit: RowEdit, context: EditContext): InventoryRow | readonly Refusal[] {
  const changes = new Map(
    [...edit].filter(([column, text]) => text.trim() !== cellText(row, column, context.form).trim()),
  );
  if (changes.size === 0) return row;
  const refused: Refusal[] = [];
  const draft = new RowDraft(row, changes, context, refused);
  const next = draft.next();
  if (refused.length > 0) return refused;
  // What is worked out anew is the same row.
  return row.id === undefined ? next : { ...next, id: row.id };
}

class RowDraft {
  readonly #row: InventoryRow;
  readonly #changes: RowEdit;
  readonly #context: EditContext;
  readonly #refused: Refusal[];

  constructor(row: InventoryRow, changes: RowEdit, context: EditContext, refused: Refusal[]) {
    this.#row = row;
    this.#changes = changes;
    this.#context = context;
    this.#refused = refused;
  }

  next(): InventoryRow {
    for (const [column, text] of this.#changes) if (text.length > LONGEST) this.#refuse(column, 'too-long');
    if (this.#changes.has('ref')) this.#refuse('ref', 'ref-fixed');
    const key = this.#key();
    const after = key === undefined ? this.#figure() : this.#keyed(key);
    return this.#remarks(after);
  }

  #refuse(column: GridColumn, code: RefusalCode): undefined {
    this.#refused.push({ column, code, text: this.#changes.get(column)! });
    return undefined;
  }

  /** A notation typed into its cell. */
  #key(): Missing | undefined {
    const text = this.#changes.get('key')?.trim();
    if (text === undefined || text === '') return undefined;
    const key = parseNotation(text);
    if (key === undefined) return this.#refuse('key', 'key-unknown');
    const hasFigure = (['amount', 'result'] as const).some((column) => this.#changes.get(column)?.trim());
    if (hasFigure) return this.#refuse('key', 'key-and-figure');
    return { ...key, ...(key.includedIn && { includedIn: key.includedIn.filter(isGpcRef) }) };
  }

  /** A key takes the place of the figure; what the row is about stays. */
  #keyed(key: Missing): InventoryRow {
    const { activity: named, ...row } = this.#row;
    const before = isMissing(row.co2eTonnes) ? row.co2eTonnes.explanation : undefined;
    const explanation = key.explanation ?? before;
    const activity = this.#activity(named);
    const { amount: _amount, factor: _factor, ...about } = activity ?? EMPTY;
    return {
      ...withoutFigure(row),
      ...(activity && (about.activity || about.carrier || about.unit) && { activity: about }),
      co2eTonnes: { ...key, ...(explanation !== undefined && { explanation }) },
      sources: row.provenance === 'default' ? [] : row.sources,
    };
  }

  #figure(): InventoryRow {
    const changesActivity = ACTIVITY.some((column) => this.#changes.has(column));
    const clearsKey = this.#changes.has('key') && isMissing(this.#row.co2eTonnes);
    let row = this.#row;
    if (clearsKey) row = withoutFigure(row);
    if (changesActivity) {
      const { activity: named, ...rest } = row;
      const activity = this.#activity(named);
      row = workedOut(this.#row, { ...rest, ...(activity && { activity }) }, this.#context);
    } else if (clearsKey) row = workedOut(row, row, this.#context);
    const result = this.#changes.get('result')?.trim();
    return result === undefined ? row : this.#resulted(row, result);
  }

  /** The activity as it will be; undefined when nothing is left of it. */
  #activity(before: ActivityData | undefined): ActivityData | undefined {
    const { amount: oldAmount, factor: oldFactor, ...old } = before ?? EMPTY;
    const text = (column: 'activity' | 'carrier' | 'unit') => this.#changes.get(column)?.trim() ?? old[column];
    const unit = text('unit');
    if (this.#changes.has('unit') && unit !== '' && findUnit(unit) === undefined) this.#refuse('unit', 'unit-unknown');
    const amount = this.#changes.has('amount') ? this.#amount(unit) : oldAmount;
    const factor = this.#changes.has('factor') ? this.#factor(unit) : oldFactor;
    const next = {
      activity: text('activity'),
      carrier: text('carrier'),
      ...(amount !== undefined && { amount }),
      unit,
      ...(factor !== undefined && { factor }),
    };
    const isEmpty =
      next.activity === '' && next.carrier === '' && unit === '' && amount === undefined && factor === undefined;
    return isEmpty ? undefined : next;
  }

  #amount(unit: string): number | undefined {
    const text = this.#changes.get('amount')!.trim();
    if (text === '') return undefined;
    const amount = parseFigure(text, this.#context.form);
    if (amount === undefined) return this.#refuse('amount', 'not-a-number');
    const mayFall = this.#row.ref.startsWith('V.') && findUnit(unit)?.dimension === 'co2e';
    return amount < 0 && !mayFall ? this.#refuse('amount', 'below-nought') : amount;
  }

  /** `0,45` is per unit of the amount, in tonnes CO2e; a decimal comma is written as a point, which the calculator reads. */
  #factor(unit: string): string | undefined {
    const text = this.#changes.get('factor')!.trim();
    if (text === '') return undefined;
    const [, head = '', rest = ''] = /^([\d.,\s\u00a0]*\d)(.*)$/s.exec(text) ?? [];
    const value = parseFigure(head, this.#context.form);
    if (value === undefined || value < 0) return this.#refuse('factor', 'factor-unreadable');
    const written = `${exactFigure(value, { decimal: '.' })}${rest === '' ? ` t CO2e/${unit}` : rest}`;
    const isBare = rest === '' && unit === '';
    try {
      if (!isBare && parseOwnFactor(written) !== undefined) return written;
    } catch {
      // It looks like a factor and is none: said below.
    }
    return this.#refuse('factor', 'factor-unreadable');
  }

  /** A figure stated as such: taken where none is calculated. */
  #resulted(row: InventoryRow, text: string): InventoryRow {
    const worked = calculated(row, this.#context);
    const isCalculable = worked !== undefined && 'co2eTonnes' in worked;
    if (text === '') {
      if (isCalculable) this.#refuse('result', 'result-calculated');
      return { ...withoutFigure(row), sources: row.provenance === 'default' ? [] : row.sources };
    }
    const tonnes = parseFigure(text, this.#context.form);
    if (tonnes === undefined) this.#refuse('result', 'not-a-number');
    else if (tonnes < 0 && !row.ref.startsWith('V.')) this.#refuse('result', 'below-nought');
    else if (isCalculable && !agrees(tonnes, worked.co2eTonnes)) this.#refuse('result', 'result-calculated');
    if (tonnes === undefined || isCalculable) return row;
    const { quality, ...rest } = withoutFigure(row);
    return {
      ...rest,
      co2eTonnes: tonnes,
      method: 'as-reported',
      provenance: tonnes === 0 ? 'confirmed-zero' : 'city-value',
      sources: row.provenance === 'default' ? [] : row.sources,
      ...(quality && row.provenance !== 'default' && { quality }),
    };
  }

  /** Quality, sources and note, whatever the figure. */
  #remarks(row: InventoryRow): InventoryRow {
    let next = row;
    const quality = this.#changes.get('quality');
    if (quality !== undefined) {
      const judged = parseQuality(quality);
      if (judged === undefined) this.#refuse('quality', 'quality-unknown');
      const { quality: _before, ...rest } = next;
      next = judged && Object.keys(judged).length > 0 ? { ...rest, quality: judged } : rest;
    }
    const source = this.#changes.get('source');
    if (source !== undefined) {
      next = {
        ...next,
        sources: source
          .split(';')
          .map((each) => each.trim())
          .filter((each) => each !== ''),
      };
    }
    const note = this.#changes.get('note');
    return note === undefined ? next : withNote(next, note.trim());
  }
}

const EMPTY: ActivityData = { activity: '', carrier: '', unit: '' };

/** Rounded figures of another spreadsheet are those of ours: within half a per cent. */
const agrees = (stated: number, worked: InventoryRow['co2eTonnes']): boolean =>
  !isMissing(worked) && Math.abs(stated - worked) <= 0.005 * Math.max(Math.abs(stated), Math.abs(worked));

/** The reason of a key, else the note. */
function withNote(row: InventoryRow, text: string): InventoryRow {
  const { co2eTonnes } = row;
  const isReason = isMissing(co2eTonnes) && (co2eTonnes.explanation !== undefined || isKeyed(co2eTonnes));
  if (isReason) {
    const { explanation: _before, ...key } = co2eTonnes;
    return { ...row, co2eTonnes: text === '' ? key : { ...key, explanation: text } };
  }
  const { note: _before, ...rest } = row;
  return text === '' ? rest : { ...rest, note: text };
}

const isKeyed = ({ keys }: Missing): boolean => keys.some((key) => key !== 'unknown');
