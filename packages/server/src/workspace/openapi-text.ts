/** The description of the API as the text that stands in `docs/reference/openapi.json`. */
import { operations } from './api.ts';
import { openApiDocument } from './openapi.ts';

/** Indented, so that a change can be read in a review. */
export function openApiText(): string {
  return `${JSON.stringify(openApiDocument(operations), null, 1)}\n`;
}
