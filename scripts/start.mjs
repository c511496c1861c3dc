/** `npm start`: do all set-up, then serve the app (PORT to change the port), as a demo unless a store is named. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ensureLibraries, ensurePage, root } from './setup.mjs';

ensureInstalled();
ensureLibraries({ quiet: false });
ensurePage({ quiet: false });
process.env.NODE_ENV ??= 'production';
const { main } = await import(pathToFileURL(join(root, 'packages/cli/dist/main.js')).href);
const args = process.argv.slice(2);
const named =
  process.env.DATABASE_URL || process.env.CITIES_DATA || args.some((arg) => /^--(demo|no-store|data)\b/.test(arg));
process.exitCode = await main(['serve', ...(named ? [] : ['--demo']), ...args]);
