/** What is known for a field: activities, carriers, units, notation keys. Names in the reader's language stand beside what is written. */
import { useLanguage } from '../../i18n/context.tsx';
import { hasKey } from '../../i18n/messages.ts';
import { activitiesOf, carriersOf } from './activities.ts';

const UNITS = ['MWh', 'GWh', 'GJ', 'TJ', 't', 'kt', 'kg', 'L', 'm3', 'vkm', 'head', 'person', 'ha', 't CO2e'];
const KEYS = ['NO', 'NE', 'IE', 'C'] as const;
const QUALITIES = ['H', 'M', 'L'];

export function Lists({ gpcRef }: { gpcRef: string }) {
  const { say, catalogue } = useLanguage();
  return (
    <>
      <datalist id="ig-list-activity">
        {activitiesOf(gpcRef).map((activity) => (
          <option key={activity} value={activity} />
        ))}
      </datalist>
      <datalist id="ig-list-carrier">
        {carriersOf(gpcRef).map((carrier) => {
          const name = `carrier.${carrier}`;
          return (
            <option key={carrier} value={carrier}>
              {hasKey(catalogue, name) ? say(name) : undefined}
            </option>
          );
        })}
      </datalist>
      <datalist id="ig-list-unit">
        {UNITS.map((unit) => (
          <option key={unit} value={unit} />
        ))}
      </datalist>
      <datalist id="ig-list-key">
        {KEYS.map((key) => (
          <option key={key} value={key}>
            {say(`grid.key.${key}`)}
          </option>
        ))}
      </datalist>
      <datalist id="ig-list-quality">
        {QUALITIES.map((letter) => (
          <option key={letter} value={letter} />
        ))}
      </datalist>
    </>
  );
}
