/** Run a TypeScript file of the checkout as it stands: `node scripts/run.mjs FILE [ARG …]`. */
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './setup.mjs';

ensureInstalled();
const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: root,
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
