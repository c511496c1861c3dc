/** Rounds of a writer that is killed, and of the next one that looks for everything it was promised. */
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { StoreLocation } from '../../src/index.ts';

const WRITER = fileURLToPath(new URL('writer.mjs', import.meta.url));

interface Acknowledged {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
}

/** What the checks have covered: versions by inventory, and the audit log up to an entry. */
interface Checked {
  readonly versions: Readonly<Record<string, number>>;
  readonly seq: number;
  readonly hash: string;
}

/** What a writer is told. */
interface Order {
  readonly location: StoreLocation;
  readonly city?: string;
  readonly acknowledged: readonly Acknowledged[];
  readonly checked: Checked;
}

type Message =
  | { readonly kind: 'begun'; readonly city: string }
  | { readonly kind: 'verified'; readonly checked: Checked }
  | ({ readonly kind: 'saved' } & Acknowledged);

export interface Tally {
  rounds: number;
  /** Writes that were acknowledged and found again. */
  kept: number;
  /** Writers that were killed before they had opened the store, in recovery as it may be. */
  killedEarly: number;
}

export interface CrashPlan {
  readonly location: StoreLocation;
  readonly rounds: number;
  /** From 0 to 1, seeded. */
  readonly random: () => number;
  /** Something else to crash in a round, at the moment the writer is killed. */
  readonly alsoCrash?: (round: number) => Promise<void>;
}

/**
 * A writer is killed after so many acknowledgements at most, and a moment; or, when it has only just started, after a moment
 * that falls into its opening. Milliseconds. Acknowledgements are counted so that a slow machine kills during writes too.
 */
const MOST_WRITES = 12;
const MOMENT_MS = 40;
const START_MS = 800;

/**
 * Kill writers. Each round checks what all rounds before acknowledged; one more round at the end checks the last.
 *
 * @throws when anything acknowledged is missing, or anything is half there
 */
export async function crashRounds({ location, rounds, random, alsoCrash }: CrashPlan): Promise<Tally> {
  const begun = await runWriter({ location, acknowledged: [], checked: nothing }, () => undefined);
  const first = begun.find((message) => message.kind === 'begun');
  if (!first) throw new Error('the first writer did not begin');
  const tally: Tally = { rounds: 0, kept: 0, killedEarly: 0 };
  let acknowledged: Acknowledged[] = [];
  let checked: Checked = nothing;
  for (let round = 0; round <= rounds; round++) {
    const last = round === rounds;
    const early = !last && random() < 0.15;
    const order: Order = { location, city: first.city, acknowledged, checked };
    const writes = Math.floor(random() * MOST_WRITES);
    const messages = await runWriter(order, async (kill, said) => {
      if (early) await sleep(random() * START_MS);
      else await said(last ? 1 : 1 + writes);
      if (!last && !early) await sleep(random() * MOMENT_MS);
      await Promise.all([kill(), last ? undefined : alsoCrash?.(round)]);
    });
    const verified = messages.find((message) => message.kind === 'verified');
    if (verified) {
      tally.kept += acknowledged.length;
      ({ checked } = verified);
      acknowledged = [];
    } else {
      if (!early) throw new Error(`round ${round}: the writer did not come to verify`);
      tally.killedEarly++;
    }
    acknowledged.push(...messages.filter((message) => message.kind === 'saved'));
    if (!last) tally.rounds++;
  }
  return tally;
}

const nothing: Checked = { versions: {}, seq: 0, hash: '' };
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when the writer has said so many things, the first being that it has verified; or when it has ended. */
type Said = (messages: number) => Promise<void>;
type Killer = (kill: () => Promise<void>, said: Said) => Promise<void> | undefined;

/** Run a writer; `killer` decides when it dies. Resolves to all it said, when its last word has been read. */
async function runWriter(order: Order, killer: Killer): Promise<Message[]> {
  const child = spawn(process.execPath, [WRITER, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const messages: Message[] = [];
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const spoken = new EventEmitter();
  createInterface(child.stdout).on('line', (line) => {
    // The last line may be cut off by the kill: an acknowledgement that nobody received.
    const message = parse(line);
    if (message) messages.push(message);
    spoken.emit('message');
  });
  let [killed, ended] = [false, false];
  const closed = once(child, 'close').then(() => void (ended = true));
  const kill = async (): Promise<void> => {
    // One that has ended already ended by itself: what it said of it counts.
    killed = !ended;
    child.kill('SIGKILL');
    await closed;
  };
  // A writer that ends by itself, because it found something missing, has nothing more to say either.
  const said: Said = async (count) => {
    while (messages.length < count && !ended) await Promise.race([once(spoken, 'message'), closed]);
  };
  await killer(kill, said);
  await closed;
  if (!killed && errors !== '') throw new Error(errors);
  return messages;
}

function parse(line: string): Message | undefined {
  try {
    return JSON.parse(line) as Message;
  } catch {
    return undefined;
  }
}
