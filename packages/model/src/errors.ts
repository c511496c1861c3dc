/** Refusals of the model: a closed union of codes, the place in the plan, and the cause. */

/** Every way the model can refuse its input. Doors (web, cli, server) map each code to words or a status. */
export const DOMAIN_ERROR_CODES = [
  'unit-mismatch',
  'unknown-unit',
  'unknown-reference',
  'unknown-gas',
  'unknown-gwp-set',
  'unknown-carrier',
  'unknown-activity',
  'unknown-country',
  'unknown-city',
  'ambiguous-city',
  'unknown-target',
  'unknown-action',
  'unknown-scenario',
  'unknown-species',
  'unknown-path',
  'missing-figure',
  'not-a-number',
  'out-of-range',
  'year-outside-plan',
  'plan-invalid',
  'plan-newer',
  'document-invalid',
  'no-solution',
  'not-allowed',
  'still-needed',
  'not-found',
  'already-exists',
  'version-conflict',
  'store-in-use',
  'store-unavailable',
  'store-newer',
  'store-not-empty',
  'backup-invalid',
  'backup-newer',
] as const;

/** A code of a refusal. */
export type DomainErrorCode = (typeof DOMAIN_ERROR_CODES)[number];

/** Where in a document a refusal or a finding points: object keys and array indices from the root. */
export type Place = readonly (string | number)[];

/** A refusal. It carries no HTTP status and no interface text; doors translate by `code`. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;
  readonly at: Place;

  constructor(code: DomainErrorCode, message: string, at: Place = [], options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.at = at;
  }
}

/** Fail the type check, and the run, when a closed union has grown and a switch has not. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}; this is a bug, please report it`);
}
