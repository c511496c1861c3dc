/** `cities account`: what is done to people's accounts from the machine of the installation. */
import type { Command } from 'commander';
import { workspaceSettings } from '@thousand-cities/server';
import { anonymise, findUserByEmail, inviteLead, listLeaderless, recordEvent, SYSTEM, type StoredCity, type Transaction } from '@thousand-cities/store'; // prettier-ignore
import { Refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { placeOf, STORE_HELP, withOpenStore, withStore, type StoreOptions } from '../store-place.ts';

export function accountCommand(program: Command, io: Io): void {
  const account = program
    .command('account')
    .summary('accounts of people: a new lead for a city, or an account to be anonymised')
    .description(
      'What an administrator does on "My account", for when nobody can sign in. The embedded database is used by one process at a\n' +
        'time: stop the app first.',
    );
  leadCommand(account, io);
  anonymiseCommand(account, io);
}

function leadCommand(account: Command, io: Io): void {
  withStore(account.command('lead'))
    .summary('a new lead for a city that nobody leads any more')
    .description(
      'Invite a person as the lead of a city whose leads have left or are disabled, and print the link to hand on. It works once, for\n' +
        'seven days, as long as nobody leads the city; the log of the city is told. Without a city, list those that nobody leads.',
    )
    .argument('[city]', 'its id or name')
    .argument('[email]', 'address of the person')
    .addHelpText(
      'after',
      `${STORE_HELP}\nExamples:\n  cities account lead\n  cities account lead Semarang ana@example.org\n`,
    )
    .action(async (city: string | undefined, email: string | undefined, options: StoreOptions) => {
      if (city !== undefined && email === undefined) {
        throw new Refusal('say who is to lead it\n  remedy: add the e-mail address of the person');
      }
      await withOpenStore(placeOf(options), async (db) => {
        const text = await db.as(SYSTEM, (tx) => (city === undefined ? leaderless(tx) : linkFor(tx, city, email!)));
        io.stdout(text);
      });
    });
}

async function leaderless(tx: Transaction): Promise<string> {
  const cities = await listLeaderless(tx);
  return cities.length === 0 ? 'Every city has a lead.\n' : lines(cities);
}

async function linkFor(tx: Transaction, typed: string, email: string): Promise<string> {
  const matching = (await listLeaderless(tx)).filter(({ id, name }) =>
    [id, name.toLowerCase()].includes(typed.toLowerCase()),
  );
  const [city, another] = matching;
  if (city === undefined) {
    throw new Refusal(`"${typed}" is no city without a lead\n  remedy: \`cities account lead\` lists those there are`);
  }
  if (another !== undefined) {
    throw new Refusal(`several cities have this name\n  remedy: give the id of one of them\n${lines(matching)}`);
  }
  const { secret } = await inviteLead(tx, { cityId: city.id, email });
  await told(tx, 'inviteLead', { cityId: city.id });
  const { publicUrl = 'http://localhost:3000' } = workspaceSettings(process.env);
  return `This link makes ${email} the lead of ${city.name}, once, within seven days. Hand it on:\n  ${publicUrl}/join#${secret}\n`;
}

const lines = (cities: readonly StoredCity[]): string =>
  cities.map(({ id, name, country }) => `${id}  ${name}, ${country}\n`).join('');

function anonymiseCommand(account: Command, io: Io): void {
  withStore(account.command('anonymise'))
    .summary('take a person out of their account, for good')
    .description(
      'End every role of a person, and take out name, address, passkeys, second factor, tokens and sessions. What they wrote keeps its\n' +
        'place under a former member; logs name people by id alone. It cannot be undone. Who alone leads a city, is the secretariat\n' +
        'of a network or runs the installation names another first. Backups made before still hold the name.',
    )
    .argument('<email>', 'address of the account')
    .option('--yes', 'do it: nothing is done without this')
    .addHelpText('after', `${STORE_HELP}\nExamples:\n  cities account anonymise ana@example.org --yes\n`)
    .action(async (email: string, options: StoreOptions & { yes?: boolean }) => {
      if (!options.yes) {
        throw new Refusal(
          `this takes whoever has ${email} out of their account for good\n  remedy: add --yes to do it`,
        );
      }
      await withOpenStore(placeOf(options), (db) =>
        db.as(SYSTEM, async (tx) => {
          const user = await findUserByEmail(tx, email);
          if (!user) throw new Refusal(`no account has the address ${email}\n  remedy: check the spelling`);
          await anonymise(tx, user.id);
          await told(tx, 'anonymiseAccount', { about: user.id });
        }),
      );
      io.stdout('The account is anonymised. Backups made before still hold its name and address.\n');
    });
}

/** The log of the installation, which the app tells of the same. */
const told = (tx: Transaction, event: string, detail: Readonly<Record<string, string>>): Promise<void> =>
  recordEvent(tx, { event, outcome: 'done', detail: { by: 'command line', ...detail } });
