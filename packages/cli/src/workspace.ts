/** The workspace that `cities serve` opens: the store of the environment, a demo, or none; and what the terminal says of it. */
import { DomainError } from '@thousand-cities/model';
import {
  createWorkspace,
  fillDemo,
  workOnJobs,
  workspaceSettings,
  type CityServices,
  type ServeOptions,
  type WorkspaceHandle,
  type WorkspaceSettings,
} from '@thousand-cities/server';
import { hasAdministrator, makeLink, SYSTEM, type Database, type StoreLocation } from '@thousand-cities/store';
import { earlierInventories, examplePlans, prepareDemo } from './demo-cities.ts';
import type { Io } from './io.ts';
import { placeName, placeOf, type StoreOptions } from './store-place.ts';

export interface WorkspaceChoice extends StoreOptions {
  readonly demo?: boolean;
  readonly store: boolean;
  /** Work on jobs in this process. */
  readonly worker?: boolean;
}

const SET_UP_HOURS = 24;

/**
 * What `serve` is given; undefined without a store. `urlOf` tells where the server is, once it listens; with `services`, jobs are
 * worked on here, unless the choice is against it.
 */
export function workspaceOf(
  choice: WorkspaceChoice,
  io: Io,
  urlOf: () => string,
  services?: CityServices,
): ServeOptions['workspace'] {
  if (!choice.store) return undefined;
  const settings = workspaceSettings(process.env);
  const place = choice.demo ? demoPlace(choice) : placeOf(choice);
  const workspace = createWorkspace({
    location: place,
    ...ofWorkspace(settings),
    ...(choice.demo && { demo: (db: Database) => fillDemo(db, examplePlans, earlierInventories) }),
    ...(services && choice.worker !== false && { work: workOnJobs({ services, ...leaseOf(settings) }) }),
    onOpen: (db) => tell(io, place, choice, db, settings.publicUrl ?? urlOf()),
  });
  const open = () => {
    const opening = workspace.open().catch(tellFailure(io, place));
    if (choice.demo) prepareDemo();
    return opening;
  };
  return { workspace: { ...workspace, open }, trustProxy: settings.trustProxy, ...(settings.limits && { limits: settings.limits }) }; // prettier-ignore
}

/** A workspace for a process that only works on jobs. */
export function workerOf(choice: StoreOptions, services: CityServices): WorkspaceHandle {
  const settings = workspaceSettings(process.env);
  const work = workOnJobs({ services, ...leaseOf(settings) });
  return createWorkspace({ location: placeOf(choice), ...ofWorkspace(settings), work });
}

const leaseOf = ({ jobLeaseMs }: WorkspaceSettings) => (jobLeaseMs === undefined ? {} : { leaseMs: jobLeaseMs });

function ofWorkspace({ trustProxy: _trustProxy, limits: _limits, jobLeaseMs: _leaseMs, ...rest }: WorkspaceSettings) {
  return rest;
}

/** In memory, unless a folder is named: never where real data are. */
function demoPlace({ data }: WorkspaceChoice): StoreLocation {
  return data === undefined ? {} : placeOf({ data });
}

async function tell(io: Io, place: StoreLocation, { demo }: WorkspaceChoice, db: Database, url: string): Promise<void> {
  if (demo) {
    const kept = place.directory === undefined ? 'nothing is kept when the server stops' : `kept in ${place.directory}`;
    io.stdout(`Demo: everybody may change everything, and ${kept}.\n`);
    return;
  }
  io.stdout(`The workspace is open, in ${placeName(place)}.\n`);
  const secret = await db.as(SYSTEM, async (tx) =>
    (await hasAdministrator(tx)) ? undefined : makeLink(tx, { purpose: 'set-up', lifetimeHours: SET_UP_HOURS }),
  );
  if (secret === undefined) return;
  io.stdout(`Nobody runs it yet. This link makes the first administrator, once, within ${SET_UP_HOURS} hours:\n`);
  io.stdout(`  ${url}/set-up#${secret}\n`);
}

const isKept = ({ databaseUrl, directory }: StoreLocation) => (databaseUrl ?? directory) !== undefined;

/** Pages go on without a workspace; the API answers with the same reason. */
function tellFailure(io: Io, place: StoreLocation): (error: unknown) => never {
  return (error) => {
    const why = error instanceof DomainError ? error.message : String(error);
    io.stderr(`The workspace is not open (${isKept(place) ? placeName(place) : 'in memory'}): ${why}\n`);
    throw error;
  };
}
