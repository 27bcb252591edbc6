import { FormStart } from '../layout/form-start.js';
import { Narrow } from './fields.js';
import type { RoleChoice } from './roles-presenter.js';
import { Button } from './view.js';

/** `/working-as`: every role that somebody holds, a button each. */
export const WorkingAs = ({
  roles,
  administers,
  hasPassword,
}: {
  roles: readonly RoleChoice[];
  administers: boolean;
  hasPassword: boolean;
}) => (
  <Narrow heading="Where do you want to work?">
    {roles.length === 0 && !administers && (
      <p className="rubric-empty">
        You have no role in any programme yet. Whoever administers a programme can send you an invitation. To refer
        somebody, <a href="/">choose the programme</a> first.
      </p>
    )}
    <ul className="rubric-choices">
      {roles.map(({ programme, title, role, words, chosen }) => (
        <li className="rubric-choice" key={`${programme} ${role}`}>
          <h2 className="rubric-heading-s">
            {words} <span className="rubric-caption">{title}</span>
          </h2>
          <FormStart action="/working-as">
            <input type="hidden" name="programme" value={programme} />
            <input type="hidden" name="role" value={role} />
            <Button secondary={!chosen}>{`Work as ${words}`}</Button>
          </FormStart>
        </li>
      ))}
    </ul>
    {administers && (
      <p className="rubric-body">
        <a className="rubric-link" href="/administration">
          Administration: people, roles, sites and the audit
        </a>
      </p>
    )}
    <p className="rubric-body">
      <a className="rubric-link" href="/sign-in/set-up">
        {hasPassword ? 'Your password and second step' : 'Choose a password for signing in'}
      </a>
    </p>
  </Narrow>
);

/** `/demonstration`: everybody invented, a button each. */
export const Demonstration = ({
  people,
}: {
  people: readonly { id: string; name: string; roles: readonly string[] }[];
}) => (
  <Narrow heading="Try it as somebody who works here">
    <p className="rubric-body">
      These people are invented, and so are the cases. This page is there only while the portal shows what it does on
      your own machine.
    </p>
    {people.length === 0 && <p className="rubric-empty">There are no invented people in this store.</p>}
    <ul className="rubric-choices">
      {people.map(({ id, name, roles }) => (
        <li className="rubric-choice" key={id}>
          <h2 className="rubric-heading-s">{name}</h2>
          {roles.map((role) => (
            <p className="rubric-choice__about" key={role}>
              {role}
            </p>
          ))}
          <FormStart action="/demonstration">
            <input type="hidden" name="person" value={id} />
            <Button secondary>{`Sign in as ${name}`}</Button>
          </FormStart>
        </li>
      ))}
    </ul>
  </Narrow>
);
