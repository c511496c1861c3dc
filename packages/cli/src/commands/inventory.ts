/** `cities inventory`: GPC inventories from tables of emissions or activity data. */
import { InvalidArgumentError, type Command } from 'commander';
import {
  BOUNDARIES,
  checkInventory,
  completenessOf,
  figuresByRef,
  formatNotation,
  isMissing,
  nationalFigures,
  totalsBySector,
  totalsOf,
  type Boundary,
  type Finding,
  type GwpSetId,
  type Inventory,
  type NationalFigures,
} from '@thousand-cities/model';
import {
  activityCalculator,
  countryCodes,
  readInventoryTable,
  type InventoryTable,
  type InventoryTableEntry,
} from '@thousand-cities/formats';
import { factorLibrary, loadReference } from '@thousand-cities/reference/node';
import type { Io } from '../io.ts';
import { bytesOf } from '../read-bytes.ts';
import { inventoryText, overviewText, type InventoryReport } from '../inventory-text.ts';

interface InventoryOptions {
  readonly json?: boolean;
  readonly gwp: GwpSetId;
}

const GWP_SETS: readonly GwpSetId[] = ['AR4', 'AR5', 'AR6'];

/** Above this many inventories the text is one line for each. */
const MOST_IN_FULL = 6;

/** Add `cities inventory` to the program. */
export function inventoryCommand(program: Command, io: Io, setExit: (code: number) => void): void {
  program
    .command('inventory')
    .summary('GPC inventories from a table')
    .description(
      'Read GPC inventories, total them, and say what is missing and what looks wrong. A table is CSV in one of two shapes:\n\n' +
        '  city,country,year,population,gpc_ref,co2e_tonnes,notation_key\n' +
        '  city,country,year,population,gpc_ref,activity,carrier,amount,unit[,factor_source]\n\n' +
        'The first has one row for each GPC reference, with tonnes CO2e or a notation key (NO, NE, IE, C). The second has activity data, ' +
        'from which emissions are calculated by published factors, or by yours: "0.45 t/MWh, utility report 2021".',
    )
    .argument('<files...>', 'CSV files, UTF-8 or UTF-16, separated by commas, semicolons or tabs')
    .option('--gwp <set>', 'warming potentials where the table does not say: AR4, AR5 or AR6', gwpOf, 'AR5')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  cities inventory examples/inventories/musterstadt-2021.csv\n  cities inventory examples/inventories/*.csv --json > inventories.json\n\nExit code: 1 when a finding is an error, 2 when a file is refused.\n',
    )
    .action(async (files: readonly string[], options: InventoryOptions) => {
      const entries = await readInventories(files, options.gwp, io);
      const reports = watchErrors(reportsOf(entries), () => setExit(1));
      if (options.json) printJson(reports, io);
      else if (entries.length > MOST_IN_FULL) io.stdout(overviewText(reports));
      else io.stdout([...reports].map(inventoryText).join('\n'));
    });
}

function gwpOf(text: string): GwpSetId {
  const set = GWP_SETS.find((id) => id === text.toUpperCase());
  if (set === undefined) throw new InvalidArgumentError(`one of ${GWP_SETS.join(', ')} is expected.`);
  return set;
}

/** Every file is read before anything is printed, so that a refusal leaves nothing half-written. */
export async function readInventories(
  files: readonly string[],
  gwpSet: GwpSetId,
  io: Io,
): Promise<readonly InventoryTableEntry[]> {
  const reference = loadReference();
  const countryCode = countryCodes(reference.places.countries);
  const calculator = activityCalculator({
    factors: factorLibrary(),
    gwpSet: reference.gwpSet,
    country: reference.country,
    place: reference.places.country,
  });
  const tables: InventoryTable[] = [];
  for (const file of files) {
    const table = await readInventoryTable(bytesOf(file, io), { file, gwpSet, countryCode, calculator });
    for (const { message, remedy } of table.findings) io.stderr(`${file}: ${message} ${remedy}\n`);
    tables.push(table);
  }
  return tables.flatMap((table) => table.entries);
}

/** Reports one by one, so that a large table is not held with all its findings. */
function* reportsOf(entries: readonly InventoryTableEntry[]): Generator<InventoryReport> {
  const series = new Map<string, Inventory[]>();
  const cityOf = ({ inventory, country }: InventoryTableEntry): string => `${inventory.city.name}\u0000${country}`;
  for (const entry of entries) {
    const years = series.get(cityOf(entry));
    if (years === undefined) series.set(cityOf(entry), [entry.inventory]);
    else years.push(entry.inventory);
  }
  for (const entry of entries) {
    const { inventory, country } = entry;
    yield {
      inventory,
      country,
      totals: totalsOf(inventory),
      completeness: byBoundary((boundary) => completenessOf(inventory, boundary)),
      findings: bySeverity([...entry.findings, ...findingsOf(inventory, series.get(cityOf(entry))!)]),
    };
  }
}

const SEVERITIES: readonly Finding['severity'][] = ['error', 'warning', 'note'];

function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Pass reports on, and call out when one has a finding that is an error. */
function* watchErrors(reports: Iterable<InventoryReport>, onError: () => void): Generator<InventoryReport> {
  for (const report of reports) {
    if (report.findings.some(({ severity }) => severity === 'error')) onError();
    yield report;
  }
}

function byBoundary<T>(of: (boundary: Boundary) => T): Readonly<Record<Boundary, T>> {
  return Object.fromEntries(BOUNDARIES.map((boundary) => [boundary, of(boundary)])) as Record<Boundary, T>;
}

function findingsOf(inventory: Inventory, series: readonly Inventory[]): readonly Finding[] {
  const gwp = loadReference().gwpSet(inventory.gwpSet);
  const national = nationalOf(inventory);
  const found = checkInventory({ inventory, series, gwp, ...(national && { national }) });
  return national === undefined ? [...found, countryUnknown(inventory.city.country)] : found;
}

function countryUnknown(country: string): Finding {
  return {
    code: 'country-unknown',
    severity: 'warning',
    path: ['country'],
    message: `"${country}" is not a country we know, so nothing was compared with national figures.`,
    remedy: 'Write the ISO 3166-1 code or the English name.',
    values: { country },
  };
}

/** National figures, or nothing for a country that is written in a way we do not know. */
function nationalOf({ city, year, gwpSet }: Inventory): NationalFigures | undefined {
  const { places, country, gwpSet: set } = loadReference();
  const known = places.countries.some(({ iso3 }) => iso3 === city.country);
  return known ? nationalFigures(country(city.country), year, set(gwpSet)) : undefined;
}

/** One document, written in pieces of some hundred kilobytes. */
function printJson(reports: Iterable<InventoryReport>, io: Io): void {
  let text = '[';
  let separator = '';
  for (const report of reports) {
    text += `${separator}${JSON.stringify(documentOf(report))}`;
    separator = ',\n';
    if (text.length > 500_000) {
      io.stdout(text);
      text = '';
    }
  }
  io.stdout(`${text}]\n`);
}

/** One inventory with the keys of the command's documentation. Tonnes CO2e; a reference without figure has its notation as text. */
function documentOf({ inventory, country, totals, completeness, findings }: InventoryReport): object {
  const { city, year, population, gwpSet } = inventory;
  return {
    city: city.name,
    country,
    year,
    population: population ?? null,
    gwpSet,
    totals: byBoundary((boundary) => totals[boundary].co2eTonnes),
    bySector: totalsBySector(inventory),
    byRef: Object.fromEntries(
      [...figuresByRef(inventory)].map(([ref, value]) => [ref, isMissing(value) ? formatNotation(value) : value]),
    ),
    completeness: byBoundary((boundary) => {
      const { complete, required, answered, missing } = completeness[boundary];
      return { complete, required, answered, missing };
    }),
    findings,
  };
}
