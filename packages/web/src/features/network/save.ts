/** The file of the cities shown, in the reader's words. */
import type { ThousandData } from '@thousand-cities/model';
import type { TableData } from '../../charts/table.ts';
import type { Language } from '../../i18n/context.tsx';
import { FILE_COLUMNS, fileOf, sourceLines } from './csv.ts';
import type { NetworkQuery } from './query.ts';
import type { NetworkRow } from './rows.ts';
import { pledgeStatus, pledgeWords, targetName } from './words.ts';

export function cityFile(
  data: ThousandData,
  rows: readonly NetworkRow[],
  { target, basis }: NetworkQuery,
  language: Language,
): { readonly table: TableData; readonly notes: readonly string[] } {
  const { say } = language;
  const table = fileOf(rows, {
    columns: FILE_COLUMNS.map((id) => say(`network.file.${id}`)),
    inventory: (kind) => say(`network.kind.${kind}`),
    pledge: (row) =>
      [pledgeWords(language, row), pledgeStatus(language, row)].filter((part) => part !== undefined).join(', '),
    plan: (plan) => say(`network.plan.${plan}`),
    target: `${targetName(language, target)}, ${say(`network.basis.${basis}`)}`,
  });
  const kind = say('network.file.kind', { year: data.knots[0]!, gwp: data.gwpSet });
  return { table, notes: sourceLines(data, { source: say('network.file.source'), kind }) };
}
