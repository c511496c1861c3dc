/** Fields that narrow a list down: one to search by, and choices. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}

export function Choice({ label, value, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        {children}
      </select>
    </div>
  );
}

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder?: string;
  /** What the address says. */
  readonly text: string;
  /** How long nothing is typed before it is searched for, in milliseconds: longer where the server is asked. */
  readonly pause: number;
  readonly onSearch: (text: string) => void;
}

/** What is typed goes to the address after a pause; what the address says comes back when something else changed it. */
export function SearchField({ label, placeholder, text, pause, onSearch }: SearchFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(text);
  const sent = useRef(text);
  useEffect(() => {
    if (text === sent.current) return;
    sent.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => {
    const wanted = typed.trim();
    if (wanted === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = wanted;
      onSearch(wanted);
    }, pause);
    return () => clearTimeout(timer);
    // Only typing sends; `onSearch` is a new function at every drawing.
  }, [typed]);
  return (
    <div className="field field-search">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
