/** Tokens with which programs act for me: scopes, an end, and the secret shown this once. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data, everything, type Schemas } from '../../../shared/client/client.ts';
import { Act } from '../form/act.tsx';
import { Choice, Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { dayIn } from '../moments.ts';
import { Fold, LoadedList, Section } from '../section.tsx';
import { endIn, LIFETIMES, scopesOf, tokenState } from './token-state.ts';

type Token = Schemas['Token'];

const load = () => everything<Token>((query) => client.GET('/me/tokens', { params: { query } }) as never);

export function Tokens() {
  const { say } = useLanguage();
  const [secret, setSecret] = useState<string>();
  return (
    <Section title={say('accounts.tokens')} text={say('accounts.tokens.text')}>
      <LoadedList name="tokens" load={load} none={say('accounts.tokens.none')}>
        {(tokens, again) => (
          <>
            <ul className="rows">
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} again={again} />
              ))}
            </ul>
            {secret !== undefined && (
              <Once label={say('accounts.tokens.secret')} value={secret} onDone={() => setSecret(undefined)} />
            )}
            <Fold words={say('accounts.tokens.add')}>
              <Form
                label={say('accounts.tokens.add')}
                quiet
                clears
                submit={say('accounts.tokens.add')}
                send={async (values) => {
                  const body = {
                    name: values.text('name'),
                    scopes: scopesOf(values.text('scopes')),
                    expiresAt: endIn(Number(values.text('days'))),
                  };
                  const made = await data(client.POST('/me/tokens', { body }));
                  if (made.secret !== null) setSecret(made.secret);
                  again();
                }}
              >
                <Field
                  name="name"
                  label={say('accounts.tokens.name')}
                  hint={say('accounts.tokens.nameHint')}
                  autoComplete="off"
                  maxLength={200}
                />
                <TokenChoices />
              </Form>
            </Fold>
          </>
        )}
      </LoadedList>
    </Section>
  );
}

/** What a token may do, and for how long. */
export function TokenChoices() {
  const { say } = useLanguage();
  return (
    <div className="field-row">
      <Choice
        name="scopes"
        label={say('accounts.scopes')}
        options={[
          ['read', say('accounts.scopes.read')],
          ['write', say('accounts.scopes.write')],
        ]}
      />
      <Choice
        name="days"
        label={say('accounts.lifetime')}
        defaultValue="90"
        options={LIFETIMES.map((days) => [String(days), say('accounts.lifetime.days', { days })])}
      />
    </div>
  );
}

function TokenRow({ token, again }: { readonly token: Token; readonly again: () => void }) {
  const { say, locale } = useLanguage();
  const { id, name, scopes, createdAt, expiresAt, revokedAt } = token;
  const state = tokenState({ expiresAt, revokedAt }, Date.now());
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong>
        <span className="quiet small">
          {say(scopes.includes('write') ? 'accounts.scopes.write' : 'accounts.scopes.read')} ·{' '}
          {say('accounts.made', { day: dayIn(locale, createdAt) })} ·{' '}
          {say(`accounts.tokens.${state}`, {
            day: dayIn(locale, (state === 'revoked' ? revokedAt : expiresAt) ?? createdAt),
          })}
        </span>
      </span>
      {state === 'good' && (
        <span className="row-do">
          <Act
            words={say('accounts.tokens.revoke')}
            about={name}
            sure={say('accounts.tokens.sure', { name })}
            act={() => client.DELETE('/me/tokens/{tokenId}', { params: { path: { tokenId: id } } }).then(again)}
          />
        </span>
      )}
    </li>
  );
}
