/** Webhooks: addresses that are told what happens in the city. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data } from '../../../shared/client/client.ts';
import { Act } from '../form/act.tsx';
import { Choices, Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { Fold, LoadedList, Section } from '../section.tsx';
import { Deliveries } from './deliveries.tsx';
import { loadWebhooks, type Webhook } from './lists.ts';

const EVENTS = [
  'document.submitted',
  'document.returned',
  'document.approved',
  'document.published',
  'publication.withdrawn',
  'comment.added',
  'member.joined',
  'member.changed',
  'member.left',
] as const;
type Event = (typeof EVENTS)[number];

interface WebhooksProps {
  readonly cityId: string;
  readonly edits: boolean;
}

export function Webhooks({ cityId, edits }: WebhooksProps) {
  const { say } = useLanguage();
  const [secret, setSecret] = useState<string>();
  return (
    <Section title={say('team.webhooks')} text={say('team.webhooks.text')}>
      <LoadedList name={`webhooks:${cityId}`} load={() => loadWebhooks(cityId)} none={say('team.webhooks.none')}>
        {(webhooks, again) => (
          <>
            <ul className="rows">
              {webhooks.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} edits={edits} again={again} onSecret={setSecret} />
              ))}
            </ul>
            {secret !== undefined && (
              <Once label={say('team.webhooks.secret')} value={secret} onDone={() => setSecret(undefined)} />
            )}
            {edits && <AddWebhook cityId={cityId} onSecret={setSecret} again={again} />}
          </>
        )}
      </LoadedList>
    </Section>
  );
}

interface AddWebhookProps {
  readonly cityId: string;
  readonly onSecret: (secret: string) => void;
  readonly again: () => void;
}

function AddWebhook({ cityId, onSecret, again }: AddWebhookProps) {
  const { say } = useLanguage();
  return (
    <Fold words={say('team.webhooks.add')}>
      <Form
        label={say('team.webhooks.add')}
        quiet
        clears
        submit={say('team.webhooks.add')}
        check={(values) => ({ fields: {}, ...(values.all('events').length === 0 && { whole: { code: 'no-events' } }) })}
        send={async (values) => {
          const body = { url: values.text('url').trim(), events: values.all('events') as Event[] };
          const made = await data(client.POST('/cities/{cityId}/webhooks', { params: { path: { cityId } }, body }));
          if (made.secret !== null) onSecret(made.secret);
          again();
        }}
      >
        <Field
          name="url"
          label={say('team.webhooks.url')}
          hint={say('team.webhooks.urlHint')}
          type="url"
          autoComplete="off"
        />
        <Choices
          name="events"
          legend={say('team.webhooks.events')}
          options={EVENTS.map((event) => [event, say(`team.event.${event}`)])}
          checked={['document.approved', 'document.published']}
        />
      </Form>
    </Fold>
  );
}

interface WebhookRowProps {
  readonly webhook: Webhook;
  readonly edits: boolean;
  readonly again: () => void;
  readonly onSecret: (secret: string) => void;
}

function WebhookRow({ webhook, edits, again, onSecret }: WebhookRowProps) {
  const { say } = useLanguage();
  const { cityId, id, url, events, disabledAt, failingSince } = webhook;
  const [open, setOpen] = useState(false);
  const params = { path: { cityId, webhookId: id } };
  const state = disabledAt !== null ? 'off' : failingSince !== null ? 'failing' : 'on';
  return (
    <li>
      <span className="row-what">
        <strong className="address">{url}</strong>
        <span className="quiet small">
          {say(`team.webhooks.${state}`)} · {events.map((event) => say(`team.event.${event as Event}`)).join(', ')}
        </span>
      </span>
      <span className="row-do">
        <button type="button" className="button compact" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say('team.webhooks.deliveries')}
          <span className="visually-hidden"> {url}</span>
        </button>
        {edits && state === 'off' && (
          <Act
            words={say('team.webhooks.enable')}
            about={url}
            act={() => client.POST('/cities/{cityId}/webhooks/{webhookId}/enabling', { params }).then(again)}
          />
        )}
        {edits && state !== 'off' && (
          <Act
            words={say('team.webhooks.test')}
            about={url}
            act={() => client.POST('/cities/{cityId}/webhooks/{webhookId}/test', { params })}
          />
        )}
        {edits && (
          <>
            <Act
              words={say('team.webhooks.newSecret')}
              about={url}
              sure={say('team.webhooks.newSecretSure')}
              act={async () => {
                const { secret } = await data(client.POST('/cities/{cityId}/webhooks/{webhookId}/secret', { params }));
                if (secret !== null) onSecret(secret);
              }}
            />
            <Act
              words={say('accounts.remove')}
              about={url}
              sure={say('team.webhooks.sure')}
              act={() => client.DELETE('/cities/{cityId}/webhooks/{webhookId}', { params }).then(again)}
            />
          </>
        )}
      </span>
      {open && <Deliveries cityId={cityId} webhookId={id} />}
    </li>
  );
}
