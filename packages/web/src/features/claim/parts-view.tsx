/** Whose part is how large: the map, and the largest as a table. Follows after the answer has been painted. */
import { lazy, memo, Suspense, useDeferredValue, useMemo } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { Largest } from './largest-view.tsx';
import type { Roster } from './roster.ts';
import type { ClaimSession } from './session.ts';

const PartsMap = lazy(() => import('./map-view.tsx'));

export function Parts({ session: { cities, last: newest } }: { session: ClaimSession }) {
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
