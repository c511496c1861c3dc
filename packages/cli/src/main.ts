/** The `cities` command: thin over the packages; one file per command. */
import { Command } from 'commander';
import { loadReference } from '@thousand-cities/reference/node';
import { climateCommand } from './commands/climate.ts';
import { backupCommand } from './commands/backup.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { explainCommand } from './commands/explain.ts';
import { exportCommand } from './commands/export.ts';
import { inventoryCommand } from './commands/inventory.ts';
import { mcpCommand } from './commands/mcp.ts';
import { networkCommand } from './commands/network.ts';
import { planCommand } from './commands/plan.ts';
import { restoreCommand } from './commands/restore.ts';
import { serveCommand } from './commands/serve.ts';
import { starterCommand } from './commands/starter.ts';
import { workerCommand } from './commands/worker.ts';
import { failureOf } from './failure.ts';
import { endWhenNobodyReads, processIo, type Io } from './io.ts';
import { version } from './version.ts';

/**
 * Run the command line.
 *
 * @param argv what follows `cities`
 * @returns the exit code: 0 done, 1 findings of severity error, 2 refused input, 3 a bug
 */
export async function main(argv: readonly string[], io: Io = processIo): Promise<number> {
  let exitCode = 0;
  if (io === processIo) endWhenNobodyReads();
  const program = createProgram(io, (code) => {
    exitCode = Math.max(exitCode, code);
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.message !== '') io.stderr(`cities: ${failure.message}\n`);
    return failure.exitCode;
  }
}

/** The program with all its commands; `setExit` takes the code of a run that ended without throwing. */
export function createProgram(io: Io, setExit: (code: number) => void): Command {
  const program = new Command('cities')
    .description('Inventory, target, plan and proof for a city’s climate action.')
    .version(version(), '--version', 'print the version')
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: (text) => io.stderr(text) })
    .exitOverride()
    .showHelpAfterError('(run with --help for what is expected)');
  serveCommand(program, io);
  inventoryCommand(program, io, setExit);
  starterCommand(program, io);
  planCommand(program, io, setExit);
  evaluateCommand(program, io, setExit, loadReference);
  explainCommand(program, io, loadReference);
  climateCommand(program, io, setExit);
  networkCommand(program, io, setExit);
  backupCommand(program, io);
  restoreCommand(program, io);
  exportCommand(program, io);
  workerCommand(program, io);
  mcpCommand(program, io);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
