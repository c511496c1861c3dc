/** The cities shown, as a file: figures raw, in tonnes, with what they are and where they come from below them. */
import type { ThousandData } from '@thousand-cities/model';
import type { TableCell, TableData } from '../../charts/table.ts';
import type { NetworkRow } from './rows.ts';

/** Words the file needs, in the reader's language. */
export interface FileWords {
  readonly columns: readonly string[];
  readonly inventory: (kind: NetworkRow['inventoryKind']) => string;
  readonly pledge: (row: NetworkRow) => string;
  readonly plan: (plan: NetworkRow['plan']) => string;
  readonly target: string;
}

/** Columns of the file. The words name them in this order. */
export const FILE_COLUMNS = [
  'id',
  'name',
  'iso3',
  'country',
  'region',
  'population',
  'tonnes',
  'low',
  'high',
  'perHead',
  'inventory',
  'inventoryYear',
  'statedTarget',
  'target',
  'gap2030',
  'gap2050',
  'plan',
  'planCut',
  'lat',
  'lon',
] as const;

const NUMERIC = new Set<string>(['population', 'tonnes', 'low', 'high', 'perHead', 'gap2030', 'gap2050', 'planCut']);

/** A share to six digits: 0.1 + 0.2 is not shown as 0.30000000000000004. */
const trimmed = (value: number): number => Number(value.toPrecision(6));

/** Rows of the file, in the order given. */
export function fileOf(rows: readonly NetworkRow[], words: FileWords): TableData {
  return {
    columns: FILE_COLUMNS.map((id, c) => ({ label: words.columns[c]!, numeric: NUMERIC.has(id) })),
    rows: rows.map((row) => cellsOf(row, words)),
  };
}

function cellsOf(row: NetworkRow, words: FileWords): readonly TableCell[] {
  const whole = (tonnes: number | null) => (tonnes === null ? null : Math.round(tonnes));
  return [
    row.id,
    row.name,
    row.iso3,
    row.country,
    row.regionName,
    row.population,
    whole(row.tonnes),
    whole(row.low),
    whole(row.high),
    row.perHead === null ? null : trimmed(row.perHead),
    words.inventory(row.inventoryKind),
    row.inventoryYear,
    words.pledge(row),
    words.target,
    whole(row.gap2030),
    whole(row.gap2050),
    words.plan(row.plan),
    row.plan === 'none' ? null : trimmed(row.planCut),
    row.lat,
    row.lon,
  ];
}

/** Lines below the table: sources, licence, and the reference set the figures were worked out with. */
export function sourceLines(data: ThousandData, words: { readonly source: string; readonly kind: string }): string[] {
  const { id, hash } = data.reference;
  return [words.kind, ...data.sources.map((source) => `${words.source} ${source}`), `${data.licence}, ${id} ${hash}`];
}
