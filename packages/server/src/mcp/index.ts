/** The assistant's door, apart from the rest of the server: its libraries are loaded by whoever opens it. */
export { askOver, type AskOptions } from './ask.ts';
export { climateDesk } from './climate-desk.ts';
export { localEngine } from './engine.ts';
export type { PlanFolder } from './plans.ts';
export { serveStdio } from './stdio.ts';
