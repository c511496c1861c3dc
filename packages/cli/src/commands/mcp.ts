/** `cities mcp`: lets an assistant read, evaluate and draft, under the rights of whoever runs it. */
import type { Command } from 'commander';
import { loadReference } from '@thousand-cities/reference/node';
import { Refusal } from '../failure.ts';
import type { Io } from '../io.ts';
import { services } from './serve.ts';

interface McpOptions {
  readonly url?: string;
  readonly folder: string;
  readonly allowDrafts?: boolean;
}

export function mcpCommand(program: Command, io: Io): void {
  program
    .command('mcp')
    .summary('let an assistant read, evaluate and draft')
    .description(
      'Serve the Model Context Protocol on standard input and output: start it from the settings of an assistant, not by hand.\n' +
        'With --url it asks a server in the name of the token in CITIES_TOKEN; without, it reads the plan files of one folder.\n' +
        'It changes nothing unless --allow-drafts is given, and then saves drafts and comments only.',
    )
    .option('--url <address>', 'the server to ask, such as https://plan.example.org')
    .option('--folder <path>', 'without --url: the folder whose *.plan.json files may be read', '.')
    .option('--allow-drafts', 'with --url: offer tools that save drafts and comments; the token needs the scope write')
    .addHelpText('after', EXAMPLES)
    .action((options: McpOptions) => run(options, io));
}

const EXAMPLES =
  '\nExamples:\n  CITIES_TOKEN=tcities_… cities mcp --url https://plan.example.org\n  cities mcp --folder examples\n\nThe settings of assistants are in docs/guide/assistant.md.\n';

async function run({ url, folder, allowDrafts = false }: McpOptions, io: Io): Promise<void> {
  if (allowDrafts && url === undefined) {
    throw new Refusal('--allow-drafts goes with --url: plan files are only read\n  remedy: leave out one of them');
  }
  // Loaded here, so that no other command waits for it.
  const [{ askOver, climateDesk, localEngine, serveStdio }, { planFolder }, { remoteOf }, { loadSolver }, { version }] =
    await Promise.all([
      import('@thousand-cities/server/mcp'),
      import('../mcp/plan-folder.ts'),
      import('../mcp/remote.ts'),
      import('../solver.ts'),
      import('../version.ts'),
    ]);
  const place =
    url === undefined
      ? { folder: planFolder(folder) }
      : { ask: askOver(remoteOf(url, process.env['CITIES_TOKEN'], io)) };
  const places = services();
  await serveStdio({
    version: version(),
    engine: localEngine({ reference: loadReference, solver: loadSolver }),
    services: places,
    climate: climateDesk(places),
    allowDrafts,
    ...place,
    onFault: (error) => io.stderr(`${error instanceof Error ? error.message : String(error)}\n`),
  });
}
