/** Ask for a name, do something with it, and say what went wrong. */
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { Trouble } from '../../shared/trouble.tsx';

interface NameFormProps {
  readonly label: string;
  readonly action: string;
  readonly first: string;
  /** @throws what is shown; the form stays open then. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

export function NameForm({ label, action, first, onName, onClose }: NameFormProps) {
  const { say } = useLanguage();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState(first);
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  useEffect(() => input.current?.select(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWork({ busy: true });
    try {
      await onName(name.trim());
      onClose();
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  return (
    <form className="name-form" onSubmit={(event) => void submit(event)}>
      <label htmlFor={id}>{label}</label>
      <span className="toolbar">
        <input
          id={id}
          ref={input}
          value={name}
          maxLength={200}
          required
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <button type="submit" className="button primary" disabled={work.busy || name.trim() === ''}>
          {action}
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          {say('workflow.cancel')}
        </button>
      </span>
      {work.error !== undefined && <Trouble error={work.error} />}
    </form>
  );
}
