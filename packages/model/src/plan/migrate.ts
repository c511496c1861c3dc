/** Bring a versioned document to the present version, one step at a time. */
import { DomainError } from '../errors.ts';

export type VersionedDocument = Readonly<Record<string, unknown>>;

/** One step: from the version it is filed under to the next. It must set `version`. */
export type Migration = (document: VersionedDocument) => VersionedDocument;

/**
 * Apply migrations until the document has version `current`.
 *
 * @param migrations by the version they start from; every version from the oldest readable to `current − 1` has one
 * @throws {DomainError} `plan-newer` when the document is from a later program, `plan-invalid` when its version is no whole
 *   number, is older than anything readable, or a step does not advance it.
 */
export function migrate(
  document: VersionedDocument,
  migrations: Readonly<Record<number, Migration>>,
  current: number,
): VersionedDocument {
  let version = versionOf(document);
  if (version > current) {
    throw new DomainError(
      'plan-newer',
      `the document has version ${version}; this program reads up to ${current}. Update the program; nothing was changed`,
      ['version'],
    );
  }
  let now = document;
  while (version < current) {
    const step = migrations[version];
    if (!step) throw new DomainError('plan-invalid', `no way to read version ${version}`, ['version']);
    now = step(now);
    const next = versionOf(now);
    if (next <= version)
      throw new Error(`migration from version ${version} did not advance; this is a bug, please report it`);
    version = next;
  }
  return now;
}

function versionOf(document: VersionedDocument): number {
  const version = document['version'];
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw new DomainError('plan-invalid', '"version" is not a whole number', ['version']);
  }
  return version;
}
