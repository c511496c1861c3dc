/** What is wrong with a form, above it: each fault leads to its field. */
import { useLanguage } from '../../../i18n/context.tsx';
import { troubleKeyOf } from '../../../shared/trouble.tsx';
import { useOnline } from '../../workspace/notices.tsx';
import type { Faults, Whole } from './faults.ts';

interface FaultSummaryProps {
  readonly faults: Faults;
  readonly formId: string;
  /** Field name → its label. */
  readonly labels: Readonly<Record<string, string>>;
}

export function FaultSummary({ faults, formId, labels }: FaultSummaryProps) {
  const { say } = useLanguage();
  const online = useOnline();
  const entries = Object.entries(faults.fields);
  if (faults.whole) return <WholeFault whole={faults.whole} />;
  if (entries.length > 0) {
    return (
      <div className="notice fault-summary" role="alert" tabIndex={-1}>
        <p>
          <strong>{say('accounts.fault.summary', { count: entries.length })}</strong>
        </p>
        <ul>
          {entries.map(([name, key]) => (
            <li key={name}>
              <a href={`#${formId}-${name}`} onClick={(event) => goTo(event, `${formId}-${name}`)}>
                {say('accounts.fault.of', { field: labels[name] ?? name, fault: say(key) })}
              </a>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return online ? null : <p className="notice info">{say('accounts.offline')}</p>;
}

function goTo(event: { preventDefault(): void }, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}

/** What no field is to blame for. */
export function WholeFault({ whole: { code, retryAfter } }: { readonly whole: Whole }) {
  const { say, catalogue } = useLanguage();
  return (
    <div className="notice fault-summary" role="alert" tabIndex={-1}>
      <p>
        <strong>{say(troubleKeyOf(code, catalogue))}</strong>
      </p>
      {retryAfter !== undefined && (
        <p>{say('accounts.fault.wait', { minutes: Math.ceil(retryAfter / 60), seconds: retryAfter })}</p>
      )}
    </div>
  );
}
