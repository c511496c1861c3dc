/** An invitation: what it offers, and accepting it with an account or without one. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { auth, client, data, ProblemError, type Schemas } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { navigate } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { useStanding } from '../workspace/me.tsx';
import { addressIn } from '../workspace/routes.ts';
import { Door } from './door.tsx';
import { Act } from './form/act.tsx';
import { Form } from './form/form.tsx';
import { enter, NewAccountFields } from './new-account.tsx';
import { SignInForm } from './sign-in-form.tsx';

type Offer = Schemas['Invitation'] & { readonly city: string };

async function look(secret: string): Promise<Offer> {
  const invitation = await data(client.POST('/invitations/look', { body: { secret } }));
  const { name } = await data(client.GET('/cities/{cityId}', { params: { path: { cityId: invitation.cityId } } }));
  return { ...invitation, city: name };
}

export default function Join() {
  return <Door heading="accounts.join.title">{(secret) => <Offered secret={secret} />}</Door>;
}

function Offered({ secret }: { readonly secret: string }) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const [offer, retry] = useLoaded(`invitation:${secret}`, () => look(secret));
  if (offer.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (offer.state === 'failed') {
    const isOver = offer.error instanceof ProblemError && offer.error.code === 'not-found';
    return isOver ? (
      <p className="lede">{say('accounts.join.over')}</p>
    ) : (
      <Trouble error={offer.error} onRetry={retry} />
    );
  }
  const { city, role, email } = offer.value;
  return (
    <>
      <p className="lede">{say('accounts.join.text', { city, role: say(`workspace.role.${role}`) })}</p>
      {me.signedIn ? (
        <JoinAs secret={secret} offer={offer.value} />
      ) : (
        <JoinAnew secret={secret} cityId={offer.value.cityId} email={email} />
      )}
    </>
  );
}

/** Somebody who is signed in: as the invited, or as somebody else. */
function JoinAs({ secret, offer: { email, cityId } }: { readonly secret: string; readonly offer: Offer }) {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  const own = me.user?.email ?? '';
  if (own.toLowerCase() !== email.toLowerCase()) {
    return (
      <>
        <p className="notice">{say('accounts.join.other', { email, own })}</p>
        <Act className="button" words={say('workspace.signOut')} act={() => auth('sign-out').then(refresh)} />
      </>
    );
  }
  const accept = async () => {
    await client.POST('/invitations/accept', { body: { secret } });
    await refresh();
    navigate(addressIn({ area: 'overview', cityId }));
  };
  return <Act className="button primary" words={say('accounts.join.as', { name: me.user?.name ?? '' })} act={accept} />;
}

/** Somebody who is not signed in: beginning an account, or signing in to the one they have. */
function JoinAnew({
  secret,
  cityId,
  email,
}: {
  readonly secret: string;
  readonly cityId: string;
  readonly email: string;
}) {
  const { say, locale } = useLanguage();
  const { refresh } = useStanding();
  const [has, setHas] = useState(false);
  const switchOver = (
    <button type="button" className="button plain" onClick={() => setHas(!has)}>
      {say(has ? 'accounts.join.anew' : 'accounts.join.have')}
    </button>
  );
  if (has) {
    return (
      <>
        <p>{say('accounts.join.signIn')}</p>
        <SignInForm email={email} />
        <p>{switchOver}</p>
      </>
    );
  }
  return (
    <Form
      submit={say('accounts.join.do')}
      beside={switchOver}
      send={async (values) => {
        const password = values.text('password');
        await client.POST('/invitations/accept', { body: { secret, name: values.text('name'), password, locale } });
        await enter(email, password, refresh);
        navigate(addressIn({ area: 'overview', cityId }));
      }}
    >
      <NewAccountFields email={email} />
    </Form>
  );
}
