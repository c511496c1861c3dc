/** `npm run build`: compile the packages and bundle the page. */
import { ensureInstalled, ensureLibraries, ensurePage } from './setup.mjs';

ensureInstalled();
ensureLibraries({ quiet: false });
ensurePage({ quiet: false });
