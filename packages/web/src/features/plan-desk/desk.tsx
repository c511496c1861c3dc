/** The desk at work: the body of a plan's page, what a stored plan adds to it, and what two people must decide. */
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { Plan, ReferenceSlice } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { saveFile } from '../../charts/download.ts';
import type { ActionWords } from '../../shared/api.ts';
import type { CityRole } from '../../shared/client/client.ts';
import { followLink } from '../../shared/router.ts';
import { ConflictDialog } from '../../shared/saving/conflict-dialog.tsx';
import { isWithdrawn, ofDocument, usePublications } from '../../shared/saving/publications.ts';
import { SavingBar } from '../../shared/saving/saving-bar.tsx';
import { StateMark } from '../../shared/saving/state-mark.tsx';
import type { OpenDocument } from '../../shared/saving/use-document.ts';
import { PlanBody, type MoreSections } from '../city/plan-body.tsx';
import { planFileName } from '../files/state.ts';
import type { PlanChange } from '../plan/state.ts';
import { comparedSearch } from '../scenarios/state.ts';
import { MAY } from '../workspace/me.tsx';
import { addressIn } from '../workspace/routes.ts';
import { useThread } from './comments.tsx';
import { placeWords, valueWords } from './conflict-words.ts';
import { DeliverySection } from './delivery-section.tsx';
import { Rebase } from './rebase.tsx';
import { Review } from './review.tsx';
import { useToday } from './today.ts';
import type { EditPlan, OpenPlanDocument } from './use-plan.ts';
import { Versions } from './versions.tsx';

interface DeskProps {
  readonly cityId: string;
  readonly documentId: string;
  /** Name of the scenario. */
  readonly name: string;
  readonly document: OpenPlanDocument;
  readonly slice: ReferenceSlice;
  readonly words: Readonly<Record<string, ActionWords>>;
  readonly role: CityRole | undefined;
  readonly edit: EditPlan;
  readonly change: (change: PlanChange) => void;
  readonly personOf: (userId: string | null) => string | undefined;
}

export function Desk(props: DeskProps) {
  const { cityId, documentId, name, document, slice, words, role, edit, change, personOf } = props;
  const { say } = useLanguage();
  const plan = document.value;
  const mayWrite = MAY.write(role);
  const publications = usePublications(cityId, documentId, document.head.version);
  const { standing } = publications;
  const shown = useMemo(
    () => (standing.state === 'done' ? ofDocument(standing.value, documentId) : undefined),
    [standing, documentId],
  );
  const nameOf = useActionNames(plan, words);
  useTitle(name);
  useUndoKeys(document, mayWrite);
  /** Another plan in place of this one, saved at once with a note that says where it came from. */
  const take = (other: Plan, about: string, note: string) => {
    edit(() => other, about, note);
    void document.saveNow();
  };
  const takeNow = useRef(take);
  takeNow.current = take;
  // What stands below the sliders is drawn anew only when it changes: functions that stay the same, and the plan a moment later.
  const restore = useCallback(
    (restored: Plan, version: number) =>
      takeNow.current(restored, `restore:${version}`, say('desk.history.restored', { version })),
    [say],
  );
  const settled = useDeferredValue(plan);
  const inventoryTools = useMemo(() => {
    const takeRebased = (rebased: Plan, what: { readonly year: number; readonly version: number }) =>
      takeNow.current(rebased, 'rebase', say('rebase.note', { year: String(what.year), version: what.version }));
    return mayWrite && <Rebase cityId={cityId} plan={settled} slice={slice} nameOf={nameOf} take={takeRebased} />;
  }, [mayWrite, cityId, settled, slice, nameOf, say]);
  const country = useMemo(() => {
    const found = slice.countries.find(({ iso3 }) => iso3 === plan.city.country);
    return { name: found?.name ?? plan.city.country };
  }, [slice, plan.city.country]);
  return (
    <>
      <PlanBody
        plan={plan}
        slice={slice}
        country={country}
        words={words}
        atOnce={false}
        heading={<DeskHead {...props} withdrawn={isWithdrawn(document.head, shown)} />}
        change={change}
        notice={!mayWrite && <p className="notice info">{say('desk.tryOut')}</p>}
        tools={<SavingBar document={document as OpenDocument<unknown>} mayWrite={mayWrite} nameOf={personOf} />}
        more={useMore(props, publications)}
        inventoryTools={inventoryTools}
      />
      <Versions
        cityId={cityId}
        documentId={documentId}
        newest={document.head.version}
        shown={shown}
        nameOf={nameOf}
        personOf={personOf}
        mayWrite={mayWrite}
        restore={restore}
      />
      <Conflicts document={document} plan={plan} words={words} personOf={personOf} />
    </>
  );
}

