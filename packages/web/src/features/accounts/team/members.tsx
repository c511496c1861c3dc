/** Who works in the city, in which role. */
import { useLanguage } from '../../../i18n/context.tsx';
import { client } from '../../../shared/client/client.ts';
import { useStanding } from '../../workspace/me.tsx';
import { Act } from '../form/act.tsx';
import { Choice } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { dayIn } from '../moments.ts';
import { LoadedList, Section } from '../section.tsx';
import { loadPeople, ROLES, type Member, type Role } from './lists.ts';

interface MembersProps {
  readonly cityId: string;
  readonly manages: boolean;
}

export function Members({ cityId, manages }: MembersProps) {
  const { say } = useLanguage();
  return (
    <Section title={say('team.members')} text={say('team.members.text')}>
      <LoadedList name={`people:${cityId}`} load={() => loadPeople(cityId)} none={say('team.members.none')}>
        {(members, again) => (
          <ul className="rows">
            {members.map((member) => (
              <MemberRow key={member.userId} cityId={cityId} member={member} manages={manages} again={again} />
            ))}
          </ul>
        )}
      </LoadedList>
    </Section>
  );
}

interface MemberRowProps extends MembersProps {
  readonly member: Member;
  readonly again: () => void;
}

function MemberRow({ cityId, member, manages, again }: MemberRowProps) {
  const { say, locale } = useLanguage();
  const { me, refresh } = useStanding();
  const { userId, name, role, since } = member;
  const isMe = userId === me.user?.id;
  const params = { path: { cityId, userId } };
  const changed = async () => {
    again();
    // My own role is drawn everywhere.
    if (isMe) await refresh();
  };
  return (
    <li>
      <span className="row-what">
        <strong>{name}</strong> {isMe && <span className="state-mark">{say('team.you')}</span>}
        <span className="quiet small">
          {say(`workspace.role.${role}`)} · {say('team.since', { day: dayIn(locale, since) })}
        </span>
      </span>
      {manages && (
        <span className="row-do">
          <Form
            label={say('team.roleOf', { name })}
            quiet
            submit={say('team.setRole')}
            send={async (values) => {
              await client.PUT('/cities/{cityId}/members/{userId}', {
                params,
                body: { role: values.text('role') as Role },
              });
              await changed();
            }}
          >
            <Choice
              name="role"
              label={say('team.roleOf', { name })}
              defaultValue={role}
              options={ROLES.map((each) => [each, say(`workspace.role.${each}`)])}
            />
          </Form>
          <Act
            words={say('accounts.remove')}
            about={name}
            sure={say('team.members.sure', { name })}
            act={() => client.DELETE('/cities/{cityId}/members/{userId}', { params }).then(changed)}
          />
        </span>
      )}
    </li>
  );
}

interface RoleChoiceProps {
  readonly label: string;
  readonly chosen: Role;
  readonly roles?: readonly Role[];
}

/** A role, each with what it may do. */
export function RoleChoice({ label, chosen, roles = ROLES }: RoleChoiceProps) {
  const { say } = useLanguage();
  return (
    <Choice
      name="role"
      label={label}
      defaultValue={chosen}
      options={roles.map((role) => [role, say(`team.role.${role}`)])}
    />
  );
}
