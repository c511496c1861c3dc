/** The workspace: who is asking, then the place they asked for. Its words and screens load with it, not with the public pages. */
import { lazy, Suspense, useEffect, useMemo, type ReactNode } from 'react';
import { createLanguage, LanguageProvider, useLanguage } from '../../i18n/context.tsx';
import { loadWorkspaceCatalogue } from '../../i18n/messages.ts';
import { Boundary } from '../../shared/boundary.tsx';
import { useLoaded } from '../../shared/loading.ts';
import { useAddress } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { Again } from './again.tsx';
import { CityFrame } from './city-frame.tsx';
import { DemoNotice, OfflineNotice } from './notices.tsx';
import { MeProvider, useMe, useStanding } from './me.tsx';
import type { CityRoute, WorkspaceRoute } from './routes.ts';
import '../../styles/workspace.css';

const Home = lazy(() => import('./home.tsx'));
const Overview = lazy(() => import('./overview.tsx'));
const SignIn = lazy(() => import('../accounts/sign-in.tsx'));
const SetUp = lazy(() => import('../accounts/set-up.tsx'));
const Join = lazy(() => import('../accounts/join.tsx'));
const ChoosePassword = lazy(() => import('../accounts/choose-password.tsx'));
const Account = lazy(() => import('../accounts/account.tsx'));
const Team = lazy(() => import('../accounts/team.tsx'));
const Inventories = lazy(() => import('../inventories/view.tsx'));
const InventoryGrid = lazy(() => import('../inventory-grid/view.tsx'));
const Plans = lazy(() => import('../scenarios/view.tsx'));
const Compare = lazy(() => import('../scenarios/compare.tsx'));
const PlanDesk = lazy(() => import('../plan-desk/view.tsx'));
const NetworkRoom = lazy(() => import('../network-room/view.tsx'));

export default function WorkspaceScreen({ route }: { route: WorkspaceRoute }) {
  const { locale, catalogue, say } = useLanguage();
  const [words, retry] = useLoaded(`workspace-words:${locale}`, () => loadWorkspaceCatalogue(locale));
  const extra = words.state === 'done' ? words.value : undefined;
  const language = useMemo(
    () => extra && createLanguage(locale, { ...catalogue, ...extra }),
    [locale, catalogue, extra],
  );
  if (words.state === 'failed') return <Trouble error={words.error} onRetry={retry} />;
  if (!language) return <p role="status">{say('app.loading')}</p>;
  return (
    <LanguageProvider language={language}>
      <div className="workspace-room">
        <Known route={route} />
      </div>
    </LanguageProvider>
  );
}

/** Ask who it is; show what the answer allows. */
function Known({ route }: { route: WorkspaceRoute }) {
  const { say } = useLanguage();
  const [path = ''] = useAddress().split('?');
  const [answer, retry] = useMe(path);
  useTitle();
  switch (answer.state) {
    case 'waiting':
      return <p role="status">{say('workspace.loading')}</p>;
    case 'opening':
      return <p role="status">{say('workspace.opening')}</p>;
    case 'none':
      return (
        <>
          <h1>{say('workspace.none.title')}</h1>
          <p className="lede">{say('workspace.none.text')}</p>
        </>
      );
    case 'failed':
      return <Trouble error={answer.error} onRetry={retry} />;
    case 'done':
      return (
        <MeProvider standing={answer.standing}>
          <OfflineNotice />
          <DemoNotice />
          <Again />
          <Boundary key={path}>
            <Suspense fallback={<p role="status">{say('workspace.loading')}</p>}>
              <Place route={route} />
            </Suspense>
          </Boundary>
        </MeProvider>
      );
  }
}

function useTitle(): void {
  const { say } = useLanguage();
  useEffect(() => {
    document.title = `${say('workspace.title')} · ${say('app.title')}`;
  }, [say]);
}

function Place({ route }: { route: WorkspaceRoute }) {
  const { me } = useStanding();
  switch (route.area) {
    case 'set-up':
      return <SetUp />;
    case 'join':
      return <Join />;
    case 'password':
      return <ChoosePassword />;
    case 'not-found':
      return <Missing />;
  }
  if (!me.signedIn) return <SignIn />;
  // Where one is demanded, everything else is refused until it is switched on.
  if (me.secondFactorNeeded) return <Account />;
  if (route.area === 'home') return <Home />;
  if (route.area === 'account') return <Account />;
  if ('networkId' in route) return <NetworkRoom route={route} />;
  return <InCity route={route} />;
}

function Missing() {
  const { say } = useLanguage();
  return (
    <>
      <h1>{say('shell.notFound.title')}</h1>
      <p className="lede">{say('workspace.noCity.text')}</p>
    </>
  );
}

function InCity({ route }: { route: CityRoute }) {
  const { me } = useStanding();
  const { say } = useLanguage();
  const city = me.cities.find(({ id }) => id === route.cityId);
  if (!city) {
    return (
      <>
        <h1>{say('workspace.noCity.title')}</h1>
        <p className="lede">{say('workspace.noCity.text')}</p>
      </>
    );
  }
  return (
    <CityFrame city={city} area={route.area}>
      <Boundary>
        <Suspense fallback={<p role="status">{say('workspace.loading')}</p>}>{placeOf(route)}</Suspense>
      </Boundary>
    </CityFrame>
  );
}

function placeOf(route: CityRoute): ReactNode {
  const { cityId } = route;
  switch (route.area) {
    case 'overview':
      return <Overview cityId={cityId} />;
    case 'inventories':
      return <Inventories cityId={cityId} />;
    case 'inventory':
      return <InventoryGrid key={route.documentId} cityId={cityId} documentId={route.documentId} />;
    case 'plans':
      return <Plans cityId={cityId} />;
    case 'compare':
      return <Compare cityId={cityId} />;
    case 'plan':
      return <PlanDesk key={route.documentId} cityId={cityId} documentId={route.documentId} />;
    case 'team':
      return <Team cityId={cityId} />;
  }
}
