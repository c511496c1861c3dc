/** The first administrator, by the link that the terminal showed. */
import { useLanguage } from '../../i18n/context.tsx';
import { client } from '../../shared/client/client.ts';
import { navigate } from '../../shared/router.ts';
import { useStanding } from '../workspace/me.tsx';
import { WORKSPACE_ADDRESS } from '../workspace/routes.ts';
import { Door } from './door.tsx';
import { Form } from './form/form.tsx';
import { enter, NewAccountFields } from './new-account.tsx';

export default function SetUp() {
  return <Door heading="accounts.setUp.title">{(secret) => <SetUpForm secret={secret} />}</Door>;
}

function SetUpForm({ secret }: { readonly secret: string }) {
  const { say } = useLanguage();
  const { refresh } = useStanding();
  return (
    <>
      <p className="lede">{say('accounts.setUp.text')}</p>
      <Form
        submit={say('accounts.setUp.do')}
        send={async (values) => {
          const [email, password] = [values.text('email').trim(), values.text('password')];
          await client.POST('/set-up', { body: { secret, email, password, name: values.text('name') } });
          await enter(email, password, refresh);
          navigate(WORKSPACE_ADDRESS);
        }}
      >
        <NewAccountFields />
      </Form>
    </>
  );
}
