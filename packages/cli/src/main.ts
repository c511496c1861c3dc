/** The `cities` command: thin over the packages; one file per command. */
import { Command } from 'commander';
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
  const setExit: SetExit = (code) => {
    exitCode = Math.max(exitCode, code);
  };
  try {
    const program = await createProgram(io, setExit, namesIn(argv));
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.message !== '') io.stderr(`cities: ${failure.message}\n`);
    return failure.exitCode;
  }
}

type SetExit = (code: number) => void;
type Add = (program: Command, io: Io, setExit: SetExit) => void;

/** Commands in the order of the help. Each is loaded when it is named: what the database and the server bring is half of a start. */
const commands: Readonly<Record<string, () => Promise<Add>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  inventory: async () => (await import('./commands/inventory.ts')).inventoryCommand,
  starter: async () => (await import('./commands/starter.ts')).starterCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  climate: async () => (await import('./commands/climate.ts')).climateCommand,
  network: async () => (await import('./commands/network.ts')).networkCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  account: async () => (await import('./commands/account.ts')).accountCommand,
  worker: async () => (await import('./commands/worker.ts')).workerCommand,
  mcp: async () => (await import('./commands/mcp.ts')).mcpCommand,
};

/** The command that is named first; all of them where none is, for the help and for a name that is mistyped. */
function namesIn([first]: readonly string[]): readonly string[] {
  return first !== undefined && Object.hasOwn(commands, first) ? [first] : Object.keys(commands);
}

/** The program with the commands of these names; `setExit` takes the code of a run that ended without throwing. */
export async function createProgram(
  io: Io,
  setExit: SetExit,
  names: readonly string[] = Object.keys(commands),
): Promise<Command> {
  const program = new Command('cities')
    .description('Inventory, target, plan and proof for a city’s climate action.')
    .version(version(), '--version', 'print the version')
    .configureOutput({ writeOut: (text) => io.stdout(text), writeErr: (text) => io.stderr(text) })
    .exitOverride()
    .showHelpAfterError('(run with --help for what is expected)');
  for (const name of names) (await commands[name]!())(program, io, setExit);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
