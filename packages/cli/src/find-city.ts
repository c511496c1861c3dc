/** A city by what a person types: a name, a name with its country after a comma, or a GeoNames id. */
import { DomainError } from '@thousand-cities/model';
import type { ReferenceSet } from '@thousand-cities/reference';
import { Refusal } from './failure.ts';

type FoundCity = ReturnType<ReferenceSet['gazetteer']['find']>;

/**
 * Find a city.
 *
 * @param country as given with --country; what stands after a comma in the name otherwise
 * @throws {DomainError} `unknown-city`, `ambiguous-city`, `unknown-country`
 * @throws {Refusal} where the name is in letters the gazetteer does not have
 */
export function findCity(reference: ReferenceSet, typed: string, country?: string): FoundCity {
  try {
    return reference.gazetteer.find(typed.trim(), country);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'unknown-city') throw error;
    const [, name, within] = /^(.+),([^,]+)$/.exec(typed) ?? [];
    if (country === undefined && name !== undefined) return findCity(reference, name, within!.trim());
    if (/[\p{Script=Latin}\d]/u.test(typed) || typed.trim() === '') throw error;
    throw new Refusal(
      `no city named "${typed}" is known: names are held in Latin letters only\n  remedy: write it as an English map does, such as Tokyo, Cairo or Moscow, or give its GeoNames id`,
      { cause: error },
    );
  }
}
