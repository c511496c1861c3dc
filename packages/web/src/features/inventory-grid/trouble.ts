/** Why a row that has been filled says nothing: what is missing or cannot be calculated, and at which cell. */
import { DomainError, isMissing, type DomainErrorCode, type InventoryRow } from '@thousand-cities/model';
import { calculated, type CalculationContext } from './calculate.ts';
import type { GridColumn } from './columns.ts';

export type TroubleCode =
  | 'unit-missing'
  | 'amount-missing'
  | 'unit-unfit'
  | 'carrier-unknown'
  | 'activity-unknown'
  | 'factor-missing'
  | 'not-calculated';

export interface Trouble {
  readonly code: TroubleCode;
  readonly column: GridColumn;
}

const BLAME: Readonly<Partial<Record<DomainErrorCode, readonly [TroubleCode, GridColumn]>>> = {
  'unit-mismatch': ['unit-unfit', 'unit'],
  'unknown-unit': ['unit-unfit', 'unit'],
  'unknown-carrier': ['carrier-unknown', 'carrier'],
  'unknown-gas': ['carrier-unknown', 'carrier'],
  'unknown-activity': ['activity-unknown', 'activity'],
  'missing-figure': ['factor-missing', 'factor'],
};

/** The trouble of a row; undefined where it has a figure, a key, or nothing at all. */
export function troubleOf(row: InventoryRow, context: CalculationContext): Trouble | undefined {
  const { activity, co2eTonnes } = row;
  if (!activity) return undefined;
  if (activity.amount !== undefined && activity.unit === '') return { code: 'unit-missing', column: 'unit' };
  const isOpen = isMissing(co2eTonnes) && co2eTonnes.keys.every((key) => key === 'unknown');
  if (!isOpen) return undefined;
  if (activity.amount === undefined) return { code: 'amount-missing', column: 'amount' };
  const result = calculated(row, context);
  if (!(result instanceof DomainError)) return undefined;
  const [code, column] = BLAME[result.code] ?? ['not-calculated', 'amount'];
  return { code, column };
}
