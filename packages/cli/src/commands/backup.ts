/** `cities backup`: everything in one file. */
import type { Command } from 'commander';
import { canonicalJson } from '@thousand-cities/model';
import { openAsItIs, writeBackup, type BackupSummary } from '@thousand-cities/store';
import { checkWritable } from '../files.ts';
import type { Io } from '../io.ts';
import { placeName, placeOf, STORE_HELP, withOpenStore, withStore, type StoreOptions } from '../store-place.ts';

export function backupCommand(program: Command, io: Io): void {
  withStore(program.command('backup'))
    .summary('everything in one file')
    .description(
      'Write all people, cities, networks, documents, evidence and the audit log to one file, as of one moment.\n' +
        'The file is checked before it takes its name. It holds personal data: keep it as safe as the data. The store is not changed,\n' +
        'also when an earlier version of the program has left it: make a backup before you update.',
    )
    .argument('<file>', 'a new file, or an earlier backup, which is replaced')
    .option('--json', 'print what was backed up as one JSON document')
    .addHelpText(
      'after',
      `${STORE_HELP}\nExamples:\n  cities backup thousand-cities.backup\n  cities backup monday.backup --data /srv/cities\n`,
    )
    .action(async (file: string, options: StoreOptions & { json?: boolean }) => {
      checkWritable(file);
      const place = placeOf(options);
      const summary = await withOpenStore(place, (db) => writeBackup(db, file), openAsItIs);
      io.stdout(
        options.json ? canonicalJson(summary) : `${placeName(place)} is backed up in ${file}: ${contents(summary)}\n`,
      );
    });
}

/** What a backup holds, in a line. */
export function contents({ tables, rows }: BackupSummary): string {
  const count = (n: number | undefined, one: string, many: string): string => `${n ?? 0} ${n === 1 ? one : many}`;
  return [
    count(tables.cities, 'city', 'cities'),
    count(tables.users, 'person', 'people'),
    count(tables.inventory_versions, 'version of inventories', 'versions of inventories'),
    count(tables.plan_versions, 'version of plans', 'versions of plans'),
    `${rows} rows in all`,
  ].join(', ');
}
