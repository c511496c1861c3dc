/** A target of the city's own: cuts against the base year, business-as-usual or per head, or fixed levels, in years it names. */
import { DomainError } from '../../errors.ts';
import type { TargetPath } from '../types.ts';
import { choiceParameter, optionalNumber, refuseUnknown, residents, use, type Work } from './inputs.ts';
import { ceilingAt, pathOf, percent, targetYears, type Corner } from './path.ts';

/** The four types of target of the Common Reporting Framework. */
export const CUSTOM_BASES = ['base-year', 'per-head', 'bau', 'fixed-level'] as const;
export type CustomBasis = (typeof CUSTOM_BASES)[number];

const YEARLY = /^(reduction|level)(\d{4})$/;
const KNOWN = new Set(['basis', 'reduction', 'level', 'targetYear', 'netZeroYear']);

interface Milestone {
  readonly year: number;
  /** Share cut, or level in tonnes where the basis is a fixed level. */
  readonly value: number;
}

function milestone(work: Work, name: string, year: number, isLevel: boolean): Milestone {
  const { baseYear } = work.inputs;
  if (!Number.isInteger(year) || year <= baseYear) {
    throw new DomainError(
      'out-of-range',
      `target "${work.spec.id}" names ${year}; it must be a year after the base year ${baseYear}`,
      ['targets', work.spec.id, 'parameters', name],
    );
  }
  const value = optionalNumber(work, name, isLevel ? { unit: 't CO2e', min: 0, max: 1e12 } : { min: 0, max: 1 });
  return { year, value: value! };
}

function milestones(work: Work, basis: CustomBasis): Milestone[] {
  const isLevel = basis === 'fixed-level';
  const word = isLevel ? 'level' : 'reduction';
  const found: Milestone[] = [];
  for (const name of Object.keys(work.spec.parameters ?? {})) {
    const match = YEARLY.exec(name);
    if (match && match[1] !== word) {
      throw new DomainError(
        'out-of-range',
        `target "${work.spec.id}" has basis ${basis} and takes ${word}YYYY, not ${name}`,
        ['targets', work.spec.id, 'parameters', name],
      );
    }
    if (match) found.push(milestone(work, name, Number(match[2]), isLevel));
  }
  const targetYear = optionalNumber(work, 'targetYear', { min: 2000, max: 2200 });
  if (work.spec.parameters?.[word] !== undefined && targetYear !== undefined) {
    found.push(milestone(work, word, targetYear, isLevel));
  }
  const netZeroYear = optionalNumber(work, 'netZeroYear', { min: work.inputs.baseYear + 1, max: 2200 });
  if (netZeroYear !== undefined) found.push({ year: netZeroYear, value: isLevel ? 0 : 1 });
  if (found.length === 0) {
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" says neither how much nor by when: give ${word} and targetYear, ${word}YYYY, or netZeroYear`,
      ['targets', work.spec.id, 'parameters'],
    );
  }
  return found.sort((a, b) => a.year - b.year);
}

/** What a year's emissions are cut from, by year. */
function yardstick(work: Work, basis: CustomBasis): (year: number) => number {
  const { baseYear, baseEmissions, bauPath } = work.inputs;
  switch (basis) {
    case 'base-year':
    case 'fixed-level':
      return () => baseEmissions;
    case 'per-head': {
      const perHead = baseEmissions / residents(work, baseYear);
      return (year) => perHead * residents(work, year);
    }
    case 'bau':
      return (year) => {
        const value = bauPath?.[year - baseYear];
        if (value === undefined) {
          throw new DomainError(
            'missing-figure',
            `target "${work.spec.id}" is set against business-as-usual, which is not known for ${year}`,
            ['targets', work.spec.id],
          );
        }
        return value;
      };
  }
}

const AGAINST: Readonly<Record<CustomBasis, string>> = {
  'base-year': 'the base year',
  'per-head': 'the base year, per resident',
  bau: 'business-as-usual of the same year',
  'fixed-level': 'a fixed level',
};

/** Ceilings in tonnes: cuts are joined by straight lines as cuts, levels as levels. */
function ceilings(work: Work, basis: CustomBasis, stones: readonly Milestone[]): number[] {
  const { baseYear, baseEmissions } = work.inputs;
  const years = targetYears(work.inputs);
  if (basis === 'fixed-level') {
    const corners: Corner[] = [
      { year: baseYear, tonnes: baseEmissions },
      ...stones.map(({ year, value }) => ({ year, tonnes: value })),
    ];
    return years.map((year) => ceilingAt(corners, year));
  }
  const of = yardstick(work, basis);
  const cuts: Corner[] = [{ year: baseYear, tonnes: 0 }, ...stones.map(({ year, value }) => ({ year, tonnes: value }))];
  return years.map((year) => {
    const cut = ceilingAt(cuts, year);
    return year === baseYear ? baseEmissions : cut === 1 ? 0 : of(year) * (1 - cut);
  });
}

/**
 * `custom`: `basis` (base-year, per-head, bau, fixed-level), with `reduction` (0…1) or `level` (t CO2e) and `targetYear`,
 * or several `reductionYYYY` / `levelYYYY`, and `netZeroYear`. After the last named year the cut, or level, is held.
 *
 * @throws {DomainError} `missing-figure`, `out-of-range`, `not-a-number`
 */
export function customTarget(work: Work): TargetPath {
  refuseUnknown(work.spec, (name) => KNOWN.has(name) || YEARLY.test(name));
  const basis = choiceParameter(work, 'basis', 'base-year', CUSTOM_BASES);
  const stones = milestones(work, basis);
  const { baseYear, baseEmissions } = work.inputs;
  use(work, `emissions ${baseYear}`, baseEmissions, { unit: 't CO2e', provenance: 'city-value' });
  const emissions = ceilings(work, basis, stones);
  const last = stones.at(-1)!;
  const said = stones.map(({ year, value }) =>
    basis === 'fixed-level' ? `${value} t in ${year}` : `${percent(value)} in ${year}`,
  );
  const reachesZero = basis === 'fixed-level' ? last.value === 0 : last.value === 1;
  return pathOf(work, emissions, {
    milestones: stones.map(({ year }) => year),
    ...(reachesZero ? { netZeroYear: last.year } : {}),
    formula:
      basis === 'fixed-level'
        ? 'E(y): straight lines between the levels named'
        : 'E(y) = yardstick(y) · (1 − cut(y)); cut(y): straight lines between the cuts named',
    sources: ['city'],
    explanation: `The city’s own target: ${said.join(', ')}, measured against ${AGAINST[basis]}. Between those years the path is straight${reachesZero ? '' : '; after the last it is held'}.`,
  });
}
