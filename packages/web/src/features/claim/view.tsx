/** The front door: does the claim hold? Choices on one side, the answer and the world's temperature on the other. */
import { useEffect, useMemo, useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import { ExplainContext } from '../explain/context.tsx';
import { OpenPlan } from '../files/open-view.tsx';
import { pageAddress, Share } from './share-view.tsx';
import { ChoiceSheet } from './sheet.tsx';
import { Figures } from './figures.tsx';
import { NoteDrawer, type AskedNote } from './note-view.tsx';
import { findPlace } from './roster.ts';
import { answerWords, Sentence, shellWords, type AnswerWords } from './sentence.tsx';
import { Parts } from './parts-view.tsx';
import type { ClaimSession } from './session.ts';
import { errorOf, Temperature } from './temperature.tsx';
import { readShellAnswer } from './shell.ts';
import { DEFAULT_CLAIM, placeOf, sameClaim, type ClaimChoice } from './state.ts';
import { qualityWords } from './words.ts';
import { useAddressedClaim } from './use-address.ts';
import { useClaim, type ClaimHandle } from './use-claim.ts';

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
  const words = useWords(session, choice);
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
        <p className="claim-quality">{roster && last ? qualityWords(roster, last.answer.tonnes, language) : ''}</p>
        {!embedded && <Parts session={session} />}
        {!embedded && <OwnCity />}
      </div>
      <NoteDrawer asked={asked} session={session} onClose={() => setAsked(undefined)} />
    </ExplainContext>
  );
}

/** The answer in words: the page's own; until it knows the temperature, the server's, where that answers the same question. */
function useWords({ cities, last }: ClaimSession, choice: ClaimChoice): AnswerWords | undefined {
  const language = useLanguage();
  // Read while it still stands in the page, which is only before the first painting.
  const [shell] = useState(() => ({ answer: readShellAnswer(document), locale: language.locale }));
  return useMemo(() => {
    const hasClimate = last?.answer.climate !== undefined;
    if (!hasClimate && shell.answer && shell.locale === language.locale && sameClaim(choice, DEFAULT_CLAIM)) {
      return shellWords(shell.answer, language);
    }
    if (cities.phase !== 'ready' || !last) return undefined;
    return answerWords(cities.roster, last.choice, last.answer, language);
  }, [cities, last, choice, shell, language]);
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
