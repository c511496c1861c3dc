/** The cities shown as a table: how many, what they sum to, the gap to take, the file, and what the columns say. */
import type { ThousandData } from '@thousand-cities/model';
import { memo, useCallback, useMemo } from 'react';
import { fileName, saveFile } from '../../charts/download.ts';
import { csvOf } from '../../charts/table.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { BigTable } from '../../shared/big-table/big-table.tsx';
import type { BigTableSort, PointedBy } from '../../shared/big-table/types.ts';
import { Segments } from '../../shared/segments.tsx';
import { columnsOf } from './columns.tsx';
import { Choice } from '../../shared/filter-fields.tsx';
import { ColumnNotes } from './notes.tsx';
import {
  COLUMNS,
  isNarrowed,
  targetsOf,
  widened,
  type ColumnId,
  type GapTarget,
  type NetworkQuery,
  type PathBasis,
} from './query.ts';
import type { CityLine, NetworkRow } from './rows.ts';
import { cityFile } from './save.ts';
import { totalsOf } from './totals.ts';
import { qualityWords, sourceWords, sumValues, targetName } from './words.ts';

interface CityTableProps {
  readonly data: ThousandData;
  readonly query: NetworkQuery;
  readonly shown: readonly NetworkRow[];
  readonly all: number;
  readonly onChange: (change: Partial<NetworkQuery>, how: 'push' | 'replace') => void;
  readonly onPoint: (row: CityLine | undefined, by: PointedBy) => void;
}

const isColumn = (id: string): id is ColumnId => COLUMNS.some((column) => column === id);

export const CityTable = memo(function CityTable({ data, query, shown, all, onChange, onPoint }: CityTableProps) {
  const language = useLanguage();
  const { say } = language;
  const counts = query.target === 'pledged' ? 'co2e' : (data.targets[query.target]?.counts ?? 'co2e');
  const columns = useMemo(() => columnsOf(language, counts, data.knots.at(-1)!), [language, counts, data]);
  const totals = useMemo(() => totalsOf(shown), [shown]);
  const sort = useCallback(
    ({ column, direction }: BigTableSort) => isColumn(column) && onChange({ sort: { column, direction } }, 'push'),
    [onChange],
  );
  const save = () => {
    const { table, notes } = cityFile(data, shown, query, language);
    const name = fileName(['thousand-cities', query.group || query.country || 'all'], 'csv');
    saveFile(name, csvOf(table, notes), 'text/csv;charset=utf-8');
  };
  const sortedBy = say(`network.column.${query.sort.column}`);
  return (
    <section className="network-list" aria-labelledby="network-list-title">
      <header>
        <div>
          <h2 id="network-list-title">
            {say(shown.length === all ? 'network.shown' : 'network.shownOf', { count: shown.length, all })}
          </h2>
          {isNarrowed(query) && shown.length > 0 && (
            <p className="network-sum">
              {say('network.shownSum', sumValues(language, totals))} {qualityWords(language, totals)}{' '}
              <ShowAll query={query} onChange={onChange} />
            </p>
          )}
          <p className="visually-hidden" role="status">
            {say('network.status', { count: shown.length, column: sortedBy })}
          </p>
        </div>
        <GapChoice data={data} query={query} onChange={onChange} />
        <button type="button" className="button" onClick={save} disabled={shown.length === 0}>
          {say('network.export')}
        </button>
      </header>
      <div className="network-table">
        <BigTable
          label={say('network.table')}
          columns={columns}
          rows={shown}
          rowKey={({ id }) => id}
          sort={query.sort}
          onSort={sort}
          onPoint={onPoint}
          rowHeight={2.5}
          cardHeight={10.25}
          empty={<Nothing query={query} onChange={onChange} />}
        />
      </div>
      <p className="small quiet">{sourceWords(language, data)}</p>
      <ColumnNotes data={data} />
    </section>
  );
});

function GapChoice({ data, query, onChange }: Pick<CityTableProps, 'data' | 'query' | 'onChange'>) {
  const language = useLanguage();
  const { say } = language;
  return (
    <div className="gap-choice">
      <Choice
        label={say('network.target')}
        value={query.target}
        onChoose={(target) => onChange({ target: target as GapTarget }, 'push')}
      >
        {targetsOf(data).map((target) => (
          <option key={target} value={target}>
            {targetName(language, target)}
          </option>
        ))}
      </Choice>
      <Segments<PathBasis>
        name="basis"
        label={say('network.basis')}
        value={query.basis}
        options={(['reference', 'plan'] as const).map((value) => ({ value, label: say(`network.basis.${value}`) }))}
        onChange={(basis) => onChange({ basis }, 'push')}
      />
    </div>
  );
}

function Nothing({ query, onChange }: Pick<CityTableProps, 'query' | 'onChange'>) {
  const { say } = useLanguage();
  return (
    <>
      <p>
        <strong>{say('network.empty')}</strong>
      </p>
      <p>{say('network.empty.text')}</p>
      {isNarrowed(query) && <ShowAll query={query} onChange={onChange} />}
    </>
  );
}

function ShowAll({ query, onChange }: Pick<CityTableProps, 'query' | 'onChange'>) {
  const { say } = useLanguage();
  return (
    <button type="button" className="button compact" onClick={() => onChange(widened(query), 'push')}>
      {say('network.clear')}
    </button>
  );
}
