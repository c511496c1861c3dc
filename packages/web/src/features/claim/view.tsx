/** The front door: does the claim hold? Choices on one side, the answer and the world's temperature on the other. */
import { lazy, memo, Suspense, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { ApiError } from '../../shared/api.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { ExplainContext } from '../explain/context.tsx';
import { OpenPlan } from '../files/open-view.tsx';
import { pageAddress, Share } from './share-view.tsx';
import { ChoiceSheet } from './sheet.tsx';
import { Figures } from './figures.tsx';
import { Largest } from './largest-view.tsx';
import { NoteDrawer, type AskedNote } from './note-view.tsx';
import { Plume } from './plume-view.tsx';
import { findPlace, type Roster } from './roster.ts';
import { answerWords, Sentence, type AnswerWords } from './sentence.tsx';
import { shareReceived, type ClaimSession } from './session.ts';
import { placeOf } from './state.ts';
import { useAddressedClaim } from './use-address.ts';
import { useClaim, type ClaimHandle } from './use-claim.ts';

const PartsMap = lazy(() => import('./map-view.tsx'));

interface ClaimProps {
  /** Inside another site: the answer and its choices only. */
  readonly embedded?: boolean;
}

export function ClaimScreen({ embedded = false }: ClaimProps) {
  const language = useLanguage();
  const { say } = language;
  const { state, send, trouble } = useAddressedClaim();
  const { choice } = state;
  const handle = useClaim(choice);
  const { session, slow } = handle;
  const [asked, setAsked] = useState<AskedNote>();
  const roster = session.cities.phase === 'ready' ? session.cities.roster : undefined;
  const isLost = roster !== undefined && findPlace(roster, placeOf(choice)) === 'unknown';
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!isLost) return;
    setLost(true);
    send({ kind: 'place', place: {} });
  }, [isLost, send]);
  const last = session.last;
  const words = useMemo(
    () => (roster && last ? answerWords(roster, last.choice, last.answer, language) : undefined),
    [roster, last, language],
  );
  const ask = useMemo(() => (path: string, label: string) => setAsked({ path, label }), []);
  return (
    <ExplainContext value={ask}>
      <div className={embedded ? 'claim claim-embedded' : 'claim'}>
        <h1>{say('claim.title')}</h1>
        <LinkNotice trouble={trouble ?? (lost ? 'unreadable' : undefined)} />
        <div className="claim-stage" aria-busy={slow}>
          <ChoiceSheet state={state} send={send} roster={roster} answer={last?.answer} />
          <div className="claim-say">
            <Answer handle={handle} words={words} />
            <Working slow={slow} />
          </div>
          <div className="claim-show">
            <h2 className="visually-hidden">{say('claim.plume.name')}</h2>
            <Temperature handle={handle} />
            {embedded ? (
              <p className="small">
                <a href={pageAddress(choice)} target="_blank" rel="noopener">
                  {say('claim.embed.open')}
                </a>
              </p>
            ) : (
              <Share choice={choice} onMethod={() => ask('claim.method', say('claim.method'))} />
            )}
          </div>
        </div>
        <Figures answer={last?.answer} climate={session.climate} busy={handle.stale} />
        {!embedded && <Parts session={session} />}
        {!embedded && <OwnCity />}
      </div>
      <NoteDrawer asked={asked} session={session} onClose={() => setAsked(undefined)} />
    </ExplainContext>
  );
}

function LinkNotice({ trouble }: { trouble: 'unreadable' | 'newer' | undefined }) {
  const { say } = useLanguage();
  if (trouble === undefined) return null;
  return (
    <div className="notice" role="alert">
      <p>{say(`claim.link.${trouble}`)}</p>
    </div>
  );
}

function Working({ slow }: { slow: boolean }) {
  const { say } = useLanguage();
  return <p className="claim-working small quiet">{slow ? say('claim.working') : ''}</p>;
}

