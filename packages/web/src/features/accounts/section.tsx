/** A part of a page, under its heading; and a list that is loaded, with its states. */
import { createContext, use, useId, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';

interface SectionProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, text, children }: SectionProps) {
  const id = useId();
  return (
    <section className="account-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className="section-text">{text}</p>}
      {children}
    </section>
  );
}

interface FoldProps {
  readonly words: string;
  readonly children: ReactNode;
}

/** What is seldom wanted, behind one press. */
export function Fold({ words, children }: FoldProps) {
  return (
    <details className="fold">
      <summary>{words}</summary>
      {children}
    </details>
  );
}

/** Hears that something was changed, so that what tells of changes, such as a log, is loaded anew. */
export const ChangeContext = createContext<() => void>(() => undefined);

interface LoadedListProps<T> {
  /** Names what is loaded. */
  readonly name: string;
  readonly load: () => Promise<readonly T[]>;
  /** Said where there is nothing. */
  readonly none: string;
  readonly children: (items: readonly T[], again: () => void) => ReactNode;
}

/** Load a list and draw it; `again` loads it anew after a change. */
export function LoadedList<T>({ name, load, none, children }: LoadedListProps<T>) {
  const { say } = useLanguage();
  const [list, reload] = useLoaded(name, load);
  const changed = use(ChangeContext);
  const again = () => {
    reload();
    changed();
  };
  if (list.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (list.state === 'failed') return <Trouble error={list.error} onRetry={again} />;
  return (
    <>
      {list.value.length === 0 && <p className="quiet">{none}</p>}
      {children(list.value, again)}
    </>
  );
}
