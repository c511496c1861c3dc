/** Projection of grid carbon intensity to 2050: a stated rule, not a forecast. See docs/methods/grid-intensity.md. */
import { TableError, parseTable } from '../table.ts';
import type { YearValue } from './years.ts';

/** How fast a group of countries cleans its electricity. */
export interface GridOutlook {
  /** Yearly decline of the intensity above the residual, 0…1. */
  readonly declinePerYear: number;
  /** What remains in the end, g per kWh. */
  readonly residual: number;
}

/** Last projected year. */
export const GRID_HORIZON = 2050;

/** Read `grid-outlook.csv`, by `region/income` or `income`. @throws {TableError} */
export function parseGridOutlook(text: string): ReadonlyMap<string, GridOutlook> {
  const rows = parseTable('places/grid-outlook', text).rows;
  const outlook = new Map(
    rows.map((row) => [
      row.text('group'),
      { declinePerYear: row.number('decline_per_year'), residual: row.number('residual_g_per_kwh') },
    ]),
  );
  if (!outlook.has('unknown')) throw new TableError('places/grid-outlook', 1, 'group', 'has no line for "unknown"');
  return outlook;
}

/** The outlook of a country: by region and income group, else by income group. */
export function outlookOf(outlook: ReadonlyMap<string, GridOutlook>, region: string, incomeGroup: string): GridOutlook {
  return outlook.get(`${region}/${incomeGroup}`) ?? outlook.get(incomeGroup) ?? outlook.get('unknown')!;
}

/**
 * Continue a history to 2050: I(y) = I∞ + (I₀ − I∞) · (1 − r)^(y − y₀), where I₀ is the last observation, in y₀,
 * and I∞ = min(I₀, residual). A grid already cleaner than the residual stays as it is.
 *
 * @returns the points after the last observation, g per kWh
 */
export function projectGridIntensity(history: readonly YearValue[], outlook: GridOutlook): YearValue[] {
  const last = history.at(-1);
  if (!last) return [];
  const end = Math.min(last.value, outlook.residual);
  const points: YearValue[] = [];
  for (let year = last.year + 1; year <= GRID_HORIZON; year++) {
    const value = end + (last.value - end) * (1 - outlook.declinePerYear) ** (year - last.year);
    points.push({ year, value: Math.round(value * 10) / 10 });
  }
  return points;
}
