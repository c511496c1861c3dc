/** Turning a city away, or ending its membership: what follows from it, and a reason that the city reads. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { Trouble } from '../../shared/trouble.tsx';
import type { City } from './query.ts';
import type { MyNetwork } from './my-network.ts';

interface DeclineProps {
  readonly network: MyNetwork;
  readonly city: Pick<City, 'cityId' | 'name' | 'acceptedAt'>;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

export function Decline({ network, city, onCancel, onDone }: DeclineProps) {
  const { say } = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  useEffect(() => field.current?.focus(), []);
  const words = city.acceptedAt === null ? 'decline' : 'remove';
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (work.busy) return;
    setWork({ busy: true });
    try {
      const query = reason.trim() === '' ? {} : { reason: reason.trim() };
      const path = { networkId: network.id, cityId: city.cityId };
      await client.DELETE('/networks/{networkId}/cities/{cityId}', { params: { path, query } });
      onDone();
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <form
      className="room-decline"
      aria-label={say(`room.${words}.of`, { city: city.name })}
      onSubmit={(event) => void send(event)}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      {words === 'remove' && <p>{say('room.remove.text', { city: city.name })}</p>}
      <label htmlFor={id}>{say('room.decline.reason', { city: city.name })}</label>
      <input
        id={id}
        ref={field}
        type="text"
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <span className="row-do">
        <button type="submit" className="button compact" aria-disabled={work.busy}>
          {say(`room.${words}.do`)}
        </button>
        <button type="button" className="button compact plain" onClick={onCancel}>
          {say('room.cancel')}
        </button>
      </span>
      {work.error !== undefined && <Trouble error={work.error} onRetry={() => void send()} />}
    </form>
  );
}
