/** `cities serve`: the app in a browser. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, type Command } from 'commander';
import {
  climatePackBytes,
  draftKit,
  loadClimateModel,
  loadObservedWarming,
  loadReference,
  loadThousandData,
  thousandText,
} from '@thousand-cities/reference/node';
import { networkServices, referenceServices, serve, type CityServices } from '@thousand-cities/server';
import type { Io } from '../io.ts';
import { STORE_HELP, withStore } from '../store-place.ts';
import { workspaceOf, type WorkspaceChoice } from '../workspace.ts';

/** The page as `npm run build` leaves it. */
const PAGE = fileURLToPath(new URL('../../../web/dist/app', import.meta.url));

interface ServeCommandOptions extends WorkspaceChoice {
  readonly port?: number;
  readonly host?: string;
}

export function serveCommand(program: Command, io: Io): void {
  withStore(program.command('serve'))
    .summary('the app in a browser')
    .description('Serve the page, its API and the workspace on this machine until stopped with Ctrl+C.')
    .option('--port <n>', 'port to listen on; also PORT in the environment (default 3000)', portNumber)
    .option('--host <address>', 'address to listen on, 0.0.0.0 for all (default: all; with --demo this machine alone)')
    .option('--demo', 'a workspace without accounts, with three example cities, in memory or in the folder of --data')
    .option('--no-store', 'no workspace: plans as files and links')
    .option('--no-worker', 'answer only; jobs are left to other processes (cities worker)')
    .addHelpText('after', STORE_HELP + EXAMPLES)
    .action(async ({ port, host, ...choice }: ServeCommandOptions) => {
      if (!existsSync(PAGE)) {
        io.stderr('The page is not built yet: run `npm run build`, or `npm start`, which builds it.\n');
      }
      const at = hostOf(host, choice);
      const listening = { ...(port !== undefined && { port }), ...(at !== undefined && { host: at }) };
      let url = '';
      const facts = services();
      const workspace = workspaceOf(choice, io, () => url, facts);
      const server = await serve({
        services: facts,
        webRoot: PAGE,
        ...listening,
        ...(workspace && { workspace }),
      });
      ({ url } = server);
      io.stdout(whereText(url, choice));
      await server.closed;
    });
}

const EXAMPLES =
  '\nExamples:\n  cities serve\n  cities serve --demo\n  cities serve --port 8080 --host 127.0.0.1 --no-store\n';

/** Where to listen; everywhere when undefined. The demo has no accounts, so it is not for the network unless that is said. */
export function hostOf(host: string | undefined, { demo = false }: Pick<WorkspaceChoice, 'demo'>): string | undefined {
  return host ?? (demo ? '127.0.0.1' : undefined);
}

/** Where the work begins, and where the rest is. */
function whereText(url: string, { store, demo }: WorkspaceChoice): string {
  const workspace = store ? `Workspace${demo ? ' (demo)' : ''}: ${url}/workspace\n` : '';
  return `${workspace}Front page: ${url}  (stop with Ctrl+C)\n`;
}

/** What the server answers from: the reference set on disk. */
export function services(): CityServices {
  const reference = loadReference();
  const network = networkServices(reference, {
    thousandText,
    thousand: loadThousandData,
    climatePack: climatePackBytes,
    climateModel: loadClimateModel,
    observed: loadObservedWarming,
  });
  return referenceServices(reference, draftKit(), network);
}

function portNumber(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('a whole number from 0 to 65535 is expected.');
  }
  return Number(text);
}
