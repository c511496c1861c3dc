/** Working on jobs, for whoever opens a workspace: loaded once the store is open, since its libraries take longer than a page. */
import type { WorkspaceOptions } from '../workspace/store-handle.ts';
import type { JobOptions } from './start.ts';

/** What `createWorkspace` takes as `work`. */
export function workOnJobs(options: JobOptions): NonNullable<WorkspaceOptions['work']> {
  return async (open) => (await import('./start.ts')).startJobs(open, options);
}
