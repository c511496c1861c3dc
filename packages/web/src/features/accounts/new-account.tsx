/** The fields of a new account, and what follows it: its person is signed in. */
import { useLanguage } from '../../i18n/context.tsx';
import { Field, PasswordField } from './form/fields.tsx';
import { signInByPassword } from './ways.ts';

/** Name, address unless it is known, and a password by the rules. */
export function NewAccountFields({ email }: { readonly email?: string }) {
  const { say } = useLanguage();
  return (
    <>
      <Field name="name" label={say('accounts.name')} autoComplete="name" maxLength={200} />
      {email === undefined ? (
        <Field name="email" label={say('accounts.email')} type="email" autoComplete="username" autoCapitalize="off" />
      ) : (
        <Field name="email" label={say('accounts.email')} type="email" autoComplete="username" value={email} readOnly />
      )}
      <PasswordField name="password" label={say('accounts.password.new')} autoComplete="new-password" />
    </>
  );
}

/** After an account was made, go in with it. Where that fails the person signs in by hand. */
export async function enter(email: string, password: string, refresh: () => Promise<void>): Promise<void> {
  await signInByPassword(email, password).catch(() => undefined);
  await refresh();
}
