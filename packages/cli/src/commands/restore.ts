/** `cities restore`: put a backup in place. */
import type { Command } from 'commander';
import { canonicalJson } from '@thousand-cities/model';
import { checkBackup, openSource, restoreBackup } from '@thousand-cities/store';
import type { Io } from '../io.ts';
import { placeName, placeOf, STORE_HELP, withStore, type StoreOptions } from '../store-place.ts';
import { contents } from './backup.ts';

export function restoreCommand(program: Command, io: Io): void {
  withStore(program.command('restore'))
    .summary('put a backup in place')
    .description(
      'Put the content of a backup into the store: all of it, or nothing when the file is cut off, damaged or foreign.\n' +
        'A backup of the embedded database goes into a PostgreSQL server and the other way round.',
    )
    .argument('<file>', 'a file that `cities backup` wrote')
    .option('--force', 'replace what the store holds; without this a store that is not empty is left alone')
    .option('--json', 'print what was restored as one JSON document')
    .addHelpText(
      'after',
      `${STORE_HELP}\nExamples:\n  cities restore thousand-cities.backup\n  cities restore monday.backup --data /srv/cities --force\n`,
    )
    .action(async (file: string, options: StoreOptions & { force?: boolean; json?: boolean }) => {
      // Before the store is opened, which would make a new one.
      await checkBackup(file);
      const place = placeOf(options);
      const source = await openSource(place);
      try {
        const summary = await restoreBackup(source, file, { force: options.force ?? false });
        io.stdout(
          options.json ? canonicalJson(summary) : `${file} is restored to ${placeName(place)}: ${contents(summary)}\n`,
        );
      } finally {
        await source.close();
      }
    });
}
