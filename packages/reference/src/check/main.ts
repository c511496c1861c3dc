/** `npm run reference:check`: print the count of rows per table and every fault; exit 1 when there is one. */
import { referenceIdentity } from '../node-identity.ts';
import { readTable, tableNames } from '../node-tables.ts';
import { checkReference } from './run.ts';

const reports = checkReference(readTable, tableNames());
const identity = referenceIdentity();
for (const report of reports) {
  process.stdout.write(`${report.table.padEnd(32)} ${String(report.rows).padStart(6)} rows\n`);
  for (const fault of report.faults) process.stdout.write(`  ✗ ${fault}\n`);
}
const faults = reports.reduce((sum, report) => sum + report.faults.length, 0);
const rows = reports.reduce((sum, report) => sum + report.rows, 0);
process.stdout.write(`\n${identity.id} ${identity.hash.slice(0, 16)}: ${rows} rows, ${faults} faults\n`);
process.exitCode = faults === 0 ? 0 : 1;
