/** The cities that match: how many, the table, the rest of them, and the file. */
import { useCallback, useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { BigTable } from '../../shared/big-table/big-table.tsx';
import type { BigTableSort } from '../../shared/big-table/types.ts';
import { useCountryNames } from '../../shared/country-names.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { columnsOf } from './columns.tsx';
import { PAGE, type Cities } from './load.ts';
import { isNarrowed, paramsOf, widened, type Change, type Order, type RoomQuery } from './query.ts';
import type { MyNetwork } from './my-network.ts';

interface CityTableProps {
  readonly network: MyNetwork;
  readonly cities: Cities;
  readonly query: RoomQuery;
  readonly onChange: Change;
}

export function CityTable({ network, cities, query, onChange }: CityTableProps) {
  const language = useLanguage();
  const { say } = language;
  const nameOf = useCountryNames();
  const columns = useMemo(() => columnsOf(language, network.id, nameOf), [language, network.id, nameOf]);
  const sort = useCallback(
    ({ column, direction }: BigTableSort) => onChange({ sort: { column: column as Order, direction } }),
    [onChange],
  );
  const { items, page, busy, error } = cities;
  const total = page?.total ?? 0;
  const clear = () => onChange(widened(query));
  const title = query.show === '' ? '' : ` · ${say(`room.mark.${query.show}`, { years: query.years })}`;
  return (
    <section className="room-list" aria-labelledby="room-list-title">
      <header>
        <h2 id="room-list-title">
          {say('room.table.shown', { count: total })}
          {title}
        </h2>
        {isNarrowed(query) && (
          <button type="button" className="button compact plain" onClick={clear}>
            {say('room.filter.clear')}
          </button>
        )}
        <a className="button compact" download href={fileAddress(network.id, query)}>
          {say('room.table.csv')}
        </a>
        <p className="visually-hidden" role="status">
          {busy ? say('workspace.loading') : say('room.table.shown', { count: total })}
        </p>
      </header>
      {error !== undefined && <Trouble error={error} onRetry={cities.again} />}
      <div className="room-table" aria-busy={busy}>
        <BigTable
          label={say('room.table.label')}
          columns={columns}
          rows={items}
          rowKey={({ cityId }) => cityId}
          sort={query.sort}
          onSort={sort}
          rowHeight={2.5}
          cardHeight={12.5}
          empty={
            <>
              <p>
                <strong>{say('room.table.empty')}</strong>
              </p>
              <p>{say('room.table.empty.text')}</p>
            </>
          }
        />
      </div>
      {items.length < total && (
        <p className="room-more">
          <span>{say('room.table.shownOf', { shown: items.length, count: total })}</span>
          <button type="button" className="button compact" aria-disabled={busy} onClick={() => !busy && cities.more()}>
            {say('room.table.more', { count: Math.min(PAGE, total - items.length) })}
          </button>
        </p>
      )}
      <p className="small quiet">{say('room.note.unknown')}</p>
    </section>
  );
}

function fileAddress(networkId: string, query: RoomQuery): string {
  const params = Object.entries(paramsOf(query)).map(([name, value]): [string, string] => [name, String(value)]);
  return `/api/v1/networks/${networkId}/standing/export?${new URLSearchParams(params).toString()}`;
}
