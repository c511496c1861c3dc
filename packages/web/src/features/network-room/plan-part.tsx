/** The plan that stands: what it does, what its assessment said, and questions about it. */
import { planOf } from '@thousand-cities/model';
import { useState } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { joined } from '../../i18n/numbers.ts';
import { api } from '../../shared/api.ts';
import { client, data, ProblemError, type Schemas } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { dayIn } from '../accounts/moments.ts';
import { Section } from '../accounts/section.tsx';
import { targetText, targetWords } from './columns.tsx';
import type { City } from './query.ts';
import { Questions } from './questions.tsx';
import type { MyNetwork } from './my-network.ts';

interface PartProps {
  readonly network: MyNetwork;
  readonly city: City;
}

export function PlanPart({ network, city }: PartProps) {
  const language = useLanguage();
  const { say, locale } = language;
  const { plan, seesPlan } = city;
  if (!plan) {
    return (
      <Section title={say('room.column.standing')}>
        <p className="quiet">{say(seesPlan ? 'room.city.noPlan' : 'room.city.hiddenPlan')}</p>
      </Section>
    );
  }
  const state = say(`room.state.plan.${plan.state}`);
  const open = plan.assessment?.open ?? 0;
  return (
    <Section title={say('room.city.plan', { name: plan.name })}>
      <p>
        {say('room.city.state', { version: plan.version, state })}
        {plan.publishedAt !== null && `, ${dayIn(locale, plan.publishedAt)}`} · {targetText(language, plan)}
        {open > 0 && ` · ${say('room.short.findings', { count: open })}`}
      </p>
      <Evaluation cityId={city.cityId} plan={plan} />
      <Actions cityId={city.cityId} plan={plan} />
      <Questions
        network={network}
        city={city}
        about={{ kind: 'plan', subjectId: plan.id, version: plan.version }}
        nameOf={() => undefined}
      />
    </Section>
  );
}

type Plan = NonNullable<City['plan']>;
type Outcome = Schemas['Evaluation']['outcome'];

async function evaluate(cityId: string, { id, version }: Plan): Promise<Outcome> {
  const params = { path: { cityId, documentId: id }, query: { version } };
  return (await data(client.GET('/cities/{cityId}/plans/{documentId}/evaluation', { params }))).outcome;
}

/** What comes of the version, worked out by the server: some kilobytes in place of the whole plan. */
function Evaluation({ cityId, plan }: { cityId: string; plan: Plan }) {
  const { say } = useLanguage();
  const [loaded, retry] = useLoaded(`outcome:${plan.id}:${plan.version}`, () => evaluate(cityId, plan));
  if (loaded.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (loaded.state === 'done') return <Worked outcome={loaded.value} />;
  const isUnworkable = loaded.error instanceof ProblemError && loaded.error.problem.status === 422;
  if (isUnworkable) return <p className="quiet">{say('room.evaluated.failed')}</p>;
  return <Trouble error={loaded.error} onRetry={retry} />;
}

function Worked({ outcome }: { outcome: Outcome }) {
  const language = useLanguage();
  const { say, year, co2e } = language;
  const { target, years, findings } = outcome;
  const words = (tonnes: number) => joined(co2e(tonnes));
  const shown = years.filter((each) => target.milestones.includes(each.year));
  return (
    <>
      <p>{say('room.evaluated', { what: targetWords(language, target.id, target.met) })}</p>
      <ul className="room-actions">
        {shown.map((each) => (
          <li key={each.year}>
            {say('room.evaluated.year', {
              year: year(each.year),
              plan: words(each.plan),
              target: words(each.target),
            })}
          </li>
        ))}
      </ul>
      {findings.length > 0 && (
        <details className="fold">
          <summary>{say('room.findings', { count: outcome.findingCount })}</summary>
          <ul className="room-actions" lang="en">
            {findings.map(({ code, message }, i) => (
              <li key={`${code}${i}`}>{message}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

async function loadActions(cityId: string, { id, version }: Plan) {
  const params = { path: { cityId, documentId: id, version } };
  const found = await data(client.GET('/cities/{cityId}/plans/{documentId}/versions/{version}', { params }));
  return planOf(found.document).actions.filter(({ schedule }) => schedule.size > 0);
}

/** The whole plan is fetched only by who wants to see its actions. */
function Actions({ cityId, plan }: { cityId: string; plan: Plan }) {
  const { say } = useLanguage();
  const [opened, setOpened] = useState(false);
  return (
    <details className="fold" onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{say('room.actions')}</summary>
      {opened && <ActionList cityId={cityId} plan={plan} />}
    </details>
  );
}

function ActionList({ cityId, plan }: { cityId: string; plan: Plan }) {
  const { say, year, locale } = useLanguage();
  const [loaded, retry] = useLoaded(`actions:${plan.id}:${plan.version}`, () => loadActions(cityId, plan));
  const [names] = useLoaded(`names:${locale}`, (signal) => api.actionNames(locale, signal));
  const words = names.state === 'done' ? names.value : {};
  if (loaded.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  return (
    <ul className="room-actions">
      {loaded.value.map(({ id, libraryId, name, schedule }) => (
        <li key={id}>
          {say('room.actions.one', { name: words[libraryId ?? '']?.name ?? name, year: year(schedule.startYear) })}
        </li>
      ))}
    </ul>
  );
}
