import type { ProgrammeChoice } from './presenter.js';

const Choice = ({ choice }: { choice: ProgrammeChoice }) => (
  <li className="rubric-choice">
    <h2 className="rubric-heading-m">
      <a className="rubric-choice__link" href={choice.href}>
        {choice.title}
      </a>
    </h2>
    <p className="rubric-choice__about">{choice.about}</p>
    {choice.holds && <p className="rubric-choice__about">{choice.holds}</p>}
    {choice.mistakes && (
      <p className="rubric-choice__about">
        <strong className="govuk-tag govuk-tag--red">{choice.mistakes}</strong>
      </p>
    )}
  </li>
);

/** The first page: which programme. */
export const Programmes = ({ choices }: { choices: ProgrammeChoice[] }) => (
  <>
    <h1 className="rubric-heading-l">Choose a programme</h1>
    {choices.length === 0 ? (
      <p className="rubric-empty">
        No programme has been declared here yet. Make a folder with a file called programme.yaml in it, and load this
        page again.
      </p>
    ) : (
      <>
        <p className="rubric-lead rubric-measure">
          Each is declared by its provider. Read what it says, fill in its form, and see what follows.
        </p>
        <ul className="rubric-choices">
          {choices.map((choice) => (
            <Choice choice={choice} key={choice.href} />
          ))}
        </ul>
      </>
    )}
  </>
);