/** Which scenario this is, and what can be done with it as a whole. */
function DeskHead({ cityId, documentId, name, document, withdrawn }: DeskProps & { readonly withdrawn: boolean }) {
  const { say } = useLanguage();
  const save = async () => {
    const { writePlan } = await import('../files/read.ts');
    saveFile(planFileName(document.value), writePlan(document.value), 'application/json');
  };
  const compare = addressIn({ area: 'compare', cityId }) + comparedSearch([documentId]);
  return (
    <div className="desk-head">
      <div className="desk-name">
        <a href={addressIn({ area: 'plans', cityId })} onClick={followLink}>
          {say('plans.title')}
        </a>
        <span aria-hidden="true">/</span>
        <h1>{name}</h1>
        <StateMark state={document.head.state} kind="plan" withdrawn={withdrawn} />
      </div>
      <div className="toolbar">
        <a className="button plain compact" href={compare} onClick={followLink}>
          {say('desk.compare')}
        </a>
        <button type="button" className="button plain compact" onClick={() => void save()}>
          {say('tools.save')}
        </button>
      </div>
    </div>
  );
}

/** Delivery and review, as parts of the page that follow the plan. */
function useMore(props: DeskProps, publications: ReturnType<typeof usePublications>): MoreSections {
  const { cityId, documentId, name, document, role, edit } = props;
  const { say } = useLanguage();
  const today = useToday();
  const mayWrite = MAY.write(role);
  const mayComment = MAY.comment(role);
  const thread = useThread({ cityId, documentId, version: document.head.version, mayComment });
  return {
    links: [
      { id: 'delivery', label: say('desk.delivery') },
      { id: 'review', label: say('desk.nav.review') },
    ],
    lastLinks: [{ id: 'history', label: say('desk.nav.history') }],
    draw: ({ plan, outcome, nameOf }) => (
      <>
        <DeliverySection
          plan={plan}
          outcome={outcome}
          nameOf={nameOf}
          today={today}
          mayWrite={mayWrite}
          thread={thread}
          edit={edit}
        />
        <Review
          cityId={cityId}
          documentId={documentId}
          document={document}
          publications={publications}
          role={role}
          mayWrite={mayWrite}
          title={name}
          edit={edit}
        />
      </>
    ),
  };
}

/** Names of actions; the function stays the same while schedules and deliveries change. */
function useActionNames({ actions }: Plan, words: DeskProps['words']): (id: string) => string {
  const key = actions.map(({ id, libraryId = id, name }) => `${id}\n${libraryId}\n${name}`).join('\n\n');
  return useMemo(() => {
    const own = new Map(actions.map((action) => [action.id, action]));
    return (id: string) => {
      const action = own.get(id);
      return words[action?.libraryId ?? id]?.name ?? action?.name ?? id;
    };
    // Actions matter here by their ids and names alone.
  }, [key, words]);
}

function Conflicts({
  document,
  plan,
  words,
  personOf,
}: Pick<DeskProps, 'document' | 'words' | 'personOf'> & { plan: Plan }) {
  const language = useLanguage();
  const nameOf = useActionNames(plan, words);
  // Items that only they have are named by what they saved.
  const theirs = document.conflict?.theirs.document as Plan | undefined;
  return (
    <ConflictDialog
      document={document as OpenDocument<unknown>}
      nameOf={personOf}
      describe={(path) => placeWords(path, theirs ?? plan, nameOf, language)}
      show={(value, path) => valueWords(value, path, language)}
    />
  );
}

function useTitle(name: string): void {
  const { say } = useLanguage();
  useEffect(() => {
    globalThis.document.title = `${name} · ${say('workspace.title')}`;
  }, [name, say]);
}

/** Ctrl+Z and Ctrl+Y, but for a field in which something is being typed: it has an undo of its own. */
function useUndoKeys(document: OpenPlanDocument, mayWrite: boolean): void {
  const latest = useRef(document);
  latest.current = document;
  useEffect(() => {
    if (!mayWrite) return;
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        (target instanceof HTMLInputElement && target.type !== 'range' && target.type !== 'checkbox') ||
        target instanceof HTMLTextAreaElement;
      if (isTyping || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) latest.current.redo();
      else latest.current.undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mayWrite]);
}
