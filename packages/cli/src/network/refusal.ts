/** Files and rows that a network leaves out, with what was wrong. */
import { failureOf } from '../failure.ts';

/** Something that was not taken, while the rest was. */
export interface CityRefusal {
  /** File, and row where it is a table. */
  readonly file: string;
  readonly city?: string;
  readonly reason: string;
  readonly remedy?: string;
  /** True where the program is at fault, not the file. */
  readonly isBug?: boolean;
}

/** What was wrong, without the name of the file and with the remedy apart. */
export function refusalOf(file: string, error: unknown, city?: string): CityRefusal {
  const { exitCode, message } = failureOf(error);
  const [problem, remedy] = message.split(/\n {2}remedy: /, 2) as [string, string?];
  const reason = problem.startsWith(`${file}: `) ? problem.slice(file.length + 2) : problem;
  return {
    file,
    ...(city !== undefined && { city }),
    reason,
    ...(remedy !== undefined && { remedy }),
    ...(exitCode === 3 && { isBug: true }),
  };
}

/** One refusal on a line, its remedy on the next. */
export function refusalText({ file, city, reason, remedy }: CityRefusal): string {
  const who = city === undefined ? '' : ` (${city})`;
  return `  ${file}${who}: ${reason}${remedy === undefined ? '' : `\n    remedy: ${remedy}`}`;
}
