import type { Task, TaskListPresenter } from './task-list-presenter.js';

const OneTask = ({ task }: { task: Task }) => (
  <li className={`govuk-task-list__item${task.href ? ' govuk-task-list__item--with-link' : ''}`}>
    <div className="govuk-task-list__name-and-hint">
      {task.href ? (
        <a className="govuk-link govuk-task-list__link" href={task.href} aria-describedby={`status-${task.id}`}>
          {task.heading}
        </a>
      ) : (
        <div>{task.heading}</div>
      )}
      {task.hint && <div className="govuk-task-list__hint">{task.hint}</div>}
    </div>
    <div
      className={`govuk-task-list__status${task.href ? '' : ' govuk-task-list__status--cannot-start-yet'}`}
      id={`status-${task.id}`}
    >
      {task.tag ? <strong className={`govuk-tag ${task.tag}`}>{task.word}</strong> : task.word}
    </div>
  </li>
);

const Says = ({ says }: { says: string[] }) =>
  says.map((sentence) => (
    <p className="rubric-body" key={sentence}>
      {sentence}
    </p>
  ));

/** The pages of a form as a list of tasks. */
export const TaskList = ({ list }: { list: TaskListPresenter }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{list.title}</h1>
    <Says says={list.says} />
    <p className="rubric-body">{list.progress}</p>
    {list.sent && (
      <div className="govuk-inset-text">
        {list.isHers
          ? 'Thank you. This was sent, and is kept apart from everything that he or his referrer can see.'
          : 'This form was sent. You can change its answers and send it again.'}
        {list.decision && (
          <>
            {' '}
            <a className="rubric-link" href={list.decision}>
              See the decision
            </a>
          </>
        )}
      </div>
    )}
    <ul className="govuk-task-list">
      {list.tasks.map((task) => (
        <OneTask task={task} key={task.id} />
      ))}
    </ul>
    <div className="rubric-actions">
      <a className={`govuk-button${list.check.ready ? '' : ' govuk-button--secondary'}`} href={list.check.href}>
        Check the answers and send
      </a>
    </div>
  </div>
);

interface Start {
  title: string;
  says: string[];
  headings: string[];
  action: string;
}

/** What stands at a form's own address: what it asks, and how to begin. */
export const StartPage = ({ title, says, headings, action }: Start) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{title}</h1>
    <Says says={says} />
    <p className="rubric-body">It asks about:</p>
    <ul className="rubric-list rubric-list--bullet">
      {headings.map((heading) => (
        <li key={heading}>{heading}</li>
      ))}
    </ul>
    <p className="rubric-body">Answer what you know. You can stop at any page and come back to it.</p>
    <form method="post" action={action} className="rubric-actions">
      <button type="submit" className="govuk-button">
        Start
      </button>
    </form>
    <p className="rubric-quiet">The answers are kept only while this server runs.</p>
  </div>
);
