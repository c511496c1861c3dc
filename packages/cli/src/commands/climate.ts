/** `cities climate`: what emissions of the world come to, in °C, by the calibrated ensemble. */
import { InvalidArgumentError, type Command } from 'commander';
import { spreadMembers, type ClimateModel, type Finding, type WorldEmissions } from '@thousand-cities/model';
import { readDeltaTable, readEmissionsTable } from '@thousand-cities/formats';
import { loadClimateModel, loadClimateSources, loadObservedWarming } from '@thousand-cities/reference/node';
import { climateDocument } from '../climate-document.ts';
import { endingFindings, runWorld, type RunSettings, type WorldResult, type WorldSummary } from '../climate-runs.ts';
import { memberHeader, memberRows } from '../climate-table.ts';
import { climateText } from '../climate-text.ts';
import { Refusal } from '../failure.ts';
import { checkWritable, namingFile, writePieces } from '../files.ts';
import type { Io } from '../io.ts';
import { progressOn } from '../progress.ts';
import { bytesOf } from '../read-bytes.ts';

interface ClimateOptions {
  readonly scenario?: string;
  readonly emissions?: string;
  readonly delta?: string;
  readonly to?: number;
  readonly members: 'all' | number;
  readonly full?: boolean;
  readonly output?: string;
  readonly json?: boolean;
}

/** Warming is counted from 1850–1900, which must lie behind. */
const EARLIEST_LAST_YEAR = 1901;
const LATEST_LAST_YEAR = 2500;

/** Add `cities climate` to the program. */
export function climateCommand(program: Command, io: Io, setExit: (code: number) => void): void {
  program
    .command('climate')
    .summary('what emissions of the world come to, in °C')
    .description(
      'Run emissions of the world through FaIR 2.2 with all 841 calibrated members: warming above 1850–1900 by year, with its range,\n' +
        'beside what was observed. Without arguments, five scenarios. Tables of your own are CSV in two shapes:\n\n' +
        '  scenario,region,variable,unit,1750.5,1751.5,…     world emissions, all 51 species, for --emissions\n' +
        '  year,species,unit,delta                           changes to them, for --delta\n\n' +
        'With changes, every member is run without and with them, and the difference is taken member by member.',
    )
    .option('--scenario <name>', 'ssp119, ssp126, ssp245, ssp370 or ssp585')
    .option('--emissions <file>', 'world emissions of your own, one scenario or several, instead')
    .option('--delta <file>', 'changes to the emissions of every scenario')
    .option('--to <year>', 'last year (default: 2300, or where the emissions end)', yearOf)
    .option('--members <n>', 'all, or this many, spread evenly over the ensemble', membersOf, 'all')
    .option('--full', 'write every member by year, with the changes if there are any; needs -o')
    .option('-o, --output <file>', 'where --full writes its table: member,year,warming_k')
    .option('--json', 'print percentiles by year as one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  cities climate\n  cities climate --scenario ssp245 --to 2100\n  cities climate --scenario ssp245 --delta examples/climate/10-gt-less-by-2050.csv --to 2100 --json > less.json\n  cities climate --scenario ssp126 --to 2100 --members 50 --full -o members.csv\n\nExit code: 1 when a finding is an error, 2 when a file or an option is refused.\n',
    )
    .action(async (options: ClimateOptions) => {
      checkTogether(options);
      const model = loadClimateModel();
      const members = chosen(model, options.members);
      const { worlds, findings: read } = await worldsOf(options, model, io);
      const settings = await settingsOf(options, model, members, io);
      const results = runAll(worlds, settings, options, io);
      const findings = [...read, ...endings(settings, results), ...results.flatMap((result) => result.findings)];
      print(results, findings, settings, options, io);
      if (findings.some(({ severity }) => severity === 'error')) setExit(1);
    });
}

function yearOf(text: string): number {
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= EARLIEST_LAST_YEAR && year <= LATEST_LAST_YEAR) return year;
  throw new InvalidArgumentError(`a year from ${EARLIEST_LAST_YEAR} to ${LATEST_LAST_YEAR} is expected.`);
}

function membersOf(text: string): 'all' | number {
  if (text === 'all') return 'all';
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('all, or a whole number above 0, is expected.');
}

