/** Pathway to Paris and Carbon Free 2030: nought by a named year, in a straight line. */
import { DomainError } from '../../errors.ts';
import type { TargetPath } from '../types.ts';
import { numberParameter, refuseUnknown, use, type Work } from './inputs.ts';
import { pathAlong } from './path.ts';

function toZero(work: Work, year: number, source: string, explanation: string): TargetPath {
  const { baseYear, baseEmissions } = work.inputs;
  if (baseYear >= year) {
    throw new DomainError(
      'out-of-range',
      `target "${work.spec.id}" asks for zero in ${year}; the base year is ${baseYear}`,
      ['targets', work.spec.id],
    );
  }
  use(work, `emissions ${baseYear}`, baseEmissions, { unit: 't CO2e', provenance: 'city-value' });
  return pathAlong(
    work,
    [
      { year: baseYear, tonnes: baseEmissions },
      { year, tonnes: 0 },
    ],
    {
      netZeroYear: year,
      formula: `E(y) = E_base · (${year} − y) / (${year} − base year); 0 from ${year}`,
      sources: [source],
      explanation,
    },
  );
}

/** `pathway-to-paris`: zero emissions and 100 % renewable energy by 2040 or sooner. Throws `DomainError` `out-of-range`. */
export function pathwayToParisTarget(work: Work): TargetPath {
  refuseUnknown(work.spec, (name) => name === 'zeroYear');
  const year = numberParameter(work, 'zeroYear', 2040, { min: 2000, max: 2040, source: 'pathway-to-paris' });
  use(work, `renewable share of energy ${year}`, 1, { source: 'pathway-to-paris', provenance: 'method-locked' });
  return toZero(
    work,
    year,
    'pathway-to-paris',
    `The 1000 Cities Initiative for Carbon Freedom asks a city to emit nothing and to run on renewable energy alone by ${year}, off fossil fuels, with the means to pay for it. The path is the straight line to zero.`,
  );
}

/** `carbon-free-2030`: zero emissions by 2030. Throws `DomainError` `out-of-range`. */
export function carbonFree2030Target(work: Work): TargetPath {
  refuseUnknown(work.spec, () => false);
  use(work, 'zeroYear', 2030, { provenance: 'method-locked' });
  return toZero(
    work,
    2030,
    'eu-mission-cities',
    'Zero emissions by 2030, as the most ambitious cities have pledged. The path is the straight line to zero.',
  );
}
