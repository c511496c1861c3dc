/** `cities starter`: a first inventory for any city from public figures. */
import { InvalidArgumentError, type Command } from 'commander';
import {
  DRAFT_YEARS,
  SECTORS,
  isMissing,
  starterInventory,
  starterPopulation,
  totalsBySector,
  totalsWithIntervals,
  type City,
  type GwpSetId,
  type Inventory,
  type InventoryRow,
  type Range,
  type StarterCoefficients,
  type StarterTotals,
} from '@thousand-cities/model';
import { modelCity } from '@thousand-cities/reference';
import { loadReference, loadStarter } from '@thousand-cities/reference/node';
import { findCity } from '../find-city.ts';
import type { Io } from '../io.ts';

interface StarterCommandOptions {
  readonly country?: string;
  readonly year: number;
  readonly population?: number;
  readonly area?: number;
  readonly gwp: GwpSetId;
  readonly json?: boolean;
}

/** Latest year that the national figures reach. */
const LATEST_YEAR = 2021;

/** Add `cities starter` to the program. */
export function starterCommand(program: Command, io: Io): void {
  program
    .command('starter')
    .summary('a first inventory for any city, from public figures')
    .description(
      'Estimate the emissions of a city from public national and city figures only: every GPC reference with a 90 %\n' +
        'interval, or a notation key that says why there is none. Everything is a default, to be replaced by the\n' +
        'city’s own figures. Population and area of the city boundary make the estimate better: give them if you can.',
    )
    .argument('<city>', 'name or GeoNames id of a city of more than 15,000 inhabitants')
    .option('--country <name>', 'ISO 3166 code or English name')
    .option('--year <year>', 'inventory year; national figures of that year are used', yearOf, LATEST_YEAR)
    .option('--population <people>', 'residents within the city boundary in that year', positive)
    .option('--area <km2>', 'land within the city boundary, km²', positive)
    .option('--gwp <set>', 'warming potentials: AR4, AR5 or AR6', gwpOf, 'AR5')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  cities starter Semarang\n  cities starter "Valencia, Venezuela"\n  cities starter Valencia --country Spain --year 2019 --population 794288 --area 135 --json\n',
    )
    .action((name: string, options: StarterCommandOptions) => {
      const made = makeStarter(name, options);
      io.stdout(options.json ? `${JSON.stringify([jsonOf(made)], undefined, 2)}\n` : textOf(made));
    });
}

interface Made {
  readonly inventory: Inventory;
  readonly totals: StarterTotals;
  readonly populationNote: string;
}

function makeStarter(name: string, options: StarterCommandOptions): Made {
  const reference = loadReference();
  const coefficients = loadStarter();
  const found = findCity(reference, name, options.country);
  const place = modelCity(found, reference);
  const country = reference.country(place.country);
  const estimate = starterPopulation(place, country, coefficients, options.year);
  const population = options.population ?? estimate?.value;
  const city: City = { ...place, ...(population !== undefined && { population }) };
  const known = withArea(coefficients, found.id, options.area);
  const inventory = starterInventory(city, country, known, {
    year: options.year,
    gwpSet: reference.gwpSet(options.gwp),
  });
  return {
    inventory,
    totals: totalsWithIntervals(inventory, known),
    populationNote:
      options.population !== undefined
        ? 'as given'
        : estimate === undefined
          ? 'not known'
          : `${sourceName(estimate.source ?? 'geonames')}, counted about ${estimate.countedIn}, scaled by the growth of the country`,
  };
}

/** Title of a source, where the reference set describes it. */
function sourceName(id: string): string {
  try {
    return loadReference().source(id).title;
  } catch {
    return id;
  }
}

function withArea(coefficients: StarterCoefficients, id: string, areaKm2: number | undefined): StarterCoefficients {
  if (areaKm2 === undefined) return coefficients;
  return {
    ...coefficients,
    cities: new Map([...coefficients.cities, [id, { ...coefficients.cities.get(id), areaKm2 }]]),
  };
}

