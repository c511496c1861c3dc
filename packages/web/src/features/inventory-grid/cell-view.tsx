/** What stands in a cell that is not open. */
import { isMissing, type InventoryRow } from '@thousand-cities/model';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { numberFormat } from '../../i18n/numbers.ts';
import { Mark, type ValueLook } from '../explain/mark.tsx';
import { activityName, carrierName } from '../inventory/words.ts';
import { cellText } from './cells.ts';
import type { GridColumn } from './columns.ts';
import { numberFormOf } from './figures.ts';

/** How the figure of a row looks. */
export function lookOf(row: InventoryRow | undefined): ValueLook {
  if (row === undefined) return 'missing';
  if (!isMissing(row.co2eTonnes)) return row.provenance;
  // Not occurring and included elsewhere are answers.
  const isAnswer = row.co2eTonnes.keys.length > 0 && row.co2eTonnes.keys.every((key) => key === 'NO' || key === 'IE');
  return isAnswer ? row.provenance : 'missing';
}

/** What a row without a figure answers instead. */
function answerOf(row: InventoryRow | undefined): 'grid.answer.NO' | 'grid.answer.IE' | 'grid.none' {
  if (lookOf(row) === 'missing' || !row || !isMissing(row.co2eTonnes)) return 'grid.none';
  return row.co2eTonnes.keys.includes('IE') ? 'grid.answer.IE' : 'grid.answer.NO';
}

/** An amount with all its digits, thousands apart. */
export const amountShown = (value: number, locale: string): string =>
  numberFormat(locale, { maximumSignificantDigits: 15 }).format(value);

/** Tonnes to the whole one; smaller figures to three digits. */
export function tonnesShown(value: number, locale: string): string {
  const isLarge = Math.abs(value) >= 100;
  return numberFormat(locale, isLarge ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 }).format(value);
}

interface CellViewProps {
  readonly row: InventoryRow | undefined;
  readonly column: GridColumn;
}

export function CellView({ row, column }: CellViewProps) {
  const language = useLanguage();
  if (column === 'result') return <Result row={row} />;
  if (column === 'amount') {
    const amount = row?.activity?.amount;
    return amount === undefined ? null : <>{amountShown(amount, language.locale)}</>;
  }
  if (column === 'factor') return <FactorShown row={row} />;
  const text = cellText(row, column, numberFormOf(language.locale));
  // Known carriers and uses by their names, a note of ours in the reader's language; what a person writes stays as it is.
  if (column === 'carrier') return <>{carrierName(language, text)}</>;
  if (column === 'activity') return <>{activityName(language, text)}</>;
  return <>{column === 'note' ? language.phrase(text) : text}</>;
}

/** The city's own factor, or what the default comes to per unit. */
function FactorShown({ row }: Pick<CellViewProps, 'row'>) {
  const language = useLanguage();
  const own = cellText(row, 'factor', numberFormOf(language.locale));
  if (own !== '') return <>{own}</>;
  const implied = impliedFactor(row, language);
  return implied === undefined ? null : <span className="ig-implied">{implied}</span>;
}

/** `0.203 t/MWh`: what a row comes to per unit; undefined where it has no amount or no figure. */
export function impliedFactor(row: InventoryRow | undefined, { say, significant }: Language): string | undefined {
  const { amount, unit = '' } = row?.activity ?? {};
  if (!row || isMissing(row.co2eTonnes) || amount === undefined || !(amount > 0) || unit === '') return undefined;
  return say('grid.perUnit', { value: significant(row.co2eTonnes / amount), unit });
}

function Result({ row }: Pick<CellViewProps, 'row'>) {
  const { say, locale } = useLanguage();
  const look = lookOf(row);
  const figure = row && !isMissing(row.co2eTonnes) ? row.co2eTonnes : undefined;
  return (
    <span className={`ig-result look-${look}`}>
      <Mark look={look} />
      {figure === undefined ? (
        <span className="ig-none">{say(answerOf(row))}</span>
      ) : (
        <span className="num">{tonnesShown(figure, locale)}</span>
      )}
    </span>
  );
}
