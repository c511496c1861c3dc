/** The cells of an inventory row as plain values, so that two rows can be held against each other. */
import { formatNotation, isMissing, type InventoryRow, type Reported } from '@thousand-cities/model';

/** What is compared and shown of a row, in the order of the grid. */
export const CELLS = ['activity', 'carrier', 'amount', 'unit', 'factor', 'result', 'provenance', 'quality', 'source', 'note'] as const; // prettier-ignore
export type CellName = (typeof CELLS)[number];

/** A figure, a text, or nothing. */
export type CellValue = number | string | undefined;

/** A cell that differs. */
export interface CellChange {
  readonly cell: CellName;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** A figure as it is, a missing one as its key and explanation. */
export function resultCell(value: Reported): CellValue {
  if (!isMissing(value)) return value;
  const key = formatNotation(value);
  return value.explanation === undefined ? key : `${key} (${value.explanation})`;
}

/** The value of one cell of a row. */
export function cellOf(row: InventoryRow, cell: CellName): CellValue {
  const { activity, quality } = row;
  switch (cell) {
    case 'activity':
    case 'carrier':
    case 'unit':
    case 'factor':
      return blank(activity?.[cell]);
    case 'amount':
      return activity?.amount;
    case 'result':
      return resultCell(row.co2eTonnes);
    case 'provenance':
      return row.provenance;
    case 'quality':
      return blank([quality?.activity, quality?.factor].map((grade) => grade ?? '').join('/')); // prettier-ignore
    case 'source':
      return blank(row.sources.join('; '));
    case 'note':
      return blank(row.note);
  }
}

const blank = (text: string | undefined): string | undefined => (text === '' || text === '/' ? undefined : text);

/** Cells in which two rows differ; figures that agree to nine digits are the same. */
export function changesBetween(before: InventoryRow, after: InventoryRow): readonly CellChange[] {
  return CELLS.flatMap((cell) => {
    const [old, now] = [cellOf(before, cell), cellOf(after, cell)];
    return sameCell(old, now) ? [] : [{ cell, before: old, after: now }];
  });
}

function sameCell(one: CellValue, other: CellValue): boolean {
  if (typeof one === 'number' && typeof other === 'number') return sameFigure(one, other);
  return one === other;
}

/** Equal to nine digits: what is left of a figure after it has been through a spreadsheet. */
export function sameFigure(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}
