/** Write the table of rights to `docs/reference/rights.md`. */
import { writeFileSync } from 'node:fs';
import { rightsPage } from '../src/rights/print.ts';

writeFileSync(new URL('../../../docs/reference/rights.md', import.meta.url), rightsPage());
