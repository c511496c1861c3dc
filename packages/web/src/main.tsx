/** Starts the page: language and theme first, then the screen of the address. The server's readable shell stays until then. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { chooseLocale } from './i18n/locale.ts';
import { loadCatalogue } from './i18n/messages.ts';
import { cookieOf, themeOf } from './shared/preferences.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/city.css';
import './styles/charts.css';
import './styles/claim.css';
import './styles/big-table.css';
import './styles/network.css';

async function start(): Promise<void> {
  const asked = new URLSearchParams(window.location.search).get('lang') ?? undefined;
  const locale = chooseLocale([
    asked,
    cookieOf(document.cookie, 'lang'),
    document.documentElement.lang,
    ...navigator.languages,
  ]);
  const catalogue = await loadCatalogue(locale);
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root; this is a bug, please report it');
  createRoot(root).render(
    <App locale={locale} catalogue={catalogue} theme={themeOf(cookieOf(document.cookie, 'theme'))} />,
  );
}

void start();
