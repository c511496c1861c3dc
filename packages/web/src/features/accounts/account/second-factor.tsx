/** The second factor: codes of an app on the phone, switched on after one of them was right; and codes for when it is lost. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { auth } from '../../../shared/client/client.ts';
import { useStanding } from '../../workspace/me.tsx';
import { AccountOf, Field, PasswordField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Section } from '../section.tsx';
import { giveCode } from '../ways.ts';
import { BackupCodes } from './backup-codes.tsx';
import { secretOf } from './otpauth.ts';
import { QrCode } from './qr-code.tsx';

interface Begun {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}

export function SecondFactor() {
  const { say } = useLanguage();
  const { me } = useStanding();
  const [codes, setCodes] = useState<readonly string[]>();
  const isOn = me.user?.secondFactor === true;
  return (
    <Section title={say('accounts.factor')} text={say(isOn ? 'accounts.factor.on' : 'accounts.factor.off')}>
      {codes && <BackupCodes codes={codes} onDone={() => setCodes(undefined)} />}
      {isOn ? <SwitchedOn onCodes={setCodes} /> : <SwitchOn onCodes={setCodes} />}
    </Section>
  );
}

interface CodesProps {
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Off: the password, then the secret for the app, then a code of it. */
function SwitchOn({ onCodes }: CodesProps) {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  const [begun, setBegun] = useState<Begun>();
  if (begun) {
    return (
      <>
        <SecretForApp address={begun.totpURI} />
        <Form
          key="code"
          label={say('accounts.factor.confirm')}
          submit={say('accounts.factor.confirm')}
          send={async (values) => {
            await giveCode(values.text('code'));
            onCodes(begun.backupCodes);
            await refresh();
          }}
        >
          <Field
            name="code"
            label={say('accounts.code')}
            hint={say('accounts.factor.codeHint')}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
          />
        </Form>
      </>
    );
  }
  return (
    <Form
      key="password"
      label={say('accounts.factor.switchOn')}
      quiet
      submit={say('accounts.factor.switchOn')}
      send={async (values) =>
        setBegun(await auth<Begun>('two-factor/enable', { password: values.text('currentPassword') }))
      }
    >
      <AccountOf email={me.user?.email ?? ''} />
      <PasswordField name="currentPassword" label={say('accounts.password.current')} autoComplete="current-password" />
    </Form>
  );
}

function SecretForApp({ address }: { readonly address: string }) {
  const { say } = useLanguage();
  return (
    <div className="app-secret">
      <QrCode text={address} label={say('accounts.factor.qr')} />
      <div>
        <p>{say('accounts.factor.scan')}</p>
        <p>
          <code className="secret">{secretOf(address)}</code>
        </p>
        <p>
          <a href={address}>{say('accounts.factor.openApp')}</a>
        </p>
      </div>
    </div>
  );
}

/** On: new codes for when the phone is lost, or off again; both ask for the password. */
function SwitchedOn({ onCodes }: CodesProps) {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  const [wish, setWish] = useState<'codes' | 'off'>();
  if (wish === undefined) {
    return (
      <p className="form-do">
        <button type="button" className="button" onClick={() => setWish('codes')}>
          {say('accounts.factor.newCodes')}
        </button>
        <button type="button" className="button" onClick={() => setWish('off')}>
          {say('accounts.factor.switchOff')}
        </button>
      </p>
    );
  }
  const send = async (password: string) => {
    if (wish === 'off') await auth('two-factor/disable', { password });
    else onCodes((await auth<Begun>('two-factor/generate-backup-codes', { password })).backupCodes);
    setWish(undefined);
    await refresh();
  };
  const words = say(wish === 'off' ? 'accounts.factor.switchOff' : 'accounts.factor.newCodes');
  return (
    <Form
      key={wish}
      label={words}
      submit={words}
      send={(values) => send(values.text('currentPassword'))}
      beside={
        <button type="button" className="button plain" onClick={() => setWish(undefined)}>
          {say('accounts.no')}
        </button>
      }
    >
      <AccountOf email={me.user?.email ?? ''} />
      <PasswordField name="currentPassword" label={say('accounts.password.current')} autoComplete="current-password" />
    </Form>
  );
}
