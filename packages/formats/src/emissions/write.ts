/** World emissions as the wide table that `readEmissionsTable` reads. */
import { EMISSION_SPECIES, type WorldEmissions } from '@thousand-cities/model';
import { csvCell } from '../text/csv-cell.ts';

/** Write worlds with the same years, line by line. Figures are written so that they read back to the same bits. */
export function* writeEmissionsTable(scenarios: readonly WorldEmissions[]): Generator<string> {
  const [first] = scenarios;
  if (first === undefined) return;
  const years = first.lastYear - first.firstYear + 1;
  if (scenarios.some(({ lastYear }) => lastYear !== first.lastYear)) {
    throw new Error('worlds in one table must have the same years; this is a bug, please report it');
  }
  yield `scenario,region,variable,unit,${Array.from({ length: years }, (_, y) => `${first.firstYear + y}.5`).join(',')}\n`;
  for (const { name, values } of scenarios) {
    for (const [row, species] of EMISSION_SPECIES.entries()) {
      const figures = values.subarray(row * years, (row + 1) * years).join(',');
      yield `${csvCell(name)},World,${species.name},${species.unit},${figures}\n`;
    }
  }
}