/** A figure as the JSON gives it. */
interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

function figureOf(range: Range, source: string): Figure {
  return { value: range.central, low: range.low, high: range.high, source };
}

function jsonOf({ inventory, totals, populationNote }: Made): object {
  const { city, year, population, gwpSet, rows } = inventory;
  const keys = rows.filter((row) => isMissing(row.co2eTonnes));
  return {
    city: city.name,
    country: city.country,
    year,
    population,
    populationSource: populationNote,
    gwpSet,
    provenance: 'default',
    totals: Object.fromEntries(
      Object.entries(totals).map(([boundary, range]) => [boundary, figureOf(range as Range, 'starter-calibration')]),
    ),
    bySector: bySector(inventory, totals),
    byRef: Object.fromEntries(rows.map((row) => [row.ref, refOf(row)])),
    completeness: {
      figures: rows.length - keys.length,
      notEstimated: keys
        .filter((row) => isMissing(row.co2eTonnes) && row.co2eTonnes.keys.includes('NE'))
        .map((r) => r.ref),
    },
    findings: [],
  };
}

/** Sectors within BASIC+S3; the relative interval of a sector is that of the whole, as no sector is fitted alone. */
function bySector(inventory: Inventory, totals: StarterTotals): Record<string, Figure> {
  const sums = totalsBySector(inventory);
  const { central, low, high } = totals.basicPlus;
  return Object.fromEntries(
    SECTORS.map((sector) => [
      sector,
      figureOf(
        { central: sums[sector], low: (sums[sector] * low) / central, high: (sums[sector] * high) / central },
        'starter-calibration',
      ),
    ]),
  );
}

function refOf(row: InventoryRow): object {
  if (!isMissing(row.co2eTonnes)) return { ...figureOf(row.interval!, row.sources.join('; ')), gases: row.gases };
  const { keys, includedIn, explanation } = row.co2eTonnes;
  return { notationKey: keys.join('; '), ...(includedIn && { includedIn }), explanation };
}

function textOf({ inventory, totals, populationNote }: Made): string {
  const { city, year, population, gwpSet, rows } = inventory;
  const range = ({ central, low, high }: Range): string =>
    `${tonnes(central).padStart(12)}   ${tonnes(low)} … ${tonnes(high)}`;
  const lines = [
    `${city.name} (${city.country}), ${year}: a first inventory from public figures, t CO2e by ${gwpSet}`,
    `population ${tonnes(population ?? Number.NaN)} (${populationNote})`,
    '',
    `${'BASIC'.padEnd(14)}${range(totals.basic)}   (90 % interval)`,
    `${'BASIC+'.padEnd(14)}${range(totals.basicPlus)}`,
    `${'territorial'.padEnd(14)}${range(totals.territorial)}`,
    '',
  ];
  for (const row of rows) {
    const { co2eTonnes: value } = row;
    const label = row.ref.padEnd(14);
    if (!isMissing(value)) lines.push(`${label}${range(row.interval!)}`);
    else lines.push(`${label}${value.keys.join('; ').padStart(12)}   ${value.explanation ?? ''}`);
  }
  lines.push(
    '',
    'Every figure is a default with a wide interval; see docs/methods/starter.md. --json has the sources.',
    '',
  );
  return lines.join('\n');
}

function tonnes(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(value);
}

function yearOf(text: string): number {
  const year = Number(text);
  if (!/^\d{4}$/.test(text) || year < 1990 || year >= DRAFT_YEARS.start) {
    throw new InvalidArgumentError(`a year from 1990 to ${DRAFT_YEARS.start - 1} is expected.`);
  }
  return year;
}

function positive(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !(value > 0))
    throw new InvalidArgumentError('a number above 0 without separators is expected, such as 1650000.');
  return value;
}

function gwpOf(text: string): GwpSetId {
  const set = text.toUpperCase();
  if (set !== 'AR4' && set !== 'AR5' && set !== 'AR6') throw new InvalidArgumentError('AR4, AR5 or AR6 is expected.');
  return set;
}
