/** The precondition of a write, `If-Match` (RFC 9110, 13.1.1): versions of a document of which the newest must be one. */
import { Refused } from '../refused.ts';
import { VERSION_TAG } from './entity-tag.ts';

const TAG = /^(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"$/;

/**
 * The versions that a header names: `"v3"`, `"v3-br"` as it was sent compressed, or a list of such. A weak tag (`W/"v3"`) names none, since it is compared strongly.
 *
 * @returns undefined without a condition: no header, or `*`, which only asks that the document is there
 * @throws {Refused} 412 `changed` where no tag is one that an answer of ours had
 */
export function versionsOf(header: string | undefined): readonly number[] | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const tags = header.split(',').map((tag) => TAG.exec(tag.trim()));
  const versions = tags.flatMap((tag) => {
    const [, weak, text] = tag ?? [];
    const [, version] = VERSION_TAG.exec(text ?? '') ?? [];
    return weak === undefined && version !== undefined ? [Number(version)] : [];
  });
  if (versions.length > 0) return versions;
  throw new Refused(412, 'changed', 'If-Match names no version of this', { at: ['If-Match'] });
}
