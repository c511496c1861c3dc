/** Benchmark: read 9,695 rows of GPC inventories and compute every total. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { GPC_REFERENCES, inBoundary, totalsOf } from '@thousand-cities/model';
import { readInventoryTable } from '@thousand-cities/formats';

export const name = 'inventory: 9,695 rows read, every total';
export const aim = '< 150 ms';

const SHARED = process.env['THOUSAND_CITIES_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url));
const PUBLISHED = `${SHARED}/data/c40/inventories.csv`;

/** The published inventories where they are at hand, else a table of the same size and shape. */
const bytes: Uint8Array = existsSync(PUBLISHED) ? readFileSync(PUBLISHED) : Buffer.from(generate(182, 9_695));

function generate(inventories: number, rows: number): string {
  const lines = ['city,country,year,population,gpc_ref,co2e_tonnes,notation_key'];
  for (let i = 0; i < rows; i++) {
    const inventory = i % inventories;
    const { ref } = GPC_REFERENCES[Math.floor(i / inventories)]!;
    const value = i % 3 === 0 ? `${(i * 7919) % 1_000_003}.${i}` : '';
    lines.push(
      `City ${inventory % 41},X,${2000 + Math.floor(inventory / 41)},1000000,${ref},${value},${value ? '' : 'NO'}`,
    );
  }
  return lines.join('\n');
}

/** Stream the file through the checked reader and total every inventory. */
export async function run(): Promise<number> {
  const { entries } = await readInventoryTable([bytes], { file: 'inventories.csv' });
  let sum = 0;
  for (const { inventory } of entries) sum += totalsOf(inventory).basicPlusS3.co2eTonnes;
  return sum;
}

/** The naive way: split text at commas outside quotes, and filter all rows again for every inventory and every total. */
export function baseline(): number {
  const [header, ...lines] = new TextDecoder().decode(bytes).trim().split('\n');
  const columns = header!.split(',');
  const rows = lines.map((line) => {
    const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''));
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  });
  const keyOf = (row: Record<string, string | undefined>) => `${row['city']}|${row['year']}`;
  let sum = 0;
  for (const key of new Set(rows.map(keyOf))) {
    for (const boundary of ['basic', 'basicPlus', 'basicPlusS3', 'territorial'] as const) {
      const total = rows
        .filter((row) => keyOf(row) === key && row['co2e_tonnes'] !== '' && inBoundary(row['gpc_ref']!, boundary))
        .reduce((all, row) => all + Number(row['co2e_tonnes']), 0);
      if (boundary === 'basicPlusS3') sum += total;
    }
  }
  return sum;
}
