/** Deadline 2020 (C40): contraction to 2.9 t per head in 2030 and to nought in 2050, by group of cities. */
import { DomainError } from '../../errors.ts';
import { nearestValue } from '../series.ts';
import type { TargetPath } from '../types.ts';
import { needFigure, numberParameter, optionalNumber, refuseUnknown, residents, use, type Work } from './inputs.ts';
import { ceilingAt, pathOf, targetYears, type Corner } from './path.ts';

export type Deadline2020Group = 'steep decline' | 'steady decline' | 'early peak' | 'late peak';

const PARAMETERS = new Set([
  'gdpPerHead',
  'gdpThreshold',
  'averagePerHead',
  'perHead2030',
  'peakYear',
  'growthAllowed',
  'netZeroYear',
]);

/** Group of a city: wealth against the threshold, emissions per head against the average of C40 cities. */
export function deadline2020Group(
  gdpPerHead: number,
  emissionsPerHead: number,
  threshold = 15_000,
  average = 5.1,
): Deadline2020Group {
  if (gdpPerHead > threshold) return emissionsPerHead > average ? 'steep decline' : 'steady decline';
  return emissionsPerHead > average ? 'early peak' : 'late peak';
}

const SAYS: Readonly<Record<Deadline2020Group, string>> = {
  'steep decline': 'it is wealthy and emits more than the average, so it declines at once and steeply',
  'steady decline': 'it is wealthy and emits less than the average, so it declines at once and steadily',
  'early peak':
    'it is not wealthy and emits more than the average, so it holds its level for a few years and then falls',
  'late peak': 'it is not wealthy and emits less than the average, so it may rise a little before it falls',
};

function gdpPerHead(work: Work): number {
  const own = optionalNumber(work, 'gdpPerHead', { unit: 'USD', min: 50, max: 1e6 });
  if (own !== undefined) return own;
  const { country, baseYear } = work.inputs;
  const found = country.gdpPerHead && nearestValue(country.gdpPerHead, baseYear);
  if (!found) {
    throw new DomainError(
      'missing-figure',
      `target "${work.spec.id}" needs the GDP per head of ${country.name}, which is not known`,
      ['targets', work.spec.id, 'parameters', 'gdpPerHead'],
    );
  }
  return use(work, `GDP per head of ${country.name} ${found.year}`, found.value, {
    unit: country.gdpPerHead!.unit,
    source: country.gdpPerHead!.source,
    provenance: 'default',
  });
}

interface Figures {
  readonly group: Deadline2020Group;
  readonly perHead: number;
  readonly goal: number;
  readonly peakYear: number;
  readonly growthAllowed: number;
  readonly netZeroYear: number;
}

/** Corners of the path in tonnes per head. */
function cornersPerHead(baseYear: number, figures: Figures): Corner[] {
  const { group, perHead, goal, peakYear, growthAllowed, netZeroYear } = figures;
  const straight = (perHead * (netZeroYear - 2030)) / (netZeroYear - baseYear);
  const peak = Math.max(baseYear, peakYear);
  const start = { year: baseYear, tonnes: perHead };
  const hold = peak > baseYear ? [{ year: peak, tonnes: perHead }] : [];
  const end = { year: netZeroYear, tonnes: 0 };
  switch (group) {
    case 'steep decline':
    case 'steady decline':
      return [start, { year: 2030, tonnes: Math.min(goal, straight) }, end];
    case 'early peak':
      return [start, ...hold, { year: 2030, tonnes: goal }, end];
    case 'late peak': {
      const risen = Math.min(goal, perHead * (1 + growthAllowed));
      return [start, ...(risen < perHead ? hold : []), { year: 2030, tonnes: risen }, end];
    }
  }
}

function readFigures(work: Work): Figures {
  const { baseYear, baseEmissions } = work.inputs;
  const perHead = use(work, `emissions per head ${baseYear}`, baseEmissions / residents(work, baseYear), {
    unit: 't CO2e per head',
    provenance: 'city-value',
  });
  const wealth = gdpPerHead(work);
  const threshold = numberParameter(work, 'gdpThreshold', 15_000, {
    unit: 'USD',
    min: 0,
    max: 1e6,
    source: 'deadline-2020',
  });
  const average = numberParameter(work, 'averagePerHead', 5.1, {
    unit: 't CO2e per head',
    min: 0,
    max: 100,
    source: 'assumption',
  });
  const group = deadline2020Group(wealth, perHead, threshold, average);
  use(work, 'group', group, { provenance: 'method-locked' });
  return {
    group,
    perHead,
    goal: numberParameter(work, 'perHead2030', 2.9, {
      unit: 't CO2e per head',
      min: 0,
      max: 20,
      source: 'deadline-2020',
    }),
    peakYear: numberParameter(work, 'peakYear', 2026, { min: 2016, max: 2029, source: 'assumption' }),
    growthAllowed: numberParameter(work, 'growthAllowed', 0.1, { min: 0, max: 1, source: 'assumption' }),
    netZeroYear: numberParameter(work, 'netZeroYear', 2050, { min: 2031, max: 2050, source: 'deadline-2020' }),
  };
}

/** `deadline-2020`. Throws `DomainError` `missing-figure`, `out-of-range`. */
export function deadline2020Target(work: Work): TargetPath {
  refuseUnknown(work.spec, (name) => PARAMETERS.has(name));
  const { baseYear, country } = work.inputs;
  if (baseYear >= 2030) {
    throw new DomainError('out-of-range', `target "${work.spec.id}" is due in 2030; the base year is ${baseYear}`, [
      'targets',
      work.spec.id,
    ]);
  }
  const figures = readFigures(work);
  const { group, goal, netZeroYear } = figures;
  const corners = cornersPerHead(baseYear, figures);
  const emissions = targetYears(work.inputs).map((year) => {
    const perHead = ceilingAt(corners, year);
    return perHead === 0 ? 0 : perHead * peopleIn(work, year);
  });
  residents(work, 2030);
  return pathOf(work, emissions, {
    milestones: [2030, netZeroYear],
    netZeroYear,
    formula: `e(2030) = ${goal} t per head (group: ${group}); e(${netZeroYear}) = 0; E(y) = e(y) · P(y)`,
    sources: ['deadline-2020'],
    explanation: `Deadline 2020 of C40 lets the emissions of its cities meet at ${goal} t CO2e per head in 2030 and end in ${netZeroYear}. A city in ${country.name} with these figures belongs to the group "${group}": ${SAYS[group]}. The yearly path is contraction and convergence between those points, not C40’s own tables.`,
  });
}

function peopleIn(work: Work, year: number): number {
  return needFigure(work, work.inputs.population, year, 'population of the city');
}
