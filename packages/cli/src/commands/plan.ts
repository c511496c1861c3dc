/** `cities plan`: inventory → baseline → target → an optimised plan. */
import { existsSync, statSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  canonicalJson,
  DomainError,
  draftPlan,
  evaluate,
  optimisePlan,
  quickPlanOf,
  TARGET_KINDS,
  writePlan,
  type Draft,
  type Outcome,
  type Plan,
  type PortfolioProgress,
  type PortfolioResult,
  type TargetKind,
  type TargetSpec,
} from '@thousand-cities/model';
import { draftFor } from '@thousand-cities/reference';
import { draftKit, loadReference } from '@thousand-cities/reference/node';
import { checkWritable, namingFile, opensAsJson, readPlanFile, writeWhole } from '../files.ts';
import { Refusal } from '../failure.ts';
import { findCity } from '../find-city.ts';
import type { Io } from '../io.ts';
import { outcomeText } from '../outcome-text.ts';
import { optimisationText } from '../optimisation-text.ts';
import { loadSolver } from '../solver.ts';
import { readInventories } from './inventory.ts';

interface PlanOptions {
  readonly country?: string;
  readonly target?: TargetKind;
  readonly by?: number;
  readonly cut?: number;
  readonly budget?: number;
  readonly gap?: number;
  readonly time?: number;
  readonly quick?: boolean;
  readonly output?: string;
  readonly json?: boolean;
}

export function planCommand(program: Command, io: Io, setExit: (code: number) => void): void {
  program
    .command('plan')
    .summary('the least costly set of actions that meets a target')
    .description(
      'Make a plan for a city: its inventory (yours, or a first one from public figures), business-as-usual, a target, and the\n' +
        'actions, sizes and start years that meet it at least cost. When nothing meets it, the closest plan and what binds.',
    )
    .argument(
      '<city|file>',
      'name of a city of more than 15,000 inhabitants, an inventory table (CSV), or a plan file (JSON)',
    )
    .option('--country <name>', 'ISO 3166 code or English name, where several cities share the name')
    .addOption(new Option('--target <name>', 'what the plan must meet (default: race-to-zero)').choices(TARGET_KINDS))
    .option('--by <year>', 'year of net zero, or of the cut with --cut', yearOf)
    .option('--cut <percent>', 'for --target custom: cut against the base year', percentOf)
    .option('--budget <EUR>', 'most capital in any year, EUR', amountOf)
    .option('--gap <percent>', 'stop when the plan is proven this close to the best (default: 1 %)', percentOf)
    .option(
      '--time <seconds>',
      'stop the search after this long too; a slower machine may then give another plan (default: after a fixed amount of work)',
      secondsOf,
    )
    .option('--quick', 'a good plan at once, without proof')
    .option('-o, --output <file>', 'write the plan file here')
    .option('--json', 'print the plan with its outcome as one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  cities plan Semarang -o semarang.plan.json\n  cities plan Valencia --country ESP --target custom --cut 80 --by 2040 --budget 150000000\n  cities plan examples/inventories/contoh-2021.csv --target pathway-to-paris --json > plan.json\n  cities plan examples/semarang.plan.json --target deadline-2020 --quick\n',
    )
    .action(async (what: string, options: PlanOptions) => {
      if (options.output !== undefined) checkWritable(options.output);
      const { plan, result, outcome } = await made(what, options, io);
      if (options.output !== undefined) writeWhole(options.output, writePlan(plan));
      io.stdout(
        options.json
          ? canonicalJson({ ...plan, outcome, optimisation: summaryOf(result) })
          : textOf(plan, outcome, result, options),
      );
      if (outcome.findings.some(({ severity }) => severity === 'error')) setExit(1);
    });
}

interface Made {
  readonly plan: Plan;
  readonly result: PortfolioResult;
  readonly outcome: Outcome;
}

async function made(what: string, options: PlanOptions, io: Io): Promise<Made> {
  const reference = loadReference();
  try {
    const draft = await draftOf(what, options, io);
    const { plan, result } = options.quick
      ? quickPlanOf(draft.plan, reference, constraintsOf(options))
      : await optimisePlan(draft.plan, reference, await loadSolver(), {
          ...(constraintsOf(options) && { constraints: constraintsOf(options)! }),
          gap: options.gap ?? 0.01,
          ...(options.time !== undefined && { timeLimitSeconds: options.time, clock: () => performance.now() / 1000 }),
          onProgress: (progress) => showProgress(progress, io),
        });
    if (process.stderr.isTTY) io.stderr('\r\u001b[K');
    return { plan, result, outcome: evaluate(plan, reference) };
  } catch (error) {
    throw namesFile(what) ? namingFile(what, error) : error;
  }
}

const constraintsOf = ({ budget }: PlanOptions) => (budget === undefined ? undefined : { capitalPerYear: budget });

