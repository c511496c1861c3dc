/** A new password, by a link that an administrator handed on. */
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { navigate } from '../../shared/router.ts';
import { useStanding } from '../workspace/me.tsx';
import { WORKSPACE_ADDRESS } from '../workspace/routes.ts';
import { Door } from './door.tsx';
import { PasswordField } from './form/fields.tsx';
import { Form } from './form/form.tsx';

export default function ChoosePassword() {
  return <Door heading="accounts.choose.title">{(secret) => <ChooseForm secret={secret} />}</Door>;
}

function ChooseForm({ secret }: { readonly secret: string }) {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  return (
    <>
      <p className="lede">{say('accounts.choose.text')}</p>
      <Form
        submit={say('accounts.choose.do')}
        send={async (values) => {
          await client.POST('/accounts/password', { body: { secret, password: values.text('password') } });
          // Every session has ended, this one too if there was one: the next page asks for the new password.
          await refresh();
          navigate(WORKSPACE_ADDRESS);
        }}
      >
        <PasswordField name="password" label={say('accounts.password.new')} autoComplete="new-password" />
      </Form>
    </>
  );
}
