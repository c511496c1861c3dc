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

/** The page as `npm run build` leaves it. */
const PAGE = fileURLToPath(new URL('../../../web/dist/app', import.meta.url));

export function serveCommand(program: Command, io: Io): void {
  program
    .command('serve')
    .summary('the app in a browser')
    .description('Serve the page and its API on this machine until stopped with Ctrl+C.')
    .option('--port <n>', 'port to listen on; also PORT in the environment (default 3000)', portNumber)
    .option('--host <address>', 'address to listen on (default: all)')
    .addHelpText('after', '\nExamples:\n  cities serve\n  cities serve --port 8080 --host 127.0.0.1\n')
    .action(async (options: { port?: number; host?: string }) => {
      if (!existsSync(PAGE)) {
        io.stderr('The page is not built yet: run `npm run build`, or `npm start`, which builds it.\n');
      }
      const server = await serve({ services: services(), webRoot: PAGE, ...options });
      io.stdout(`Thousand Cities is at ${server.url}  (stop with Ctrl+C)\n`);
      await server.closed;
    });
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
