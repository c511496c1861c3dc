#!/usr/bin/env node
/** The `cities` command: builds itself when a source is newer than the last build, then runs. */
import { ensureLibraries } from '../../../scripts/setup.mjs';

ensureLibraries();
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
