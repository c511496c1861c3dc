/** The answer in plain words: whether the claim holds under these choices, and what else it takes. */
import { bandInYear, CLAIM_END_YEAR, type ClaimAnswer, claimFindingOf } from '@thousand-cities/model';
import { useEffect, useMemo, useState } from 'react';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import type { Roster } from './roster.ts';
import type { ShellAnswer } from './shell.ts';
import type { ClaimChoice } from './state.ts';
import { aimWords, keptWords, whoWords } from './words.ts';

export interface AnswerWords {
  /** "No, not by themselves." */
  readonly verdict: string;
  readonly holds: boolean;
  readonly detail: string;
  /** What else it takes; sentences. */
  readonly rest: readonly string[];
}

/** Put an answer into words. */
export function answerWords(roster: Roster, choice: ClaimChoice, answer: ClaimAnswer, language: Language): AnswerWords {
  const { say, year, degrees, smallDegrees, co2e } = language;
  const finding = claimFindingOf(answer);
  const { climate, tonnes } = answer;
  const base = {
    who: whoWords(roster, choice, language),
    aim: aimWords(choice, tonnes.withPlan, language),
    kept: keptWords(choice, language),
    start: year(choice.startYear),
    tonnes: joined(co2e(Math.abs(tonnes.by2050))),
  };
  const end = climate && {
    plans: degrees(bandInYear(climate.years, climate.ghgOnly.warming, CLAIM_END_YEAR).middle),
    reference: degrees(bandInYear(climate.years, climate.reference, CLAIM_END_YEAR).middle),
    less: smallDegrees(climate.ghgOnly.avoided2100.middle),
    pollutants: smallDegrees(climate.withCoEmitted.avoided2100.middle),
  };
  const values = { ...base, ...end };
  const holds = finding.verdict === 'keeps-15' || finding.verdict === 'well-below-2';
  return {
    verdict: say(`claim.verdict.${finding.verdict}`),
    holds,
    detail: say(
      `claim.detail.${end ? (finding.verdict === 'none' ? 'none' : 'climate') : finding.verdict === 'none' ? 'none' : 'open'}`,
      values,
    ),
    rest: restWords(answer, language),
  };
}

/** What else it takes, a sentence each: the rest of the world, the budget, the peak, what pollutants do to the answer. */
function restWords(
  answer: ClaimAnswer,
  { say, year, percent, degrees, smallDegrees, significant }: Language,
): string[] {
  const { world, budget, climate } = answer;
  const { rest, peak, shaken, signsDiffer } = claimFindingOf(answer);
  const said: string[] = [];
  if (peak) said.push(say('claim.rest.peak', { year: year(peak.year), warming: degrees(peak.warming) }));
  if (world && rest) {
    const shares = { cut: percent(world.restCut2050), gap: percent(Math.max(0, world.gapShare2050)) };
    said.push(say(`claim.rest.${rest}`, shares));
  }
  if (budget?.spentWithPlans !== undefined) {
    const later = budget.spentReference === undefined ? 0 : budget.spentWithPlans - budget.spentReference;
    const amount = significant(budget.gigatonnes);
    said.push(
      say('claim.rest.budget', { amount, from: year(budget.fromYear), year: year(budget.spentWithPlans), later }),
    );
  }
  if (shaken) said.push(say('claim.rest.shaken'));
  if (climate && signsDiffer) {
    const cooler = climate.ghgOnly.avoided2050.middle;
    const withPollutants = climate.withCoEmitted.avoided2050.middle;
    said.push(
      say(cooler > 0 ? 'claim.rest.signs' : 'claim.rest.signsTurned', {
        gases: smallDegrees(Math.abs(cooler)),
        pollutants: smallDegrees(Math.abs(withPollutants)),
      }),
    );
  }
  return said;
}

/** The server's words as an answer of one's own would be. */
export function shellWords({ verdict, detail, rest }: ShellAnswer, { say }: Language): AnswerWords {
  const holds = (['keeps-15', 'well-below-2'] as const).some((each) => say(`claim.verdict.${each}`) === verdict);
  return { verdict, holds, detail, rest: rest === '' ? [] : [rest] };
}

interface SentenceProps {
  readonly words: AnswerWords | undefined;
  readonly busy: boolean;
}

/** The sentence on screen, and the same one said to a screen reader once the reader rests. */
export function Sentence({ words, busy }: SentenceProps) {
  const { say } = useLanguage();
  const spoken = useMemo(() => words && [words.verdict, words.detail, ...words.rest].join(' '), [words]);
  const settled = useSettled(spoken);
  if (!words) return <SentenceSkeleton />;
  return (
    <div className="claim-answer" aria-busy={busy}>
      <p className="finding">
        <strong className={words.holds ? 'meet' : 'miss'}>{words.verdict}</strong> {words.detail}
      </p>
      {words.rest.length > 0 && (
        <p className="claim-rest">
          <strong>{say('claim.rest')}</strong> {words.rest.join(' ')}
        </p>
      )}
      <p className="visually-hidden" role="status">
        {settled}
      </p>
    </div>
  );
}

/** Takes the sentence's room, so that nothing jumps when it comes. */
function SentenceSkeleton() {
  const { say } = useLanguage();
  return (
    <div className="claim-answer" aria-busy="true">
      <p className="finding skeleton-text">{say('claim.working')}</p>
    </div>
  );
}

const REST_MS = 700;

/** The text once it has stood for a while: a slider in motion says nothing. */
function useSettled(text: string | undefined): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text ?? ''), REST_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
