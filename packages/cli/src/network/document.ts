/** A network as one JSON document. Its keys are a promise to other programs: docs/guide/network.md. */
import type { FigureQuality, NetworkRollUp, NetworkSum } from '@thousand-cities/model';
import type { CountedFinding } from './findings.ts';
import type { Gathered } from './gather.ts';
import { AMBITIOUS, type NetworkResult } from './run.ts';
import { co2eAt } from './sums.ts';

/** Series are over `years`; tonnes of the gas, `fgas` and everything called CO2e in t CO2e, warming in K. */
export function networkDocument(
  path: string,
  gathered: Gathered,
  { settings, rollUp, response, paris, attribution }: NetworkResult,
  findings: readonly CountedFinding[],
): object {
  const { firstYear, lastYear, weights, counts, overlaps, targets, horizon, asOf } = rollUp;
  const { kind, files, refusals, passedOver } = gathered;
  return {
    source: { path, kind, files },
    scenario: settings.scenario,
    ambitious: AMBITIOUS,
    horizon,
    gridShareCounted: settings.gridShare,
    asOf,
    weights,
    years: Array.from({ length: lastYear - firstYear + 1 }, (_, y) => firstYear + y),
    counts,
    total: sumOf(rollUp.total),
    byInventory: { reported: sumOf(rollUp.byInventory.reported), starter: sumOf(rollUp.byInventory.starter) },
    byRegion: rowsOf(rollUp, rollUp.byRegion),
    byCountry: rowsOf(rollUp, rollUp.byCountry),
    targets: targets.map(plain),
    overlaps,
    warming: plain(response),
    paris: plain(paris),
    contributions: attribution === undefined ? null : contributionsOf(rollUp, attribution),
    cities: rollUp.cities,
    findings,
    refusals,
    passedOver,
  };
}

function sumOf({ quality, ...sum }: NetworkSum): object {
  return { ...(plain(sum) as object), quality: { reference: qualityOf(quality.reference), difference: qualityOf(quality.difference) } }; // prettier-ignore
}

/** A share of nothing is null, not absent. */
function qualityOf({ reportedShare, meanYear, meanAge, ...quality }: FigureQuality): object {
  return { ...quality, reportedShare: reportedShare ?? null, meanYear: meanYear ?? null, meanAge: meanAge ?? null };
}

/** Groups in t CO2e at a few years; whole series of each would make most of the document. */
function rowsOf(rollUp: NetworkRollUp, groups: ReadonlyMap<string, NetworkSum>): object {
  const { firstYear, lastYear } = rollUp;
  const years = [...new Set([firstYear, 2030, 2050, lastYear])].filter((year) => year >= firstYear && year <= lastYear);
  const rows = [...groups].map(([name, sum]) => [
    name,
    {
      cities: sum.cities,
      withPlan: sum.withPlan,
      years,
      referenceCo2e: years.map((year) => co2eAt(rollUp, sum.reference, year)),
      differenceCo2e: years.map((year) => co2eAt(rollUp, sum.difference, year)),
      gridShareCo2: years.map((year) => sum.gridShare[year - firstYear]!),
    },
  ]);
  return Object.fromEntries(rows) as object;
}

function contributionsOf(rollUp: NetworkRollUp, attribution: NonNullable<NetworkResult['attribution']>): object {
  const { cities, targetYears, actions, residualShare, ...rest } = attribution;
  const count = targetYears.length;
  return {
    ...(plain(rest) as object),
    targetYears,
    residualShare: Array.from(residualShare, (share) => share ?? null),
    cities: rollUp.cities.map(({ id }, i) => ({ id, kelvin: [...cities.subarray(i * count, (i + 1) * count)] })),
    actions,
  };
}

/** Typed arrays as lists and maps as objects, however deep. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}
