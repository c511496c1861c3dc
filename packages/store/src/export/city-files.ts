/** Everything a city owns, as files of open formats. */
import { canonicalJson, inventoryOf, isMissing, type Inventory } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { listMembers, type StoredCity } from '../cities/cities.ts';
import { listShares } from '../cities/networks.ts';
import { readEvidence } from '../documents/evidence.ts';
import { listInventories } from '../documents/inventories.ts';
import { listPlans } from '../documents/plans.ts';
import { findVersion, listVersions, type DocumentKey, type Version } from '../documents/versions.ts';
import { readAudit } from '../trail/audit.ts';
import { listWebhooks } from '../webhooks/webhooks.ts';
import type { DocumentKind } from '../tables.ts';
import { csv } from './csv.ts';
import { fileName, pathName } from './names.ts';

/** A file to be: where, below the city's folder, and what. */
export interface ExportedFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Files of a city one after the other, so that only one is in memory. */
export async function* cityFiles(tx: Transaction, city: StoredCity): AsyncGenerator<ExportedFile> {
  yield { path: 'city.json', content: canonicalJson({ ...city, networks: await listShares(tx, { cityId: city.id }) }) };
  yield { path: 'members.csv', content: await membersCsv(tx, city.id) };
  for (const head of await listInventories(tx, city.id)) {
    const folder = `inventories/${head.year}${head.name === '' ? '' : `-${pathName(head.name, head.id)}`}`;
    for await (const version of versionsOf(tx, 'inventory', head)) {
      yield { path: `${folder}/v${version.version}-${version.state}.json`, content: version.text };
      const inventory = inventoryOf(JSON.parse(version.text));
      yield { path: `${folder}/v${version.version}-${version.state}.csv`, content: inventoryCsv(inventory) };
    }
  }
  for (const head of await listPlans(tx, city.id)) {
    // Names are unique in a city, path names need not be.
    const folder = `plans/${pathName(head.name, 'plan')}-${head.id.slice(-6)}`;
    for await (const version of versionsOf(tx, 'plan', head)) {
      yield { path: `${folder}/v${version.version}-${version.state}.plan.json`, content: version.text };
    }
  }
  yield { path: 'publications.csv', content: await publicationsCsv(tx, city.id) };
  yield { path: 'comments.csv', content: await commentsCsv(tx, city.id) };
  yield { path: 'webhooks.csv', content: await webhooksCsv(tx, city.id) };
  yield* evidenceFiles(tx, city.id);
  yield { path: 'audit.csv', content: await auditCsv(tx, city.id) };
}

async function* versionsOf(tx: Transaction, kind: DocumentKind, key: DocumentKey): AsyncGenerator<Version> {
  for (const { version } of await listVersions(tx, kind, key)) yield (await findVersion(tx, kind, key, version))!;
}

/** The long form that `cities inventory` reads. */
export function inventoryCsv(inventory: Inventory): string {
  const { city, year, population } = inventory;
  return csv(
    ['city', 'country', 'year', 'population', 'gpc_ref', 'co2e_tonnes', 'notation_key'],
    inventory.rows.map(({ ref, co2eTonnes }) => [
      city.name,
      city.country,
      year,
      population,
      ref,
      isMissing(co2eTonnes) ? undefined : co2eTonnes,
      isMissing(co2eTonnes) ? co2eTonnes.keys.filter((key) => key !== 'unknown').join('; ') : undefined,
    ]),
  );
}

async function membersCsv(tx: Transaction, cityId: string): Promise<string> {
  const members = await listMembers(tx, cityId);
  const rows = members.map(({ userId, name, role, since }) => [userId, name, role, since]);
  return csv(['user_id', 'name', 'role', 'since'], rows);
}

async function publicationsCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx.selectFrom('publications').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  return csv(
    ['id', 'kind', 'subject_id', 'version', 'title', 'published_at', 'withdrawn_at'],
    rows.map((row) => [row.id, row.kind, row.subject_id, row.version, row.title, row.published_at, row.withdrawn_at]),
  );
}

async function commentsCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx.selectFrom('comments').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  return csv(
    ['id', 'kind', 'subject_id', 'version', 'place', 'body', 'reply_to', 'created_by', 'created_at', 'resolved_at'],
    rows.map((row) => [
      row.id,
      row.kind,
      row.subject_id,
      row.version,
      row.place,
      row.body,
      row.reply_to,
      row.created_by,
      row.created_at,
      row.resolved_at,
    ]),
  );
}

/** Without their secrets; empty for whoever may not see them. */
async function webhooksCsv(tx: Transaction, cityId: string): Promise<string> {
  const hooks = await listWebhooks(tx, cityId);
  const rows = hooks.map(({ id, url, events, createdAt, disabledAt }) => [id, url, events.join(' '), createdAt, disabledAt]); // prettier-ignore
  return csv(['id', 'url', 'events', 'created_at', 'disabled_at'], rows);
}

async function* evidenceFiles(tx: Transaction, cityId: string): AsyncGenerator<ExportedFile> {
  const rows = await tx.selectFrom('evidence').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  const lines: (readonly (string | number | null)[])[] = [];
  for (const row of rows) {
    const path = `evidence/${row.id.slice(-12)}-${fileName(row.name, 'file')}`;
    yield { path, content: (await readEvidence(tx, cityId, row.sha256))! };
    lines.push([row.id, path, row.name, row.media_type, row.size, row.sha256, row.kind, row.subject_id, row.place, row.created_by, row.created_at, row.superseded_by]); // prettier-ignore
  }
  const header = ['id', 'file', 'name', 'media_type', 'size', 'sha256', 'kind', 'subject_id', 'place', 'created_by', 'created_at', 'superseded_by']; // prettier-ignore
  yield { path: 'evidence.csv', content: csv(header, lines) };
}

async function auditCsv(tx: Transaction, cityId: string): Promise<string> {
  const header = ['seq', 'at', 'actor', 'action', 'subject', 'detail', 'sha256'];
  let text = csv(header, []);
  for (let after = 0; ;) {
    const entries = await readAudit(tx, cityId, after);
    if (entries.length === 0) return text;
    // Canonical JSON ends with a line end, which is part of what is hashed; it is kept.
    const rows = entries.map((entry) => [entry.seq, entry.at, entry.actor, entry.action, entry.subject, entry.detail, entry.sha256]); // prettier-ignore
    text += csv([], rows).slice(1);
    after = entries.at(-1)!.seq;
  }
}
