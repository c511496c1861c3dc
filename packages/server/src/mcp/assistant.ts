/** Put the assistant's door together, from what there is to ask. */
import type { Server } from '@modelcontextprotocol/sdk/server/index.js';
import type { CityServices } from '../services.ts';
import type { AnyOperation } from '../workspace/operation.ts';
import type { Ask } from './ask.ts';
import { cityTools } from './city-tools.ts';
import { climateTool, type ClimateDesk } from './climate-tool.ts';
import { draftTools } from './draft-tools.ts';
import type { PlanEngine } from './engine.ts';
import { operationTools } from './operation-tools.ts';
import { planTools } from './plan-tools.ts';
import { planSource, type PlanFolder } from './plans.ts';
import { resourcesOf } from './resources.ts';
import { searchTool } from './search-tool.ts';
import { createDoor } from './server.ts';
import type { Tool } from './tool.ts';

export interface AssistantOptions {
  readonly version: string;
  /** The workspace, in the name of the caller; without it there are plan files and documents only. */
  readonly ask?: Ask;
  /** Of the API that is asked. */
  readonly operations: readonly AnyOperation[];
  readonly folder?: PlanFolder;
  readonly engine: PlanEngine;
  readonly services: Pick<CityServices, 'search' | 'makePlan' | 'city'>;
  /** What plans do to the climate; without it nothing is said of it. */
  readonly climate?: ClimateDesk;
  /** Offer the tools that save drafts and comments. What the caller may save is still the server's to say. */
  readonly allowDrafts?: boolean;
  readonly onFault: (error: unknown) => void;
}

/** Every tool that these options offer. */
export function assistantTools(options: AssistantOptions): Tool[] {
  const { ask, folder, engine, services, operations, climate, allowDrafts = false } = options;
  const plans = planSource({ ask, folder });
  const tools = [
    ...cityTools(services),
    ...planTools(engine, plans),
    ...(climate ? [climateTool(climate, plans)] : []),
    ...(ask ? [...operationTools(ask, operations), ...draftTools(ask)] : []),
    // Where the machine is shared, a search is a job.
    ...(ask && !engine.optimise ? [searchTool(ask)] : []),
  ];
  return tools.filter(({ writes }) => allowDrafts || !writes);
}

/** A door that has not been connected to anybody yet. */
export function createAssistant(options: AssistantOptions): Server {
  const { version, onFault, ask, folder } = options;
  return createDoor({ version, onFault, tools: assistantTools(options), resources: resourcesOf({ ask, folder }) });
}
