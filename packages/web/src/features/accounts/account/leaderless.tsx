/** For administrators: cities that nobody leads any more, and a link by which somebody does. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data, everything, type Schemas } from '../../../shared/client/client.ts';
import { Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { LoadedList, Section } from '../section.tsx';

type City = Schemas['City'];

const load = () => everything<City>((query) => client.GET('/accounts/leaderless-cities', { params: { query } }));

export function Leaderless() {
  const { say } = useLanguage();
  return (
    <Section title={say('accounts.leaderless')} text={say('accounts.leaderless.text')}>
      <LoadedList name="leaderless" load={load} none={say('accounts.leaderless.none')}>
        {(cities) => (
          <ul className="rows">
            {cities.map((city) => (
              <CityRow key={city.id} city={city} />
            ))}
          </ul>
        )}
      </LoadedList>
    </Section>
  );
}

function CityRow({ city: { id, name, country } }: { readonly city: City }) {
  const { say } = useLanguage();
  const [made, setMade] = useState<{ readonly email: string; readonly link: string }>();
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong> <span className="quiet small">{country}</span>
      </span>
      <Form
        label={say('accounts.leaderless.of', { city: name })}
        quiet
        clears
        submit={say('accounts.leaderless.do')}
        send={async (values) => {
          const body = { cityId: id, email: values.text('email').trim() };
          const { link } = await data(client.POST('/accounts/leaderless-cities', { body }));
          if (link !== null) setMade({ email: body.email, link });
        }}
      >
        <Field
          name="email"
          label={say('accounts.leaderless.email')}
          type="email"
          autoComplete="off"
          autoCapitalize="off"
        />
      </Form>
      {made && (
        <Once
          label={say('accounts.leaderless.link', { email: made.email, city: name })}
          value={made.link}
          onDone={() => setMade(undefined)}
        />
      )}
    </li>
  );
}
