/** One click away: where a figure comes from, how the whole is worked out, and what it cannot say. */
import { useEffect, useMemo, useRef } from 'react';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import type { MessageValues } from '../../i18n/messages.ts';
import { noteOf } from './note-state.ts';
import type { ClaimSession } from './session.ts';
import { qualityWords, worldName } from './words.ts';

export interface AskedNote {
  readonly path: string;
  readonly label: string;
}

interface NoteProps {
  readonly asked: AskedNote | undefined;
  readonly session: ClaimSession;
  readonly onClose: () => void;
}

export function NoteDrawer({ asked, session, onClose }: NoteProps) {
  const language = useLanguage();
  const { say } = language;
  const ref = useRef<HTMLDialogElement>(null);
  const open = asked !== undefined;
  useEffect(() => {
    if (open) ref.current?.showModal();
    else ref.current?.close();
  }, [open]);
  const values = useMemo(() => noteValues(session, language), [session, language]);
  return (
    <dialog
      ref={ref}
      className="drawer"
      aria-labelledby="note-title"
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <header>
        <h2 id="note-title">{asked?.label ?? ''}</h2>
        <button type="button" className="button compact" onClick={onClose}>
          {say('dialog.close')}
        </button>
      </header>
      {asked && <NoteBody path={asked.path} values={values} />}
    </dialog>
  );
}

function NoteBody({ path, values }: { path: string; values: MessageValues }) {
  const { say } = useLanguage();
  const { lines, docs } = noteOf(path);
  return (
    <>
      <dl className="claim-note">
        {lines.map(({ about, text }) => (
          <div key={text}>
            <dt>{say(about)}</dt>
            <dd>{say(text, values)}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">
        {say('claim.note.docs')}{' '}
        {docs.map((doc, i) => (
          <span key={doc}>
            {i > 0 && ', '}
            <code>{doc}</code>
          </span>
        ))}
      </p>
    </>
  );
}

/** What the notes may name. A figure that is not there is said to be unknown. */
export function noteValues({ cities, climate, last }: ClaimSession, language: Language): MessageValues {
  const { say, percent, significant, year } = language;
  const unknown = say('figure.missing');
  const roster = cities.phase === 'ready' ? cities.roster : undefined;
  const basis = climate.phase === 'ready' ? climate.basis : undefined;
  const { tonnes, budget, world } = last?.answer ?? {};
  return {
    cities: tonnes?.cities ?? 0,
    quality: roster && tonnes ? qualityWords(roster, tonnes, language) : unknown,
    setAside: tonnes?.setAside ?? 0,
    gwp: roster?.gwpSet ?? unknown,
    reference: basis ? worldName(basis.reference) : unknown,
    ambitious: basis ? worldName(basis.ambitious) : unknown,
    calibration: basis?.calibration ?? unknown,
    members: basis === undefined ? unknown : significant(basis.members),
    set: roster?.reference ?? unknown,
    year: world === undefined ? unknown : year(world.citiesShareYear),
    budgetSet: budget?.set ?? unknown,
    budgetFrom: budget === undefined ? unknown : year(budget.fromYear),
    budget: budget === undefined ? unknown : significant(budget.gigatonnes),
    odds: budget === undefined ? unknown : percent(budget.probability),
  };
}
