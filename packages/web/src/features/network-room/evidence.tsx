/** Files behind a city's documents, for those who validate them. */
import { useLanguage } from '../../i18n/context.tsx';
import { client, everything, type DocumentKind, type Schemas } from '../../shared/client/client.ts';
import { dayIn } from '../accounts/moments.ts';
import { LoadedList, Section } from '../accounts/section.tsx';
import { useFileSize } from '../inventories/words.ts';
import type { City } from './query.ts';
import { MAY_IN_NETWORK, type MyNetwork } from './my-network.ts';

type File = Schemas['Evidence'];

async function load({ cityId, inventory, plan }: City): Promise<readonly File[]> {
  const of = (kind: DocumentKind, subjectId: string | undefined) =>
    subjectId === undefined
      ? []
      : everything<File>((query) =>
          client.GET('/cities/{cityId}/evidence', {
            params: { path: { cityId }, query: { ...query, kind, subjectId } },
          }),
        );
  const files = await Promise.all([of('inventory', inventory?.id), of('plan', plan?.id)]);
  return files.flat().filter(({ supersededBy }) => supersededBy === null);
}

export function Evidence({ network, city }: { network: MyNetwork; city: City }) {
  const { say, locale } = useLanguage();
  const size = useFileSize();
  // Only a validator opens them; for the others there is nothing to say.
  if (!MAY_IN_NETWORK.validate(network)) return null;
  return (
    <Section title={say('room.evidence')}>
      {!city.shares.includes('evidence') ? (
        <p className="quiet">{say('room.evidence.hidden')}</p>
      ) : (
        <LoadedList name={`evidence:${city.cityId}`} load={() => load(city)} none={say('room.evidence.none')}>
          {(files) => (
            <ul className="rows">
              {files.map(({ id, name, size: bytes, createdAt }) => (
                <li key={id}>
                  <a href={`/api/v1/cities/${city.cityId}/evidence/${id}/file`} download>
                    {name}
                  </a>
                  <span className="quiet small">
                    {size(bytes)} · {dayIn(locale, createdAt)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </LoadedList>
      )}
    </Section>
  );
}
