/** Everything a city owns, as files of open formats. */
import { canonicalJson } from '@thousand-cities/model';
import type { Transaction } from '../database/database.ts';
import { findBaseYear } from '../cities/base-year.ts';
import type { StoredCity } from '../cities/cities.ts';
import { listShares } from '../cities/networks.ts';
import { readEvidence } from '../documents/evidence.ts';
import { readAudit } from '../trail/audit.ts';
import { csv, table } from './csv.ts';
import { documentFiles } from './document-files.ts';
import type { ExportedFile } from './file.ts';
import { fileName } from './names.ts';

/** Files of a city one after the other, so that only one is in memory. What the viewer may not see is not there. */
export async function* cityFiles(tx: Transaction, city: StoredCity): AsyncGenerator<ExportedFile> {
  yield { path: 'city.json', content: await cityJson(tx, city) };
  yield { path: 'members.csv', content: await membersCsv(tx, city.id) };
  yield { path: 'invitations.csv', content: await invitationsCsv(tx, city.id) };
  yield { path: 'services.csv', content: await servicesCsv(tx, city.id) };
  yield* documentFiles(tx, city.id);
  yield { path: 'publications.csv', content: await publicationsCsv(tx, city.id) };
  yield { path: 'comments.csv', content: await commentsCsv(tx, city.id) };
  yield { path: 'webhooks.csv', content: await webhooksCsv(tx, city.id) };
  yield* evidenceFiles(tx, city.id);
  yield { path: 'audit.csv', content: await auditCsv(tx, city.id) };
}

/** The city, its base year as it was chosen, and what it shows to whom. */
async function cityJson(tx: Transaction, city: StoredCity): Promise<string> {
  const { cityId: _cityId, ...baseYear } = (await findBaseYear(tx, city.id)) ?? {};
  const networks = await listShares(tx, { cityId: city.id });
  return canonicalJson({ ...city, ...('inventoryId' in baseYear && { baseYear }), networks });
}

async function membersCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx
    .selectFrom('members')
    .leftJoin('users', 'users.id', 'members.user_id')
    .select(['user_id', 'name', 'role', 'since', 'ended_at'])
    .where('city_id', '=', cityId)
    .orderBy('since')
    .orderBy('user_id')
    .execute();
  return table(['user_id', 'name', 'role', 'since', 'ended_at'], rows);
}

/** Without what the links were known by; empty for whoever may not see them. */
async function invitationsCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx.selectFrom('invitations').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  return table(['id', 'email', 'role', 'created_by', 'created_at', 'expires_at', 'accepted_at', 'accepted_by', 'revoked_at'], rows); // prettier-ignore
}

async function servicesCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx.selectFrom('service_accounts').selectAll().where('city_id', '=', cityId).orderBy('user_id').execute(); // prettier-ignore
  return table(['user_id', 'created_by', 'created_at', 'ended_at'], rows);
}

async function publicationsCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx.selectFrom('publications').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  return table(['id', 'kind', 'subject_id', 'version', 'title', 'published_by', 'published_at', 'withdrawn_by', 'withdrawn_at', 'assessment'], rows); // prettier-ignore
}

async function commentsCsv(tx: Transaction, cityId: string): Promise<string> {
  const rows = await tx.selectFrom('comments').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  return table(['id', 'kind', 'subject_id', 'version', 'place', 'body', 'reply_to', 'created_by', 'created_at', 'resolved_by', 'resolved_at'], rows); // prettier-ignore
}

/** Without their secrets; empty for whoever may not see them. */
async function webhooksCsv(tx: Transaction, cityId: string): Promise<string> {
  const hooks = await tx.selectFrom('webhooks').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  const rows = hooks.map((hook) => ({ ...hook, events: hook.events.join(' ') }));
  return table(['id', 'url', 'events', 'created_by', 'created_at', 'disabled_at', 'ended_at'], rows);
}

async function* evidenceFiles(tx: Transaction, cityId: string): AsyncGenerator<ExportedFile> {
  const rows = await tx.selectFrom('evidence').selectAll().where('city_id', '=', cityId).orderBy('id').execute();
  const lines: ((typeof rows)[number] & { readonly file: string })[] = [];
  for (const row of rows) {
    const file = `evidence/${row.id.slice(-12)}-${fileName(row.name, 'file')}`;
    yield { path: file, content: (await readEvidence(tx, cityId, row.sha256))! };
    lines.push({ ...row, file });
  }
  const content = table(['id', 'file', 'name', 'media_type', 'size', 'sha256', 'kind', 'subject_id', 'place', 'created_by', 'created_at', 'superseded_by'], lines); // prettier-ignore
  yield { path: 'evidence.csv', content };
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
