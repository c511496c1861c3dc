/** Levers and their sizes: `levers.csv` and `sizes.csv`. */
import {
  CARRIERS,
  CHANNELS,
  END_USES,
  LEVER_KINDS,
  type CellSelector,
  type LeverTemplate,
  type SizeRow,
} from '@thousand-cities/model';
import {
  carriersField,
  climateScope,
  provenanceField,
  refsField,
  usesField,
  vocabularyField,
} from '../splits/fields.ts';
import { parseTable, type TableRow } from '../table.ts';
import { optionalRangeField, shareRangeField } from './ranges.ts';

/** Levers by action, in the order of their numbers. @throws {TableError} */
export function parseLevers(read: (name: string) => string): ReadonlyMap<string, LeverTemplate[]> {
  const sizes = parseSizes(read);
  const byAction = new Map<string, LeverTemplate[]>();
  for (const row of parseTable('actions/levers', read('actions/levers'), ['action', 'lever', 'kind']).rows) {
    const action = row.text('action');
    const levers = byAction.get(action) ?? [];
    byAction.set(action, levers);
    if (row.number('lever') !== levers.length) row.fail('lever', `expected lever ${levers.length} of ${action}`);
    const key = `${action}/${levers.length}`;
    const rows = sizes.get(key) ?? row.fail('lever', `no size is given for lever ${key}`);
    levers.push(leverOf(row, rows));
    sizes.delete(key);
  }
  const orphan = [...sizes.values()][0]?.[0];
  if (orphan) orphan.row.fail('lever', 'there is no such lever');
  return byAction;
}

type SizeLine = SizeRow & { readonly row: TableRow };

function parseSizes(read: (name: string) => string): Map<string, SizeLine[]> {
  const byLever = new Map<string, SizeLine[]>();
  for (const row of parseTable('actions/sizes', read('actions/sizes'), ['action', 'lever']).rows) {
    const key = `${row.text('action')}/${row.number('lever')}`;
    const line: SizeLine = {
      row,
      scope: climateScope(row),
      size: shareRangeField(row, 'size'),
      reasoning: row.text('reasoning'),
      ...provenanceField(row),
    };
    const lines = byLever.get(key);
    if (lines) lines.push(line);
    else byLever.set(key, [line]);
  }
  return byLever;
}

function selectorOf(row: TableRow): CellSelector {
  const refs = refsField(row, 'refs');
  const uses = usesField(row, 'uses');
  const carriers = carriersField(row, 'carriers');
  return {
    ...(refs.length > 0 ? { refs } : {}),
    ...(uses.length > 0 ? { uses } : {}),
    ...(carriers.length > 0 ? { carriers } : {}),
  };
}

function leverOf(row: TableRow, lines: readonly SizeLine[]): LeverTemplate {
  const kind = row.oneOf('kind', LEVER_KINDS);
  const limit = row.number('limit');
  if (!(limit > 0 && limit <= 1)) row.fail('limit', 'a physical limit lies between 0 and 1');
  for (const { row: line, size } of lines) {
    if (size.high > limit) line.fail('size_high', `is above the physical limit ${limit}`);
  }
  const channels = vocabularyField(row, 'channels', CHANNELS);
  const note = row.optionalText('note');
  return {
    kind,
    select: selectorOf(row),
    limit,
    sizes: lines.map(({ row: _line, ...size }) => size),
    ...targetOf(row, kind === 'shift-carrier' || kind === 'divert'),
    ...(channels.length > 0 ? { channels } : {}),
    ...(row.optionalText('buys_less') === 'yes' ? { buysLess: true } : {}),
    ...(kind === 'add-sink' ? { sink: sinkOf(row) } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function targetOf(row: TableRow, moves: boolean): Pick<LeverTemplate, 'to' | 'ratio'> {
  if (!moves) {
    if (row.optionalText('to_carrier') !== undefined) row.fail('to_carrier', 'this kind of lever moves nothing');
    return {};
  }
  const ratio = optionalRangeField(row, 'ratio') ?? row.fail('ratio_central', 'a move needs a ratio');
  if (!(ratio.low > 0)) row.fail('ratio_low', 'is not above 0');
  const ref = row.optionalText('to_ref');
  return {
    ratio,
    to: {
      carrier: row.oneOf('to_carrier', CARRIERS),
      ...(row.optionalText('to_use') === undefined ? {} : { use: row.oneOf('to_use', END_USES) }),
      ...(ref === undefined ? {} : { ref }),
    },
  };
}

function sinkOf(row: TableRow): NonNullable<LeverTemplate['sink']> {
  return {
    unitsPer1000: row.number('units_per_1000'),
    unit: row.oneOf('sink_unit', ['ha', 'tree'] as const),
    ref: row.text('sink_ref'),
    tonnesPerUnitYear: optionalRangeField(row, 'removal') ?? row.fail('removal_central', 'a sink needs a removal'),
  };
}
