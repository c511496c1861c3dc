/** `npm run api:types`: describe the API (docs/reference/openapi.json) and write the types of the page's client from it. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTs, { astToString } from 'openapi-typescript';
import { ensureInstalled, root } from './setup.mjs';

ensureInstalled();
const printed = spawnSync(process.execPath, ['scripts/run.mjs', 'packages/server/scripts/print-openapi.ts'], {
  cwd: root,
  stdio: 'inherit',
});
if (printed.status !== 0) process.exit(1);
const document = JSON.parse(readFileSync(join(root, 'docs/reference/openapi.json'), 'utf8'));
const head = '/** Generated from docs/reference/openapi.json by `npm run api:types`; do not edit. */\n';
const types = astToString(await openapiTs(document));
writeFileSync(join(root, 'packages/web/src/shared/client/api.generated.ts'), head + types);
