/** What was sent to an address lately, and how it answered. */
import { useLanguage } from '../../../i18n/context.tsx';
import { hasKey } from '../../../i18n/messages.ts';
import { client, data, type Schemas } from '../../../shared/client/client.ts';
import { momentIn } from '../moments.ts';
import { LoadedList } from '../section.tsx';

type Delivery = Schemas['Delivery'];
const SHOWN = 10;

interface DeliveriesProps {
  readonly cityId: string;
  readonly webhookId: string;
}

async function load({ cityId, webhookId }: DeliveriesProps): Promise<readonly Delivery[]> {
  const params = { path: { cityId, webhookId }, query: { limit: SHOWN } };
  const page = await data(client.GET('/cities/{cityId}/webhooks/{webhookId}/deliveries', { params }));
  return page.items as Delivery[];
}

export function Deliveries(props: DeliveriesProps) {
  const { say, locale, catalogue } = useLanguage();
  // An event of a later program goes by its name.
  const nameOf = (event: string) => {
    const key = `team.event.${event}`;
    return hasKey(catalogue, key) ? say(key) : event;
  };
  return (
    <div className="deliveries">
      <LoadedList name={`deliveries:${props.webhookId}`} load={() => load(props)} none={say('team.deliveries.none')}>
        {(deliveries, again) => (
          <>
            <ul className="small">
              {deliveries.map(({ id, event, state, status, createdAt, tries }) => (
                <li key={id}>
                  {momentIn(locale, createdAt)} · {nameOf(event)} · {say(`team.delivery.${state}`, { tries })}
                  {status !== null && ` · ${status}`}
                </li>
              ))}
            </ul>
            <button type="button" className="button compact" onClick={again}>
              {say('team.deliveries.again')}
            </button>
          </>
        )}
      </LoadedList>
    </div>
  );
}
