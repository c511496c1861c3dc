/** The HTTP application: JSON routes, the page's files, and pages that can be read before any script runs. */
import { Hono, type ErrorHandler } from 'hono';
import { createApi } from './api.ts';
import { createEvaluator } from './evaluation/evaluator.ts';
import { createNetworkApi } from './network-api.ts';
import { preferencesOf } from './preferences.ts';
import { createPublishedPages } from './published/routes.ts';
import { headersOf, problem, problemOf, sendProblem } from './problem.ts';
import { securityHeaders } from './security.ts';
import type { CityServices } from './services.ts';
import { PageShell } from './shell.ts';
import { StaticFiles } from './static-files.ts';
import type { ApiSurroundings, WorkspaceApiOptions } from './workspace/api.ts';

export interface AppOptions {
  readonly services: CityServices;
  /** Folder of the built page: `index.html`, `assets/`, `messages/`. */
  readonly webRoot: string;
  /** Told of every fault (not of refusals); the console when absent. */
  readonly onFault?: (error: unknown) => void;
  /** The store and who may use it; without it there is no `/api/v1`, and cities work with files and links. */
  readonly workspace?: WorkspaceApiOptions;
}

/** The application, to be served or asked directly with `app.request()`. */
export function createApp(options: AppOptions): Hono {
  const { services } = options;
  const files = new StaticFiles(options.webRoot);
  const shell = new PageShell(files, services);
  const app = new Hono();
  const onError: ErrorHandler = (error, c) => {
    const document = problemOf(error);
    if (document.status === 500) (options.onFault ?? console.error)(error);
    if (!c.req.path.startsWith('/api/')) return shell.fault(c, preferencesOf(c), document);
    for (const [name, value] of Object.entries(headersOf(error))) c.header(name, value);
    return sendProblem(c, document);
  };
  app.use(securityHeaders(options.workspace?.workspace.publicUrl));
  if (options.workspace) {
    const evaluator = createEvaluator((iso3) => services.referenceSlice(iso3));
    addWorkspace(app, options.workspace, { services, evaluator, onError, onFault: options.onFault ?? console.error });
    const { workspace } = options.workspace;
    app.route('/published', createPublishedPages({ services, files, evaluator, workspace }));
  }
  app.route('/api', createNetworkApi(services.network));
  app.route('/api', createApi(services));
  app.get('/healthz', (c) => c.text('ok'));

  app.get('/', (c) => shell.home(c, preferencesOf(c)));
  app.get('/embed', (c) => shell.embed(c, preferencesOf(c)));
  app.get('/network', (c) => shell.network(c, preferencesOf(c)));
  app.get('/network/region/:id', (c) => shell.region(c, preferencesOf(c), c.req.param('id')));
  for (const path of WORKSPACE_PATHS) app.get(path, (c) => shell.workspace(c, preferencesOf(c)));
  app.get('/city/:id', (c) => shell.city(c, preferencesOf(c), c.req.param('id')));
  app.get('*', (c) => {
    const path = safeDecode(c.req.path);
    const file = path === undefined || path === '/index.html' ? undefined : files.respond(c, path);
    return file ?? shell.notFound(c, preferencesOf(c));
  });
  app.notFound((c) => sendProblem(c, problem(404, 'unknown-route', `nothing answers ${c.req.method} ${c.req.path}`)));
  app.onError(onError);
  return app;
}

/** Pages of the workspace; all else of them is drawn in the browser. */
const WORKSPACE_PATHS = ['/workspace', '/workspace/*', '/set-up', '/join', '/password'];

/** Marks every answer of a demo. */
const DEMO_HEADER = 'Thousand-Cities-Demo';

/** The workspace's routes, loaded when they are first asked for: its libraries take longer than a page. */
function addWorkspace(app: Hono, options: WorkspaceApiOptions, surroundings: ApiSurroundings): void {
  if (options.workspace.demo) app.use((c, next) => next().then(() => c.res.headers.set(DEMO_HEADER, 'true')));
  let api: Promise<Hono> | undefined;
  app.all('/api/v1/*', async (c) => {
    api ??= import('./workspace/api.ts').then(({ createWorkspaceApi }) => createWorkspaceApi(options, surroundings));
    return (await api).fetch(c.req.raw, c.env);
  });
}

function safeDecode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