/** A draft from a city's name, an inventory table or a plan file. */
async function draftOf(what: string, options: PlanOptions, io: Io): Promise<Pick<Draft, 'plan'>> {
  const mainTarget = targetOf(options);
  if (/\.json$/i.test(what) || opensAsJson(what)) return { plan: retargeted(readPlanFile(what), mainTarget) };
  const reference = loadReference();
  const kit = draftKit();
  const draftOptions = mainTarget ? { mainTarget } : {};
  if (!namesFile(what)) {
    return draftFor(findCity(reference, what, options.country), reference, kit, draftOptions);
  }
  const entries = await readInventories([what], 'AR5', io);
  const latest = entries.map(({ inventory }) => inventory).sort((a, b) => b.year - a.year);
  const names = [...new Set(latest.map(({ city }) => `${city.name} (${city.country})`))];
  if (names.length !== 1) {
    throw new DomainError(
      'ambiguous-city',
      `${what} holds inventories of ${names.length} cities (${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''}); a plan is for one`,
      [what],
    );
  }
  const inventory = latest[0]!;
  return draftPlan(inventory.city, kit, { inventory, ...draftOptions });
}

/** A file is named by an ending or a folder, or is simply there; a folder that bears a city's name is not meant. */
function namesFile(what: string): boolean {
  if (/\.[a-z]{3,4}$/i.test(what) || /[/\\]/.test(what)) return true;
  return existsSync(what) && !statSync(what).isDirectory();
}

function retargeted(plan: Plan, target: TargetSpec | undefined): Plan {
  if (!target) return plan;
  const others = plan.targets.filter(({ id }) => id !== target.id);
  return { ...plan, targets: [target, ...others], mainTarget: target.id };
}

/** Parameter that `--by` stands for, by kind. */
const BY: Readonly<Partial<Record<TargetKind, string>>> = {
  opcc: 'netZeroYear',
  'race-to-zero': 'netZeroYear',
  'deadline-2020': 'netZeroYear',
  'pathway-to-paris': 'zeroYear',
};

function targetOf({ target, by, cut }: PlanOptions): TargetSpec | undefined {
  const kind = target ?? (cut !== undefined ? 'custom' : by !== undefined ? 'race-to-zero' : undefined);
  if (kind === undefined) return undefined;
  if (cut !== undefined && kind !== 'custom') {
    throw new Refusal(`--cut goes with --target custom; ${kind} has its own\n  remedy: leave out --cut or --target`);
  }
  if (kind === 'custom') return { id: kind, kind, parameters: customParameters(by, cut) };
  const name = BY[kind];
  if (by !== undefined && name === undefined) {
    throw new Refusal(`--by does not go with ${kind}, whose years are fixed\n  remedy: leave out --by`);
  }
  return { id: kind, kind, ...(by !== undefined && { parameters: { [name!]: by } }) };
}

function customParameters(by: number | undefined, cut: number | undefined): Record<string, number> {
  if (by === undefined)
    throw new Refusal(
      'a cut of its own needs a year\n  remedy: --by 2040 --cut 80 for 80 % less by 2040, or --target custom --by 2045 for net zero',
    );
  return cut === undefined ? { netZeroYear: by } : { reduction: cut, targetYear: by };
}

function showProgress(progress: PortfolioProgress, io: Io): void {
  if (!process.stderr.isTTY) return;
  const gap = Number.isFinite(progress.gap) ? `, within ${(100 * progress.gap).toFixed(1)} % of the best` : '';
  io.stderr(`\r\u001b[K${progress.phase}: ${progress.schedule.length} actions${gap}`);
}

/** What of the search belongs beside the plan. A bound that was never proven is null: JSON has no infinity. */
function summaryOf({ meetsTarget, aim, value, bound, gap, stop, binding, effort }: PortfolioResult): object {
  const finite = (number: number) => (Number.isFinite(number) ? number : null);
  return { meetsTarget, aim, value: finite(value), bound: finite(bound), gap: finite(gap), stop, binding, effort };
}

function textOf(plan: Plan, outcome: Outcome, result: PortfolioResult, { output }: PlanOptions): string {
  const saved = output === undefined ? 'Add -o FILE to keep the plan.' : `The plan is in ${output}.`;
  return `${outcomeText(plan, outcome)}\n${optimisationText(plan, result)}\n${saved}\n`;
}

function yearOf(text: string): number {
  if (!/^20\d\d$/.test(text)) throw new InvalidArgumentError('a year such as 2040 is expected.');
  return Number(text);
}

function secondsOf(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text) || !(Number(text) > 0))
    throw new InvalidArgumentError('a number of seconds above 0 is expected.');
  return Number(text);
}

function amountOf(text: string): number {
  if (!/^\d+(\.\d+)?(e\d{1,2})?$/i.test(text) || !(Number(text) > 0)) {
    throw new InvalidArgumentError('a number above 0 without separators is expected, such as 150000000.');
  }
  return Number(text);
}

function percentOf(text: string): number {
  const value = Number(text.replace(/\s?%$/, ''));
  if (!Number.isFinite(value) || value <= 0 || value > 100)
    throw new InvalidArgumentError('a percentage above 0 and up to 100 is expected.');
  return value / 100;
}
