/** The sum of what the cities of a network have published, kept as its roll-up: queries of a network read that and no city. */
import { z } from '@hono/zod-openapi';
import { DomainError, DRAFT_YEARS, inventoryOf, totalsOf } from '@thousand-cities/model';
import {
  findVersion,
  keepRollUp,
  PUBLIC,
  publishedInNetwork,
  SYSTEM,
  type NetworkFigure,
  type PublishedOfCity,
  type Version,
} from '@thousand-cities/store';
import type { CityServices } from '../../services.ts';
import { requireNetworkRight } from '../../workspace/rights-check.ts';
import { jobKind, type AnyJobKind, type JobContext, type JobDone } from '../kind.ts';
import type { Answers } from '../thread/messages.ts';
import { createCompute, type Compute } from '../thread/thread.ts';

export const NetworkRollUpPayload = z.object({});

/** World in which the cities' references go on after their own last year. */
const WORLD = 'ssp245';
/** Ages of figures are counted at the year before anything can begin, as the command line does. */
const AS_OF = DRAFT_YEARS.start - 1;

type RollUpServices = Pick<CityServices, 'referenceSlice' | 'network'>;
type Context = JobContext<z.output<typeof NetworkRollUpPayload>>;

export function networkRollUp(services: RollUpServices): AnyJobKind {
  return jobKind({
    kind: 'network-roll-up',
    about: 'network',
    needs: 'network.read',
    payload: NetworkRollUpPayload,
    lane: 'sums',
    mostTries: 3,
    run: async (context) => {
      await context.report(0, 'reading');
      const compute = createCompute((iso3) => services.referenceSlice(iso3));
      try {
        return await sumUp(context, services, compute);
      } finally {
        await compute.end();
      }
    },
  });
}

async function sumUp(context: Context, services: RollUpServices, compute: Compute): Promise<JobDone> {
  const { job, viewer, db, signal, report } = context;
  const networkId = 'networkId' in job.owner ? job.owner.networkId : '';
  if (job.createdBy !== null) await db.snapshot(viewer, (tx) => requireNetworkRight(tx, networkId, 'network.read'));
  // All of them, whoever asked: a coordinator sees the cities of one country, and the sum is that of the network.
  const cities = await db.snapshot(SYSTEM, (tx) => publishedInNetwork(tx, networkId));
  const world = services.network.climateModel().scenario(WORLD);
  await compute.ask({ kind: 'begin-roll-up', world, asOf: AS_OF }, { signal });
  const figures: NetworkFigure[] = [];
  for (const [i, city] of cities.entries()) {
    await report((0.95 * i) / cities.length, 'summing');
    // A transaction for each: a network of thousands must not hold the store for minutes.
    const found = await versionOf(context, city);
    figures.push(await figureOf(city, found, (plan) => compute.ask({ kind: 'add-plan', plan }, { signal })));
  }
  const sum = await compute.ask({ kind: 'finish-roll-up' }, { signal });
  const inventoryOnly = figures.filter(({ source, tonnes }) => source === 'inventory' && tonnes !== null);
  const document = {
    networkId,
    world: WORLD,
    cities: {
      all: cities.length,
      plans: figures.filter(({ source, problem }) => source === 'plan' && problem === null).length,
      inventories: inventoryOnly.length,
      nothing: figures.filter(({ source }) => source === 'none').length,
      refused: figures.filter(({ problem }) => problem !== null).length,
    },
    // Of a year each, without a path: beside the sum and not in it.
    inventoryOnly: {
      cities: inventoryOnly.length,
      tonnes: inventoryOnly.reduce((all, { tonnes }) => all + tonnes!, 0),
    },
    sum,
  };
  const text = JSON.stringify(document);
  return {
    result: { cities: document.cities },
    keep: async (tx) => void (await keepRollUp(tx, { networkId, createdBy: job.createdBy, text, figures })),
  };
}

async function versionOf({ db }: Context, city: PublishedOfCity): Promise<Version | undefined> {
  const { kind, cityId, subjectId, version } = city;
  if (kind === null) return undefined;
  return db.snapshot(PUBLIC, (tx) => findVersion(tx, kind, { cityId, id: subjectId! }, version!));
}

const NOTHING = {
  year: null,
  population: null,
  tonnes: null,
  reference2030: null,
  plan2030: null,
  reference2050: null,
  plan2050: null,
  problem: null,
} as const;

/** Adds a plan to the sum. */
type Add = (plan: string) => Promise<Answers['add-plan']>;

/** A city's line. One whose plan or inventory cannot be taken stands there with the reason, and the others go on. */
async function figureOf(city: PublishedOfCity, found: Version | undefined, add: Add): Promise<NetworkFigure> {
  const { cityId, kind, subjectId, version } = city;
  // Withdrawn since the list was made, or never there.
  if (!found || kind === null) return { ...NOTHING, cityId, source: 'none', subjectId: null, version: null };
  const figure = { ...NOTHING, cityId, source: kind, subjectId, version };
  try {
    return { ...figure, ...(kind === 'plan' ? await planLine(found.text, add) : inventoryLine(found.text)) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...figure, problem: error.message.slice(0, 500) };
  }
}

async function planLine(plan: string, add: Add): Promise<Partial<NetworkFigure>> {
  const { networkId: _networkId, ...line } = await add(plan);
  return line;
}

/** Territorial emissions of the one year; its gaps count nothing, as in every total. */
function inventoryLine(text: string): Partial<NetworkFigure> {
  const inventory = inventoryOf(JSON.parse(text));
  return {
    year: inventory.year,
    population: inventory.population ?? null,
    tonnes: totalsOf(inventory).territorial.co2eTonnes,
  };
}
