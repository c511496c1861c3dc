/** `cities network`: what the plans of many cities come to together, and in °C. */
import { InvalidArgumentError, type Command } from 'commander';
import { HORIZON_RULES, type CityPaths, type HorizonRule } from '@thousand-cities/model';
import { writeNetworkTable } from '@thousand-cities/formats';
import { loadClimateModel, loadReference } from '@thousand-cities/reference/node';
import { EXIT, Refusal } from '../failure.ts';
import { checkWritable, writePieces, writeWhole } from '../files.ts';
import type { Io } from '../io.ts';
import { networkDocument } from '../network/document.ts';
import { counted } from '../network/findings.ts';
import { gather, type Gathered } from '../network/gather.ts';
import { refusalText } from '../network/refusal.ts';
import { beginRollUp, finishNetwork, type NetworkSettings } from '../network/run.ts';
import { networkText } from '../network/text.ts';

interface NetworkOptions {
  readonly scenario: string;
  readonly to: number;
  readonly horizon: HorizonRule;
  readonly gridShare: boolean;
  readonly json?: boolean;
  readonly output?: string;
  readonly table?: string;
}

const LAST_YEARS = { least: 2030, most: 2300 } as const;

/** Add `cities network` to the program. */
export function networkCommand(program: Command, io: Io, setExit: (code: number) => void): void {
  program
    .command('network')
    .summary('what many plans come to together, in tonnes and in °C')
    .description(
      'Sum the plans of many cities without counting a tonne twice, put them into the world, and give the temperature:\n' +
        'emissions by gas without and with the plans, how good the figures are, overlaps, the gap to targets and to Paris,\n' +
        'warming with its range, and the largest parts by city and action. What cannot be read is listed, and left out.\n\n' +
        'A network is a folder of plan files (*.json, in folders below it too) or one table: city,country to name cities,\n' +
        'which then stand with public figures; with figures also inventory,inventory_year,path,gas,unit and years.',
    )
    .argument('<file>', 'a folder of plans, a table (CSV), or one plan')
    .option('--scenario <name>', 'the world without plans: ssp119, ssp126, ssp245, ssp370 or ssp585', 'ssp245')
    .option('--to <year>', `last year, ${LAST_YEARS.least} to ${LAST_YEARS.most}`, yearOf, 2100)
    .option('--horizon <rule>', `after a plan’s last year: ${HORIZON_RULES.join(', ')}`, ruleOf, HORIZON_RULES[0])
    .option('--without-grid-share', 'do not credit saved grid energy')
    .option('--table <file>', 'write the cities as one table too')
    .option('-o, --output <file>', 'write the JSON document to a file')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  cities network examples\n  cities network examples --scenario ssp126 --horizon fade-out --json > network.json\n  cities network examples --table network.csv -o network.json\n  cities network examples/networks/three-bodies.csv\n\nExit code: 1 when something was left out or a finding is an error, 2 when nothing could be read.\n',
    )
    .action(async (path: string, options: NetworkOptions & { withoutGridShare?: boolean }) => {
      const gathered = await networkOf(path, { ...options, gridShare: options.withoutGridShare !== true }, io, setExit);
      if (gathered.refusals.length > 0) setExit(EXIT.findings);
      if (gathered.refusals.some(({ isBug }) => isBug)) setExit(EXIT.bug);
    });
}

function yearOf(text: string): number {
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= LAST_YEARS.least && year <= LAST_YEARS.most) return year;
  throw new InvalidArgumentError(`a year from ${LAST_YEARS.least} to ${LAST_YEARS.most} is expected.`);
}

function ruleOf(text: string): HorizonRule {
  const rule = HORIZON_RULES.find((known) => known === text);
  if (rule === undefined) throw new InvalidArgumentError(`one of ${HORIZON_RULES.join(', ')} is expected.`);
  return rule;
}

async function networkOf(
  path: string,
  options: NetworkOptions,
  io: Io,
  setExit: (code: number) => void,
): Promise<Gathered> {
  for (const file of [options.output, options.table]) if (file !== undefined) checkWritable(file);
  const settings: NetworkSettings = { scenario: options.scenario, toYear: options.to, horizon: options.horizon, gridShare: options.gridShare }; // prettier-ignore
  const model = loadClimateModel();
  const sum = beginRollUp(model, settings);
  const kept: CityPaths[] = [];
  let taken = 0;
  const gathered = await gather(
    path,
    (city) => {
      sum.add(city);
      taken++;
      if (options.table !== undefined) kept.push(withoutActions(city));
    },
    io,
  );
  if (taken === 0) throw nothingRead(path, gathered);
  const reference = loadReference();
  const facts = { budgets: reference.carbonBudgetSet(reference.defaultCarbonBudgetSet), gwp: reference.gwpSet('AR6') };
  const result = finishNetwork(sum, model, settings, facts);
  const { rollUp, response, paris, attribution } = result;
  const findings = counted([
    ...gathered.findings,
    ...rollUp.findings,
    ...response.findings,
    ...paris.findings,
    ...(attribution?.findings ?? []),
  ]);
  if (options.table !== undefined) writePieces(options.table, writeNetworkTable(kept, yearsOf(kept)));
  const json = () => `${JSON.stringify(networkDocument(path, gathered, result, findings))}\n`;
  if (options.output !== undefined) writeWhole(options.output, json());
  io.stdout(options.json ? json() : networkText(path, gathered, result, findings));
  if (findings.some(({ severity }) => severity === 'error')) setExit(EXIT.findings);
  return gathered;
}

/** What a table holds of a city. */
function withoutActions({ actions: _actions, ...city }: CityPaths): CityPaths {
  return city;
}

/** Every year that one of the cities has. */
function yearsOf(cities: readonly CityPaths[]): number[] {
  const first = cities.reduce((least, { firstYear }) => Math.min(least, firstYear), Infinity);
  const last = cities.reduce((most, { lastYear }) => Math.max(most, lastYear), -Infinity);
  return Array.from({ length: last - first + 1 }, (_, y) => first + y);
}

function nothingRead(path: string, { refusals, passedOver }: Gathered): Refusal {
  const listed = refusals.map((refusal) => `\n${refusalText(refusal)}`).join('');
  const over = passedOver.length === 0 ? '' : `; ${passedOver.length} files are not plans by their names`;
  return new Refusal(`${path}: no city could be read${over}${listed}\n  remedy: name a folder that holds plan files (cities plan -o), or a table of cities`); // prettier-ignore
}
