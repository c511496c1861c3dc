/** Another password; the old one is asked for, and every other session ends. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { auth } from '../../../shared/client/client.ts';
import { useStanding } from '../../workspace/me.tsx';
import { AccountOf, PasswordField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Fold, Section } from '../section.tsx';

export function Password() {
  const { say } = useLanguage();
  const { me } = useStanding();
  const [changed, setChanged] = useState(false);
  return (
    <Section title={say('accounts.password')} text={say('accounts.password.text')}>
      <Fold words={say('accounts.password.change')}>
        <Form
          label={say('accounts.password.change')}
          quiet
          clears
          submit={say('accounts.password.change')}
          send={async (values) => {
            setChanged(false);
            await auth('change-password', {
              currentPassword: values.text('currentPassword'),
              newPassword: values.text('newPassword'),
            });
            setChanged(true);
          }}
        >
          <AccountOf email={me.user?.email ?? ''} />
          <PasswordField
            name="currentPassword"
            label={say('accounts.password.current')}
            autoComplete="current-password"
          />
          <PasswordField name="newPassword" label={say('accounts.password.new')} autoComplete="new-password" />
        </Form>
      </Fold>
      <p role="status" className="small">
        {changed && say('accounts.password.changed')}
      </p>
    </Section>
  );
}
