/** Entity tags (RFC 9110, 8.8.3): a strong tag is of the bytes that are sent, so each encoding of an answer has its own. */
import { ENCODINGS, type Encoding } from './kept-versions.ts';

const SUFFIX = `-(?:${ENCODINGS.join('|')})`;

/** Text between the quotes of a tag that names a version, in whatever encoding it was sent. */
export const VERSION_TAG = new RegExp(`^v(\\d{1,9})(?:${SUFFIX})?$`);

/** The tag of an answer as it is sent in an encoding: `"v3-br"` of `"v3"`. */
export const tagIn = (etag: string, encoding: Encoding): string => `${etag.slice(0, -1)}-${encoding}"`;

const ENCODED = new RegExp(`${SUFFIX}"$`);

/**
 * Which tag of an `If-None-Match` names the answer, in whatever encoding it was sent; weak tags count (13.1.2). A list asks for any of them.
 *
 * @returns the tag as the caller has it, strong; undefined where none does
 */
export function tagNamed(header: string | undefined, etag: string): string | undefined {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (tags.includes('*')) return etag;
  return tags.find((tag) => tag === etag || tag.replace(ENCODED, '"') === etag);
}
