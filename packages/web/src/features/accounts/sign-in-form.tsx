/** Signing in: the password, then a code where the account asks for one; or a passkey; or the provider of the city. */
import { useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { isShared, setShared } from '../../shared/saving/device.ts';
import { useStanding } from '../workspace/me.tsx';
import { Act } from './form/act.tsx';
import { AccountOf, Field, PasswordField } from './form/fields.tsx';
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
  /** Of whoever is signed in and signs in again: the page stays as it is, and `onIn` goes on. */
  readonly again?: { readonly email: string; readonly onIn: () => Promise<void>; readonly onCancel: () => void };
}

interface StepProps {
  readonly submit: string;
  readonly onIn: () => Promise<void>;
}

/** Whoever gets in sees what they came for: the workspace asks again who is there. */
export function SignInForm({ email, again }: SignInFormProps) {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  const [asked, setAsked] = useState<'password' | 'code' | 'backup'>('password');
  const step = { submit: say(again ? 'accounts.again.do' : 'accounts.signIn.do'), onIn: again?.onIn ?? refresh };
  if (asked === 'code') {
    return <CodeForm {...step} onOther={() => setAsked('backup')} onBack={() => setAsked('password')} />;
  }
  if (asked === 'backup') return <BackupForm {...step} onOther={() => setAsked('code')} />;
  return (
    <FirstForm
      {...step}
      {...(email !== undefined && { email })}
      {...(again && { again })}
      onCode={() => setAsked('code')}
    />
  );
}

function FirstForm({
  email,
  again,
  submit,
  onIn,
  onCode,
}: SignInFormProps & StepProps & { readonly onCode: () => void }) {
  const { say } = useLanguage();
  const { me } = useStanding();
  useOfferedPasskey(me.ways.passkeys && !again, onIn);
  return (
    <>
      <Form
        submit={submit}
        send={async (values) => {
          const next = await signInByPassword(again?.email ?? values.text('email'), values.text('password'));
          if (next === 'code') onCode();
          else await onIn();
        }}
        {...(again && {
          beside: (
            <button type="button" className="button plain" onClick={again.onCancel}>
              {say('accounts.no')}
            </button>
          ),
        })}
      >
        {again ? (
          <AccountOf email={again.email} />
        ) : (
          <Field
            name="email"
            label={say('accounts.email')}
            type="email"
            autoComplete="username webauthn"
            autoCapitalize="off"
            {...(email !== undefined && { defaultValue: email })}
          />
        )}
        <PasswordField name="password" label={say('accounts.password')} autoComplete="current-password" />
        {!again && <SharedComputer />}
      </Form>
      <OtherWays onIn={onIn} staysHere={again !== undefined} />
    </>
  );
}

/** Holds for every way in, and from the press on: also for a passkey, and for the provider that one comes back from. */
function SharedComputer() {
  const { say } = useLanguage();
  const [shared, set] = useState(isShared);
  return (
    <div className="shared-computer">
      <label>
        <input
          type="checkbox"
          checked={shared}
          aria-describedby="shared-computer-hint"
          onChange={({ currentTarget }) => {
            set(currentTarget.checked);
            setShared(currentTarget.checked);
          }}
        />{' '}
        {say('accounts.shared')}
      </label>
      <p className="hint" id="shared-computer-hint">
        {say('accounts.shared.hint')}
      </p>
    </div>
  );
}

interface OtherWaysProps {
  readonly onIn: () => Promise<void>;
  /** Whether the page must not be left: it has what was typed. */
  readonly staysHere: boolean;
}

function OtherWays({ onIn, staysHere }: OtherWaysProps) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const { passkeys, singleSignOn } = me.ways;
  if (!passkeys && !singleSignOn) return null;
  return (
    <div className="other-ways">
      {passkeys && (
        <Act
          className="button"
          words={say('accounts.signIn.passkey')}
          act={async () => {
            if (await signInByPasskey()) await onIn();
          }}
        />
      )}
      {singleSignOn && (staysHere ? <ProviderBeside onIn={onIn} /> : <Provider />)}
    </div>
  );
}

function Provider() {
  const { say } = useLanguage();
  return (
    <Act
      className="button"
      words={say('accounts.signIn.provider')}
      act={async () => window.location.assign(await singleSignOnAddress())}
    />
  );
}

/** The provider in a window of its own; the person comes back by themselves and says so. */
function ProviderBeside({ onIn }: { readonly onIn: () => Promise<void> }) {
  const { say } = useLanguage();
  const [gone, setGone] = useState(false);
  return (
    <>
      <Act
        className="button"
        words={say('accounts.signIn.provider')}
        act={async () => {
          // Opened at the press, before anything is waited for: browsers take it for unasked otherwise.
          const beside = window.open('', '_blank');
          const address = await singleSignOnAddress();
          if (beside) beside.location.assign(address);
          setGone(beside !== null);
        }}
      />
      {gone && (
        <>
          <p className="small">{say('accounts.again.beside')}</p>
          <Act className="button" words={say('accounts.again.goOn')} act={onIn} />
        </>
      )}
    </>
  );
}

/** Passkeys beside the address, where the browser can. What fails is no news: the person has not asked for it. */
function useOfferedPasskey(available: boolean, onIn: () => Promise<void>): void {
  useEffect(() => {
    if (!available) return undefined;
    offerPasskey().then(
      (done) => (done ? onIn() : undefined),
      () => undefined,
    );
    return () => void stopOffering();
  }, [available, onIn]);
}

function CodeForm({ submit, onIn, onOther, onBack }: StepProps & Record<'onOther' | 'onBack', () => void>) {
  const { say } = useLanguage();
  return (
    <Form
      key="code"
      submit={submit}
      send={async (values) => {
        await giveCode(values.text('code'));
        await onIn();
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

function BackupForm({ submit, onIn, onOther }: StepProps & Record<'onOther', () => void>) {
  const { say } = useLanguage();
  return (
    <Form
      key="backup"
      submit={submit}
      send={async (values) => {
        await giveBackupCode(values.text('backupCode'));
        await onIn();
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
