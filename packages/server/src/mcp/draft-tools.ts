/** Tools that draft: a next version of a plan or an inventory, for people to read, change, and send to review. */
import { z } from '@hono/zod-openapi';
import { inventoryOf, planOf } from '@thousand-cities/model';
import { Id, Saved, VersionNumber } from '../workspace/schemas.ts';
import type { Ask } from './ask.ts';
import { changed, ChangeSchema } from './changes.ts';
import { ASSISTANT_MARK } from './operation-tools.ts';
import { storedVersion } from './plans.ts';
import { tool, type Tool } from './tool.ts';

const MOST_CHANGES = 200;

interface Kind {
  readonly name: 'plan' | 'inventory';
  readonly plural: 'plans' | 'inventories';
  /** @throws {DomainError} `plan-invalid` */
  readonly check: (document: unknown) => unknown;
}

const kinds: readonly Kind[] = [
  { name: 'plan', plural: 'plans', check: planOf },
  { name: 'inventory', plural: 'inventories', check: inventoryOf },
];

/** The tools over the API. */
export const draftTools = (ask: Ask): Tool[] => kinds.map((kind) => draftTool(kind, ask));

const draftTool = ({ name, plural, check }: Kind, ask: Ask): Tool =>
  tool({
    name: `draft_${name}`,
    title: `Draft a ${name}`,
    description: `Save the next version of a ${name} as a draft: version \`basedOn\` with these changes made (add, replace, remove by JSON pointer, as in RFC 6902). Say in \`note\` what was changed and why. People review it; you cannot submit, approve or publish. When somebody saved in between, it is refused and nothing is lost.`,
    writes: true,
    input: z.strictObject({
      cityId: Id,
      documentId: Id,
      basedOn: VersionNumber,
      changes: z.array(ChangeSchema).min(1).max(MOST_CHANGES),
      note: z.string().trim().min(1).max(1_900),
    }),
    output: Saved,
    run: async ({ cityId, documentId, basedOn, changes, note }) => {
      const before = await storedVersion(ask, plural, { cityId, id: documentId, version: basedOn });
      const document = changed(before.document, changes);
      // The server checks it too; here the refusal names the place sooner.
      check(document);
      const body = { basedOn, document, note: `${ASSISTANT_MARK}${note}` };
      const path = `/cities/${cityId}/${plural}/${documentId}`;
      return (await ask({ method: 'PUT', path, body })) as z.input<typeof Saved>;
    },
  });
