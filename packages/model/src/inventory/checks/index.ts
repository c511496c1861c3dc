/** Every plausibility check of an inventory, and running them. */
import type { InventoryFinding, Severity } from '../../finding.ts';
import type { Check, CheckContext } from './context.ts';
import * as energy from './energy.ts';
import * as figures from './figures.ts';
import * as notation from './notation.ts';
import * as population from './population.ts';
import * as series from './series.ts';
import * as waste from './waste.ts';
import { isGpcRef } from '../gpc.ts';

export { nationalFigures } from './national.ts';
export type { Check, CheckContext, NationalFigures } from './context.ts';

/** The checks by name. Each is a function of its own and can be run alone. */
export const INVENTORY_CHECKS: Readonly<Record<string, Check>> = {
  ...figures,
  ...notation,
  ...energy,
  ...waste,
  ...population,
  ...series,
};

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Run all checks. Findings come errors first, in a stable order. Rows with an unknown reference are reported and left out of the other checks.
 */
export function checkInventory(context: CheckContext): readonly InventoryFinding[] {
  const known = (rows: CheckContext['inventory']['rows']) => rows.filter((row) => isGpcRef(row.ref));
  const sound: CheckContext = {
    ...context,
    inventory: { ...context.inventory, rows: known(context.inventory.rows) },
    ...(context.series && {
      series: context.series
        .filter((other) => other !== context.inventory)
        .map((other) => ({ ...other, rows: known(other.rows) })),
    }),
  };
  const found = Object.entries(INVENTORY_CHECKS).flatMap(([name, check]) =>
    check(name === 'unknownReference' ? context : sound),
  );
  return found.toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity]);
}
