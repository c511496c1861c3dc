/** Passkeys: the ones there are, and making one of this device. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, everything, type Schemas } from '../../../shared/client/client.ts';
import { useStanding } from '../../workspace/me.tsx';
import { Act } from '../form/act.tsx';
import { Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { dayIn, deviceOf } from '../moments.ts';
import { LoadedList, Section } from '../section.tsx';
import { makePasskey } from '../ways.ts';

type Passkey = Schemas['Passkey'];

const load = () => everything<Passkey>((query) => client.GET('/me/passkeys', { params: { query } }) as never);

export function Passkeys() {
  const { say } = useLanguage();
  const { me } = useStanding();
  return (
    <Section title={say('accounts.passkeys')} text={say('accounts.passkeys.text')}>
      <LoadedList name="passkeys" load={load} none={say('accounts.passkeys.none')}>
        {(passkeys, again) => (
          <>
            <ul className="rows">
              {passkeys.map((passkey) => (
                <PasskeyRow key={passkey.id} passkey={passkey} again={again} />
              ))}
            </ul>
            {me.ways.passkeys ? (
              <AddPasskey again={again} />
            ) : (
              <p className="quiet">{say('trouble.passkeys-unavailable')}</p>
            )}
          </>
        )}
      </LoadedList>
    </Section>
  );
}

function AddPasskey({ again }: { readonly again: () => void }) {
  const { say } = useLanguage();
  return (
    <Form
      label={say('accounts.passkeys.add')}
      quiet
      submit={say('accounts.passkeys.add')}
      send={async (values) => {
        if (await makePasskey(values.text('name'))) again();
      }}
    >
      <Field
        name="name"
        label={say('accounts.passkeys.name')}
        hint={say('accounts.passkeys.nameHint')}
        autoComplete="off"
        maxLength={200}
        defaultValue={deviceOf(navigator.userAgent, say)}
      />
    </Form>
  );
}

function PasskeyRow({ passkey, again }: { readonly passkey: Passkey; readonly again: () => void }) {
  const { say, locale } = useLanguage();
  const [naming, setNaming] = useState(false);
  const { id, name, createdAt, lastUsedAt, backedUp } = passkey;
  const path = { passkeyId: id };
  const used =
    lastUsedAt === null ? say('accounts.neverUsed') : say('accounts.lastUsed', { day: dayIn(locale, lastUsedAt) });
  if (naming) {
    return (
      <li>
        <Form
          label={say('accounts.rename')}
          quiet
          submit={say('accounts.save')}
          send={async (values) => {
            await client.PATCH('/me/passkeys/{passkeyId}', { params: { path }, body: { name: values.text('name') } });
            again();
          }}
        >
          <Field name="name" label={say('accounts.passkeys.name')} defaultValue={name} maxLength={200} autoFocus />
        </Form>
      </li>
    );
  }
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong>
        <span className="quiet small">
          {say('accounts.made', { day: dayIn(locale, createdAt) })} · {used}
          {backedUp && ` · ${say('accounts.passkeys.backedUp')}`}
        </span>
      </span>
      <span className="row-do">
        <button type="button" className="button compact" onClick={() => setNaming(true)}>
          {say('accounts.rename')}
          <span className="visually-hidden"> {name}</span>
        </button>
        <Act
          words={say('accounts.remove')}
          about={name}
          sure={say('accounts.passkeys.sure', { name })}
          act={() => client.DELETE('/me/passkeys/{passkeyId}', { params: { path } }).then(again)}
        />
      </span>
    </li>
  );
}
