/** Cities that ask to join: what each offers, and the answer. */
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { useCountryNames } from '../../shared/country-names.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { Act } from '../accounts/form/act.tsx';
import { dayIn } from '../accounts/moments.ts';
import { Decline } from './decline.tsx';
import { loadCities } from './load.ts';
import { FIRST_QUERY, type City } from './query.ts';
import { offered } from './words.ts';
import { MAY_IN_NETWORK, type MyNetwork } from './my-network.ts';

/** Requests shown above the table; all of them are a filter of it. */
const SHOWN = 5;

interface RequestsProps {
  readonly network: MyNetwork;
  readonly asking: number;
  /** Counts answers: the list is loaded anew after each. */
  readonly round: number;
  readonly onAnswer: () => void;
  readonly onAll: () => void;
}

export function Requests({ network, asking, round, onAnswer, onAll }: RequestsProps) {
  const { say } = useLanguage();
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  // The row that had the focus is gone with its answer: what was done is read out, and the keyboard goes on from there.
  useEffect(() => {
    if (said !== '') status.current?.focus();
  }, [said]);
  if (asking === 0 && said === '') return null;
  return (
    <section className="room-requests" aria-labelledby="room-requests">
      <h2 id="room-requests">{say('room.requests', { count: asking })}</h2>
      <p ref={status} role="status" tabIndex={-1} className={said === '' ? 'visually-hidden' : 'notice info'}>
        {said}
      </p>
      {asking > 0 && (
        <>
          <p className="quiet">
            {say(MAY_IN_NETWORK.accept(network) ? 'room.requests.text' : 'room.requests.readOnly')}
          </p>
          <RequestList
            network={network}
            round={round}
            onDone={(words) => {
              setSaid(words);
              onAnswer();
            }}
          />
          {asking > SHOWN && (
            <button type="button" className="button compact" onClick={onAll}>
              {say('room.requests.all', { count: asking })}
            </button>
          )}
        </>
      )}
    </section>
  );
}

interface ListProps {
  readonly network: MyNetwork;
  readonly round: number;
  readonly onDone: (words: string) => void;
}

function RequestList({ network, round, onDone }: ListProps) {
  const { say } = useLanguage();
  const first = { ...FIRST_QUERY, show: 'asking', sort: { column: 'asked', direction: 'ascending' } } as const;
  const [loaded, retry] = useLoaded(`asking:${network.id}:${round}`, () =>
    loadCities(network.id, first, undefined, SHOWN),
  );
  const [kept, setKept] = useState<readonly City[]>();
  if (loaded.state === 'done' && loaded.value.items !== kept) setKept(loaded.value.items);
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  if (!kept) return <p role="status">{say('workspace.loading')}</p>;
  return (
    <ul className="rows">
      {kept.map((city) => (
        <Request key={city.cityId} network={network} city={city} onDone={onDone} />
      ))}
    </ul>
  );
}

interface RequestProps {
  readonly network: MyNetwork;
  readonly city: City;
  readonly onDone: (words: string) => void;
}

export function Request({ network, city, onDone }: RequestProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const nameOf = useCountryNames();
  const [declining, setDeclining] = useState(false);
  const decline = useRef<HTMLButtonElement>(null);
  const params = { path: { networkId: network.id, cityId: city.cityId } };
  return (
    <li>
      <span className="row-what">
        <strong>{city.name}</strong>, {nameOf(city.country)}
        <span className="quiet small">
          {say('room.askedOn', { day: dayIn(locale, city.askedAt) })} · {offered(language, city.shares)}
        </span>
      </span>
      {MAY_IN_NETWORK.accept(network) && !declining && (
        <span className="row-do">
          <Act
            className="button compact primary"
            words={say('room.accept')}
            about={city.name}
            act={() =>
              client
                .PUT('/networks/{networkId}/cities/{cityId}', { params })
                .then(() => onDone(say('room.answered.accept', { city: city.name })))
            }
          />
          <button ref={decline} type="button" className="button compact" onClick={() => setDeclining(true)}>
            {say('room.decline')}
            <span className="visually-hidden"> {city.name}</span>
          </button>
        </span>
      )}
      {declining && (
        <Decline
          network={network}
          city={city}
          onCancel={() => {
            // Drawn at once, so that the keyboard goes on where it was.
            flushSync(() => setDeclining(false));
            decline.current?.focus();
          }}
          onDone={() => onDone(say('room.answered.decline', { city: city.name }))}
        />
      )}
    </li>
  );
}
