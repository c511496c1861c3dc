/** A form that says what is wrong beside the field and above it, goes to the first fault, and is sent once. */
import { createContext, use, useEffect, useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { faultsOf, hasFaults, missingFaults, NO_FAULTS, type Entered, type Faults } from './faults.ts';
import { FaultSummary } from './fault-summary.tsx';

/** What was typed, by field name. Fields that can be chosen more than once are in `all`. */
export interface Values {
  text(name: string): string;
  all(name: string): readonly string[];
}

interface FormState {
  readonly faults: Faults;
  readonly busy: boolean;
  /** Prefix of the ids of fields. */
  readonly id: string;
}

const FormContext = createContext<FormState>({ faults: NO_FAULTS, busy: false, id: '' });

/** The form around a field. */
export const useForm = (): FormState => use(FormContext);

export interface FormProps {
  /** What it is for, where no heading says so. */
  readonly label?: string;
  readonly submit: string;
  readonly send: (values: Values) => Promise<void>;
  /** Further faults, before anything is sent. */
  readonly check?: (values: Values) => Faults;
  /** Empty the fields once it has been sent. */
  readonly clears?: boolean;
  readonly quiet?: boolean;
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}

export function Form({ label, submit, send, check, clears = false, quiet = false, beside, children }: FormProps) {
  const { say } = useLanguage();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState({ faults: NO_FAULTS, busy: false, attempt: 0 });
  const labels = form.current ? labelsIn(form.current) : {};
  // A second press comes before the first one is drawn.
  const sending = useRef(false);
  useFocusOnFault(form, state.faults, state.attempt);

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.current || !form.current) return;
    const values = valuesOf(form.current);
    const before = faultsBefore(form.current, values, check);
    if (hasFaults(before)) return setState(({ attempt }) => ({ faults: before, busy: false, attempt: attempt + 1 }));
    sending.current = true;
    setState(({ attempt }) => ({ faults: NO_FAULTS, busy: true, attempt }));
    let faults = NO_FAULTS;
    try {
      await send(values);
      if (clears) form.current?.reset();
    } catch (error) {
      faults = faultsOf(error, form.current ? enteredIn(form.current).map(({ name }) => name) : []);
    }
    sending.current = false;
    setState(({ attempt }) => ({ faults, busy: false, attempt: attempt + 1 }));
  };
  return (
    <FormContext value={{ faults: state.faults, busy: state.busy, id }}>
      <form
        ref={form}
        className="account-form"
        noValidate
        aria-label={label}
        onSubmit={(event) => void onSubmit(event)}
      >
        <FaultSummary faults={state.faults} formId={id} labels={labels} />
        {children}
        <p className="form-do">
          <button type="submit" className={quiet ? 'button' : 'button primary'} aria-disabled={state.busy}>
            {submit}
          </button>
          {beside}
          <span role="status" className="quiet small">
            {state.busy && say('accounts.sending')}
          </span>
        </p>
      </form>
    </FormContext>
  );
}

/** After an attempt, the first fault has the focus: its field, or what is said of the whole. */
function useFocusOnFault(form: { readonly current: HTMLFormElement | null }, faults: Faults, attempt: number): void {
  useEffect(() => {
    if (!hasFaults(faults)) return;
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? form.current?.querySelector<HTMLElement>('.fault-summary'))?.focus();
  }, [form, faults, attempt]);
}

function faultsBefore(form: HTMLFormElement, values: Values, check: FormProps['check']): Faults {
  const missing = missingFaults(enteredIn(form));
  return hasFaults(missing) || !check ? missing : check(values);
}

function controlsOf(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement)[] {
  return [...form.elements].filter(
    (each) => (each instanceof HTMLInputElement || each instanceof HTMLSelectElement) && each.name !== '',
  ) as (HTMLInputElement | HTMLSelectElement)[];
}

const enteredIn = (form: HTMLFormElement): Entered[] =>
  controlsOf(form).map(({ name, value, required, type }) => ({ name, value, required, type }));

/** What each field is called on screen. */
function labelsIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries(controlsOf(form).map(({ name, labels }) => [name, labels?.[0]?.textContent ?? '']));
}

function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  const all = (name: string) => data.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
  return { text: (name) => all(name)[0] ?? '', all };
}
