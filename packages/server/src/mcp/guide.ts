/** Pages of the guide as resources: what the words mean and how the figures are made. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const DOCS = new URL('../../../../docs/', import.meta.url);

/** Title by page, below `docs/`. */
export const PAGES: Readonly<Record<string, string>> = {
  'guide/first-plan': 'A first plan',
  'guide/inventory-tables': 'Tables of an inventory',
  'guide/workspace': 'The workspace',
  'guide/assistant': 'An assistant in the workspace',
  'guide/network': 'Networks of cities',
  'guide/climate': 'What cities do to the climate',
  glossary: 'Glossary',
};

/** The text of a page; undefined where there is none, or where the program was installed without its docs. */
export async function pageText(name: string): Promise<string | undefined> {
  if (!Object.hasOwn(PAGES, name)) return undefined;
  return readFile(fileURLToPath(new URL(`${name}.md`, DOCS)), 'utf8').catch(() => undefined);
}
