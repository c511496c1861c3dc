/** What a reader of world emissions should know of them, though they are taken over as they stand. */
import {
  EMISSION_SPECIES,
  LAST_YEAR_OF_HISTORY,
  speciesIndex,
  type Finding,
  type WorldEmissions,
} from '@thousand-cities/model';

/** kt/yr; what lies between nought and this below it is rounding. */
const DUST = 1e-3;

/** Findings of a whole table: one for each kind, naming the scenarios. */
export function emissionFindings(scenarios: readonly WorldEmissions[], file: string): readonly Finding[] {
  return [...netNegative(scenarios, file), ...belowZero(scenarios, file)];
}

/** Fossil CO2 below zero: more is taken out of the air, and stored for good, than fuels put in. */
function netNegative(scenarios: readonly WorldEmissions[], file: string): readonly Finding[] {
  const starts = scenarios.flatMap((scenario) => {
    const year = firstYearBelow(scenario, speciesIndex('CO2 FFI'), 0);
    return year === undefined ? [] : [{ name: scenario.name, year }];
  });
  if (starts.length === 0) return [];
  return [
    {
      code: 'emissions-net-negative',
      severity: 'warning',
      path: [file],
      message: `CO2 FFI is below zero from ${starts.map(({ name, year }) => `${year} in ${name}`).join(', ')}: more is taken out of the air than fuels put in.`,
      remedy: 'Intended in scenarios with large removals; check the sign if this is not one.',
      values: { scenarios: starts.length, firstYear: Math.min(...starts.map(({ year }) => year)) },
    },
  ];
}

/** Halogenated gases a little below zero, as tables inferred from concentrations have them. In the history they are the calibration's own. */
function belowZero(scenarios: readonly WorldEmissions[], file: string): readonly Finding[] {
  const names = EMISSION_SPECIES.filter(
    ({ unit }, species) =>
      unit.startsWith('kt') && scenarios.some((scenario) => firstYearBelow(scenario, species, -DUST) !== undefined),
  ).map(({ name }) => name);
  if (names.length === 0) return [];
  return [
    {
      code: 'emissions-below-zero',
      severity: 'note',
      path: [file],
      message: `${names.join(', ')}: slightly below zero in some years, taken over as they stand.`,
      remedy: 'Set them to 0 if they are not meant; the warming by less than 1 kt is below what can be seen.',
      values: { species: names.length },
    },
  ];
}

/** First year after the history in which a species is below a figure. */
function firstYearBelow(scenario: WorldEmissions, species: number, least: number): number | undefined {
  const { firstYear, lastYear, values } = scenario;
  const start = species * (lastYear - firstYear + 1) - firstYear;
  for (let year = LAST_YEAR_OF_HISTORY + 1; year <= lastYear; year++) {
    if (values[start + year]! < least) return year;
  }
  return undefined;
}
