/** Asks whoever is signed in to sign in again, over whatever page they are on, and lets that page go on. */
import { useEffect, useId, useRef } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { client, data } from '../../shared/client/client.ts';
import { useStanding } from '../workspace/me.tsx';
import { SignInForm } from './sign-in-form.tsx';
import '../../styles/accounts.css';

interface SignInAgainProps {
  /** Whether the person signed in. */
  readonly onDone: (signedIn: boolean) => void;
}

export default function SignInAgain({ onDone }: SignInAgainProps) {
  const { say } = useLanguage();
  const { me } = useStanding();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>('input[type="password"]')?.focus();
  }, []);
  const onIn = async () => {
    const { user } = await data(client.GET('/me'));
    // A passkey may be another person's: then the page is theirs, and begins anew.
    if (user?.id === me.user?.id) onDone(true);
    else window.location.reload();
  };
  return (
    <dialog
      ref={dialog}
      className="again-dialog"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        onDone(false);
      }}
    >
      <h2 id={title}>{say('accounts.again.title')}</h2>
      <p>{say('accounts.again.text')}</p>
      <p className="quiet">{me.user?.email}</p>
      <SignInForm again={{ email: me.user?.email ?? '', onIn, onCancel: () => onDone(false) }} />
    </dialog>
  );
}
