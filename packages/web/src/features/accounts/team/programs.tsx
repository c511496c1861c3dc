/** Programs with accounts of their own: they work in this city alone, with a token that is shown this once. */
import { useState } from 'react';
import { useLanguage } from '../../../i18n/context.tsx';
import { client, data } from '../../../shared/client/client.ts';
import { endIn, scopesOf } from '../account/token-state.ts';
import { TokenChoices } from '../account/tokens.tsx';
import { Act } from '../form/act.tsx';
import { Field } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { Once } from '../form/once.tsx';
import { dayIn } from '../moments.ts';
import { Fold, LoadedList, Section } from '../section.tsx';
import { loadPrograms } from './lists.ts';
import { RoleChoice } from './members.tsx';

interface ProgramsProps {
  readonly cityId: string;
  readonly manages: boolean;
}

export function Programs({ cityId, manages }: ProgramsProps) {
  const { say, locale } = useLanguage();
  const [secret, setSecret] = useState<string>();
  return (
    <Section title={say('team.programs')} text={say('team.programs.text')}>
      <LoadedList name={`programs:${cityId}`} load={() => loadPrograms(cityId)} none={say('team.programs.none')}>
        {(programs, again) => (
          <>
            <ul className="rows">
              {programs.map(({ userId, name, createdAt }) => (
                <li key={userId}>
                  <span className="row-what">
                    <strong>{name}</strong>
                    <span className="quiet small">{say('team.since', { day: dayIn(locale, createdAt) })}</span>
                  </span>
                  {manages && (
                    <span className="row-do">
                      <Act
                        words={say('team.programs.end')}
                        about={name}
                        sure={say('team.programs.sure', { name })}
                        act={() =>
                          client
                            .DELETE('/cities/{cityId}/services/{userId}', { params: { path: { cityId, userId } } })
                            .then(again)
                        }
                      />
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {secret !== undefined && (
              <Once label={say('accounts.tokens.secret')} value={secret} onDone={() => setSecret(undefined)} />
            )}
            {manages && <AddProgram cityId={cityId} onSecret={setSecret} again={again} />}
          </>
        )}
      </LoadedList>
    </Section>
  );
}

interface AddProgramProps {
  readonly cityId: string;
  readonly onSecret: (secret: string) => void;
  readonly again: () => void;
}

function AddProgram({ cityId, onSecret, again }: AddProgramProps) {
  const { say } = useLanguage();
  return (
    <Fold words={say('team.programs.add')}>
      <Form
        label={say('team.programs.add')}
        quiet
        clears
        submit={say('team.programs.add')}
        send={async (values) => {
          const body = {
            name: values.text('name'),
            role: values.text('role') as 'editor' | 'reviewer' | 'viewer',
            scopes: scopesOf(values.text('scopes')),
            expiresAt: endIn(Number(values.text('days'))),
          };
          const { secret } = await data(
            client.POST('/cities/{cityId}/services', { params: { path: { cityId } }, body }),
          );
          if (secret !== null) onSecret(secret);
          again();
        }}
      >
        <Field
          name="name"
          label={say('team.programs.name')}
          hint={say('team.programs.nameHint')}
          autoComplete="off"
          maxLength={200}
        />
        <RoleChoice label={say('team.role')} chosen="editor" roles={['editor', 'reviewer', 'viewer']} />
        <TokenChoices />
      </Form>
    </Fold>
  );
}
