/** The thousand: which cities, how much they emit, what they must still cut, and how good the figures are. */
import type { ThousandData } from '@thousand-cities/model';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { fileName, saveFile } from '../../charts/download.ts';
import { csvOf } from '../../charts/table.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { BigTable } from '../../shared/big-table/big-table.tsx';
import type { BigTableSort, PointedBy } from '../../shared/big-table/types.ts';
import { NETWORK_ADDRESS, restate, useAddress } from '../../shared/router.ts';
import { Segments } from '../../shared/segments.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import { windowAround, WORLD } from '../map/state.ts';
import { columnsOf } from './columns.tsx';
import { Choice, Filters } from './filters.tsx';
import { NetworkMap } from './map.tsx';
import { ColumnNotes } from './notes.tsx';
import {
  answerable,
  COLUMNS,
  isNarrowed,
  queryOf,
  searchOf,
  targetsOf,
  widened,
  type ColumnId,
  type GapTarget,
  type NetworkQuery,
  type PathBasis,
} from './query.ts';
import { RegionList } from './region-list.tsx';
import { linesOf, withGaps, type CityLine, type NetworkRow } from './rows.ts';
import { cityFile } from './save.ts';
import { filtered, sorted } from './select.ts';
import { totalsOf } from './totals.ts';
import { useThousand } from './use-thousand.ts';
import { qualityWords, rowNames, sourceWords, sumValues, targetName } from './words.ts';

export default function NetworkScreen() {
  const { say } = useLanguage();
  const [thousand, retry] = useThousand();
  useEffect(() => {
    document.title = `${say('network.title')} · ${say('app.title')}`;
  }, [say]);
  if (thousand.state === 'done') return <Board data={thousand.value} />;
  return (
    <>
      <h1 className="network-title">{say('network.title')}</h1>
      {thousand.state === 'failed' ? <Trouble error={thousand.error} onRetry={retry} /> : <Waiting />}
    </>
  );
}

/** Takes the room of what comes, so that nothing jumps. */
function Waiting() {
  const { say } = useLanguage();
  return (
    <div className="network-waiting" aria-busy="true">
      <p role="status">{say('app.loading')}</p>
      <div className="map-frame skeleton" />
      <div className="network-table skeleton" />
    </div>
  );
}

/** The query in force and how to change it: it lives in the address alone. */
function useQuery(data: ThousandData) {
  const search = useAddress().split('?')[1] ?? '';
  const query = useMemo(() => answerable(queryOf(search), data), [search, data]);
  const change = useCallback(
    (part: Partial<NetworkQuery>, how: 'push' | 'replace') =>
      restate(NETWORK_ADDRESS + searchOf({ ...query, ...part }), how),
    [query],
  );
  return [query, change] as const;
}

/** Rows by steps, each worked out anew only when what it depends on changes. */
function useRows(data: ThousandData, query: NetworkQuery) {
  const language = useLanguage();
  const { text, group, country, inventory, pledge, target, basis, sort } = query;
  const lines = useMemo(() => linesOf(data, rowNames(language)), [data, language]);
  const rows = useMemo(() => withGaps(data, lines, target, basis), [data, lines, target, basis]);
  const chosen = useMemo(
    () => filtered(rows, { text, group, country, inventory, pledge }, data),
    [rows, data, text, group, country, inventory, pledge],
  );
  const shown = useMemo(() => sorted(chosen, sort, language.locale), [chosen, sort, language]);
  return { lines, chosen, shown };
}

function Board({ data }: { data: ThousandData }) {
  const { say } = useLanguage();
  const [query, change] = useQuery(data);
  const { lines, chosen, shown } = useRows(data, query);
  // A pointer that rests somewhere does not take the label from who moves by keyboard once it is off the city.
  const [pointed, setPointed] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const point = useCallback(
    (row: CityLine | undefined, by: PointedBy) => (by === 'focus' ? setFocused : setPointed)(row?.id),
    [],
  );
  const place = query.group + query.country;
  // The window is that of the region or country, not of the letters typed so far: the map does not jump while one types.
  const window = useMemo(() => {
    if (place === '') return WORLD;
    return windowAround(filtered(lines, { ...widened(query), group: query.group, country: query.country }, data));
  }, [lines, data, place]);
  return (
    <>
      <Head lines={lines} />
      <Filters data={data} query={query} onChange={change} />
      <div className="network-look">
        <section aria-label={say('network.map')}>
          <NetworkMap rows={chosen} window={window} active={pointed ?? focused} onActive={setPointed} />
        </section>
        <RegionList data={data} lines={lines} />
      </div>
      <CityTable data={data} query={query} shown={shown} all={lines.length} onChange={change} onPoint={point} />
    </>
  );
}

const Head = memo(function Head({ lines }: { lines: readonly CityLine[] }) {
  const language = useLanguage();
  const { say } = language;
  const totals = useMemo(() => totalsOf(lines), [lines]);
  const { reportedCities } = totals;
  return (
    <header className="network-head">
      <h1 className="network-title">{say('network.title')}</h1>
      <p className="finding">
        {say('network.finding', sumValues(language, totals))} <strong>{qualityWords(language, totals)}</strong>
      </p>
      <p className="lede">
        {say(reportedCities === 0 ? 'network.lede.none' : 'network.lede.part', { reported: reportedCities })}
      </p>
    </header>
  );
});

interface CityTableProps {
  readonly data: ThousandData;
  readonly query: NetworkQuery;
  readonly shown: readonly NetworkRow[];
  readonly all: number;
  readonly onChange: (change: Partial<NetworkQuery>, how: 'push' | 'replace') => void;
  readonly onPoint: (row: CityLine | undefined, by: PointedBy) => void;
}

const isColumn = (id: string): id is ColumnId => COLUMNS.some((column) => column === id);

const CityTable = memo(function CityTable({ data, query, shown, all, onChange, onPoint }: CityTableProps) {
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
