/** Where evaluation data that does not ship is kept: `THOUSAND_CITIES_SHARED`, or a folder beside the repository. */
import { fileURLToPath } from 'node:url';

export const sharedFolder: string =
  process.env['THOUSAND_CITIES_SHARED'] ?? fileURLToPath(new URL('../../../../shared', import.meta.url));
