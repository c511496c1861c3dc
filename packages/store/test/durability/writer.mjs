/**
 * The process that is killed. It opens the store, checks what earlier processes were told is kept, says so, and then saves
 * versions of three inventories at once until it dies. Every save is acknowledged on standard output after it has been
 * committed. It runs the build, as installations do.
 *
 * Argument: JSON of `Order` in crash.ts.
 */
import {
  addInventory,
  addUser,
  entryHash,
  findCity,
  findVersion,
  foundCity,
  listInventories,
  openStore,
  readAudit,
  saveInventory,
  sha256,
  SYSTEM,
} from '../../dist/index.js';

const { location, city, acknowledged, checked } = JSON.parse(process.argv[2]);
const say = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

/** Sixty rows; the first figure tells versions apart. */
const inventoryOf = (year, tonnes) => ({
  city: { name: 'Killtown', country: 'DEU' },
  year,
  gwpSet: 'AR6',
  rows: Array.from({ length: 60 }, (_, i) => ({
    ref: `I.${1 + (i % 8)}.${1 + (i % 3)}`,
    co2eTonnes: tonnes + i,
    provenance: 'city-value',
    sources: ['killed'],
    note: 'a note of some length, so that a version fills more than one page of the database '.repeat(2),
  })),
});

const db = await openStore(location);
if (city === undefined) await begin();
else say({ kind: 'verified', ...(await verify()) });
await write();

async function begin() {
  const made = await db.as(SYSTEM, async (tx) => {
    const lead = await addUser(tx, { email: 'lead@example.org', name: 'Lead' });
    const founded = await foundCity(tx, { name: 'Killtown', country: 'DEU' }, lead.id);
    for (const year of [2021, 2022, 2023]) await addInventory(tx, founded.id, inventoryOf(year, 0));
    return founded.id;
  });
  say({ kind: 'begun', city: made });
  process.exit(0);
}

/** Everything acknowledged is there, nothing is half there. Throws otherwise. */
async function verify() {
  return db.as(SYSTEM, async (tx) => {
    if (!(await findCity(tx, city))) throw new Error('the city is gone');
    for (const { id, version, sha256: hash } of acknowledged) {
      const found = await findVersion(tx, 'inventory', { cityId: city, id }, version);
      if (found?.sha256 !== hash) throw new Error(`version ${version} was acknowledged and is not there`);
      if (sha256(found.text) !== hash) throw new Error(`version ${version} is not what was written`);
    }
    await verifyWhole(tx);
    return verifyTrail(tx);
  });
}

/** Every version since the last check has all its rows (the first is a draft, which has none), and the head names the newest of an unbroken sequence. */
async function verifyWhole(tx) {
  for (const { id, version } of await listInventories(tx, city)) {
    const from = checked.versions[id] ?? 0;
    const versions = await tx
      .selectFrom('inventory_versions as v')
      .select(['version', 'sha256', 'document'])
      .select((eb) =>
        eb
          .selectFrom('inventory_rows as r')
          .whereRef('r.city_id', '=', 'v.city_id')
          .whereRef('r.inventory_id', '=', 'v.inventory_id')
          .whereRef('r.version', '=', 'v.version')
          .select((inner) => inner.fn.countAll().as('n'))
          .as('rows'),
      )
      .where('city_id', '=', city)
      .where('inventory_id', '=', id)
      .where('version', '>', from)
      .orderBy('version')
      .execute();
    versions.forEach((found, i) => {
      if (found.version !== from + i + 1) throw new Error(`version ${from + i + 1} is missing below ${found.version}`);
      const rows = found.version === 1 ? 0 : 60;
      if (found.rows !== rows) throw new Error(`version ${found.version} has ${found.rows} of ${rows} rows`);
      if (sha256(found.document) !== found.sha256) throw new Error(`version ${found.version} is torn`);
    });
    if (from + versions.length !== version)
      throw new Error(`the head says ${version}, there are ${from + versions.length}`);
    checked.versions[id] = version;
  }
}

/** The audit log goes on from where it was, one entry per version, and its head fits. */
async function verifyTrail(tx) {
  let { seq, hash } = checked;
  for (const entry of await readAudit(tx, city, seq, 100_000)) {
    if (entry.seq !== seq + 1 || entry.sha256 !== entryHash(hash, entry))
      throw new Error(`audit entry ${seq + 1} does not fit`);
    seq = entry.seq;
    hash = entry.sha256;
  }
  const head = await tx.selectFrom('audit_heads').selectAll().where('city_id', '=', city).executeTakeFirstOrThrow();
  if (head.seq !== seq || head.sha256 !== hash) throw new Error('the head of the audit log does not fit');
  const total = Object.values(checked.versions).reduce((sum, version) => sum + version, 0);
  // One entry for the founding.
  if (seq !== total + 1) throw new Error(`${total} versions have ${seq - 1} audit entries`);
  return { checked: { versions: checked.versions, seq, hash } };
}

async function write() {
  const heads = await db.as(SYSTEM, (tx) => listInventories(tx, city));
  await Promise.all(
    heads.map(async ({ id, year, version }) => {
      for (let basedOn = version; ; basedOn++) {
        const inventory = inventoryOf(year, basedOn);
        const saved = await db.as(SYSTEM, (tx) =>
          saveInventory(tx, { cityId: city, id }, { basedOn, inventory, state: 'review' }),
        );
        say({ kind: 'saved', id, version: saved.version, sha256: saved.sha256 });
      }
    }),
  );
}
