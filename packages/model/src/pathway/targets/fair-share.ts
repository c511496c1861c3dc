/** One Planet City Challenge and Race to Zero: a fair share of halving by 2030, scaled by human development, then net zero. */
import { DomainError } from '../../errors.ts';
import type { FactSeries } from '../../reference.ts';
import type { TargetPath } from '../types.ts';
import { nearestValue } from '../series.ts';
import { numberParameter, optionalNumber, refuseUnknown, residents, use, type Work } from './inputs.ts';
import { pathAlong, percent, tonnesText } from './path.ts';

/** Year the global reduction is measured from, and the year it is due. */
const REFERENCE_YEAR = 2018;
const INTERIM_YEAR = 2030;

const PARAMETERS = new Set([
  'globalReduction',
  'hdi',
  'worldHdi',
  'hdiYear',
  'netZeroYear',
  'referenceEmissionsPerHead',
]);

/**
 * Cut per head that is the city's fair share: r = R · HDI country / HDI world, between 0 and 1.
 *
 * One Planet City Challenge: United States 0.50 · 0.926 / 0.731 = 63.3 %.
 */
export function fairShareOfReduction(globalReduction: number, hdi: number, worldHdi: number): number {
  return Math.min(1, Math.max(0, (globalReduction * hdi) / worldHdi));
}

interface Development {
  readonly hdi: number;
  readonly worldHdi: number;
}

/**
 * HDI of country and world in one and the same year: 2018, or the nearest year the country has. `hdi: 'world'` lets the
 * world's figure stand in for a country that has none, which is then shown as an assumption; nothing stands in unasked.
 */
function development(work: Work): Development {
  const { country, reference } = work.inputs;
  const standIn = work.spec.parameters?.['hdi'] === 'world';
  const own = standIn ? undefined : optionalNumber(work, 'hdi', { min: 0.2, max: 1 });
  const ownWorld = optionalNumber(work, 'worldHdi', { min: 0.2, max: 1 });
  if (own !== undefined && ownWorld !== undefined) return { hdi: own, worldHdi: ownWorld };
  const wanted = numberParameter(work, 'hdiYear', REFERENCE_YEAR, { min: 1990, max: 2100, source: 'opcc-2020' });
  const national =
    own === undefined && !standIn ? nearestOrRefuse(work, country.hdi, wanted, `HDI of ${country.name}`) : undefined;
  const year = national?.year ?? wanted;
  const hdiOfWorld = (): number => {
    const { hdi } = reference.world;
    const found = nearestOrRefuse(work, hdi, year, 'HDI of the world');
    return use(work, `HDI of the world ${found.year}`, found.value, { source: hdi.source, provenance: 'default' });
  };
  const worldHdi = ownWorld ?? hdiOfWorld();
  if (standIn) {
    return {
      hdi: use(work, `HDI of ${country.name}: that of the world`, worldHdi, { provenance: 'assumption' }),
      worldHdi,
    };
  }
  if (!national) return { hdi: own!, worldHdi };
  const hdi = use(work, `HDI of ${country.name} ${national.year}`, national.value, {
    source: country.hdi!.source,
    provenance: 'default',
  });
  return { hdi, worldHdi };
}

function nearestOrRefuse(work: Work, series: FactSeries | undefined, year: number, what: string) {
  const found = series && nearestValue(series, year);
  if (!found) {
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" needs the ${what}, which is not known; give hdi, or hdi: "world" to let the world's stand in`,
      ['targets', work.spec.id, 'parameters', 'hdi'],
    );
  }
  return found;
}

function reductionPerHead(work: Work): number {
  const global = numberParameter(work, 'globalReduction', 0.5, { min: 0, max: 1, source: 'opcc-2020' });
  const { hdi, worldHdi } = development(work);
  return use(work, 'reduction per head to 2030', fairShareOfReduction(global, hdi, worldHdi), {
    provenance: 'method-locked',
  });
}

/**
 * Emissions per head in 2018. The base year's are scaled by the national trend of CO2 per head between the two years;
 * where the national series ends earlier, its last year stands in, and both years are shown.
 */
