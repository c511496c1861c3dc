/** Signing in: the password, then a code where the account asks for one; or a passkey; or the provider of the city. */
import { useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useStanding } from '../workspace/me.tsx';
import { Act } from './form/act.tsx';
import { Field, PasswordField } from './form/fields.tsx';
import { Form } from './form/form.tsx';
import {
  giveBackupCode,
  giveCode,
  offerPasskey,
  signInByPasskey,
  signInByPassword,
  singleSignOnAddress,
  stopOffering,
} from './ways.ts';

interface SignInFormProps {
  /** Known from an invitation. */
  readonly email?: string;
}

/** Whoever gets in sees what they came for: the workspace asks again who is there. */
export function SignInForm({ email }: SignInFormProps) {
  const [asked, setAsked] = useState<'password' | 'code' | 'backup'>('password');
  if (asked === 'code') return <CodeForm onOther={() => setAsked('backup')} onBack={() => setAsked('password')} />;
  if (asked === 'backup') return <BackupForm onOther={() => setAsked('code')} />;
  return <FirstForm {...(email !== undefined && { email })} onCode={() => setAsked('code')} />;
}

function FirstForm({ email, onCode }: SignInFormProps & { readonly onCode: () => void }) {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  useOfferedPasskey(me.ways.passkeys, refresh);
  return (
    <>
      <Form
        submit={say('accounts.signIn.do')}
        send={async (values) => {
          const next = await signInByPassword(values.text('email'), values.text('password'));
          if (next === 'code') onCode();
          else await refresh();
        }}
      >
        <Field
          name="email"
          label={say('accounts.email')}
          type="email"
          autoComplete="username webauthn"
          autoCapitalize="off"
          {...(email !== undefined && { defaultValue: email })}
        />
        <PasswordField name="password" label={say('accounts.password')} autoComplete="current-password" />
      </Form>
      <OtherWays />
    </>
  );
}

function OtherWays() {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  const { passkeys, singleSignOn } = me.ways;
  if (!passkeys && !singleSignOn) return null;
  return (
    <div className="other-ways">
      {passkeys && (
        <Act
          className="button"
          words={say('accounts.signIn.passkey')}
          act={async () => {
            if (await signInByPasskey()) await refresh();
          }}
        />
      )}
      {singleSignOn && (
        <Act
          className="button"
          words={say('accounts.signIn.provider')}
          act={async () => window.location.assign(await singleSignOnAddress())}
        />
      )}
    </div>
  );
}

/** Passkeys beside the address, where the browser can. What fails is no news: the person has not asked for it. */
function useOfferedPasskey(available: boolean, refresh: () => Promise<void>): void {
  useEffect(() => {
    if (!available) return undefined;
    offerPasskey().then(
      (done) => (done ? refresh() : undefined),
      () => undefined,
    );
    return () => void stopOffering();
  }, [available, refresh]);
}

function CodeForm({ onOther, onBack }: { readonly onOther: () => void; readonly onBack: () => void }) {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  return (
    <Form
      key="code"
      submit={say('accounts.signIn.do')}
      send={async (values) => {
        await giveCode(values.text('code'));
        await refresh();
      }}
      beside={
        <>
          <button type="button" className="button plain" onClick={onOther}>
            {say('accounts.code.backupInstead')}
          </button>
          <button type="button" className="button plain" onClick={onBack}>
            {say('accounts.back')}
          </button>
        </>
      }
    >
      <Field
        name="code"
        label={say('accounts.code')}
        hint={say('accounts.code.hint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        maxLength={9}
      />
    </Form>
  );
}

function BackupForm({ onOther }: { readonly onOther: () => void }) {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  return (
    <Form
      key="backup"
      submit={say('accounts.signIn.do')}
      send={async (values) => {
        await giveBackupCode(values.text('backupCode'));
        await refresh();
      }}
      beside={
        <button type="button" className="button plain" onClick={onOther}>
          {say('accounts.code.instead')}
        </button>
      }
    >
      <Field
        name="backupCode"
        label={say('accounts.backupCode')}
        hint={say('accounts.backupCode.hint')}
        autoComplete="off"
        autoFocus
      />
    </Form>
  );
}
