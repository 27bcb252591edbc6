import { counted } from '../../portal/words/lists.js';
import type { ProblemsPresenter, ShownProblem } from './presenter.js';

const Code = ({ problem }: { problem: ShownProblem }) => (
  <>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll sideways, also for those who use no mouse. */}
    <pre className="rubric-problem__code" tabIndex={0}>
      <code>
        {problem.lines.map((line) => (
          <span className="rubric-problem__line" key={line.number}>
            <span className="rubric-problem__number">{line.number}</span> {line.before}
            {line.here && <mark className="rubric-problem__here">{line.here}</mark>}
            {line.after}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  </>
);

const One = ({ problem }: { problem: ShownProblem }) => (
  <article className={`rubric-problem rubric-problem--${problem.severity}`}>
    <p className="rubric-problem__where">
      <span className="rubric-problem__severity">{problem.word}</span> {problem.where}
    </p>
    <p className="rubric-problem__message">{problem.message}</p>
    {problem.lines.length > 0 && <Code problem={problem} />}
    {problem.advice && <p className="rubric-problem__advice">{problem.advice}</p>}
    {problem.related.map((place) => (
      <p className="rubric-problem__related" key={`${place.where} ${place.message}`}>
        {place.where}: {place.message}
      </p>
    ))}
  </article>
);

/** What is wrong with a definition: mistakes open, warnings folded away; nothing where there is nothing. */
export const Problems = ({ problems }: { problems: ProblemsPresenter }) => {
  const { errors, warnings, stale } = problems;
  if (errors.length + warnings.length === 0) return null;
  return (
    <div className="rubric-problems" id="problems">
      {errors.length > 0 && (
        <section aria-labelledby="mistakes">
          <h2 className="rubric-heading-m" id="mistakes">
            {counted(errors.length, 'mistake')} in the definition
          </h2>
          {stale && <p className="rubric-stale">{stale}</p>}
          {errors.map((problem) => (
            <One problem={problem} key={problem.key} />
          ))}
        </section>
      )}
      {warnings.length > 0 && (
        <details className="govuk-details" id="warnings">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{counted(warnings.length, 'warning')}</span>
          </summary>
          <div className="govuk-details__text">
            {warnings.map((problem) => (
              <One problem={problem} key={problem.key} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
};

/** The same on pages of a case: only mistakes, so that whoever fills in a form is not held up by warnings. */
export const Mistakes = ({ problems }: { problems: ProblemsPresenter }) => (
  <Problems problems={{ ...problems, warnings: [] }} />
);
