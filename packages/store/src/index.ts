/** Where cities keep what they make: PostgreSQL, embedded or a server, behind one interface. */
export {
  asTheProgram,
  asThePerson,
  onBehalfOf,
  PUBLIC,
  SYSTEM,
  type Database,
  type Transaction,
  type Viewer,
} from './database/database.ts';
export { holdsStore, locationOf, openAsItIs, openSource, openStore, type StoreLocation } from './open.ts';
export * from './rights/rights.ts';
export * from './ids.ts';
export * from './people/users.ts';
export * from './people/tokens.ts';
export * from './people/anonymise.ts';
export * from './cities/cities.ts';
export * from './cities/base-year.ts';
export * from './cities/networks.ts';
export * from './cities/standing.ts';
export {
  findHead,
  findVersion,
  listVersions,
  saveVersion,
  VersionConflict,
  type DocumentKey,
  type Saved,
  type Version,
  type VersionHead,
} from './documents/versions.ts';
export { Checked } from './documents/checked.ts';
export * from './documents/inventories.ts';
export * from './documents/plans.ts';
export * from './documents/publications.ts';
export * from './documents/published.ts';
export * from './documents/comments.ts';
export * from './documents/evidence.ts';
export * from './trail/audit.ts';
export * from './trail/security-events.ts';
export { identityDatabase } from './accounts/identity-database.ts';
export { installationSecret, keptSecret } from './accounts/settings.ts';
export { setPassword } from './accounts/passwords.ts';
export * from './accounts/links.ts';
export * from './accounts/failures.ts';
export * from './accounts/sealed.ts';
export * from './accounts/sessions.ts';
export * from './accounts/used-codes.ts';
export * from './accounts/passkeys.ts';
export * from './accounts/invitations.ts';
export * from './accounts/network-invitations.ts';
export * from './accounts/service-accounts.ts';
export * from './accounts/second-factor.ts';
export * from './accounts/idempotency.ts';
export * from './accounts/request-counts.ts';
export * from './jobs/jobs.ts';
export * from './jobs/queue.ts';
export * from './webhooks/webhooks.ts';
export * from './webhooks/sending.ts';
export * from './cities/roll-ups.ts';
export { mayInNetwork, mayOneOf, rolesIn, type RoleIn } from './rights/roles-in.ts';
export { csv, type Cell } from './export/csv.ts';
export { cityFiles } from './export/city-files.ts';
export { inventoryCsv } from './export/document-files.ts';
export type { ExportedFile } from './export/file.ts';
export type { DeliveryState, DocumentKind, JobRight, JobState } from './tables.ts';
export { writeBackup } from './backup/write.ts';
export { restoreBackup } from './backup/restore.ts';
export { checkBackup, BACKUP_TABLES, PASSING_TABLES, type BackupSummary, type BackupTable } from './backup/format.ts';
export { exportAll, type Exported } from './export/export-all.ts';
export { programFromSource } from './thread-source.ts';
