/** The reference set as it lies on disk: for the server, the command line and tests. */
import { readFileSync } from 'node:fs';
import {
  createClimateModel,
  readClimatePack,
  readThousand,
  type ClimateModel,
  type ClimatePack,
  type DraftKit,
  type ObservedRecord,
  type Source,
  type StarterCoefficients,
  type ThousandData,
} from '@thousand-cities/model';
import { parseObservedWarming } from './climate/observed.ts';
import { loadFactors, type FactorLibrary } from './factors/load.ts';
import { referenceIdentity } from './node-identity.ts';
import { readTable } from './node-tables.ts';
import { openDraftKit } from './kit.ts';
import { openReference, type ReferenceSet } from './reference.ts';
import { parseSources } from './sources.ts';
import { loadStarterCoefficients } from './starter/load.ts';

export { readTable, tableNames } from './node-tables.ts';
export { referenceIdentity } from './node-identity.ts';

let factors: FactorLibrary | undefined;

/** Every factor lookup, read from disk once. */
export function factorLibrary(): FactorLibrary {
  return (factors ??= loadFactors(readTable));
}

let reference: ReferenceSet | undefined;

/** The reference set on disk; tables are read when first asked for. One instance per process. */
export function loadReference(): ReferenceSet {
  return (reference ??= openReference(readTable, referenceIdentity));
}

let starter: StarterCoefficients | undefined;

/** Coefficients and public figures of the starter inventory, read from disk once. */
export function loadStarter(): StarterCoefficients {
  return (starter ??= loadStarterCoefficients(readTable));
}

let kit: DraftKit | undefined;

/** Everything a draft plan is made from, read from disk once. */
export function draftKit(): DraftKit {
  return (kit ??= openDraftKit(readTable, loadReference(), factorLibrary));
}

let climate: ClimatePack | undefined;

/** The calibrated ensemble with its scenarios, read from disk once. */
export function loadClimatePack(): ClimatePack {
  return (climate ??= readClimatePack(climatePackBytes()));
}

/** The bytes of the climate pack: what a server sends on. */
export function climatePackBytes(): Uint8Array {
  return readFileSync(new URL('../climate/fair-1.4.1.bin', import.meta.url));
}

let model: ClimateModel | undefined;

/** The ensemble, ready to run. One instance per process. */
export function loadClimateModel(): ClimateModel {
  return (model ??= createClimateModel(loadClimatePack()));
}

let observed: ObservedRecord | undefined;

/** The observed record of warming with its sources, read from disk once. */
export function loadObservedWarming(): ObservedRecord {
  return (observed ??= parseObservedWarming(readClimateText('observed-warming'), readClimateText('sources')));
}

/** Where the pack of the ensemble comes from: the sources beside it that are not those of the observed record. */
export function loadClimateSources(): readonly Source[] {
  const ofRecord = new Set(loadObservedWarming().sources.map(({ id }) => id));
  return parseSources(readClimateText('sources')).filter(({ id }) => !ofRecord.has(id));
}

/** Text of a table of the climate, beside the pack of the ensemble. */
function readClimateText(name: string): string {
  return readFileSync(new URL(`../climate/${name}.csv`, import.meta.url), 'utf8');
}

/** Text of a table of the network: `groups`, `pledges`, `sources`. */
export function readNetworkTable(name: string): string {
  return readFileSync(new URL(`../network/${name}.csv`, import.meta.url), 'utf8');
}

/** The document of the thousand as it lies on disk, unread: what a server sends on. */
export function thousandText(): string {
  return readFileSync(new URL('../network/thousand.json', import.meta.url), 'utf8');
}

let thousand: ThousandData | undefined;

/** The thousand as a network sums them, read and checked once. Derived data: see packages/reference/network/README.md. */
export function loadThousandData(): ThousandData {
  return (thousand ??= readThousand(thousandText()));
}
