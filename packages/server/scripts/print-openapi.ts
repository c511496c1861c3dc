/** Write the description of the API to `docs/reference/openapi.json`. */
import { writeFileSync } from 'node:fs';
import { openApiText } from '../src/workspace/openapi-text.ts';

writeFileSync(new URL('../../../docs/reference/openapi.json', import.meta.url), openApiText());
