import type { ShownStep } from './rules-presenter.js';
import { WhyTree } from './why-view.js';

/** What a step needs, what refuses it, what is to be found out, and whose it is to take. */
export const StepNeeds = ({ step }: { step: ShownStep }) => (
  <>
    {step.by && <p className="rubric-body">For the {step.by.toLowerCase()} to do.</p>}
    {step.refusedBy.map((words) => (
      <p className="rubric-body" key={words}>
        Refused while this stands: {words}
      </p>
    ))}
    {step.needs.length > 0 && (
      <ul className="rubric-list rubric-list--spaced">
        {step.needs.map((need) => (
          <li key={need.words}>
            <span className={`rubric-verdict rubric-verdict--${need.verdict.look}`}>{need.verdict.word}</span>{' '}
            {need.words} <span className="rubric-clause">{need.clauses.join(', ')}</span>
            <WhyTree why={need.why} />
          </li>
        ))}
      </ul>
    )}
    {step.lacks.length > 0 && (
      <>
        <p className="rubric-player__small">To find out</p>
        <ul className="rubric-list rubric-list--bullet">
          {step.lacks.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    )}
  </>
);
