/** The history of a plan: who saved what and when, what it changed, and a way to go back to it. */
import { memo, useState } from 'react';
import { planOf, type Plan } from '@thousand-cities/model';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { client, data, everything, type Schemas } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { isWithdrawn, type Publication } from '../../shared/saving/publications.ts';
import { StateMark } from '../../shared/saving/state-mark.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import type { NameOf } from '../actions/view.tsx';
import { Section } from '../city/section.tsx';
import { differencesOf, type PlanDifference } from './diff-state.ts';

interface VersionsProps {
  readonly cityId: string;
  readonly documentId: string;
  /** The newest version: another one makes the list be asked for again. */
  readonly newest: number;
  /** Publications of this plan that stand; undefined until they are known. */
  readonly shown: readonly Publication[] | undefined;
  readonly nameOf: NameOf;
  readonly personOf: (userId: string | null) => string | undefined;
  readonly mayWrite: boolean;
  readonly restore: (plan: Plan, version: number) => void;
}

type VersionHead = Schemas['VersionHead'];

/** Versions shown before the rest is asked for. */
const FIRST = 12;

/** Drawn anew when a version is saved, not when a slider moves. */
export const Versions = memo(function Versions(props: VersionsProps) {
  const { cityId, documentId, newest } = props;
  const { say } = useLanguage();
  const [all, setAll] = useState(false);
  const [heads, retry] = useLoaded(`versions:${documentId}:${newest}`, () =>
    everything((query) =>
      client.GET('/cities/{cityId}/plans/{documentId}/versions', { params: { path: { cityId, documentId }, query } }),
    ),
  );
  const listed = heads.state === 'done' ? heads.value : [];
  return (
    <Section id="history" title={say('desk.history')} text={say('desk.history.text')}>
      {heads.state === 'failed' && <Trouble error={heads.error} onRetry={retry} />}
      <ol className="versions" aria-busy={heads.state === 'waiting'}>
        {(all ? listed : listed.slice(0, FIRST)).map((head) => (
          <OneVersion key={head.version} head={head} {...props} />
        ))}
      </ol>
      {!all && listed.length > FIRST && (
        <button type="button" className="button compact" onClick={() => setAll(true)}>
          {say('desk.history.all', { count: listed.length })}
        </button>
      )}
    </Section>
  );
});

async function loadVersion({ cityId, documentId }: VersionsProps, version: number): Promise<Plan> {
  const path = { cityId, documentId, version };
  const found = await data(client.GET('/cities/{cityId}/plans/{documentId}/versions/{version}', { params: { path } }));
  return planOf(found.document);
}

function OneVersion({ head, ...props }: VersionsProps & { head: VersionHead }) {
  const { say, locale, phrase } = useLanguage();
  const { version, state, note, createdBy, createdAt } = head;
  const { newest, mayWrite, personOf, restore } = props;
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<unknown>();
  const when = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const goBack = async () => {
    try {
      restore(await loadVersion(props, version), version);
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <li className="version">
      <p>
        <strong>{say('plans.version', { version })}</strong>{' '}
        <StateMark state={state} kind="plan" withdrawn={isWithdrawn(head, props.shown)} />{' '}
        <span className="small quiet">
          {when.format(new Date(createdAt))} · {personOf(createdBy) ?? say('conflict.somebody')}
        </span>
      </p>
      {note !== null && <p className="small">{phrase(note)}</p>}
      <p className="toolbar">
        {version > 1 && (
          <button type="button" className="button plain compact" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? 'desk.history.hide' : 'desk.history.show')}
            <span className="visually-hidden"> {say('plans.version', { version })}</span>
          </button>
        )}
        {mayWrite && version !== newest && (
          <button type="button" className="button plain compact" onClick={() => void goBack()}>
            {say('desk.history.restore')}
            <span className="visually-hidden"> {say('plans.version', { version })}</span>
          </button>
        )}
      </p>
      {error !== undefined && <Trouble error={error} />}
      {open && <Differences version={version} {...props} />}
    </li>
  );
}

function Differences({ version, ...props }: VersionsProps & { version: number }) {
  const language = useLanguage();
  const { say } = language;
  const [pair, retry] = useLoaded(`difference:${props.documentId}:${version}`, () =>
    Promise.all([loadVersion(props, version - 1), loadVersion(props, version)]),
  );
  if (pair.state === 'failed') return <Trouble error={pair.error} onRetry={retry} />;
  if (pair.state === 'waiting') return <p role="status">{say('plans.working')}</p>;
  const found = differencesOf(...pair.value);
  if (found.length === 0) return <p className="small quiet">{say('desk.history.same')}</p>;
  return (
    <ul className="small differences">
      {found.map((difference, i) => (
        <li key={i}>{differenceWords(difference, props.nameOf, pair.value[1], language)}</li>
      ))}
    </ul>
  );
}

/** A difference in words. */
export function differenceWords(difference: PlanDifference, nameOf: NameOf, plan: Plan, language: Language): string {
  const { say, percent, year } = language;
  const targetOf = (id: string) => say(`target.${plan.targets.find((target) => target.id === id)?.kind ?? 'custom'}`);
  switch (difference.kind) {
    case 'size':
      return say('desk.difference.size', {
        name: nameOf(difference.action),
        from: percent(difference.from),
        to: percent(difference.to),
      });
    case 'start':
      return say('desk.difference.start', {
        name: nameOf(difference.action),
        from: year(difference.from),
        to: year(difference.to),
      });
    case 'target':
      return say('desk.difference.target', { from: targetOf(difference.from), to: targetOf(difference.to) });
    case 'added':
    case 'removed':
    case 'delivery':
    case 'figures':
      return say(`desk.difference.${difference.kind}`, { name: nameOf(difference.action) });
    default:
      return say(`desk.difference.${difference.kind}`);
  }
}
