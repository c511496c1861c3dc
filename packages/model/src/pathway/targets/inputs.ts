/** What a target is worked out from, and how its parameters are read. */
import { DomainError } from '../../errors.ts';
import type { CountryProfile, FactSeries, Reference } from '../../reference.ts';
import type { Provenance } from '../../source.ts';
import { readSeries, spanOf } from '../series.ts';
import type { TargetPath, TargetSpec } from '../types.ts';

/** Everything a target may need. What a kind of target needs and is not here is refused by name, never filled in. */
export interface TargetInputs {
  readonly baseYear: number;
  readonly horizonYear: number;
  /** Emissions of the base year in the plan's boundary, t CO2e. */
  readonly baseEmissions: number;
  /** Of which fossil CO2, t CO2: what a carbon budget counts. */
  readonly baseCo2?: number;
  /** Business-as-usual per year from base year to horizon, t CO2e. */
  readonly bauPath?: readonly number[];
  /** Residents of the city by year, persons. */
  readonly population?: FactSeries;
  readonly country: CountryProfile;
  readonly reference: Pick<Reference, 'world' | 'carbonBudgetSet' | 'defaultCarbonBudgetSet'>;
}

export type TargetInput = TargetPath['inputs'][number];

/** A target under work: its parameters, and the inputs used so far, which become part of the result. */
export interface Work {
  readonly spec: TargetSpec;
  readonly inputs: TargetInputs;
  readonly used: TargetInput[];
}

/** Note an input as used, so that it is shown with the result. Returns its value. */
export function use<T extends number | string>(
  work: Work,
  name: string,
  value: T,
  origin: { readonly unit?: string; readonly source?: string; readonly provenance: Provenance },
): T {
  work.used.push({ name, value, ...origin });
  return value;
}

const at = (work: Work, name: string) => ['targets', work.spec.id, 'parameters', name];

interface NumberRule {
  readonly unit?: string;
  readonly min: number;
  readonly max: number;
  /** Where the documented default comes from; `assumption` is shown as such. */
  readonly source?: string;
}

/**
 * A number from the specification, or the documented default.
 *
 * @throws {DomainError} `not-a-number`, `out-of-range`
 */
export function numberParameter(work: Work, name: string, fallback: number, rule: NumberRule): number {
  const given = optionalNumber(work, name, rule);
  if (given !== undefined) return given;
  return use(work, name, fallback, {
    ...(rule.unit === undefined ? {} : { unit: rule.unit }),
    ...(rule.source === undefined ? {} : { source: rule.source }),
    provenance: rule.source === 'assumption' ? 'assumption' : 'method-locked',
  });
}

/** A number from the specification, if it gives one. Throws as `numberParameter` does. */
export function optionalNumber(work: Work, name: string, rule: Omit<NumberRule, 'source'>): number | undefined {
  const given = work.spec.parameters?.[name];
  if (given === undefined) return undefined;
  if (typeof given !== 'number' || !Number.isFinite(given)) {
    throw new DomainError('not-a-number', `${name} of target "${work.spec.id}" must be a number`, at(work, name));
  }
  if (given < rule.min || given > rule.max) {
    throw new DomainError(
      'out-of-range',
      `${name} of target "${work.spec.id}" is ${given}, outside ${rule.min} to ${rule.max}`,
      at(work, name),
    );
  }
  return use(work, name, given, { ...(rule.unit === undefined ? {} : { unit: rule.unit }), provenance: 'city-value' });
}

/** A word out of a closed list. Throws `DomainError` `out-of-range`. */
export function choiceParameter<T extends string>(work: Work, name: string, fallback: T, choices: readonly T[]): T {
  const given = work.spec.parameters?.[name];
  if (given === undefined) return use(work, name, fallback, { provenance: 'method-locked' });
  const found = choices.find((choice) => choice === given);
  if (found === undefined) {
    throw new DomainError(
      'out-of-range',
      `${name} of target "${work.spec.id}" is "${String(given)}"; it must be one of ${choices.join(', ')}`,
      at(work, name),
    );
  }
  return use(work, name, found, { provenance: 'city-value' });
}

/** Refuse parameters the target does not know: a misspelt one would silently take the default. */
export function refuseUnknown(spec: TargetSpec, known: (name: string) => boolean): void {
  for (const name of Object.keys(spec.parameters ?? {})) {
    if (!known(name)) {
      throw new DomainError('out-of-range', `target "${spec.id}" (${spec.kind}) has no parameter "${name}"`, [
        'targets',
        spec.id,
        'parameters',
        name,
      ]);
    }
  }
}

/** Residents in a year. Throws `DomainError` `missing-figure`. */
export function residents(work: Work, year: number): number {
  const { population } = work.inputs;
  return use(work, `population ${year}`, needFigure(work, population, year, 'population of the city'), {
    unit: 'persons',
    source: population!.source,
    provenance: 'default',
  });
}

/** Value of a series that must have the year. Throws `DomainError` `missing-figure` that names target, figure and year. */
export function needFigure(work: Work, series: FactSeries | undefined, year: number, what: string): number {
  const place = ['targets', work.spec.id];
  if (!series) {
    throw new DomainError('missing-figure', `target "${work.spec.id}" needs the ${what}, which is not known`, place);
  }
  const found = readSeries(series, year);
  if (!found) {
    const span = spanOf(series);
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" needs the ${what} in ${year}; ${span ? `it is known from ${span[0]} to ${span[1]}` : 'the series is empty'}`,
      place,
    );
  }
  return found.value;
}
