/** `npm run bench [-- NAME …] [--json]`: do all set-up, then time every benchmark beside its baseline. */
import { spawn } from 'node:child_process';
import { ensureInstalled, ensureLibraries, ensurePage, root } from './setup.mjs';

ensureInstalled();
ensureLibraries();
ensurePage();
const child = spawn(
  process.execPath,
  ['--conditions=source', '--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    cwd: root,
  },
);
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
