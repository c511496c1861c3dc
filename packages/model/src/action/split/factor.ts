/** The factor of a cell: grid, process table or combustion table, always tonnes of each species per unit of activity. */
import { DomainError } from '../../errors.ts';
import { co2eOf, gwpOf, type GasMasses, type GwpSet } from '../../gas.ts';
import type { FactSeries } from '../../reference.ts';
import type { Provenance } from '../../source.ts';
import type { ActivityUnit, Carrier, EndUse } from '../types.ts';
import { combustionSectorOf } from './carriers.ts';
import type { CarrierFactorLookup, ProcessFactor } from './types.ts';

/** A factor with its unit of activity and where it comes from. */
export interface CellFactor {
  readonly unit: ActivityUnit;
  readonly factors: GasMasses;
  /** t CO2e per unit of activity by the inventory's GWP set. */
  readonly co2ePerUnit: number;
  readonly factor95: number;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Grid electricity as the split uses it, t CO2 per MWh. */
export interface GridFactor {
  readonly tonnesPerMwh: number;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Combustion factors are sharp for CO2 (IPCC 2006 Vol 2 Table 1.4: about ±5 %). */
const COMBUSTION_FACTOR95 = 1.05;
/** A national annual mean against what the city really draws. */
const GRID_FACTOR95 = 1.1;

/** Value of a series in a year: the nearest given year when the year itself is not there. */
export function seriesNear(series: FactSeries, year: number): number | undefined {
  let best: { readonly year: number; readonly value: number } | undefined;
  for (const point of series.points) {
    if (!best || Math.abs(point.year - year) < Math.abs(best.year - year)) best = point;
  }
  return best?.value;
}

/** All that factor lookups need. */
export interface FactorContext {
  readonly processes: readonly ProcessFactor[];
  readonly combustion: CarrierFactorLookup;
  readonly grid: GridFactor | undefined;
  readonly gwpSet: GwpSet;
}

function processFactor(rows: readonly ProcessFactor[], gwpSet: GwpSet): CellFactor {
  const first = rows[0]!;
  const factors: Partial<Record<string, number>> = {};
  for (const row of rows) {
    factors[row.species] = row.unit === 't CO2e' ? 1 / gwpOf(gwpSet, row.species) : row.tonnesPerUnit;
  }
  const { unit, factor95, provenance, source } = first;
  return { unit, factors, co2ePerUnit: co2eOf(factors, gwpSet), factor95, provenance, source };
}

/**
 * Find the factor of a cell, or undefined where none is known (no grid factor for the country, or a carrier that is not burned).
 */
export function factorOfCell(
  ref: string,
  use: EndUse,
  carrier: Carrier,
  context: FactorContext,
): CellFactor | undefined {
  const { gwpSet, grid } = context;
  if (carrier === 'grid-electricity') {
    if (!grid) return undefined;
    const factors = { CO2: grid.tonnesPerMwh };
    return { unit: 'MWh', factors, co2ePerUnit: co2eOf(factors, gwpSet), factor95: GRID_FACTOR95, ...grid };
  }
  const rows = context.processes.filter((row) => row.use === use && row.carrier === carrier);
  if (rows.length > 0) return processFactor(rows, gwpSet);
  const sector = combustionSectorOf(ref);
  if (!sector) return undefined;
  const factors = combustionFactors(context.combustion, carrier, sector);
  if (!factors) return undefined;
  const co2ePerUnit = co2eOf(factors, gwpSet);
  return {
    unit: 'MWh',
    factors,
    co2ePerUnit,
    factor95: COMBUSTION_FACTOR95,
    provenance: 'default',
    source: 'ipcc-2006',
  };
}

function combustionFactors(
  lookup: CarrierFactorLookup,
  carrier: Carrier,
  sector: Parameters<CarrierFactorLookup['carrierFactors']>[1],
): GasMasses | undefined {
  try {
    return lookup.carrierFactors(carrier, sector);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
