/** What a network changes of the world's warming, as lines of text. */
import type { ResponseCase } from '@thousand-cities/model';
import { aligned } from '../outcome-text.ts';
import { degrees } from './numbers.ts';
import type { NetworkResult } from './run.ts';

/** Both readings, in 2050 and 2100 or the last year: less is cooler. */
export function warmingLines({ response, rollUp }: NetworkResult): string[] {
  const { name, warming } = response.reference;
  const reached = [2050, 2100].filter((year) => year <= rollUp.lastYear);
  const years = reached.length > 0 ? reached : [rollUp.lastYear];
  const at = (year: number) => warming.years.indexOf(year);
  const change = ({ difference }: ResponseCase) =>
    years.map((year) => {
      const y = at(year);
      return `${degrees(difference.p50[y]!)} (${degrees(difference.p05[y]!)} … ${degrees(difference.p95[y]!)})`;
    });
  return [
    `warming above 1850–1900, °C: median and 5–95 % of ${response.members} members`,
    ...aligned([
      ['', ...years.map(String)],
      [`world ${name}`, ...years.map((year) => range(warming, at(year)))],
      ['changed by the plans', ...change(response.ghgOnly)],
      ['with what is emitted along', ...change(response.withCoEmitted)],
    ]),
  ];
}

function range({ p05, p50, p95 }: ResponseCase['warming'], y: number): string {
  return `${p50[y]!.toFixed(2)} (${p05[y]!.toFixed(2)} … ${p95[y]!.toFixed(2)})`;
}
