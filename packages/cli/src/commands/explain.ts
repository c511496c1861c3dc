/** `cities explain`: how a number came about. */
import { InvalidArgumentError, type Command } from 'commander';
import { canonicalJson, explain, type ExplainNode } from '@thousand-cities/model';
import { loadReference } from '@thousand-cities/reference/node';
import { aboutFile, readPlanFile } from '../files.ts';
import type { Io } from '../io.ts';

export function explainCommand(program: Command, io: Io): void {
  program
    .command('explain')
    .summary('how a number of a plan came about')
    .description(
      'Print the tree behind a figure: activity × drivers × levers × factor × warming potential, each with its source.\n' +
        'Paths are those of the outcome, such as emissions.plan.2030, byAction.led-lighting.2035, cost.npv,\n' +
        'cells.I.1.1:cooking:lpg.2030 or inventory.II.1.1. Without a path, list what can be explained.',
    )
    .argument('<plan>', 'a plan file (JSON)')
    .argument('[path]', 'the figure')
    .option('--json', 'print the tree as one JSON document')
    .option('--depth <n>', 'levels to print', depthOf, 6)
    .addHelpText(
      'after',
      '\nExamples:\n  cities explain examples/semarang.plan.json\n  cities explain examples/semarang.plan.json emissions.plan.2030 --depth 3\n  cities explain examples/hamburg.plan.json byAction.heat-pumps-homes.2040 --json\n',
    )
    .action((file: string, path: string | undefined, options: { json?: boolean; depth: number }) => {
      const plan = readPlanFile(file);
      const tree = aboutFile(file, () => explain(plan, loadReference(), path ?? ''));
      io.stdout(options.json ? canonicalJson(tree) : `${lines(tree, options.depth).join('\n')}\n`);
    });
}

function depthOf(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('a whole number from 1 to 99 is expected.');
  return Number(text);
}

function lines(node: ExplainNode, depth: number, indent = ''): string[] {
  const unit = node.unit ? ` ${node.unit}` : '';
  const value =
    node.value === null
      ? ''
      : typeof node.value === 'number'
        ? ` = ${figure(node.value)}${unit}`
        : ` = ${node.value}${unit}`;
  const marks = [
    node.interval && node.interval.low !== node.interval.high
      ? `90 %: ${figure(node.interval.low)}…${figure(node.interval.high)}`
      : '',
    node.provenance ?? '',
    node.formula ?? '',
  ].filter((mark) => mark !== '');
  const head = `${indent}${node.label}${value}${marks.length > 0 ? `  [${marks.join('; ')}]` : ''}`;
  const sources = (node.sources ?? []).map(
    (source) => `${indent}    source: ${source.title}, ${source.publisher} ${source.year} (${source.licence})`,
  );
  const children =
    depth > 1 ? node.children.flatMap((child) => lines(child, depth - 1, `${indent}  `)) : more(node, indent);
  return [head, ...(node.note ? [`${indent}    ${node.note}`] : []), ...sources, ...children];
}

const more = (node: ExplainNode, indent: string) =>
  node.children.length > 0 ? [`${indent}  … ${node.children.length} more below; --depth shows them`] : [];

/** Four significant digits for people; `--json` has them all. */
function figure(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: 4 }).format(value);
}
