/** Reading list-valued and scoped fields of the split and action tables: values are separated by semicolons. */
import {
  CARRIERS,
  CLIMATE_ZONES,
  END_USES,
  INCOME_GROUPS,
  isGpcRef,
  type Carrier,
  type DefaultScope,
  type EndUse,
  type Provenance,
} from '@thousand-cities/model';
import type { TableRow } from '../table.ts';

const PROVENANCES = ['default', 'assumption'] as const satisfies readonly Provenance[];

/** Values of a list field, none for a blank. */
export function listField(row: TableRow, column: string): readonly string[] {
  const text = row.optionalText(column);
  return text === undefined ? [] : text.split(';').map((value) => value.trim());
}

/** Values of a list field drawn from a closed vocabulary. @throws {TableError} for a value that is not in it */
export function vocabularyField<T extends string>(row: TableRow, column: string, words: readonly T[]): readonly T[] {
  return listField(row, column).map(
    (value) => words.find((word) => word === value) ?? row.fail(column, `"${value}" is none of ${words.join(', ')}`),
  );
}

export const usesField = (row: TableRow, column: string): readonly EndUse[] => vocabularyField(row, column, END_USES);
export const carriersField = (row: TableRow, column: string): readonly Carrier[] =>
  vocabularyField(row, column, CARRIERS);

/** GPC references or dotted prefixes of them. @throws {TableError} for a prefix no reference begins with */
export function refsField(row: TableRow, column: string): readonly string[] {
  return listField(row, column).map((ref) =>
    isGpcPrefix(ref) ? ref : row.fail(column, `"${ref}" is no GPC reference, nor the beginning of one`),
  );
}

function isGpcPrefix(ref: string): boolean {
  return isGpcRef(ref) || [1, 2, 3, 4, 5, 6, 7, 8].some((n) => isGpcRef(`${ref}.${n}`) || isGpcRef(`${ref}.${n}.1`));
}

/** Countries, zones and incomes a row speaks for; blank = everyone. */
export function scopeField(row: TableRow): DefaultScope {
  const countries = listField(row, 'countries');
  const wrong = countries.find((code) => !/^[A-Z]{3}$/.test(code));
  if (wrong !== undefined) row.fail('countries', `"${wrong}" is no ISO 3166-1 alpha-3 code`);
  return { ...(countries.length > 0 ? { countries } : {}), ...climateScope(row) };
}

/** Zones and incomes a row speaks for; blank = everyone. */
export function climateScope(row: TableRow): DefaultScope {
  const zones = vocabularyField(row, 'zones', CLIMATE_ZONES);
  const incomes = vocabularyField(row, 'incomes', INCOME_GROUPS);
  return { ...(zones.length > 0 ? { zones } : {}), ...(incomes.length > 0 ? { incomes } : {}) };
}

/** `default` or `assumption`, with the source; judgement has the source `assumption` or names what it was recalled from. */
export function provenanceField(row: TableRow): { readonly provenance: Provenance; readonly source: string } {
  return { provenance: row.oneOf('provenance', PROVENANCES), source: row.text('source') };
}

/** A number above a bound. @throws {TableError} */
export function numberAbove(row: TableRow, column: string, bound: number): number {
  const value = row.number(column);
  return value > bound ? value : row.fail(column, `${value} is not above ${bound}`);
}

/** A spread, 1 or more. @throws {TableError} */
export function factor95Field(row: TableRow): number {
  const value = row.number('factor95');
  return value >= 1 ? value : row.fail('factor95', `${value} is below 1`);
}