/** The sentence; or why there is none. An answer that was there stays. */
function Answer({ handle: { session, stale, retry }, words }: { handle: ClaimHandle; words: AnswerWords | undefined }) {
  if (session.cities.phase === 'failed') {
    return <Trouble error={errorOf(session.cities.refusal)} onRetry={() => retry('cities')} />;
  }
  return (
    <>
      {(words || !session.refusal) && <Sentence words={words} busy={stale} />}
      {session.refusal && <Trouble error={errorOf(session.refusal)} />}
    </>
  );
}

const errorOf = ({ code, message }: { code: string; message: string }) => new ApiError(code, 0, message);

/** The plume; its room while the climate is on its way; or why it did not come. */
function Temperature({ handle: { session, retry } }: { handle: ClaimHandle }) {
  const { say } = useLanguage();
  const { climate, last } = session;
  if (climate.phase === 'failed') {
    return (
      <Room>
        <p>{say('claim.climate.failed')}</p>
        <Trouble error={errorOf(climate.refusal)} onRetry={() => retry('climate')} />
      </Room>
    );
  }
  if (climate.phase === 'waiting' || !last?.answer.climate) return <ClimateProgress session={session} />;
  return <Plume climate={last.answer.climate} basis={climate.basis} />;
}

function ClimateProgress({ session }: { session: ClaimSession }) {
  const { say, percent } = useLanguage();
  const share = shareReceived(session);
  return (
    <Room busy>
      <p>
        {share === undefined ? say('claim.climate.waiting') : say('claim.climate.progress', { share: percent(share) })}
      </p>
      <progress aria-label={say('claim.climate.waiting')} {...(share !== undefined && { value: share })} max={1} />
    </Room>
  );
}

/** As high as the chart, so that nothing jumps when it comes. */
function Room({ busy = false, children }: { busy?: boolean; children: ReactNode }) {
  const { say } = useLanguage();
  return (
    <section className="claim-room" aria-busy={busy} aria-label={say('claim.plume.name')}>
      {children}
    </section>
  );
}

function Parts({ session: { cities, last: newest } }: { session: ClaimSession }) {
  const { say } = useLanguage();
  // A thousand circles follow after the sentence, the figures and the plume have been painted.
  const last = useDeferredValue(newest);
  if (cities.phase !== 'ready' || !last) return <div className="claim-parts skeleton" aria-hidden="true" />;
  return (
    <section className="claim-parts" aria-labelledby="claim-parts">
      <h2 className="visually-hidden" id="claim-parts">
        {say('claim.map.name')}
      </h2>
      <PartsBody roster={cities.roster} last={last} />
    </section>
  );
}

interface PartsBodyProps {
  readonly roster: Roster;
  readonly last: NonNullable<ClaimSession['last']>;
}

const PartsBody = memo(function PartsBody({ roster, last: { answer, choice } }: PartsBodyProps) {
  const { group, country } = choice.selection;
  // The same place is the same object, so that land is not drawn anew for every answer.
  const place = useMemo(
    () => ({ ...(group !== undefined && { group }), ...(country !== undefined && { country }) }),
    [group, country],
  );
  return (
    <>
      <Suspense fallback={<div className="claim-map-room skeleton" />}>
        <PartsMap roster={roster} tonnes={answer.tonnes} place={place} />
      </Suspense>
      <Largest roster={roster} tonnes={answer.tonnes} />
    </>
  );
});

/** The search is in the header; this leads there from the end of the page. */
function goToSearch(): void {
  const search = document.querySelector<HTMLInputElement>('.site-header [role="combobox"]');
  search?.scrollIntoView({ block: 'center' });
  search?.focus();
}

/** The next step: a plan for one's own city. */
function OwnCity() {
  const { say } = useLanguage();
  return (
    <section className="claim-own" aria-labelledby="claim-own">
      <h2 id="claim-own">{say('home.title')}</h2>
      <p className="lede">{say('home.lede')}</p>
      <div className="toolbar">
        <button type="button" className="button primary" onClick={goToSearch}>
          {say('search.label')}
        </button>
        <OpenPlan />
      </div>
    </section>
  );
}
