/** Every member's warming by year as a table, piece by piece. */
import type { TemperatureRun } from '@thousand-cities/model';

/** Digits that tell any two doubles apart. */
const DIGITS = 17;

/** The header: `member,year,warming_k`, with the scenario before it where there are several. */
export function memberHeader(several: boolean): string {
  return `${several ? 'scenario,' : ''}member,year,warming_k\n`;
}

/**
 * The rows of a run, one piece for each member.
 *
 * @param memberIds as the parameter file has them, in the order of the run
 * @param scenario written before each row where a table holds several
 */
export function* memberRows(run: TemperatureRun, memberIds: readonly number[], scenario?: string): Generator<string> {
  const years = run.lastYear - run.firstYear + 1;
  const start = scenario === undefined ? '' : `${quoted(scenario)},`;
  for (let m = 0; m < run.members; m++) {
    let piece = '';
    for (let y = 0; y < years; y++) {
      piece += `${start}${memberIds[m]!},${run.firstYear + y},${run.warming[m * years + y]!.toPrecision(DIGITS)}\n`;
    }
    yield piece;
  }
}

function quoted(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
