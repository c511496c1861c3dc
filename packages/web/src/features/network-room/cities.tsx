/** The cities of a network: who asks to join, how all stand in numbers, and the table of what each has and lacks. */
import { useCallback, useMemo, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { restate, useAddress } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { networkAddress } from '../workspace/routes.ts';
import { CityTable } from './city-table.tsx';
import { Filters } from './filters.tsx';
import { useCities } from './load.ts';
import { queryOf, searchOf, type Change, type RoomQuery } from './query.ts';
import { Requests } from './requests.tsx';
import { Summary } from './summary.tsx';
import type { MyNetwork } from './my-network.ts';

/** The query in force and how to change it: it lives in the address alone. */
function useQuery(networkId: string): readonly [RoomQuery, Change] {
  const search = useAddress().split('?')[1] ?? '';
  const query = useMemo(() => queryOf(search), [search]);
  const change = useCallback<Change>(
    (part, how = 'push') =>
      restate(networkAddress({ area: 'network', networkId }) + searchOf({ ...query, ...part }), how),
    [query, networkId],
  );
  return [query, change];
}

export default function Cities({ network }: { network: MyNetwork }) {
  const { say } = useLanguage();
  const [query, change] = useQuery(network.id);
  const cities = useCities(network.id, query);
  const [answers, setAnswers] = useState(0);
  const { again } = cities;
  const answered = useCallback(() => {
    setAnswers((count) => count + 1);
    again();
  }, [again]);
  if (!cities.page) {
    if (cities.error !== undefined) return <Trouble error={cities.error} onRetry={again} />;
    return (
      <div className="room-waiting" aria-busy="true">
        <p role="status">{say('workspace.loading')}</p>
        <div className="skeleton room-summary" />
        <div className="skeleton room-table" />
      </div>
    );
  }
  const { summary } = cities.page;
  const isNew = summary.members === 0 && query.country === '';
  return (
    <>
      <h1 className="visually-hidden">{network.name}</h1>
      <Requests
        network={network}
        asking={summary.marks.asking}
        round={answers}
        onAnswer={answered}
        onAll={() => change({ show: 'asking', text: '' })}
      />{' '}
      {/* prettier-ignore */}
      {isNew && query.show === '' ? (
        <div className="room-none">
          <h2>{say('room.table.none')}</h2>
          <p>{say('room.table.none.text')}</p>
        </div>
      ) : (
        <>
          <Summary summary={summary} query={query} onChange={change} />
          <Filters countries={cities.page.countries} query={query} onChange={change} />
          <CityTable network={network} cities={cities} query={query} onChange={change} />
        </>
      )}
    </>
  );
}
