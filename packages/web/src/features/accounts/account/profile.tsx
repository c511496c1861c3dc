/** Name and language. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { LOCALES } from '../../../i18n/locale.ts';
import { client } from '../../../shared/client/client.ts';
import { keepCookie } from '../../../shared/preferences.ts';
import { useStanding } from '../../workspace/me.tsx';
import { Choice, Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Section } from '../section.tsx';

/** A language by its own name. */
const ownName = (locale: string) => new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;

export function Profile() {
  const { say, locale } = useLanguage();
  const { me, refresh } = useStanding();
  const [saved, setSaved] = useState(false);
  return (
    <Section title={say('accounts.profile')} text={me.user?.email}>
      <Form
        label={say('accounts.profile')}
        quiet
        submit={say('accounts.save')}
        send={async (values) => {
          const chosen = values.text('locale');
          await client.PATCH('/me', { body: { name: values.text('name'), locale: chosen } });
          setSaved(true);
          if (chosen !== locale) {
            keepCookie('lang', chosen);
            window.location.reload();
          } else await refresh();
        }}
      >
        <Field
          name="name"
          label={say('accounts.name')}
          autoComplete="name"
          maxLength={200}
          defaultValue={me.user?.name}
        />
        <Choice
          name="locale"
          label={say('accounts.language')}
          defaultValue={locale}
          options={LOCALES.map((each) => [each, ownName(each)])}
        />
      </Form>
      <p role="status" className="small">
        {saved && say('accounts.saved')}
      </p>
    </Section>
  );
}
