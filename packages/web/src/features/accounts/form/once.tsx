/** What is shown this once: a link or a secret, to be copied. */
import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';

interface OnceProps {
  readonly label: string;
  readonly value: string;
  readonly onDone?: () => void;
}

export function Once({ label, value, onDone }: OnceProps) {
  const { say } = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => field.current?.focus(), [value]);
  const copy = async () => {
    field.current?.select();
    // Without https there is no clipboard; what is selected can be copied by hand.
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="once notice info">
      <label htmlFor={id}>{label}</label>
      <p className="hint">{say('accounts.once')}</p>
      <span className="field-line">
        <input id={id} ref={field} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" className="button" onClick={() => void copy()}>
          {say('accounts.copy')}
        </button>
        {onDone && (
          <button type="button" className="button plain" onClick={onDone}>
            {say('accounts.done')}
          </button>
        )}
      </span>
      <span role="status" className="small">
        {copied && say('accounts.copied')}
      </span>
    </div>
  );
}
