/** `cities worker`: work on jobs, and answer nothing. */
import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { placeName, placeOf, STORE_HELP, withStore, type StoreOptions } from '../store-place.ts';
import { workerOf } from '../workspace.ts';
import { services } from './serve.ts';

export function workerCommand(program: Command, io: Io): void {
  withStore(program.command('worker'))
    .summary('work on jobs of the workspace, beside cities serve')
    .description(
      'Work on the jobs of the workspace (evaluations, exports, roll-ups, webhooks) until stopped with Ctrl+C. Any number of\n' +
        'processes may share a database server; the embedded database has room for one process, and cities serve works there itself.',
    )
    .addHelpText('after', `${STORE_HELP}\nExamples:\n  cities worker\n`)
    .action(async (choice: StoreOptions) => {
      const workspace = workerOf(choice, services());
      await workspace.open();
      io.stdout(`Working on jobs, in ${placeName(placeOf(choice))}  (stop with Ctrl+C)\n`);
      await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
      await workspace.close();
    });
}
