/** What a calculation of one activity has at hand: the line, the factors, the country, and ways to refuse. */
import { DomainError } from '../../errors.ts';
import type { DomainErrorCode } from '../../errors.ts';
import type { GwpSet } from '../../gas.ts';
import type { CountryProfile, FactSeries } from '../../reference.ts';
import { parseUnit } from '../../units.ts';
import type { Unit } from '../../units.ts';
import type { CountryPlace } from '../factors/slice.ts';
import type { DefaultTable, Factor, FactorLibrary } from '../factors/types.ts';
import { rowOf } from '../methods/index.ts';
import type { Emission, RowDetails } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import { kebab } from './kebab.ts';
import type { ActivityLine } from './line.ts';
import { factorRegions } from './regions.ts';

/** Facts, passed in: from disk in the command line and server. */
export interface CalculatorReference {
  readonly factors: FactorLibrary;
  gwpSet(id: GwpSet['id']): GwpSet;
  country(iso3: string): CountryProfile;
  place(iso3: string): CountryPlace;
}

/** One line being calculated. */
export interface Desk {
  readonly line: ActivityLine;
  readonly reference: CalculatorReference;
  readonly gwp: GwpSet;
  readonly unit: Unit;
  /** Amount in the base unit of its dimension (MWh, t, m3, vkm, ha, head, person). */
  readonly base: number;
  /** Activity and carrier in lower case with hyphens. */
  readonly activity: string;
  readonly carrier: string;
}

export function deskOf(line: ActivityLine, reference: CalculatorReference): Desk {
  const unit = parseUnit(line.activity.unit);
  return {
    line,
    reference,
    gwp: reference.gwpSet(line.gwpSet),
    unit,
    base: line.activity.amount * unit.inBase,
    activity: kebab(line.activity.activity),
    carrier: kebab(line.activity.carrier),
  };
}

/** Refuse the line. The reader adds file, row and column by the code. */
export function refuse(code: DomainErrorCode, message: string): never {
  throw new DomainError(code, message, ['activity']);
}

/** Refuse an activity that no method is known for. */
export function unknownActivity({ line }: Desk, known: string): never {
  return refuse('unknown-activity', `no method for "${line.activity.activity}" under ${line.ref}; known: ${known}`);
}

/** Refuse a unit that is not of the kind asked for. */
export function need(desk: Desk, ...dimensions: readonly Unit['dimension'][]): void {
  if (dimensions.includes(desk.unit.dimension)) return;
  const { activity, unit } = desk.line.activity;
  refuse('unit-mismatch', `${activity} (${desk.line.ref}) is measured as ${dimensions.join(' or ')}, not in ${unit}`);
}

/** Enter an emission as the row of this line: default factors on the city's activity. */
export function enter(desk: Desk, emission: Emission, note?: string): InventoryRow {
  const details: RowDetails = {
    provenance: 'city-value',
    activity: desk.line.activity,
    ...(note !== undefined && { note }),
    ...(desk.line.factorSource !== undefined && { sources: [desk.line.factorSource] }),
  };
  const row = rowOf(desk.line.ref, emission, desk.gwp, details);
  return { ...row, quality: { factor: 'L' } };
}

/** A default of the reference tables for the country of the line. @throws {DomainError} `missing-figure` */
export function lookUp(
  desk: Desk,
  table: DefaultTable,
  item: string,
  parameter: string,
  condition?: string,
  edition?: Factor['source'],
): Factor {
  return desk.reference.factors.defaultFactor({
    table,
    item,
    parameter,
    regions: regionsOf(desk),
    ...(condition !== undefined && { condition }),
    ...(edition !== undefined && { edition: edition as 'gpc-v1.1' }),
  });
}

/** As `lookUp`, or `undefined`. */
export function lookFor(
  desk: Desk,
  table: DefaultTable,
  item: string,
  parameter: string,
  condition?: string,
): Factor | undefined {
  return desk.reference.factors.findDefault({
    table,
    item,
    parameter,
    regions: regionsOf(desk),
    ...(condition !== undefined && { condition }),
  });
}

/** Regions of factor tables that hold the country of the line, nearest first. */
export function regionsOf(desk: Desk): readonly string[] {
  const place = desk.reference.place(desk.line.country);
  return factorRegions(place, desk.reference.country(place.iso3).incomeGroup);
}

/** A figure of a series for a year: observed, between two years by straight line, or the last one up to three years on. */
export function inYear(series: FactSeries, year: number): number | undefined {
  const points = series.points.toSorted((one, other) => one.year - other.year);
  const after = points.findIndex((point) => point.year >= year);
  if (after === -1) {
    const last = points.at(-1);
    return last !== undefined && year - last.year <= 3 ? last.value : undefined;
  }
  const next = points[after]!;
  if (next.year === year) return next.value;
  const previous = points[after - 1];
  if (previous === undefined) return undefined;
  return previous.value + ((next.value - previous.value) * (year - previous.year)) / (next.year - previous.year);
}
