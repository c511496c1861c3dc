/** What a cell of the grid holds, as text: what is copied, and what stands in it when it is opened. */
import { formatNotation, isMissing, type InventoryRow, type Missing, type Quality } from '@thousand-cities/model';
import type { GridColumn } from './columns.ts';
import { exactFigure, type NumberForm } from './figures.ts';

/** Between two sources in one cell. */
export const SOURCE_BREAK = '; ';

/** The text of a cell, complete: read back, it changes nothing. Empty for a reference without a row. */
export function cellText(row: InventoryRow | undefined, column: GridColumn, form: NumberForm): string {
  if (row === undefined) return '';
  const { activity, co2eTonnes } = row;
  switch (column) {
    case 'ref':
      return row.ref;
    case 'activity':
    case 'carrier':
    case 'unit':
      return activity?.[column] ?? '';
    case 'factor':
      return factorText(activity?.factor ?? '', form);
    case 'amount':
      return activity?.amount === undefined ? '' : exactFigure(activity.amount, form);
    case 'result':
      return isMissing(co2eTonnes) ? '' : exactFigure(co2eTonnes, form);
    case 'key':
      return isMissing(co2eTonnes) ? keyText(co2eTonnes) : '';
    case 'quality':
      return qualityText(row.quality);
    case 'source':
      return row.sources.join(SOURCE_BREAK);
    case 'note':
      return noteOf(row);
  }
}

/** A factor as it is kept has a point before its decimals; it is read and written by the language. */
const factorText = (factor: string, { decimal }: NumberForm): string =>
  factor.replace(/^\d+\.\d+/, (number) => number.replace('.', decimal));

/** `unknown` is the blank cell, not something to be typed. */
function keyText(missing: Missing): string {
  return formatNotation({ ...missing, keys: missing.keys.filter((key) => key !== 'unknown') });
}

/** Activity and factor: `H/L`; one alone as `H` or `/L`. */
function qualityText(quality: InventoryRow['quality']): string {
  const { activity = '', factor } = quality ?? {};
  return factor === undefined ? activity : `${activity}/${factor}`;
}

/** Read `H`, `H/L`, `/L`, in any case. Undefined for anything else; empty for no judgement. */
export function parseQuality(text: string): NonNullable<InventoryRow['quality']> | undefined {
  const match = /^\s*([HML])?\s*(?:\/\s*([HML])?)?\s*$/i.exec(text);
  if (match === null) return undefined;
  const [activity, factor] = [match[1], match[2]].map((letter) => letter?.toUpperCase() as Quality | undefined);
  return { ...(activity !== undefined && { activity }), ...(factor !== undefined && { factor }) };
}

/** The reason behind a notation key, else the note of the row: a row with a key has its reason where others have their note. */
function noteOf({ co2eTonnes, note }: InventoryRow): string {
  return (isMissing(co2eTonnes) ? (co2eTonnes.explanation ?? note) : note) ?? '';
}
