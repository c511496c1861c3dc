/** The door of the workspace: signing in, or making an account where anybody may. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { useStanding } from '../workspace/me.tsx';
import { Form } from './form/form.tsx';
import { enter, NewAccountFields } from './new-account.tsx';
import { SignInForm } from './sign-in-form.tsx';
import '../../styles/accounts.css';

export default function SignIn() {
  const { say } = useLanguage();
  const { me } = useStanding();
  const [making, setMaking] = useState(false);
  return (
    <div className="door">
      <h1>{say(making ? 'accounts.register.title' : 'accounts.signIn.title')}</h1>
      {making ? <Register /> : <SignInForm />}
      {me.ways.registration ? (
        <p className="door-other">
          <span>{say(making ? 'accounts.register.have' : 'accounts.register.none')}</span>{' '}
          <button type="button" className="button plain" onClick={() => setMaking(!making)}>
            {say(making ? 'accounts.signIn.do' : 'accounts.register.do')}
          </button>
        </p>
      ) : (
        <p className="quiet">{say('accounts.signIn.byInvitation')}</p>
      )}
      <p className="quiet">{say('accounts.signIn.lost')}</p>
    </div>
  );
}

function Register() {
  const { say, locale } = useLanguage();
  const { refresh } = useStanding();
  return (
    <Form
      submit={say('accounts.register.do')}
      send={async (values) => {
        const [email, password] = [values.text('email').trim(), values.text('password')];
        await client.POST('/accounts', { body: { email, password, name: values.text('name'), locale } });
        await enter(email, password, refresh);
      }}
    >
      <NewAccountFields />
    </Form>
  );
}
