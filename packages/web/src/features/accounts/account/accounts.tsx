/** For administrators: everybody's account. A link for a new password, rights taken away or given back, and an account deleted. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data, type Schemas } from '../../../shared/client/client.ts';
import { useStanding } from '../../workspace/me.tsx';
import { Act } from '../form/act.tsx';
import { Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { dayIn } from '../moments.ts';
import { Events } from './events.tsx';
import { Fold, LoadedList, Section } from '../section.tsx';

type Account = Schemas['Account'];
const MOST_SHOWN = 50;

async function load(like: string): Promise<readonly Account[]> {
  const query = { limit: MOST_SHOWN, ...(like !== '' && { like }) };
  return (await data(client.GET('/accounts', { params: { query } }))).items as Account[];
}

export function Accounts() {
  const { say } = useLanguage();
  const [like, setLike] = useState('');
  const [link, setLink] = useState<{ readonly of: string; readonly value: string }>();
  return (
    <Section title={say('accounts.admin')} text={say('accounts.admin.text')}>
      <Form
        label={say('accounts.admin.find')}
        quiet
        submit={say('accounts.admin.find')}
        send={async (values) => setLike(values.text('like').trim())}
      >
        <Field name="like" label={say('accounts.admin.like')} type="search" required={false} autoComplete="off" />
      </Form>
      {link && (
        <Once
          label={say('accounts.admin.link', { name: link.of })}
          value={link.value}
          onDone={() => setLink(undefined)}
        />
      )}
      <LoadedList name={`accounts:${like}`} load={() => load(like)} none={say('accounts.admin.none')}>
        {(accounts, again) => (
          <>
            <ul className="rows">
              {accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  account={account}
                  again={again}
                  onLink={(value) => setLink({ of: account.name, value })}
                />
              ))}
            </ul>
            <Fold words={say('accounts.events')}>
              <Events names={new Map(accounts.map(({ id, name }) => [id, name]))} />
            </Fold>
            {accounts.length === MOST_SHOWN && (
              <p className="quiet">{say('accounts.admin.more', { count: MOST_SHOWN })}</p>
            )}
          </>
        )}
      </LoadedList>
    </Section>
  );
}

interface AccountRowProps {
  readonly account: Account;
  readonly again: () => void;
  readonly onLink: (link: string) => void;
}

function AccountRow({ account, again, onLink }: AccountRowProps) {
  const { say, locale } = useLanguage();
  const { me } = useStanding();
  const { id, name, email, administrator, secondFactor, createdAt, disabledAt } = account;
  const marks = [
    ...(administrator ? [say('accounts.admin.administrator')] : []),
    ...(secondFactor ? [say('accounts.admin.factor')] : []),
  ];
  const setDisabled = (disabled: boolean) =>
    client.PUT('/accounts/{userId}/disabled', { params: { path: { userId: id } }, body: { disabled } }).then(again);
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong>{' '}
        {disabledAt !== null && <span className="state-mark">{say('accounts.admin.disabled')}</span>}
        <span className="quiet small">
          {[email, say('accounts.made', { day: dayIn(locale, createdAt) }), ...marks].join(' · ')}
        </span>
      </span>
      <span className="row-do">
        <Act
          words={say('accounts.admin.makeLink')}
          about={name}
          act={async () => {
            const { link } = await data(client.POST('/accounts/password-links', { body: { email } }));
            // Kept under a key, a link is not said again; no key is sent here.
            if (link !== null) onLink(link);
          }}
        />
        {id !== me.user?.id && disabledAt === null && (
          <Act
            words={say('accounts.admin.endSessions')}
            about={name}
            sure={say('accounts.admin.endSessionsSure', { name })}
            act={() => client.DELETE('/accounts/{userId}/sessions', { params: { path: { userId: id } } })}
          />
        )}
        {id !== me.user?.id &&
          (disabledAt === null ? (
            <Act
              words={say('accounts.admin.disable')}
              about={name}
              sure={say('accounts.admin.sure', { name })}
              act={() => setDisabled(true)}
            />
          ) : (
            <Act words={say('accounts.admin.enable')} about={name} act={() => setDisabled(false)} />
          ))}
        {id !== me.user?.id && (
          <Act
            words={say('accounts.admin.delete')}
            about={name}
            sure={say('accounts.admin.deleteSure', { name })}
            act={() => client.DELETE('/accounts/{userId}', { params: { path: { userId: id } } }).then(again)}
          />
        )}
      </span>
    </li>
  );
}
