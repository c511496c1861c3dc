/** Where two people changed the same: each place with both sides, to be decided one by one. Nothing is lost until then. */
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import type { Conflict } from './merge.ts';
import type { OpenDocument } from './use-document.ts';

interface ConflictDialogProps {
  readonly document: OpenDocument<unknown>;
  readonly nameOf: (userId: string | null) => string | undefined;
  /** A place in words, such as "I.1.1 Residential buildings, diesel". */
  readonly describe: (path: readonly string[]) => string;
  /** A side in words, such as "1,200 MWh"; undefined says it is not there. */
  readonly show: (value: unknown, path: readonly string[]) => string;
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { conflict } = props.document;
  // A new conflict is decided anew.
  return conflict ? <Dialog key={conflict.theirs.version} {...props} /> : null;
}

function Dialog({ document, nameOf, describe, show }: ConflictDialogProps) {
  const { say } = useLanguage();
  const ref = useRef<HTMLDialogElement>(null);
  const [theirs, setTheirs] = useState<ReadonlySet<Conflict>>(new Set());
  useEffect(() => ref.current?.showModal(), []);
  const { conflict, resolve } = document;
  if (!conflict) return null;
  const name = nameOf(conflict.theirs.createdBy) ?? say('conflict.somebody');
  const choose = (each: Conflict, isTheirs: boolean) =>
    setTheirs((now) => new Set(isTheirs ? [...now, each] : [...now].filter((other) => other !== each)));
  return (
    <dialog
      ref={ref}
      className="conflict-dialog"
      aria-labelledby="conflict-title"
      onCancel={(event) => event.preventDefault()}
    >
      <form method="dialog" onSubmit={() => resolve(theirs)}>
        <h2 id="conflict-title">{say('conflict.title', { name })}</h2>
        <p>{say('conflict.text', { count: conflict.conflicts.length })}</p>
        {conflict.conflicts.map((each) => (
          <fieldset key={each.path.join('/')}>
            <legend>{describe(each.path)}</legend>
            <Side
              each={each}
              isTheirs={false}
              checked={!theirs.has(each)}
              label={say('conflict.mine')}
              {...{ choose, show }}
            />
            <Side
              each={each}
              isTheirs
              checked={theirs.has(each)}
              label={say('conflict.theirs', { name })}
              {...{ choose, show }}
            />
          </fieldset>
        ))}
        <p>
          <button type="submit" className="button primary">
            {say('conflict.decide')}
          </button>
        </p>
      </form>
    </dialog>
  );
}

interface SideProps {
  readonly each: Conflict;
  readonly isTheirs: boolean;
  readonly checked: boolean;
  readonly label: string;
  readonly choose: (each: Conflict, isTheirs: boolean) => void;
  readonly show: ConflictDialogProps['show'];
}

function Side({ each, isTheirs, checked, label, choose, show }: SideProps) {
  const { say } = useLanguage();
  const value = isTheirs ? each.theirs : each.mine;
  return (
    <label className="conflict-side">
      <input type="radio" name={each.path.join('/')} checked={checked} onChange={() => choose(each, isTheirs)} />
      <span>
        <strong>{label}</strong> {value === undefined ? say('conflict.absent') : show(value, each.path)}
      </span>
    </label>
  );
}