function referencePerHead(work: Work, basePerHead: number): number {
  const { baseYear, country } = work.inputs;
  const own = optionalNumber(work, 'referenceEmissionsPerHead', { unit: 't CO2e per head', min: 0, max: 1000 });
  if (own !== undefined) return own;
  const shown = { unit: 't CO2e per head' };
  if (baseYear === REFERENCE_YEAR) {
    return use(work, `emissions per head ${REFERENCE_YEAR}`, basePerHead, { ...shown, provenance: 'city-value' });
  }
  const perHead = (year: number) => {
    const co2 = country.co2Tonnes && nearestValue(country.co2Tonnes, year);
    const people = co2 && country.population && nearestValue(country.population, co2.year);
    return co2 && people && people.value > 0 ? { year: co2.year, value: co2.value / people.value } : undefined;
  };
  const then = perHead(REFERENCE_YEAR);
  const now = perHead(baseYear);
  if (!then || !now || !(now.value > 0)) {
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" counts from ${REFERENCE_YEAR}; the national CO2 and population of ${country.name}, which bring the emissions of ${baseYear} back to it, are not known. Give referenceEmissionsPerHead, or use a base year of ${REFERENCE_YEAR}`,
      ['targets', work.spec.id, 'parameters', 'referenceEmissionsPerHead'],
    );
  }
  const trend = use(work, `national CO2 per head, ${then.year} over ${now.year}`, then.value / now.value, {
    source: country.co2Tonnes!.source,
    provenance: 'default',
  });
  return use(work, `emissions per head ${REFERENCE_YEAR}`, basePerHead * trend, { ...shown, provenance: 'default' });
}

/** Ceiling of 2030, t CO2e. */
function interim(work: Work): { readonly tonnes: number; readonly reduction: number } {
  const { baseYear, baseEmissions } = work.inputs;
  if (baseYear >= INTERIM_YEAR) {
    throw new DomainError(
      'out-of-range',
      `target "${work.spec.id}" is due in ${INTERIM_YEAR}; the base year ${baseYear} must lie before it`,
      ['targets', work.spec.id],
    );
  }
  const reduction = reductionPerHead(work);
  const basePerHead = baseEmissions / residents(work, baseYear);
  const reference = referencePerHead(work, basePerHead);
  const tonnes = reference * (1 - reduction) * residents(work, INTERIM_YEAR);
  return {
    tonnes: use(work, `ceiling ${INTERIM_YEAR}`, tonnes, { unit: 't CO2e', provenance: 'method-locked' }),
    reduction,
  };
}

function fairSharePath(work: Work, latestNetZero: number, sources: readonly string[], told: string): TargetPath {
  refuseUnknown(work.spec, (name) => PARAMETERS.has(name));
  const { baseYear, baseEmissions } = work.inputs;
  const { tonnes, reduction } = interim(work);
  const netZeroYear = numberParameter(work, 'netZeroYear', 2050, {
    min: INTERIM_YEAR + 1,
    max: latestNetZero,
    source: sources[0]!,
  });
  const corners = [
    { year: baseYear, tonnes: baseEmissions },
    { year: INTERIM_YEAR, tonnes },
    { year: netZeroYear, tonnes: 0 },
  ];
  return pathAlong(work, corners, {
    netZeroYear,
    formula: `r = R · HDI_country / HDI_world; E_2030 = e_2018 · (1 − r) · P_2030; straight to 0 in ${netZeroYear}`,
    sources,
    explanation: `${told} The world must halve its emissions between 2018 and 2030; a country with higher human development takes more. For ${work.inputs.country.name} that is ${percent(reduction)} less per head by 2030, which with the population expected then allows ${tonnesText(tonnes)} CO2e in 2030, and nothing from ${netZeroYear}.`,
  });
}

/** `opcc`. Throws `DomainError` `missing-figure`, `out-of-range`. */
export function opccTarget(work: Work): TargetPath {
  return fairSharePath(work, 2100, ['opcc-2020', 'undp-hdr'], 'Fair share after the One Planet City Challenge of WWF.');
}

/** `race-to-zero`: the same interim share, and net zero in 2050 at the latest. Throws `DomainError` `missing-figure`, `out-of-range`. */
export function raceToZeroTarget(work: Work): TargetPath {
  return fairSharePath(
    work,
    2050,
    ['race-to-zero-2022', 'opcc-2020', 'undp-hdr'],
    'Race to Zero asks for a fair share of the 50 % cut by 2030 and for net zero as soon as possible, in 2050 at the latest.',
  );
}
