import { Narrow } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
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
        somebody,{' '}
        <a className="rubric-link" href="/">
          choose the programme
        </a>{' '}
        first.
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

export interface InventedPeople {
  title: string;
  people: { id: string; name: string; roles: string[] }[];
}

/** `/demonstration`: everybody invented, a button each, under the programme where they work. */
export const Demonstration = ({ programmes }: { programmes: readonly InventedPeople[] }) => (
  <Narrow heading="Try it as somebody who works here">
    <p className="rubric-body">
      These people are invented, and so are the cases. This page is there only while the portal shows what it does on
      your own machine.
    </p>
    {programmes.length === 0 && <p className="rubric-empty">There are no invented people in this store.</p>}
    {programmes.map(({ title, people }) => (
      <section className="rubric-sheet" key={title}>
        <h2 className="rubric-heading-m">{title}</h2>
        <ul className="rubric-people">
          {people.map(({ id, name, roles }) => (
            <li className="rubric-people__one" key={id}>
              <span>{roles.join('; ')}</span>
              <FormStart action="/demonstration" className="">
                <input type="hidden" name="person" value={id} />
                <button type="submit" className="rubric-pick__button">{`Sign in as ${name}`}</button>
              </FormStart>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Narrow>
);
