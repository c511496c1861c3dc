/** From activity data to emissions: the calculator that readers of activity tables and the grid of the workspace are given. */
import { sectorOf } from '../gpc.ts';
import type { ActivityCalculator, ActivityLine } from './line.ts';
import type { CalculatorReference } from './desk.ts';
import { deskOf } from './desk.ts';
import { energyRow } from './energy.ts';
import { byOwnFactor, parseOwnFactor } from './own-factor.ts';
import { processOrLandRow } from './processes-and-land.ts';
import { wasteRow } from './waste.ts';

/**
 * Make a calculator from a reference set. A factor given in `factor_source` wins over every default; an amount in t CO2e is taken as it is.
 *
 * It throws a `DomainError` for what it cannot calculate: `unknown-carrier`, `unknown-activity`, `unknown-unit`, `unit-mismatch`, `missing-figure`,
 * `unknown-country`.
 */
export function activityCalculator(reference: CalculatorReference): ActivityCalculator {
  return (line) => {
    const own = line.factorSource === undefined ? undefined : parseOwnFactor(line.factorSource);
    if (own !== undefined) return byOwnFactor(deskOf(withFactor(line), reference), own);
    const desk = deskOf(line, reference);
    if (desk.unit.dimension === 'co2e') {
      const { ref, activity, factorSource } = line;
      const sources = factorSource === undefined ? [] : [factorSource];
      return { ref, co2eTonnes: desk.base, activity, method: 'as-reported', provenance: 'city-value', sources };
    }
    switch (sectorOf(line.ref)) {
      case 'I':
      case 'II':
        return energyRow(desk);
      case 'III':
        return wasteRow(desk);
      default:
        return processOrLandRow(desk);
    }
  };
}

/** The row keeps its factor as it was written: the tonnes alone would not tell it where the amount is nought. */
function withFactor(line: ActivityLine): ActivityLine {
  return { ...line, activity: { ...line.activity, factor: line.factorSource!.trim() } };
}
