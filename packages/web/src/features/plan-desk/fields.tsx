/** Fields of the plan desk. What is half typed stays in the field and changes nothing; what can be kept is written at once. */
import { useEffect, useId, useRef, useState, type HTMLInputTypeAttribute, type ReactNode } from 'react';

interface FieldProps<T> {
  readonly label: string;
  readonly value: T | undefined;
  /** `undefined`: the field has been emptied. */
  readonly onValue: (value: T | undefined) => void;
  /** It cannot be left empty: emptied, it shows again what is in force. */
  readonly required?: boolean;
  readonly wide?: boolean;
}

/** A label above a field. */
function Labelled({ id, label, wide, children }: { id: string; label: string; wide?: boolean; children: ReactNode }) {
  return (
    <span className={wide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children}
    </span>
  );
}

interface TextFieldProps extends FieldProps<string> {
  readonly type?: HTMLInputTypeAttribute;
  /** Whether a text can be kept. */
  readonly accepts?: (text: string) => boolean;
  readonly lines?: number;
  readonly longest?: number;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onValue, required, wide, type = 'text', accepts = () => true, lines, longest = 300 } = props;
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const take = (text: string) => {
    setTyped(text);
    const kept = text.trim();
    if (kept === '' ? !required : accepts(kept)) onValue(kept === '' ? undefined : kept);
  };
  const isRefused = typed !== undefined && typed.trim() !== '' && !accepts(typed.trim());
  const shared = {
    id,
    value: typed ?? value ?? '',
    maxLength: longest,
    'aria-invalid': isRefused,
    onBlur: () => setTyped(undefined),
  };
  return (
    <Labelled id={id} label={label} {...(wide !== undefined && { wide })}>
      {lines === undefined ? (
        <input {...shared} type={type} onChange={(event) => take(event.target.value)} />
      ) : (
        <textarea {...shared} rows={lines} onChange={(event) => take(event.target.value)} />
      )}
    </Labelled>
  );
}

interface NumberFieldProps extends FieldProps<number> {
  readonly min?: number;
  readonly max?: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
}

export function NumberField({ label, value, onValue, required, wide, min, max, whole }: NumberFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string>();
  const take = (text: string) => {
    setTyped(text);
    if (text === '') return required ? undefined : onValue(undefined);
    const number = Number(text);
    const fits = Number.isFinite(number) && number >= (min ?? -Infinity) && number <= (max ?? Infinity);
    if (fits && (!whole || Number.isInteger(number))) onValue(number);
  };
  return (
    <Labelled id={id} label={label} {...(wide !== undefined && { wide })}>
      <input
        id={id}
        type="number"
        step={whole ? 1 : 'any'}
        {...(min !== undefined && { min })}
        {...(max !== undefined && { max })}
        value={typed ?? value ?? ''}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
    </Labelled>
  );
}

/**
 * A day, shown and typed as the reader's place writes it. The browser's field keeps itself: while a year is being typed it has
 * values nobody means (0002, 0020), and setting it then would throw away what is half typed.
 */
export function DayField({ label, value, onValue, wide }: FieldProps<string>) {
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const input = ref.current;
    if (input && document.activeElement !== input && input.value !== (value ?? '')) input.value = value ?? '';
  }, [value]);
  const take = (input: HTMLInputElement) => {
    if (input.value >= '1900-01-01' && input.value <= '2200-12-31') onValue(input.value);
    else if (input.value === '' && !input.validity.badInput) onValue(undefined);
  };
  return (
    <Labelled id={id} label={label} {...(wide !== undefined && { wide })}>
      <input
        id={id}
        ref={ref}
        type="date"
        min="1900-01-01"
        max="2200-12-31"
        defaultValue={value ?? ''}
        onChange={(event) => take(event.target)}
      />
    </Labelled>
  );
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onValue: (value: T) => void;
}

export function SelectField<T extends string>({ label, value, options, onValue }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <Labelled id={id} label={label}>
      <select id={id} value={value} onChange={(event) => onValue(event.target.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

interface AddFormProps {
  readonly label: string;
  readonly action: string;
  /** Whether a text can begin an item. */
  readonly accepts?: (text: string) => boolean;
  readonly onAdd: (text: string) => void;
}

/** One text that begins a new item; Enter adds it, and the next can be typed. */
export function AddForm({ label, action, accepts = () => true, onAdd }: AddFormProps) {
  const id = useId();
  const [text, setText] = useState('');
  const isReady = text.trim() !== '' && accepts(text.trim());
  return (
    <form
      className="add-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAdd(text.trim());
        setText('');
      }}
    >
      <label htmlFor={id}>{label}</label>
      <span className="toolbar">
        <input
          id={id}
          value={text}
          maxLength={300}
          aria-invalid={text.trim() !== '' && !isReady}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button compact" disabled={!isReady}>
          {action}
        </button>
      </span>
    </form>
  );
}
