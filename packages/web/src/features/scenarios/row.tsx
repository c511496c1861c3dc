/** One scenario of the list: its name, state and sums; open, rename, copy, choose for comparing. */
import { useId, useState } from 'react';
import { dateFormat } from '../../i18n/dates.ts';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { client, data } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { followLink } from '../../shared/router.ts';
import { isTakenBack } from '../../shared/saving/publications.ts';
import { StateMark } from '../../shared/saving/state-mark.tsx';
import { Trouble } from '../../shared/trouble.tsx';
import type { Head } from '../workspace/overview-state.ts';
import { addressIn } from '../workspace/routes.ts';
import { evaluatedPlan, type Evaluated } from './load.ts';
import { NameForm } from './name-form.tsx';
import { freeName, sumsOf } from './state.ts';

interface RowProps {
  readonly cityId: string;
  readonly head: Head;
  /** Names that are taken. */
  readonly names: readonly string[];
  readonly mayWrite: boolean;
  readonly comparison:
    { readonly isChosen: boolean; readonly isFull: boolean; readonly toggle: () => void } | undefined;
  readonly onChanged: () => void;
}

export function ScenarioRow({ cityId, head, names, mayWrite, comparison, onChanged }: RowProps) {
  const { say, phrase } = useLanguage();
  const [asking, setAsking] = useState<'rename' | 'copy'>();
  const id = useId();
  const [evaluated, retry] = useLoaded(`plan:${head.id}:${head.version}`, () =>
    evaluatedPlan(cityId, head.id, head.version),
  );
  const path = { cityId, documentId: head.id };
  const deeds = {
    rename: (name: string) =>
      data(client.PATCH('/cities/{cityId}/plans/{documentId}', { params: { path }, body: { name } })),
    copy: (name: string) =>
      data(client.POST('/cities/{cityId}/plans/{documentId}/copies', { params: { path }, body: { name } })),
  };
  return (
    <li className="scenario" aria-labelledby={id}>
      <div className="scenario-head">
        <h2 id={id}>
          <a href={addressIn({ area: 'plan', ...path })} onClick={followLink}>
            {phrase(head.name)}
          </a>
        </h2>
        <Marks head={head} />
      </div>
      {evaluated.state === 'failed' ? (
        <Trouble error={evaluated.error} onRetry={retry} />
      ) : (
        <Figures evaluated={evaluated.state === 'done' ? evaluated.value : undefined} />
      )}
      {asking ? (
        <NameForm
          label={say(`plans.${asking}.label`)}
          action={say(`plans.${asking}.do`)}
          first={asking === 'copy' ? freeName(say('plans.copy.of', { name: head.name }), names) : head.name}
          onName={async (name) => {
            await deeds[asking](name);
            onChanged();
          }}
          onClose={() => setAsking(undefined)}
        />
      ) : (
        <div className="toolbar">
          {comparison && (
            <label className="check">
              <input
                type="checkbox"
                checked={comparison.isChosen}
                disabled={comparison.isFull && !comparison.isChosen}
                onChange={comparison.toggle}
              />
              {say('plans.compare.this')}
              <span className="visually-hidden"> {phrase(head.name)}</span>
            </label>
          )}
          {mayWrite &&
            (['copy', 'rename'] as const).map((deed) => (
              <button key={deed} type="button" className="button plain compact" onClick={() => setAsking(deed)}>
                {say(`plans.${deed}`)}
                <span className="visually-hidden"> {phrase(head.name)}</span>
              </button>
            ))}
        </div>
      )}
    </li>
  );
}

/** State of the newest version, and which version was adopted and is published. */
function Marks({ head }: { head: Head }) {
  const { say } = useLanguage();
  const { state, version, approvedVersion, publishedVersion } = head;
  return (
    <p className="scenario-marks">
      <StateMark state={state} kind="plan" withdrawn={isTakenBack(head)} />{' '}
      <span className="small quiet">
        {say('plans.version', { version })}
        {approvedVersion !== null && approvedVersion !== version && ` · ${say('plans.adoptedAt', { version: approvedVersion })}`}
        {publishedVersion !== null && publishedVersion !== version && ` · ${say('plans.publishedAt', { version: publishedVersion })}`}
      </span>
    </p>
  ); // prettier-ignore
}

/** Room is kept while it is worked out. */
function Figures({ evaluated }: { evaluated: Evaluated | undefined }) {
  const { say, co2e, euros, percent, year, locale } = useLanguage();
  const day = dateFormat(locale, { dateStyle: 'medium' });
  if (!evaluated) {
    return (
      <p className="scenario-figures quiet" role="status">
        {say('plans.working')}
      </p>
    );
  }
  const sums = sumsOf(evaluated.plan, evaluated.outcome);
  const target = say(`target.${sums.target as 'custom'}`);
  return (
    <dl className="scenario-figures">
      <div>
        <dt>{say('plans.left', { year: year(sums.horizon) })}</dt>
        <dd className="num">{joined(co2e(sums.left))}</dd>
        <dd className="aside">{say('plans.left.aside', { share: percent(1 - sums.left / sums.base) })}</dd>
      </div>
      <div>
        <dt>{say('plans.target')}</dt>
        <dd className={sums.met ? 'meet' : 'miss'}>{say(sums.met ? 'plans.met' : 'plans.missed')}</dd>
        <dd className="aside">{target}</dd>
      </div>
      <div>
        <dt>{say('key.cost')}</dt>
        <dd className="num">{joined(euros(sums.npv))}</dd>
        <dd className="aside">{say(sums.npv < 0 ? 'key.cost.saves' : 'key.cost.costs')}</dd>
      </div>
      <div>
        <dt>{say('plans.actions')}</dt>
        <dd className="num">{sums.actions}</dd>
        <dd className="aside">{say('plans.saved', { day: day.format(new Date(evaluated.savedAt)) })}</dd>
      </div>
    </dl>
  );
}
