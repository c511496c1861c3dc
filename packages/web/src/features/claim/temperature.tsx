/** The temperature's place on the page: the plume, its room while the climate is on its way, or why it did not come. */
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { ApiError } from '../../shared/api.ts';
import { TechnicalDetail } from '../../shared/trouble.tsx';
import { Plume } from './plume-view.tsx';
import { shareReceived, type ClaimSession, type Refusal } from './session.ts';
import type { ClaimHandle } from './use-claim.ts';

/** A refusal as what `Trouble` speaks of. */
export const errorOf = ({ code, message }: Refusal): ApiError => new ApiError(code, 0, message);

export function Temperature({ handle: { session, retry } }: { handle: ClaimHandle }) {
  const { say } = useLanguage();
  const { climate, last } = session;
  if (climate.phase === 'failed') {
    return (
      <Room>
        <div role="alert">
          <p>{say('claim.climate.failed')}</p>
          <TechnicalDetail text={climate.refusal.message} />
        </div>
        <button type="button" className="button" onClick={() => retry('climate')}>
          {say('trouble.retry')}
        </button>
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
