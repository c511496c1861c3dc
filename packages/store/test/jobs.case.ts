/** The queue: a job is held by one worker, comes back from a dead one, and is seen by whoever asked. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  addJob,
  addPlan,
  cancelJob,
  claimJob,
  endCancelled,
  failJob,
  findJob,
  finishJob,
  forgetOldJobs,
  foundNetwork,
  giveBackJob,
  keepRollUp,
  listJobs,
  newId,
  nextDue,
  publish,
  readJobFile,
  renewJob,
  retryJob,
  setMember,
  SYSTEM,
  type ClaimedJob,
  type Database,
  type Job,
  type Transaction,
} from '../src/index.ts';
import { as, newCity, planOf, refusalOf } from './documents.ts';

const LEASE_MS = 60_000;

export function jobsCase(database: () => Database): void {
  describe('jobs', () => {
    let db: Database;
    let town: Awaited<ReturnType<typeof newCity>>;
    beforeAll(async () => {
      db = database();
      town = await newCity(db);
    });
    const asEditor = <T>(work: (tx: Transaction) => Promise<T>) => db.as(as(town.people.editor), work);
    const asSystem = <T>(work: (tx: Transaction) => Promise<T>) => db.as(SYSTEM, work);
    /** A job of a kind nobody else of these tests takes. */
    const begin = (kind: string, mostTries = 3): Promise<Job> =>
      asEditor((tx) => addJob(tx, { kind, owner: { cityId: town.city.id }, needs: 'members.read', payload: { kind }, mostTries })); // prettier-ignore
    const claim = (kind: string, leaseMs = LEASE_MS, worker = 'w'): Promise<ClaimedJob | undefined> =>
      asSystem((tx) => claimJob(tx, { kinds: [kind], worker, leaseMs }));
    const look = (id: string) => asEditor((tx) => findJob(tx, id));

    it('are seen by whoever asked alone, and not any more when the right has gone', async () => {
      const { city, people } = await newCity(db);
      const job = await db.as(as(people.viewer), (tx) =>
        addJob(tx, { kind: newId(), owner: { cityId: city.id }, needs: 'plan.read', payload: {}, mostTries: 1 }),
      );
      const seen = (who: keyof typeof people) => db.as(as(people[who]), (tx) => listJobs(tx));
      expect(await seen('viewer')).toMatchObject([{ id: job.id, state: 'waiting', createdBy: people.viewer.id }]);
      expect(await seen('lead')).toEqual([]);
      await db.as(as(people.lead), (tx) => setMember(tx, city.id, people.viewer.id, undefined));
      expect(await seen('viewer')).toEqual([]);
    });

    it('cannot be begun without the right they need', async () => {
      const elsewhere = (await newCity(db)).city;
      const owner = { cityId: elsewhere.id };
      const refused = asEditor((tx) => addJob(tx, { kind: newId(), owner, needs: 'members.read', payload: {}, mostTries: 1 })); // prettier-ignore
      expect(await refusalOf(refused)).toMatchObject({ code: 'not-allowed' });
    });

    it('are each taken by one of many workers', async () => {
      const kind = newId();
      const begun = await Promise.all(Array.from({ length: 12 }, () => begin(kind)));
      const taken = await Promise.all(Array.from({ length: 20 }, () => claim(kind)));
      const ids = taken.flatMap((job) => (job ? [job.id] : []));
      // A worker that found the row of another locked may have gone away with nothing; it comes again.
      for (let more = await claim(kind); more; more = await claim(kind)) ids.push(more.id);
      expect(ids.sort()).toEqual(begun.map(({ id }) => id).sort());
    });

    it('come back from a worker that died, whose late result is not taken', async () => {
      const kind = newId();
      const { id } = await begin(kind);
      const dead = (await claim(kind, 1))!;
      await new Promise((resolve) => setTimeout(resolve, 30));
      const alive = (await claim(kind))!;
      expect(alive).toMatchObject({ id, run: 2, tries: 2 });
      expect(await asSystem((tx) => renewJob(tx, dead, { leaseMs: LEASE_MS }))).toBe('lost');
      expect(await asSystem((tx) => finishJob(tx, dead, { result: 'late' }))).toBe(false);
      expect(await asSystem((tx) => renewJob(tx, alive, { leaseMs: LEASE_MS, progress: 0.5, step: 'sums' }))).toBe(
        'go-on',
      );
      expect(await look(id)).toMatchObject({ state: 'running', progress: 0.5, step: 'sums' });
      const file = { name: 'a.txt', mediaType: 'text/plain', bytes: new Uint8Array([1, 2, 3]) };
      expect(await asSystem((tx) => finishJob(tx, alive, { result: { sum: 3 }, file }))).toBe(true);
      expect(await look(id)).toMatchObject({ state: 'done', progress: 1, result: { sum: 3 }, file: { size: 3 } });
      expect(await asEditor((tx) => readJobFile(tx, id))).toMatchObject(file);
      expect(await db.as(as(town.people.lead), (tx) => readJobFile(tx, id))).toBeUndefined();
    });

    it('are not taken again for ever: after the last try they have failed', async () => {
      const kind = newId();
      const { id } = await begin(kind, 1);
      await claim(kind, 1);
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(await claim(kind)).toBeUndefined();
      expect(await look(id)).toMatchObject({ state: 'failed', problemCode: 'worker-lost' });
    });

    it('wait before they are tried again, as often as they may, and can be begun anew', async () => {
      const kind = newId();
      const { id } = await begin(kind, 2);
      const problem = { code: 'fault', message: 'no luck', again: 3_600_000 };
      await asSystem(async (tx) => failJob(tx, (await claimJob(tx, { kinds: [kind], worker: 'w', leaseMs: 1 }))!, problem)); // prettier-ignore
      expect(await look(id)).toMatchObject({ state: 'waiting', tries: 1, problem: 'no luck' });
      expect(await claim(kind)).toBeUndefined();
      const due = (await asSystem((tx) => nextDue(tx, [kind])))!;
      expect(due).toBeGreaterThan(3_500_000);
      expect(due).toBeLessThanOrEqual(3_600_000);
      await asEditor((tx) => cancelJob(tx, id));
      expect(await asEditor((tx) => retryJob(tx, id))).toMatchObject({ state: 'waiting', tries: 0, problem: null });
      for (const again of [0, 0]) await asSystem(async (tx) => failJob(tx, (await claimJob(tx, { kinds: [kind], worker: 'w', leaseMs: 1 }))!, { ...problem, again })); // prettier-ignore
      expect(await look(id)).toMatchObject({ state: 'failed', tries: 2 });
    });

    it('are called off: at once while they wait, at the next report while they run', async () => {
      const kind = newId();
      const [waiting, running] = [await begin(kind), await begin(kind)];
      expect(await asEditor((tx) => cancelJob(tx, waiting.id))).toMatchObject({ state: 'cancelled' });
      const taken = (await claim(kind))!;
      expect(taken.id).toBe(running.id);
      expect(await asEditor((tx) => cancelJob(tx, running.id))).toMatchObject({ state: 'running' });
      expect(await asSystem((tx) => renewJob(tx, taken, { leaseMs: LEASE_MS }))).toBe('cancel');
      await asSystem((tx) => endCancelled(tx, taken));
      expect(await look(running.id)).toMatchObject({ state: 'cancelled' });
      expect(await refusalOf(asEditor((tx) => cancelJob(tx, running.id)))).toMatchObject({ code: 'out-of-range' });
      const foreign = db.as(as(town.people.lead), (tx) => retryJob(tx, running.id));
      expect(await refusalOf(foreign)).toMatchObject({ code: 'not-found' });
    });

    it('go back untried when a process ends in peace', async () => {
      const kind = newId();
      const { id } = await begin(kind);
      const taken = (await claim(kind))!;
      await asSystem((tx) => giveBackJob(tx, taken));
      expect(await look(id)).toMatchObject({ state: 'waiting', tries: 0 });
      expect(await claim(kind)).toMatchObject({ id, tries: 1, run: 2 });
    });

    it('sum a network again within the hour when one of its cities publishes, once for all that happens until then', async () => {
      const { city, people } = await newCity(db);
      const network = await db.as(SYSTEM, async (tx) => {
        const { id } = await foundNetwork(tx, newId(), people.lead.id);
        const accepted_at = new Date().toISOString();
        await tx.insertInto('network_cities').values({ city_id: city.id, network_id: id, shares: [], accepted_at }).execute(); // prettier-ignore
        return id;
      });
      const publishOne = (name: string) =>
        db.as(as(people.lead), async (tx) =>
          publish(tx, 'plan', await addPlan(tx, city.id, name, planOf('x')), 1, name),
        );
      const waiting = () => asSystem((tx) => tx.selectFrom('jobs').select(['kind', 'due_at']).where('network_id', '=', network).execute()); // prettier-ignore
      await publishOne('before anybody summed');
      expect(await waiting()).toEqual([]);
      await asSystem((tx) => keepRollUp(tx, { networkId: network, createdBy: null, text: '{}', figures: [] }));
      await publishOne('first');
      await publishOne('second');
      const [job, ...more] = await waiting();
      expect({ kind: job?.kind, more }).toEqual({ kind: 'network-roll-up', more: [] });
      expect(Math.abs(new Date(job!.due_at).getTime() - Date.now() - 3_600_000)).toBeLessThan(60_000);
    });

    it('are forgotten a month after they are over', async () => {
      const kind = newId();
      const [old, young] = [await begin(kind), await begin(kind)];
      await asEditor((tx) => cancelJob(tx, old.id));
      await asEditor((tx) => cancelJob(tx, young.id));
      const longAgo = new Date(Date.now() - 31 * 86_400_000).toISOString();
      await asSystem((tx) => tx.updateTable('jobs').set({ finished_at: longAgo }).where('id', '=', old.id).execute());
      await asSystem(forgetOldJobs);
      expect([await look(old.id), (await look(young.id))?.id]).toEqual([undefined, young.id]);
    });
  });
}
