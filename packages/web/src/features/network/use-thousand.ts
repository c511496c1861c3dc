/** The document of the thousand, fetched and checked once for as long as the page is open. */
import { readThousand, type ThousandData } from '@thousand-cities/model';
import { api } from '../../shared/api.ts';
import { useLoaded, type Loaded } from '../../shared/loading.ts';

let once: Promise<ThousandData> | undefined;
let known: ThousandData | undefined;

function load(): Promise<ThousandData> {
  const asked = (once ??= api.networkThousand().then(readThousand));
  asked.then(
    (data) => (known = data),
    () => (once = undefined),
  );
  return asked;
}

/** Waiting, the document, or why it did not come; with a way to ask again. What is here already is there at once. */
export function useThousand(): readonly [Loaded<ThousandData>, () => void] {
  const [loaded, retry] = useLoaded('network', load);
  return [known && loaded.state === 'waiting' ? { state: 'done', value: known } : loaded, retry];
}
