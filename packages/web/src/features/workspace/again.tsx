/** Stands ready on every page of the workspace for what asks for a recent sign-in; the dialog is loaded when it is needed. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { askBy } from '../../shared/client/again.ts';

const SignInAgain = lazy(() => import('../accounts/sign-in-again.tsx'));

export function Again() {
  const [asked, setAsked] = useState<{ readonly answer: (signedIn: boolean) => void }>();
  useEffect(() => askBy(() => new Promise((answer) => setAsked({ answer }))), []);
  if (!asked) return null;
  return (
    <Suspense fallback={null}>
      <SignInAgain
        onDone={(signedIn) => {
          setAsked(undefined);
          asked.answer(signedIn);
        }}
      />
    </Suspense>
  );
}
