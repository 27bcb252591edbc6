import { capital } from '../../portal/words/lists.js';
import type { ChoicePresenter } from './choice-presenter.js';

const File = ({ file, open }: { file: ChoicePresenter['files'][number]; open: boolean }) => (
  <details className="rubric-why rubric-pick" open={open} id={`file-${file.name.replace(/[^\w]+/g, '-')}`}>
    <summary className="rubric-why__summary">
      {capital(file.name)} <span className="rubric-quiet">({file.scenarios.length})</span>
    </summary>
    <ul className="rubric-pick__list">
      {file.scenarios.map((one) => (
        <li key={one.value}>
          <button type="submit" name="scenario" value={one.value} className="rubric-pick__button">
            {one.title}
          </button>
          <span className="rubric-pick__about">{one.about}</span>
        </li>
      ))}
    </ul>
  </details>
);

/** Choose a scenario to play, or begin an empty case. */
export const Choice = ({ choice }: { choice: ChoicePresenter }) => (
  <>
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{choice.title}</span> Play a case
    </h1>
    <p className="rubric-lead">
      Take an invented case, drag a date along it, and see what follows on each day and why. Add what might happen, and
      see what follows from that.
    </p>
    <form method="post" action={choice.action}>
      <div className="rubric-actions">
        <button type="submit" className="govuk-button" name="empty" value="yes">
          Begin an empty case
        </button>
      </div>
      <section className="rubric-sheet">
        <h2 className="rubric-heading-m">Or take one of its scenarios</h2>
        {choice.faults && <p className="govuk-inset-text">{choice.faults}</p>}
        {choice.files.length === 0 && (
          <p className="rubric-empty">
            This definition has no scenarios yet. Begin an empty case, add what happens, and save it as one.
          </p>
        )}
        {choice.files.map((file) => (
          <File file={file} open={choice.files.length < 4} key={file.name} />
        ))}
      </section>
    </form>
  </>
);
