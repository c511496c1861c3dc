/** The plan desk: a stored plan at work, as on the city's page, with its delivery, review and history. */
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { useNames } from '../../shared/saving/members.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { engineOf, listPlans } from '../scenarios/load.ts';
import { MAY, useRole, useStanding } from '../workspace/me.tsx';
import { Desk } from './desk.tsx';
import { usePlanDocument } from './use-plan.ts';
import '../../styles/plans.css';

/** Until they have come, actions go by the names in the plan. */
const NO_WORDS = {};

export default function PlanDesk({ cityId, documentId }: { cityId: string; documentId: string }) {
  const { say, locale, phrase } = useLanguage();
  const { me } = useStanding();
  const role = useRole(cityId);
  const mayWrite = MAY.write(role);
  const { answer, edit, change } = usePlanDocument({ cityId, documentId, mayWrite, userId: me.user?.id ?? null });
  const iso3 = answer.status === 'ready' ? answer.value.city.country : undefined;
  const [model, retryModel] = useLoaded(`model:${iso3 ?? ''}`, async () => (iso3 ? engineOf(iso3) : undefined));
  const [names] = useLoaded(`names:${locale}`, (signal) => api.actionNames(locale, signal));
  const [heads] = useLoaded(`plans:${cityId}:${documentId}`, () => listPlans(cityId));
  const personOf = useNames(cityId);
  if (answer.status === 'failed') return <Trouble error={answer.error} onRetry={answer.retry} />;
  if (model.state === 'failed') return <Trouble error={model.error} onRetry={retryModel} />;
  if (answer.status === 'waiting' || model.state === 'waiting' || !model.value) {
    return (
      <div aria-busy="true">
        <p role="status" className="quiet">
          {say('desk.loading')}
        </p>
        <div className="skeleton waiting-head" />
        <div className="skeleton waiting-chart" />
      </div>
    );
  }
  const head = heads.state === 'done' ? heads.value.find(({ id }) => id === documentId) : undefined;
  return (
    <Desk
      cityId={cityId}
      documentId={documentId}
      name={phrase(head?.name ?? answer.value.title ?? answer.value.city.name)}
      document={answer}
      slice={model.value.slice}
      words={names.state === 'done' ? names.value : NO_WORDS}
      role={role}
      edit={edit}
      change={change}
      personOf={personOf}
    />
  );
}
