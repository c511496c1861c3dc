/** From any thrown thing to words and an exit code: 1 findings, 2 refused input, 3 a bug. */
import { CommanderError } from 'commander';
import { DomainError } from '@thousand-cities/model';

/** Exit codes of every command. */
export const EXIT = { done: 0, findings: 1, refused: 2, bug: 3 } as const;

/** What the command line itself refuses, in words that need nothing more: options that do not go together, a place that cannot be written. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

export interface Failure {
  readonly exitCode: number;
  readonly message: string;
}

/** Errors that refuse a file say where: any error object with these fields counts, whichever package made it. */
interface Located {
  readonly file?: string;
  readonly row?: number;
  readonly column?: string;
  readonly remedy?: string;
}

/** What Node throws when the system says no: no such file, no right, no space. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;

/** What the user can do about a refusal, by code. */
const remedies: Partial<Record<DomainError['code'], string>> = {
  'unknown-city': 'check the spelling; for a smaller place, start from an inventory table: cities plan FILE.csv',
  'ambiguous-city': 'add --country with an ISO code or a name, or give the id in place of the name',
  'unknown-country': 'give the ISO 3166-1 code or the English name of a country',
  'unknown-target':
    'one of opcc, race-to-zero, deadline-2020, carbon-budget, pathway-to-paris, carbon-free-2030, custom',
  'out-of-range': 'give a value within the range that is named',
  'missing-figure': 'give the figure, or choose a target or city for which it is known',
  'unknown-scenario': 'one of those; or give emissions of your own with --emissions FILE.csv',
  'unknown-path': 'run `cities explain PLAN.json` without a path to list what can be explained',
  'plan-newer': 'update the program and run the command again',
  'still-needed': 'the app makes another person lead, secretariat or administrator; nothing was changed',
  'store-newer': 'update the program and run the command again',
  'store-not-empty': 'restore into another place with --data, or add --force to replace what is there',
  'store-unavailable': 'check DATABASE_URL, and that the server runs',
  'backup-invalid': 'restore from another backup; nothing was changed',
  'backup-newer': 'update the program and run the command again; nothing was changed',
  'plan-invalid': 'save the plan again from the program that wrote it, or mend the place named',
};

/** Translate what a command threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof CommanderError) {
    return { exitCode: error.exitCode === 0 ? EXIT.done : EXIT.refused, message: '' };
  }
  if (error instanceof Error && error.name === 'FormatError') {
    return { exitCode: EXIT.refused, message: refusal(error.message, error as Error & Located) };
  }
  if (error instanceof DomainError) {
    const remedy = remedies[error.code];
    return {
      exitCode: EXIT.refused,
      message: `${error.message}${placeOf(error)}${remedy ? `\n  remedy: ${remedy}` : ''}`,
    };
  }
  if (error instanceof Refusal) return { exitCode: EXIT.refused, message: error.message };
  if (isSystemError(error)) return { exitCode: EXIT.refused, message: systemMessage(error) };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exitCode: EXIT.bug, message: `this is a bug, please report it with what you ran:\n${stack}` };
}

/** The place in a document. What was typed, such as a city's name or a path, needs none: it is in the message. */
function placeOf({ at, message }: DomainError): string {
  const place = at.join('.');
  return place === '' || at[0] === 'city' || message.includes(String(at.at(-1))) ? '' : ` (at ${place})`;
}

function refusal(message: string, at: Located): string {
  const place = [at.file, at.row === undefined ? undefined : `row ${at.row}`, at.column && `column ${at.column}`]
    .filter((part) => part !== undefined && part !== '' && !message.includes(part))
    .join(', ');
  const remedy = at.remedy && !message.includes(at.remedy) ? `\n  remedy: ${at.remedy}` : '';
  return `${place ? `${place}: ` : ''}${message}${remedy}`;
}

function systemMessage(error: NodeJS.ErrnoException): string {
  const where = error.path ? `${error.path}: ` : '';
  switch (error.code) {
    case 'ENOTDIR':
    case 'ENOENT':
      return `${where}no such file\n  remedy: check the path`;
    case 'EISDIR':
      return `${where}is a folder, a file was expected\n  remedy: name a file in it`;
    case 'EACCES':
      return `${where}may not be read or written by this user\n  remedy: change its permissions, or copy it`;
    case 'EADDRINUSE':
      return `the port is taken by another program\n  remedy: choose another with PORT=3001 or --port 3001`;
    default:
      return `${where}${error.message}`;
  }
}
