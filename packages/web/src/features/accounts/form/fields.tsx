/** Fields of forms: a label, what to know before typing, and what is wrong. */
import { useState, type InputHTMLAttributes, type ReactNode } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { useForm } from './form.tsx';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'> {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** After the field, such as what shows a password. */
  readonly after?: ReactNode;
}

/** Ids and roles that tie a field to its hint and its fault. */
export function useField(name: string, hasHint: boolean) {
  const { faults, id } = useForm();
  const fault = faults.fields[name];
  const own = `${id}-${name}`;
  const described = [...(hasHint ? [`${own}-hint`] : []), ...(fault ? [`${own}-fault`] : [])].join(' ');
  return {
    fault,
    own,
    tied: {
      id: own,
      name,
      ...(fault && { 'aria-invalid': true as const }),
      ...(described !== '' && { 'aria-describedby': described }),
    },
  };
}

export function Field({ name, label, hint, after, required = true, type = 'text', ...input }: FieldProps) {
  const { say } = useLanguage();
  const { fault, own, tied } = useField(name, hint !== undefined);
  return (
    <div className="field">
      <label htmlFor={own}>{label}</label>
      {hint !== undefined && (
        <p id={`${own}-hint`} className="hint">
          {hint}
        </p>
      )}
      {fault && (
        <p id={`${own}-fault`} className="fault">
          {say(fault)}
        </p>
      )}
      <span className="field-line">
        <input {...input} {...tied} type={type} required={required} aria-required={required} />
        {after}
      </span>
    </div>
  );
}

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password, which may be shown and pasted. The rule of a new one stands before it is typed. */
export function PasswordField({ name, label, autoComplete }: PasswordFieldProps) {
  const { say } = useLanguage();
  const [shown, setShown] = useState(false);
  const isNew = autoComplete === 'new-password';
  return (
    <Field
      name={name}
      label={label}
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      autoCapitalize="off"
      spellCheck={false}
      {...(isNew && { hint: say('accounts.password.rule') })}
      after={
        <button type="button" className="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {say(shown ? 'accounts.password.hide' : 'accounts.password.show')}
        </button>
      }
    />
  );
}

/** The account a password belongs to, for password managers; people see it above. */
export function AccountOf({ email }: { readonly email: string }) {
  return <input className="visually-hidden" type="text" name="username" autoComplete="username" value={email} readOnly tabIndex={-1} aria-hidden="true" />; // prettier-ignore
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly defaultValue?: string;
}

export function Choice({ name, label, options, defaultValue }: ChoiceProps) {
  const { own, tied } = useField(name, false);
  return (
    <div className="field">
      <label htmlFor={own}>{label}</label>
      <select {...tied} {...(defaultValue !== undefined && { defaultValue })}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ChoicesProps {
  readonly name: string;
  readonly legend: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly checked: readonly string[];
}

/** Any number of things. */
export function Choices({ name, legend, options, checked }: ChoicesProps) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {options.map(([value, words]) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} defaultChecked={checked.includes(value)} /> {words}
        </label>
      ))}
    </fieldset>
  );
}
