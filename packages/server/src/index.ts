/** The HTTP server: application, services, and how to listen. */
export { createApp, type AppOptions } from './app.ts';
export { DEFAULT_PORT, portOf, serve, type RunningServer, type ServeOptions } from './serve.ts';
export type { CityHit, CityServices, MapCity } from './services.ts';
export { networkServices, type CarbonBudgets, type NetworkServices } from './network-services.ts';
export { referenceServices } from './reference-services.ts';
export { workOnJobs } from './jobs/work.ts';
export { createWorkspace, type WorkspaceHandle, type WorkspaceOptions } from './workspace/store-handle.ts';
export { fillDemo } from './workspace/demo.ts';
export { workspaceSettings, type WorkspaceSettings } from './workspace/settings.ts';