/** Options that do not go together, and a place that cannot be written, before any work is done. */
function checkTogether({ scenario, emissions, full, output }: ClimateOptions): void {
  if (scenario !== undefined && emissions !== undefined) {
    throw new Refusal('--scenario and --emissions are two ways to name the same thing\n  remedy: give one of them');
  }
  if (full && output === undefined) {
    throw new Refusal('--full writes a table of every member and needs a place\n  remedy: add -o FILE.csv');
  }
  if (!full && output !== undefined) {
    throw new Refusal('-o is where --full writes its table\n  remedy: add --full, or leave out -o');
  }
  if (output !== undefined) checkWritable(output);
}

function chosen({ memberIds }: ClimateModel, members: 'all' | number): readonly number[] {
  const total = memberIds.length;
  if (members !== 'all' && members > total) {
    throw new Refusal(`--members ${members}: the ensemble has ${total}\n  remedy: a number up to ${total}, or all`);
  }
  return spreadMembers(total, members === 'all' ? total : members);
}

interface Worlds {
  readonly worlds: readonly WorldEmissions[];
  readonly findings: readonly Finding[];
}

async function worldsOf({ scenario, emissions }: ClimateOptions, model: ClimateModel, io: Io): Promise<Worlds> {
  if (emissions !== undefined) {
    const table = await readEmissionsTable(bytesOf(emissions, io), { file: emissions });
    return { worlds: table.scenarios, findings: table.findings };
  }
  const names = scenario === undefined ? model.scenarioNames : [scenario];
  return { worlds: names.map((name) => model.scenario(name)), findings: [] };
}

async function settingsOf(
  { emissions, delta, to }: ClimateOptions,
  model: ClimateModel,
  members: readonly number[],
  io: Io,
): Promise<RunSettings> {
  const list = delta === undefined ? undefined : await readDeltaTable(bytesOf(delta, io), { file: delta });
  return {
    model,
    members,
    ...(to !== undefined && { toYear: to }),
    ...(list !== undefined && { deltas: { file: delta!, list } }),
    checkHistory: emissions !== undefined,
    record: loadObservedWarming(),
  };
}

/** Run the worlds one after another, so that the members of only one are held; write them as they come. */
function runAll(
  worlds: readonly WorldEmissions[],
  settings: RunSettings,
  { emissions, output }: ClimateOptions,
  io: Io,
): readonly WorldSummary[] {
  const kept: WorldSummary[] = [];
  const progress = progressOn(io, 'scenarios run', process.stderr.isTTY && worlds.length > 1);
  const file = settings.deltas?.file ?? emissions;
  const runOne = (world: WorldEmissions): WorldResult => {
    try {
      const result = runWorld(world, settings);
      const { run: _run, ...rest } = result;
      kept.push(rest);
      progress.show(kept.length, worlds.length);
      return result;
    } catch (error) {
      throw file === undefined ? error : namingFile(file, error);
    }
  };
  try {
    if (output === undefined) worlds.forEach(runOne);
    else writePieces(output, tableOf(worlds, runOne, settings));
  } finally {
    progress.end();
  }
  return kept;
}

function* tableOf(
  worlds: readonly WorldEmissions[],
  runOne: (world: WorldEmissions) => WorldResult,
  settings: RunSettings,
): Generator<string> {
  const ids = idsOf(settings);
  const several = worlds.length > 1;
  yield memberHeader(several);
  for (const world of worlds) yield* memberRows(runOne(world).run, ids, several ? world.name : undefined);
}

function idsOf({ model, members }: RunSettings): readonly number[] {
  return members.map((member) => model.memberIds[member]!);
}

function endings({ deltas }: RunSettings, results: readonly WorldSummary[]): readonly Finding[] {
  const last = Math.max(...results.map(({ summary }) => summary.byYear.years.at(-1)!));
  return deltas === undefined ? [] : endingFindings(deltas.list, last);
}

function print(
  results: readonly WorldSummary[],
  findings: readonly Finding[],
  settings: RunSettings,
  options: ClimateOptions,
  io: Io,
): void {
  const { model, record } = settings;
  const memberIds = idsOf(settings);
  if (options.json) {
    const document = climateDocument(results, {
      calibration: model.calibration,
      memberIds,
      allMembers: memberIds.length === model.memberIds.length,
      emissions: options.emissions ?? 'built in',
      ...(options.delta !== undefined && { delta: options.delta }),
      source: loadClimateSources(),
      record,
      findings,
    });
    io.stdout(`${JSON.stringify(document)}\n`);
    return;
  }
  io.stdout(climateText(results, { members: memberIds.length, calibration: model.calibration, findings }));
  if (options.output !== undefined) io.stdout(`\nEvery member is in ${options.output}.\n`);
}
