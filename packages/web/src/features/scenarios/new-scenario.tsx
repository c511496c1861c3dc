/** Begin another scenario: from a plan file, or from the first draft that public figures give. */
import { useState } from 'react';
import type { Plan } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { client, data } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { OpenPlan } from '../files/open-view.tsx';
import { addPlan } from './load.ts';
import { freeName } from './state.ts';

interface NewScenarioProps {
  readonly cityId: string;
  readonly names: readonly string[];
  readonly onMade: () => void;
}

export function NewScenario({ cityId, names, onMade }: NewScenarioProps) {
  const { say } = useLanguage();
  const [city] = useLoaded(`city:${cityId}`, () =>
    data(client.GET('/cities/{cityId}', { params: { path: { cityId } } })),
  );
  const [work, setWork] = useState<{ readonly busy: boolean; readonly said?: string; readonly error?: unknown }>({
    busy: false,
  });
  const country = city.state === 'done' ? city.value.country : undefined;
  const placeId = city.state === 'done' ? city.value.placeId : null;
  const make = async (wanted: string, from: () => Promise<Plan>) => {
    setWork({ busy: true });
    try {
      const plan = await from();
      const name = freeName(wanted, names);
      await addPlan(cityId, name, plan);
      setWork({ busy: false, said: say('plans.made', { name }) });
      onMade();
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  const take = (plan: Plan) =>
    plan.city.country === country
      ? void make(plan.title ?? plan.city.name, () => Promise.resolve(plan))
      : setWork({ busy: false, said: say('plans.import.elsewhere', { city: plan.city.name }) });
  return (
    <section className="new-scenario" aria-labelledby="new-scenario-title">
      <h2 id="new-scenario-title">{say('plans.new')}</h2>
      <p className="quiet">{say('plans.new.text')}</p>
      <div className="toolbar">
        {placeId !== null && (
          <button
            type="button"
            className="button compact"
            disabled={work.busy}
            onClick={() => void make(say('workspace.found.planName'), () => api.plan(placeId))}
          >
            {say('plans.new.starter')}
          </button>
        )}
        <OpenPlan onPlan={take} />
      </div>
      <p role="status" className="small">
        {work.busy ? say('plans.new.working') : work.said}
      </p>
      {work.error !== undefined && <Trouble error={work.error} />}
    </section>
  );
}
