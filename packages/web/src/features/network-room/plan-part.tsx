/** The plan that stands: what it does, what its assessment said, and questions about it. */
import { planOf } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { client, data } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { dayIn } from '../accounts/moments.ts';
import { Section } from '../accounts/section.tsx';
import { targetText } from './columns.tsx';
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

async function loadActions(cityId: string, { id, version }: NonNullable<City['plan']>) {
  const params = { path: { cityId, documentId: id, version } };
  const found = await data(client.GET('/cities/{cityId}/plans/{documentId}/versions/{version}', { params }));
  return planOf(found.document).actions.filter(({ schedule }) => schedule.size > 0);
}

function Actions({ cityId, plan }: { cityId: string; plan: NonNullable<City['plan']> }) {
  const { say, year, locale } = useLanguage();
  const [loaded, retry] = useLoaded(`actions:${plan.id}:${plan.version}`, () => loadActions(cityId, plan));
  const [names] = useLoaded(`names:${locale}`, (signal) => api.actionNames(locale, signal));
  const words = names.state === 'done' ? names.value : {};
  if (loaded.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  return (
    <details className="fold">
      <summary>{say('room.actions', { count: loaded.value.length })}</summary>
      <ul className="room-actions">
        {loaded.value.map(({ id, libraryId, name, schedule }) => (
          <li key={id}>
            {say('room.actions.one', { name: words[libraryId ?? '']?.name ?? name, year: year(schedule.startYear) })}
          </li>
        ))}
      </ul>
    </details>
  );
}
