/** A factor the city gives itself in `factor_source`: `0.45 t/MWh, utility report 2021`, `56.1 kg CO2/GJ (supplier)`. */
import type { GasSpecies } from '../../gas.ts';
import { convert, findUnit, parseUnit } from '../../units.ts';
import type { Emission } from '../methods/index.ts';
import type { InventoryRow } from '../types.ts';
import type { Desk } from './desk.ts';
import { enter, refuse } from './desk.ts';

/** Emissions per unit of activity. */
export interface OwnFactor {
  /** Tonnes of the gas, or of CO2e when no gas is named, per `per`. */
  readonly tonnes: number;
  readonly gas: GasSpecies | 'CO2e';
  readonly per: string;
  /** What follows the factor: where it is from. */
  readonly source: string;
}

const FACTOR =
  /^\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)\s*(kg|t|g)\s*(CO2e|CO2eq|CO2|CH4|N2O)?\s*(?:\/|per)\s*([A-Za-z0-9³² ]+?)\s*(?:[,;:(\-–]\s*(.*?)\)?\s*)?$/i;
const TONNES: Readonly<Record<string, number>> = { g: 1e-6, kg: 1e-3, t: 1 };
const GASES: Readonly<Record<string, OwnFactor['gas']>> = {
  CO2E: 'CO2e',
  CO2EQ: 'CO2e',
  CO2: 'CO2',
  CH4: 'CH4-fossil',
  N2O: 'N2O',
};

/** Looks like a factor: a number, a mass, and a gas, a stroke or a space behind it. */
const MEANT = /^\s*[\d.,]+\s*(?:kg|t|g)\s*(?:CO2|CH4|N2O|\/|per\b)/i;

/**
 * Read a factor off the front of the text; `undefined` when it begins with none and only names a source.
 *
 * @throws {DomainError} `missing-figure` for what looks like a factor and cannot be read: a default in its place would be wrong unseen
 */
export function parseOwnFactor(text: string): OwnFactor | undefined {
  const match = FACTOR.exec(text);
  if (match === null) {
    if (MEANT.test(text)) refuse('missing-figure', `"${text}" looks like a factor, but cannot be read`);
    return undefined;
  }
  const [, value, mass, gas, per, source] = match;
  if (findUnit(per!) === undefined)
    refuse('missing-figure', `the factor in "${text}" is per "${per}", which is not a unit this program knows`);
  return {
    tonnes: Number(value) * TONNES[mass!.toLowerCase()]!,
    gas: gas === undefined ? 'CO2e' : GASES[gas.toUpperCase()]!,
    per: per!,
    source: source === undefined || source === '' ? text.trim() : source,
  };
}

/** E = A · EF, A in the unit of the factor. Gases are split only when the factor names one. */
export function byOwnFactor(desk: Desk, factor: OwnFactor): InventoryRow {
  const { amount, unit } = desk.line.activity;
  if (parseUnit(unit).dimension !== parseUnit(factor.per).dimension) {
    refuse('unit-mismatch', `the factor is per ${factor.per}, the amount in ${unit}`);
  }
  const tonnes = convert(amount, unit, factor.per) * factor.tonnes;
  const gas = factor.gas === 'CH4-fossil' && desk.line.ref.startsWith('III') ? 'CH4-biogenic' : factor.gas;
  if (gas === 'CO2e') {
    return {
      ref: desk.line.ref,
      co2eTonnes: tonnes,
      activity: desk.line.activity,
      method: 'own-factor',
      provenance: 'city-value',
      sources: [factor.source],
    };
  }
  const emission: Emission = {
    method: 'own-factor',
    gases: { [gas]: tonnes },
    inputs: { EF: factor.tonnes },
    sources: [],
  };
  const { quality: _default, ...row } = enter(desk, emission);
  return { ...row, sources: [factor.source] };
}
