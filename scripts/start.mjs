/** `npm start`: do all set-up, then serve the app (PORT to change the port). */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, ensureLibraries, ensurePage, root } from './setup.mjs';

ensureInstalled();
ensureLibraries({ quiet: false });
ensurePage({ quiet: false });
process.env.NODE_ENV ??= 'production';
const { main } = await import(pathToFileURL(join(root, 'packages/cli/dist/main.js')).href);
process.exitCode = await main(['serve', ...process.argv.slice(2)]);
