import { Narrow, TextField } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { Faults } from './answers.js';
import { Button } from './view.js';

/** `/invitation/…`: what somebody was invited to do. */
export const InvitationPage = ({
  action,
  email,
  title,
  roles,
  administers,
  shown,
  faults = {},
}: {
  action: string;
  /** Absent: whoever opens the link says it. */
  email?: string | undefined;
  title?: string | undefined;
  roles: readonly string[];
  administers: boolean;
  shown: { name?: string; email?: string };
  faults?: Faults;
}) => (
  <Narrow heading={title ? `You are invited to work with ${title}` : 'Set up the first administrator'}>
    {roles.length > 0 && (
      <>
        <p className="rubric-body">You would work as:</p>
        <ul className="rubric-list rubric-list--bullet">
          {roles.map((role) => (
            <li key={role}>{role}</li>
          ))}
        </ul>
      </>
    )}
    {administers && (
      <p className="rubric-body">
        You would administer people, roles and sites, and read who did what. An administrator sees no case.
      </p>
    )}
    <FormStart action={action}>
      <TextField
        name="name"
        label="Your name"
        hint="As colleagues know you. It stands beside what you record."
        autoComplete="name"
        value={shown.name}
        error={faults.name}
      />
      {email === undefined ? (
        <TextField
          name="email"
          label="Your e-mail address"
          hint="You sign in with it: we send a code there each time."
          type="email"
          autoComplete="email"
          value={shown.email}
          error={faults.email}
        />
      ) : (
        <p className="rubric-body">
          You sign in with <strong>{email}</strong>: we send a code there each time.
        </p>
      )}
      <Button>Accept and sign in</Button>
    </FormStart>
  </Narrow>
);
