/** How much an archive may hold and how far it may expand: what keeps a small upload from filling the memory. */

/** Limits of one archive. Sizes in bytes. */
export interface ArchiveLimits {
  /** Of the file itself. */
  readonly file: number;
  /** Of everything in it that is read, expanded. */
  readonly expanded: number;
  /** Files in it. */
  readonly entries: number;
  /** How many times larger an entry may become, once it is above `ratioFrom`. Deflate reaches 1032; workbooks 5 to 60. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MIB = 1024 * 1024;

/** For workbooks of inventories: forty times the largest that a city has sent us in the examples. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  file: 10 * MIB,
  expanded: 96 * MIB,
  entries: 1000,
  ratio: 200,
  ratioFrom: MIB,
};
