/** The page: header with search, language and theme, the screen of the address, footer. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { ClaimScreen } from './features/claim/view.tsx';
import { SearchBox } from './features/search/view.tsx';
import { WORKSPACE_ADDRESS, workspaceRouteOf } from './features/workspace/routes.ts';
import { createLanguage, LanguageProvider, useLanguage } from './i18n/context.tsx';
import { directionOf, LOCALES, type Locale } from './i18n/locale.ts';
import { loadCatalogue, type Catalogue } from './i18n/messages.ts';
import { Boundary } from './shared/boundary.tsx';
import { applyTheme, keepCookie, type Theme } from './shared/preferences.ts';
import { followLink, NETWORK_ADDRESS, routeOf, useAddress, type Route } from './shared/router.ts';

const NetworkScreen = lazy(() => import('./features/network/view.tsx'));
const RegionScreen = lazy(() => import('./features/network/region-view.tsx'));
const WorkspaceScreen = lazy(() => import('./features/workspace/view.tsx'));
const CityScreen = lazy(() => import('./features/city/view.tsx'));

interface AppProps {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  readonly theme: Theme;
}

export function App(props: AppProps) {
  const [spoken, setSpoken] = useState({ locale: props.locale, catalogue: props.catalogue });
  const [theme, setTheme] = useState(props.theme);
  const language = useMemo(() => createLanguage(spoken.locale, spoken.catalogue), [spoken]);
  const [path = '/', search = ''] = useAddress().split('?');
  const route = routeOf(path, search);

  useEffect(() => {
    document.documentElement.lang = spoken.locale;
    document.documentElement.dir = directionOf(spoken.locale);
  }, [spoken.locale]);
  useEffect(() => applyTheme(theme), [theme]);
  useFocusOnArrival(path);

  const chooseLanguage = async (locale: Locale) => {
    const catalogue = await loadCatalogue(locale);
    keepCookie('lang', locale);
    setSpoken({ locale, catalogue });
  };
  const chooseTheme = (next: Theme) => {
    keepCookie('theme', next === 'auto' ? '' : next);
    setTheme(next);
  };
  const main = (
    <main id="main" className="page" tabIndex={-1}>
      <Boundary key={route.screen === 'workspace' ? route.screen : path}>
        <Screen route={route} />
      </Boundary>
    </main>
  );
  // Inside another site the page is the answer alone.
  if (route.screen === 'embed') return <LanguageProvider language={language}>{main}</LanguageProvider>;
  return (
    <LanguageProvider language={language}>
      <a className="skip" href="#main">
        {language.say('app.skip')}
      </a>
      <Header route={route} theme={theme} onLanguage={(locale) => void chooseLanguage(locale)} onTheme={chooseTheme} />
      {main}
      <Footer />
    </LanguageProvider>
  );
}

/** Whoever follows a link within the page begins at the new screen, not at the link that is gone. */
function useFocusOnArrival(path: string): void {
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [path]);
}

/** Screens that name the page after what they show. */
const NAMED: readonly Route['screen'][] = ['city', 'network', 'region', 'workspace'];

function Screen({ route }: { route: Route }) {
  const { say } = useLanguage();
  useEffect(() => {
    if (!NAMED.includes(route.screen)) document.title = say('app.title');
  }, [route.screen, say]);
  const waiting = <p role="status">{say('app.loading')}</p>;
  switch (route.screen) {
    case 'claim':
      return <ClaimScreen />;
    case 'embed':
      return <ClaimScreen embedded />;
    case 'network':
      return (
        <Suspense fallback={waiting}>
          <NetworkScreen />
        </Suspense>
      );
    case 'region':
      return (
        <Suspense fallback={waiting}>
          <RegionScreen key={route.id} id={route.id} />
        </Suspense>
      );
    case 'city':
      return (
        <Suspense fallback={<p role="status">{say('city.loading')}</p>}>
          <CityScreen key={route.id} id={route.id} />
        </Suspense>
      );
    case 'workspace':
      return (
        <Suspense fallback={waiting}>
          <WorkspaceScreen route={workspaceRouteOf(route.pathname)} />
        </Suspense>
      );
    case 'not-found':
      return (
        <>
          <h1>{say('shell.notFound.title')}</h1>
          <p className="lede">{say('shell.notFound.text')}</p>
          <SearchBox />
        </>
      );
  }
}

/** Screens with the search for a city in their header. */
const SEARCHED: readonly Route['screen'][] = ['claim', 'city'];

function HeaderSearch({ route }: { route: Route }) {
  return <SearchBox compact first={route.screen === 'claim'} initial={route.screen === 'claim' ? route.query : ''} />;
}

interface HeaderProps {
  readonly route: Route;
  readonly theme: Theme;
  readonly onLanguage: (locale: Locale) => void;
  readonly onTheme: (theme: Theme) => void;
}

function Header({ route, theme, onLanguage, onTheme }: HeaderProps) {
  const { say, locale } = useLanguage();
  return (
    <header className="site-header">
      <a className="brand" href="/" onClick={followLink}>
        {say('app.title')}
      </a>
      <SiteNav route={route} />
      {SEARCHED.includes(route.screen) && <HeaderSearch route={route} />}
      <div className="site-tools">
        <label className="visually-hidden" htmlFor="language">
          {say('language.label')}
        </label>
        <select
          id="language"
          className="compact"
          value={locale}
          onChange={(event) => onLanguage(event.target.value as Locale)}
        >
          {LOCALES.map((each) => (
            <option key={each} value={each} lang={each}>
              {say(`language.${each}`)}
            </option>
          ))}
        </select>
        <label className="visually-hidden" htmlFor="theme">
          {say('theme.label')}
        </label>
        <select id="theme" className="compact" value={theme} onChange={(event) => onTheme(event.target.value as Theme)}>
          {(['auto', 'light', 'dark'] as const).map((each) => (
            <option key={each} value={each}>
              {say(`theme.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </header>
  );
}

function SiteNav({ route }: { route: Route }) {
  const { say } = useLanguage();
  const links = [
    { href: '/', label: say('nav.claim'), here: route.screen === 'claim' && 'page' },
    {
      href: NETWORK_ADDRESS,
      label: say('nav.cities'),
      here: (route.screen === 'network' && 'page') || (route.screen === 'region' && 'true'),
    },
    { href: WORKSPACE_ADDRESS, label: say('nav.workspace'), here: route.screen === 'workspace' && 'true' },
  ] as const;
  return (
    <nav className="site-nav" aria-label={say('nav.label')}>
      {links.map(({ href, label, here }) => (
        <a key={href} href={href} onClick={followLink} {...(here && { 'aria-current': here })}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Footer() {
  const { say } = useLanguage();
  return (
    <footer className="site-footer">
      <p>{say('app.footer')}</p>
    </footer>
  );
}
