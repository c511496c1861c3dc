/** A first inventory for any city from public national and city figures: every reference a default with a 90 % interval, or a notation key. */
import type { GwpSet } from '../../gas.ts';
import type { CountryProfile } from '../../reference.ts';
import type { Range } from '../../source.ts';
import { GPC_REFERENCES } from '../gpc.ts';
import { totalsOf } from '../totals.ts';
import { BOUNDARIES } from '../gpc.ts';
import type { Boundary, City, GpcRef, Inventory, InventoryRow, Missing } from '../types.ts';
import { starterInputs, type StarterInputs } from './features.ts';
import { gwpRatio, starterGases } from './gases.ts';
import { evaluateModel } from './log-model.ts';
import { LOSSES_OF, STARTER_KEYS } from './references.ts';
import { intervalOf, wideningOf } from './spread.ts';
import { estimateGroups } from './totals.ts';
import type { StarterCoefficients } from './types.ts';

export interface StarterOptions {
  readonly year: number;
  readonly gwpSet: GwpSet;
}

/** Share of electricity lost where the country’s is not known: about the world’s mean; an assumption. */
const USUAL_LOSS = 0.08;
/** Sources behind every figure; `starter-calibration` is the fit described in docs/methods/starter.md. */
const SOURCES = ['edgar-v7', 'starter-calibration'] as const;
const GRID_SOURCES = ['ember', 'starter-calibration'] as const;

/**
 * Make a first inventory of a city for a year. Deterministic; everything in it has provenance `default`.
 *
 * Figures: the groups of `estimateGroups` × population, split to references by fitted shares; grid losses and extras beside them.
 * Every figure carries a 90 % interval. Intervals of references are wider than that of the total, as the errors partly cancel.
 * Method, cross-validated error and limits: docs/methods/starter.md.
 *
 * @throws {DomainError} `missing-figure` naming the figure without which nothing can be said; `out-of-range` for a population not above 0
 */
export function starterInventory(
  city: City,
  country: CountryProfile,
  coefficients: StarterCoefficients,
  options: StarterOptions,
): Inventory {
  const inputs = starterInputs(city, options.year, coefficients);
  const tonnes = tonnesByRef(inputs, country, coefficients);
  const widening = wideningOf(inputs, coefficients);
  const rows = GPC_REFERENCES.map(({ ref }): InventoryRow => {
    const value = tonnes.get(ref);
    if (value === undefined) return keyRow(ref);
    return figureRow(ref, value, widening, coefficients, options.gwpSet);
  });
  return {
    city,
    year: options.year,
    population: inputs.population,
    gwpSet: options.gwpSet.id,
    boundary: 'administrative boundary of the population given; not checked',
    rows,
  };
}

/** Totals of a starter inventory with their 90 % intervals, t CO2e. */
export type StarterTotals = Readonly<Record<Boundary, Range>>;

/**
 * The four totals with 90 % intervals. The interval of BASIC is from cross-validation; those of the wider totals are the same
 * factors, widened where the extras weigh more.
 */
export function starterTotals(
  city: City,
  country: CountryProfile,
  coefficients: StarterCoefficients,
  options: StarterOptions,
): StarterTotals {
  return totalsWithIntervals(starterInventory(city, country, coefficients, options), coefficients);
}

/** Totals of an inventory that `starterInventory` has made, with their 90 % intervals. */
export function totalsWithIntervals(inventory: Inventory, coefficients: StarterCoefficients): StarterTotals {
  const { city, population } = inventory;
  const region = coefficients.national.get(city.country)?.region;
  const widening = wideningOf({ region: region ?? '', population: population ?? 0 }, coefficients);
  const totals = totalsOf(inventory);
  const range = (boundary: Boundary): Range =>
    intervalOf(
      totals[boundary].co2eTonnes,
      boundary === 'basicPlusS3' ? 'basicPlus' : boundary,
      widening,
      coefficients,
    );
  const [basic, basicPlus, basicPlusS3, territorial] = BOUNDARIES.map(range);
  return { basic: basic!, basicPlus: basicPlus!, basicPlusS3: basicPlusS3!, territorial: territorial! };
}

function tonnesByRef(
  inputs: StarterInputs,
  country: CountryProfile,
  coefficients: StarterCoefficients,
): ReadonlyMap<GpcRef, number> {
  const { groups } = estimateGroups(inputs, coefficients);
  const tonnes = new Map<GpcRef, number>();
  for (const { group, ref, byBand } of coefficients.shares) {
    tonnes.set(ref, groups[group] * byBand[inputs.band] * inputs.population);
  }
  const loss = country.gridLosses?.value ?? USUAL_LOSS;
  for (const [ref, of] of LOSSES_OF) {
    const use = tonnes.get(of);
    if (use !== undefined) tonnes.set(ref, (use * loss) / (1 - loss));
  }
  for (const [ref, model] of coefficients.extras) {
    tonnes.set(ref, evaluateModel(model, inputs.features, inputs) * inputs.population);
  }
  return tonnes;
}

function figureRow(
  ref: GpcRef,
  value: number,
  widening: number,
  coefficients: StarterCoefficients,
  set: GwpSet,
): InventoryRow {
  const co2eTonnes = value * gwpRatio(ref, set);
  return {
    ref,
    co2eTonnes,
    gases: starterGases(ref, value),
    method: 'starter',
    provenance: 'default',
    quality: { activity: 'L', factor: 'L' },
    interval: intervalOf(co2eTonnes, ref, widening, coefficients),
    sources: isGrid(ref) ? GRID_SOURCES : SOURCES,
  };
}

/** A grid reference: scope 2, or the losses of one. */
function isGrid(ref: GpcRef): boolean {
  return /^(I|II)\.\d\.2$/.test(ref) || LOSSES_OF.has(ref);
}

function keyRow(ref: GpcRef): InventoryRow {
  const key: Missing = STARTER_KEYS.get(ref) ?? { keys: ['NE'], explanation: 'not part of the starter inventory' };
  return { ref, co2eTonnes: key, method: 'starter', provenance: 'default', sources: ['starter-calibration'] };
}
