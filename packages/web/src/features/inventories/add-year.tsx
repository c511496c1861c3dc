/** Add the inventory of another year: last year's figures to be renewed, public figures, or nothing yet. */
import { useState, type FormEvent } from 'react';
import { DomainError, type Inventory } from '@thousand-cities/model';
import { useLanguage } from '../../i18n/context.tsx';
import { api } from '../../shared/api.ts';
import { client, data } from '../../shared/client/client.ts';
import { navigate } from '../../shared/router.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { useStanding } from '../workspace/me.tsx';
import { addressIn } from '../workspace/routes.ts';
import { copyToYear, emptyYear, nextYear } from './new-year.ts';
import type { YearColumn } from './years-state.ts';

type Start = 'copy' | 'public' | 'empty';

interface AddYearProps {
  readonly cityId: string;
  readonly columns: readonly YearColumn[];
}

const EARLIEST = 1990;

export function AddYear({ cityId, columns }: AddYearProps) {
  const { say } = useLanguage();
  const latest = columns.at(-1);
  const [year, setYear] = useState(() =>
    nextYear(
      columns.map((column) => column.year),
      new Date().getFullYear(),
    ),
  );
  const [start, setStart] = useState<Start>(latest ? 'copy' : 'public');
  const [work, setWork] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false });
  const inventoryFor = useStarts(cityId, latest?.inventory);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWork({ busy: true });
    try {
      navigate(addressIn({ area: 'inventory', cityId, documentId: await addInventory(cityId, await inventoryFor(start, year)) })); // prettier-ignore
    } catch (error) {
      setWork({ busy: false, error });
    }
  };
  const starts: readonly Start[] = latest ? ['copy', 'public', 'empty'] : ['public', 'empty'];
  return (
    <details className="room" open={columns.length === 0}>
      <summary>
        <h2>{say('inventories.add')}</h2>
      </summary>
      <form className="add-year" onSubmit={(event) => void submit(event)}>
        <p>
          <label htmlFor="new-year">{say('inventories.add.year')}</label>{' '}
          <input
            id="new-year"
            type="number"
            className="compact"
            min={EARLIEST}
            max={new Date().getFullYear()}
            required
            value={year}
            onChange={({ target }) => setYear(target.valueAsNumber)}
          />
        </p>
        <fieldset>
          <legend>{say('inventories.add.start')}</legend>
          {starts.map((each) => (
            <label key={each} className="choice">
              <input type="radio" name="start" checked={start === each} onChange={() => setStart(each)} />{' '}
              {say(`inventories.add.${each}`, { year: String(latest?.year ?? year) })}
            </label>
          ))}
        </fieldset>
        <button type="submit" className="button primary" disabled={work.busy}>
          {say('inventories.add.button')}
        </button>
        <p role="status" className="small">
          {work.busy && say('inventories.add.working')}
        </p>
        {work.error !== undefined && <Trouble error={work.error} />}
      </form>
    </details>
  );
}

/** The inventory that each way of beginning gives. */
function useStarts(cityId: string, latest: Inventory | undefined): (start: Start, year: number) => Promise<Inventory> {
  const { say } = useLanguage();
  const { me } = useStanding();
  return async (start, year) => {
    if (start === 'copy' && latest) return copyToYear(latest, year, say('inventories.renew', { year: String(latest.year) })); // prettier-ignore
    if (start === 'public') return publicFigures(cityId, year);
    const { name, country } = me.cities.find(({ id }) => id === cityId)!;
    return emptyYear(latest?.city ?? { name, country }, year, latest?.gwpSet ?? 'AR5');
  };
}

/** @throws {DomainError} `missing-figure` where public figures are of another year, or not known of this place */
async function publicFigures(cityId: string, year: number): Promise<Inventory> {
  const { placeId } = await data(client.GET('/cities/{cityId}', { params: { path: { cityId } } }));
  if (placeId === null) throw new DomainError('missing-figure', 'the city is not linked to a place of the gazetteer', ['placeId']); // prettier-ignore
  const inventory = (await api.plan(placeId)).inventories[0]!;
  if (inventory.year === year) return inventory;
  throw new DomainError('missing-figure', `public figures are there for ${inventory.year}`, ['year', year]);
}

/** @returns the id of the new inventory */
async function addInventory(cityId: string, inventory: Inventory): Promise<string> {
  const { id } = await data(
    client.POST('/cities/{cityId}/inventories', {
      params: { path: { cityId } },
      body: { name: '', document: { ...inventory } },
    }),
  );
  return id;
}
