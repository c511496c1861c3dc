/** The thousand: which cities, how much they emit, what they must still cut, and how good the figures are. */
import type { ThousandData } from '@thousand-cities/model';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { PointedBy } from '../../shared/big-table/types.ts';
import { NETWORK_ADDRESS, restate, useAddress } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { windowAround, WORLD } from '../map/state.ts';
import { CityTable } from './city-table.tsx';
import { Filters } from './filters.tsx';
import { NetworkMap } from './map.tsx';
import { answerable, queryOf, searchOf, widened, type NetworkQuery } from './query.ts';
import { RegionList } from './region-list.tsx';
import { linesOf, withGaps, type CityLine } from './rows.ts';
import { filtered, sorted } from './select.ts';
import { totalsOf } from './totals.ts';
import { useThousand } from './use-thousand.ts';
import { qualityWords, rowNames, sumValues } from './words.ts';

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
