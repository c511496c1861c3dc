/** `cities evaluate`: re-run a plan file. */
import { InvalidArgumentError, type Command } from 'commander';
import { canonicalJson, evaluate } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { aboutFile, readPlanFile } from '../files.ts';
import type { Io } from '../io.ts';
import { outcomeText } from '../outcome-text.ts';

/** More draws move no percentile that anyone could see, and would fill the memory. */
const MOST_DRAWS = 100_000;

export function evaluateCommand(program: Command, io: Io, setExit: (code: number) => void): void {
  program
    .command('evaluate')
    .summary('re-run a plan file')
    .description(
      'Evaluate a plan: emissions by year with and without it, against its target, by gas, sector and action, and what it costs.\n' +
        'The same file gives the same numbers, whatever the machine.',
    )
    .argument('<plan>', 'a plan file (JSON)')
    .option('--json', 'print the outcome as one JSON document')
    .option('--draws <n>', `draws for the probability of meeting the target, up to ${MOST_DRAWS}`, drawsOf, 0)
    .option('--seed <n>', 'seed of the draws; the same seed gives the same numbers', wholeNumber, 1)
    .addHelpText(
      'after',
      '\nExamples:\n  cities evaluate examples/semarang.plan.json\n  cities evaluate examples/hamburg.plan.json --draws 4096 --seed 7 --json > outcome.json\n\nExit code: 1 when a finding is an error, 2 when the file is refused.\n',
    )
    .action((file: string, options: { json?: boolean; draws: number; seed: number }) => {
      const plan = readPlanFile(file);
      const outcome = aboutFile(file, () => evaluate(plan, loadReference(), options));
      io.stdout(options.json ? canonicalJson(outcome) : outcomeText(plan, outcome));
      if (outcome.findings.some((finding) => finding.severity === 'error')) setExit(1);
    });
}

function drawsOf(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) > MOST_DRAWS) {
    throw new InvalidArgumentError(`a whole number from 0 to ${MOST_DRAWS} is expected.`);
  }
  return Number(text);
}

/** A whole number of 0 or more, or the refusal that commander prints. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number from 0 to 999999999 is expected.');
  return Number(text);
}
