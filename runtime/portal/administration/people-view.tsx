import { Choice, Select, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { ListTable } from '../layout/list-table.js';
import type { Faults } from '../sign-in/answers.js';
import { Button } from '../sign-in/view.js';
import type { InvitationLine, PersonLine, RoleOption } from './people-presenter.js';

const PeopleTable = ({ caption, people, base }: { caption: string; people: readonly PersonLine[]; base: string }) => (
  <ListTable
    caption={caption}
    captioned
    columns={[
      {
        head: 'Name',
        cell: ({ id, name }) => (
          <a className="rubric-link" href={`${base}/people/${id}`}>
            {name}
          </a>
        ),
      },
      { head: 'E-mail', cell: ({ email }) => email },
      {
        head: 'Roles',
        cell: ({ roles }) =>
          roles.map(({ words, lapsed }) => (lapsed ? `${words} (has to be given again)` : words)).join('; '),
      },
      { head: 'Side', cell: ({ side }) => side },
    ]}
    lines={people}
    keyOf={({ id }) => id}
  />
);

/** Everybody of a programme, and who was invited. */
export const PeoplePage = ({
  base,
  inside,
  outside,
  invitations,
  said,
}: {
  base: string;
  inside: readonly PersonLine[];
  outside: readonly PersonLine[];
  invitations: readonly InvitationLine[];
  said?: string | undefined;
}) => (
  <>
    <h1 className="rubric-heading-l">People</h1>
    {said && <p className="govuk-inset-text">{said}</p>}
    <p className="rubric-body">
      <a className="govuk-button" href={`${base}/invite`}>
        Invite somebody
      </a>
    </p>
    {inside.length === 0 ? (
      <p className="rubric-empty">Nobody works with this programme yet. Whoever accepts an invitation stands here.</p>
    ) : (
      <PeopleTable caption="Who works here" people={inside} base={base} />
    )}
    {invitations.length > 0 && (
      <section>
        <h2 className="rubric-heading-m">Invited, and not come yet</h2>
        <ul className="rubric-list rubric-list--spaced">
          {invitations.map(({ id, email, roles, until }) => (
            <li key={id}>
              {email}: {roles.join('; ')}. The link works until {until}.
              <FormStart action={`${base}/invitations/${id}`}>
                <Button secondary>{`Take back the invitation to ${email}`}</Button>
              </FormStart>
            </li>
          ))}
        </ul>
      </section>
    )}
    {outside.length > 0 && <PeopleTable caption="From outside" people={outside} base={base} />}
  </>
);

interface WantedShown {
  email?: string;
  role?: string;
  site?: string;
}

const RoleFields = ({
  roles,
  sites,
  shown,
  faults,
}: {
  roles: readonly RoleOption[];
  sites: readonly { value: string; label: string }[];
  shown: WantedShown;
  faults: Faults;
}) => (
  <>
    <Choice name="role" legend="Role" options={roles} value={shown.role} error={faults.role} />
    {sites.length > 0 && <Select name="site" label="Site" options={sites} value={shown.site} error={faults.site} />}
  </>
);

/** Somebody is invited: an address and a role. */
export const InvitePage = ({
  base,
  roles,
  sites,
  shown,
  faults,
}: {
  base: string;
  roles: readonly RoleOption[];
  sites: readonly { value: string; label: string }[];
  shown: WantedShown;
  faults: Faults;
}) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">Invite somebody</h1>
    <p className="rubric-body">
      Whoever is invited gets a link that works once, for 7 days. More roles can be given afterwards.
    </p>
    <FormStart action={`${base}/invite`}>
      <TextField name="email" label="E-mail address" type="email" value={shown.email} error={faults.email} />
      <RoleFields
        roles={[
          ...roles,
          { value: '*', label: 'Administrator', hint: 'People, roles, sites and the audit. Sees no case.' },
        ]}
        sites={sites}
        shown={shown}
        faults={faults}
      />
      <Button>Send the invitation</Button>
    </FormStart>
  </div>
);

/** One person: the roles, each with what takes it away, and leaving. */
export const PersonPage = ({
  base,
  person,
  roles,
  sites,
  shown,
  faults,
  isSelf,
  said,
}: {
  base: string;
  person: PersonLine;
  roles: readonly RoleOption[];
  sites: readonly { value: string; label: string }[];
  shown: WantedShown;
  faults: Faults;
  isSelf: boolean;
  said?: string | undefined;
}) => {
  const here = `${base}/people/${person.id}`;
  return (
    <div className="rubric-measure">
      <h1 className="rubric-heading-l">{person.name}</h1>
      {said && <p className="govuk-inset-text">{said}</p>}
      <p className="rubric-body">{person.email}</p>
      <h2 className="rubric-heading-m">Roles</h2>
      {person.roles.length === 0 && <p className="rubric-empty">No role. Give one below.</p>}
      <ul className="rubric-list rubric-list--spaced">
        {person.roles.map(({ words, role, site, lapsed }) => (
          <li key={`${role} ${site}`}>
            {words}
            {lapsed &&
              ' (the definition has changed what this role may see; take it away, and give it again if it is still meant)'}
            <FormStart action={`${here}/take`}>
              <input type="hidden" name="role" value={role} />
              <input type="hidden" name="site" value={site} />
              <Button secondary>{`Take away: ${words}`}</Button>
            </FormStart>
          </li>
        ))}
      </ul>
      {isSelf ? (
        <p className="rubric-body">These are your own. Somebody else who administers has to change them.</p>
      ) : (
        <>
          <h2 className="rubric-heading-m">Give another role</h2>
          <FormStart action={`${here}/give`}>
            <RoleFields roles={roles} sites={sites} shown={shown} faults={faults} />
            <Button>Give the role</Button>
          </FormStart>
          <h2 className="rubric-heading-m">Leaving</h2>
          <p className="rubric-body">
            All roles here are taken away, and {person.name} is signed out at once. What was recorded stays, with the
            name.
          </p>
          <FormStart action={`${here}/leave`}>
            <button className="govuk-button govuk-button--warning" type="submit">
              {`${person.name} has left`}
            </button>
          </FormStart>
        </>
      )}
    </div>
  );
};
