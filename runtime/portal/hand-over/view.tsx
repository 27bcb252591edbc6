import { DayField, type Parts } from '../administration/work-view.js';
import { Select } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { Faults } from '../sign-in/answers.js';
import { Button } from '../sign-in/view.js';
import type { HandOverLine, HandOverPresenter } from './presenter.js';

interface Props {
  page: HandOverPresenter;
  shown: { covers: string; since: Parts; until: Parts };
  faults: Faults;
  said?: string | undefined;
}

const Mine = ({ line, action }: { line: HandOverLine; action: string }) => (
  <li>
    {line.words}.
    <FormStart action={action}>
      <input type="hidden" name="ends" value={line.id} />
      <button className="govuk-button govuk-button--secondary" type="submit">
        End it<span className="govuk-visually-hidden"> – {line.words}</span>
      </button>
    </FormStart>
  </li>
);

/** What somebody hands over when going away, and what was handed over to him. */
export const HandOver = ({ page, shown, faults, said }: Props) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">Hand work over</h1>
    {said && <p className="govuk-inset-text">{said}</p>}
    <section aria-labelledby="to-me">
      <h2 className="rubric-heading-m" id="to-me">
        Handed over to me
      </h2>
      {page.toMe.length === 0 ? (
        <p className="rubric-empty">
          Nobody has handed work over to you. When somebody does, it stands here and on Today.
        </p>
      ) : (
        <ul className="rubric-list rubric-list--spaced">
          {page.toMe.map(({ id, words }) => (
            <li key={id}>{words}.</li>
          ))}
        </ul>
      )}
    </section>
    <section aria-labelledby="mine">
      <h2 className="rubric-heading-m" id="mine">
        What I handed over
      </h2>
      {page.mine.length === 0 ? (
        <p className="rubric-empty">
          Nobody looks after your work.{page.colleagues.length > 1 && ' Say below who does while you are away.'}
        </p>
      ) : (
        <ul className="rubric-list rubric-list--spaced">
          {page.mine.map((line) => (
            <Mine line={line} action={page.action} key={line.id} />
          ))}
        </ul>
      )}
    </section>
    <section aria-labelledby="away">
      <h2 className="rubric-heading-m" id="away">
        I am going away
      </h2>
      {page.colleagues.length < 2 ? (
        <p className="rubric-body">
          Nobody else has your role here. Whoever administers the programme can give it to somebody, who can then stand
          in for you.
        </p>
      ) : (
        <>
          <p className="rubric-body">
            Whoever stands in for you is told so on Today, and sees there what waits for you. You still see it too.
          </p>
          <FormStart action={page.action}>
            <Select
              name="covers"
              label="Who stands in for you"
              options={page.colleagues}
              value={shown.covers}
              error={faults.covers}
            />
            <DayField name="since" legend="Your first day away" value={shown.since} error={faults.since} />
            <DayField name="until" legend="Your last day away" value={shown.until} error={faults.until} />
            <Button>Hand over</Button>
          </FormStart>
        </>
      )}
    </section>
  </div>
);
