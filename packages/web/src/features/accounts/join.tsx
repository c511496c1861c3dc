/** An invitation: what it offers, and accepting it with an account or without one. */
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { auth, ProblemError } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { navigate } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { useStanding } from '../workspace/me.tsx';
import { Door } from './door.tsx';
import { Act } from './form/act.tsx';
import { Form } from './form/form.tsx';
import { lookAt, type Offer } from './join-offer.ts';
import { enter, NewAccountFields } from './new-account.tsx';
import { SignInForm } from './sign-in-form.tsx';

export default function Join() {
  return <Door heading="accounts.join.title">{(secret) => <Offered secret={secret} />}</Door>;
}

function Offered({ secret }: { readonly secret: string }) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const to = new URLSearchParams(window.location.search).get('to');
  const [offer, retry] = useLoaded(`invitation:${secret}`, () => lookAt(secret, to));
  if (offer.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (offer.state === 'failed') {
    const isOver = offer.error instanceof ProblemError && offer.error.code === 'not-found';
    return isOver ? (
      <p className="lede">{say('accounts.join.over')}</p>
    ) : (
      <Trouble error={offer.error} onRetry={retry} />
    );
  }
  return (
    <>
      <p className="lede">{offer.value.text(say)}</p>
      {me.signedIn ? <JoinAs offer={offer.value} /> : <JoinAnew offer={offer.value} />}
    </>
  );
}

interface JoinProps {
  readonly offer: Offer;
}

/** Somebody who is signed in: as the invited, or as somebody else. */
function JoinAs({ offer }: JoinProps) {
  const { say } = useLanguage();
  const { me, refresh } = useStanding();
  const { email, address } = offer;
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
    await offer.accept();
    await refresh();
    navigate(address);
  };
  return <Act className="button primary" words={say('accounts.join.as', { name: me.user?.name ?? '' })} act={accept} />;
}

/** Somebody who is not signed in: beginning an account, or signing in to the one they have. */
function JoinAnew({ offer }: JoinProps) {
  const { say, locale } = useLanguage();
  const { refresh } = useStanding();
  const [has, setHas] = useState(false);
  const { email, address } = offer;
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
        await offer.accept({ name: values.text('name'), password, locale });
        await enter(email, password, refresh);
        navigate(address);
      }}
    >
      <NewAccountFields email={email} />
    </Form>
  );
}
