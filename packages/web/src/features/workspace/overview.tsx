/** Where a city stands: the way from an inventory to a published plan, and the one next step. */
import { useLanguage } from '../../i18n/context.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { followLink } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { loadHeads } from './heads.ts';
import { stepsOf, type Step } from './overview-state.ts';
import { addressIn, publishedAddress } from './routes.ts';

export default function Overview({ cityId }: { cityId: string }) {
  const { say } = useLanguage();
  const [heads, retry] = useLoaded(`heads:${cityId}`, () => loadHeads(cityId));
  switch (heads.state) {
    case 'waiting':
      return <p role="status">{say('workspace.loading')}</p>;
    case 'failed':
      return <Trouble error={heads.error} onRetry={retry} />;
    case 'done':
      return <Steps cityId={cityId} steps={stepsOf(heads.value.inventories, heads.value.plans)} />;
  }
}

function Steps({ cityId, steps }: { cityId: string; steps: readonly Step[] }) {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say('overview.title')}</h1>
      <ol className="steps">
        {steps.map((step, index) => (
          <li
            key={step.id}
            className="step"
            data-standing={step.standing}
            {...(step.standing === 'next' && { 'aria-current': 'step' })}
          >
            <span className="step-mark" aria-hidden="true">
              {step.standing === 'done' ? '✓' : index + 1}
            </span>
            <div>
              <h2>
                {say(`overview.${step.id}`)}{' '}
                <span className="visually-hidden">{say(`overview.standing.${step.standing}`)}</span>
              </h2>
              <p>{say(`overview.${step.id}.${step.standing}`)}</p>
            </div>
            <div className="step-do">
              <a
                className={step.standing === 'next' ? 'button primary' : 'button plain'}
                href={step.id === 'published' ? publishedAddress(cityId) : addressOf(cityId, step)}
                {...(step.id !== 'published' && { onClick: followLink })}
              >
                {say(`overview.${step.id}.do`)}
              </a>
            </div>
          </li>
        ))}
      </ol>
      {steps.every(({ standing }) => standing === 'done') && <After cityId={cityId} plan={steps.at(-1)?.documentId} />}
    </>
  );
}

/** What there is to do when the plan is published. */
function After({ cityId, plan }: { cityId: string; plan: string | undefined }) {
  const { say } = useLanguage();
  if (plan === undefined) return null;
  return (
    <section className="steps-after" aria-labelledby="after-title">
      <h2 id="after-title">{say('overview.after')}</h2>
      <p>{say('overview.after.text')}</p>
      <a className="button primary" href={addressIn({ area: 'plan', cityId, documentId: plan })} onClick={followLink}>
        {say('overview.after.do')}
      </a>
    </section>
  );
}

function addressOf(cityId: string, { id, documentId }: Step): string {
  if (id === 'inventory' || id === 'approval') {
    return documentId === undefined
      ? addressIn({ area: 'inventories', cityId })
      : addressIn({ area: 'inventory', cityId, documentId });
  }
  return documentId === undefined
    ? addressIn({ area: 'plans', cityId })
    : addressIn({ area: 'plan', cityId, documentId });
}
