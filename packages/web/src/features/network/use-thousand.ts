/** The document of the thousand, fetched and checked once for as long as the page is open. */
import { readThousand, type ThousandData } from '@thousand-cities/model';
import { api } from '../../shared/api.ts';
import { useLoaded } from '../../shared/loading.ts';

let once: Promise<ThousandData> | undefined;

function load(): Promise<ThousandData> {
  const asked = (once ??= api.networkThousand().then(readThousand));
  asked.catch(() => (once = undefined));
  return asked;
}

/** Waiting, the document, or why it did not come; with a way to ask again. */
export const useThousand = () => useLoaded('network', load);
