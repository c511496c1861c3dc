/** `cities export --all`: everything every city owns, in open formats. */
import type { Command } from 'commander';
import { canonicalJson } from '@thousand-cities/model';
import { exportAll } from '@thousand-cities/store';
import { Refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { placeOf, STORE_HELP, withOpenStore, withStore, type StoreOptions } from '../store-place.ts';

export function exportCommand(program: Command, io: Io): void {
  withStore(program.command('export'))
    .summary('everything a city owns, in open formats')
    .description(
      'Write a folder per city: plan files, inventories as CSV and JSON, evidence files, comments, publications, people\n' +
        'and the audit log as CSV. Every version is there. Other programs, and this one, can read all of it.',
    )
    .option('--all', 'all cities of the store')
    .option('-o, --output <dir>', 'a new or empty folder')
    .option('--json', 'print how much was exported as one JSON document')
    .addHelpText('after', `${STORE_HELP}\nExamples:\n  cities export --all -o everything\n`)
    .action(async (options: StoreOptions & { all?: boolean; output?: string; json?: boolean }) => {
      if (!options.all) throw new Refusal('say what to export\n  remedy: add --all for everything');
      const { output } = options;
      if (output === undefined) throw new Refusal('say where to\n  remedy: add -o and a new folder');
      const exported = await withOpenStore(placeOf(options), (db) => exportAll(db, output));
      const { cities, files } = exported;
      io.stdout(options.json ? canonicalJson(exported) : `${cities} ${cities === 1 ? 'city' : 'cities'}, ${files} files in ${output}\n`); // prettier-ignore
    });
}
