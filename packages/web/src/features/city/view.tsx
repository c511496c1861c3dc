/** A city: what its plan comes to in one sentence, and everything behind it, on one page. */
import { useEffect } from 'react';
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { useLoaded } from '../../shared/loading.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { loadCity } from './load.ts';
import { Workspace } from './workspace.tsx';

/** Until they have come, actions go by the names in the plan. */
const NO_WORDS = {};

export default function CityScreen({ id }: { id: string }) {
  const { say, locale } = useLanguage();
  const [data, retry] = useLoaded(`city:${id}`, (signal) => loadCity(id, signal));
  const [names] = useLoaded(`names:${locale}`, (signal) => api.actionNames(locale, signal));
  const title = data.state === 'done' ? data.value.plan.city.name : undefined;
  useEffect(() => {
    document.title = title === undefined ? say('app.title') : `${title} · ${say('app.title')}`;
  }, [title, say]);
  switch (data.state) {
    case 'waiting':
      return <Waiting />;
    case 'failed':
      return <Trouble error={data.error} onRetry={retry} />;
    case 'done':
      return <Workspace key={id} data={data.value} words={names.state === 'done' ? names.value : NO_WORDS} />;
  }
}

/** Takes the room of what is coming. */
function Waiting() {
  const { say } = useLanguage();
  return (
    <div aria-busy="true">
      <p role="status" className="quiet">
        {say('city.loading')}
      </p>
      <div className="skeleton waiting-head" />
      <div className="skeleton waiting-chart" />
    </div>
  );
}
