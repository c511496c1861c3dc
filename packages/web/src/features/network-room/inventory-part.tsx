/** A city's newest settled inventory: its rows, and questions about any of them. */
import { inventoryOf, type Inventory } from '@thousand-cities/model';
import { useState } from 'react';
import { useLanguage, type Language } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { client, data } from '../../shared/client/client.ts';
import { useLoaded } from '../../shared/loading.ts';
import { placeOf, rowPlaces } from '../../shared/rows/place.ts';
import { Trouble } from '../../shared/trouble.tsx';
import { Section } from '../accounts/section.tsx';
import { reportedText, rowText } from '../inventories/words.ts';
import { completeText } from './columns.tsx';
import type { City } from './query.ts';
import { mayAsk, Questions, type Asked } from './questions.tsx';
import type { MyNetwork } from './my-network.ts';

interface PartProps {
  readonly network: MyNetwork;
  readonly city: City;
}

export function InventoryPart({ network, city }: PartProps) {
  const language = useLanguage();
  const { say, year } = language;
  const { inventory, seesInventory } = city;
  if (!inventory) {
    return (
      <Section title={say('room.column.newest')}>
        <p className="quiet">{say(seesInventory ? 'room.city.noInventory' : 'room.city.hiddenInventory')}</p>
      </Section>
    );
  }
  const state = say(`room.state.inventory.${inventory.state}`);
  const complete = completeText(language, inventory);
  return (
    <Section title={say('room.city.inventory', { year: year(inventory.year) })}>
      <p>
        {say('room.city.state', { version: inventory.version, state })}
        {complete !== undefined && ` · ${say('room.column.complete')}: ${complete}`}
      </p>
      <Read network={network} city={city} inventory={inventory} />
    </Section>
  );
}

async function load(cityId: string, { id, version }: NonNullable<City['inventory']>): Promise<Inventory> {
  const path = { cityId, documentId: id, version };
  const params = { path };
  const found = await data(client.GET('/cities/{cityId}/inventories/{documentId}/versions/{version}', { params }));
  return inventoryOf(found.document);
}

interface ReadProps extends PartProps {
  readonly inventory: NonNullable<City['inventory']>;
}

function Read({ network, city, inventory }: ReadProps) {
  const language = useLanguage();
  const { say } = language;
  const [loaded, retry] = useLoaded(`rows:${inventory.id}:${inventory.version}`, () => load(city.cityId, inventory));
  const [asked, setAsked] = useState<Asked>();
  if (loaded.state === 'waiting') return <p role="status">{say('workspace.loading')}</p>;
  if (loaded.state === 'failed') return <Trouble error={loaded.error} onRetry={retry} />;
  const { rows } = loaded.value;
  const places = rowPlaces(rows);
  const names = new Map(rows.map((row, i) => [places[i]!, rowText(language, row)]));
  return (
    <>
      <details className="fold">
        <summary>{say('room.rows')}</summary>
        <Rows
          inventory={loaded.value}
          places={places}
          onAsk={
            mayAsk(network, city)
              ? (place, name) => setAsked({ place: placeOf(place, 'result'), name, at: Date.now() })
              : undefined
          }
        />
      </details>
      <Questions
        network={network}
        city={city}
        about={{ kind: 'inventory', subjectId: inventory.id, version: inventory.version }}
        nameOf={(row) => names.get(row)}
        asked={asked}
        onClear={() => setAsked(undefined)}
      />
    </>
  );
}

interface RowsProps {
  readonly inventory: Inventory;
  readonly places: readonly string[];
  readonly onAsk: ((place: string, name: string) => void) | undefined;
}

function Rows({ inventory: { rows }, places, onAsk }: RowsProps) {
  const language = useLanguage();
  const { say } = language;
  return (
    <div className="room-rows" tabIndex={0} role="region" aria-label={say('room.rows')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('room.rows.name')}</th>
            <th scope="col" className="num">
              {say('room.rows.tonnes')}
            </th>
            <th scope="col">{say('room.rows.source')}</th>
            <th scope="col">{say('room.rows.quality')}</th>
            {onAsk && <th scope="col">{say('room.rows.ask')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => {
            const name = rowText(language, row);
            return (
              <tr key={places[i]}>
                <th scope="row">{name}</th>
                <td className="num">{reportedText(language, row.co2eTonnes)}</td>
                <td>{provenanceWords(language, row.provenance)}</td>
                <td>{qualityWords(language, row.quality)}</td>
                {onAsk && (
                  <td>
                    <button type="button" className="button compact plain" onClick={() => onAsk(places[i]!, name)}>
                      {say('room.rows.ask')}
                      <span className="visually-hidden"> {say('room.rows.ask.about', { ref: name })}</span>
                    </button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type Row = Inventory['rows'][number];

function provenanceWords({ say, catalogue }: Language, provenance: Row['provenance']): string {
  const key = `inventories.provenance.${provenance}`;
  return hasKey(catalogue, key) ? say(key) : '–';
}

function qualityWords({ say }: Language, quality: Row['quality']): string {
  if (!quality) return '–';
  return say('room.rows.quality.of', { activity: quality.activity ?? '–', factor: quality.factor ?? '–' });
}
