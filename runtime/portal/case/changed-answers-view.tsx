import { stopped } from '../words/lists.js';
import type { ChangedAnswer } from './changed-answers.js';

const RestsOn = ({ criteria, rules }: Pick<ChangedAnswer, 'criteria' | 'rules'>) =>
  criteria.length + rules.length === 0 ? null : (
    <>
      <p className="rubric-quiet">This rests on it:</p>
      <ul className="rubric-list rubric-list--bullet">
        {criteria.map(({ anchor, words, mark }) => (
          <li key={anchor}>
            <a className="rubric-link" href={`#${anchor}`}>
              {words}
            </a>{' '}
            <span className={`rubric-verdict rubric-verdict--${mark.look}`}>{mark.word}</span>
          </li>
        ))}
        {rules.map((words) => (
          <li key={words}>{stopped(words)}</li>
        ))}
      </ul>
    </>
  );

/** Above the criteria: which of the answers they rest on are not as they were when the referral was sent. */
export const ChangedAnswers = ({ changed }: { changed: ChangedAnswer[] }) =>
  changed.length === 0 ? null : (
    <section className="rubric-sheet" id="changed" aria-labelledby="changed-title">
      <h2 className="rubric-heading-m" id="changed-title">
        Answered otherwise since the referral was sent
      </h2>
      {changed.map(({ question, changes, ...rest }) => (
        <div key={question}>
          <h3 className="rubric-heading-s">{question}</h3>
          {changes.map((sentence) => (
            <p className="rubric-body" key={sentence}>
              {sentence}
            </p>
          ))}
          <RestsOn {...rest} />
        </div>
      ))}
    </section>
  );
