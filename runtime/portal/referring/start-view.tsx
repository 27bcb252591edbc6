import { Choice } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import type { Beginning, DraftLine, StartPresenter } from './start-presenter.js';

/** Drafts of whoever looks, with where to go on and where to delete each. */
export const Drafts = ({ drafts }: { drafts: DraftLine[] }) => (
  <ul className="rubric-choices">
    {drafts.map((draft) => (
      <li className="rubric-choice" key={draft.id}>
        <h3 className="rubric-heading-s">{draft.title}</h3>
        <p className="rubric-choice__about">{draft.about}</p>
        <p className="rubric-home__links">
          <a className="rubric-link" href={draft.href}>
            Continue<span className="govuk-visually-hidden">: {draft.title}</span>
          </a>
          <a className="rubric-link" href={draft.remove}>
            Delete<span className="govuk-visually-hidden">: {draft.title}</span>
          </a>
        </p>
      </li>
    ))}
  </ul>
);

const As = ({ beginning }: { beginning: Beginning }) => (
  <Choice
    name="role"
    id={beginning.form}
    legend="Who makes the referral?"
    options={beginning.as.map(({ role, words }) => ({ value: role, label: words }))}
    value={beginning.as[0]?.role}
  />
);

const Begin = ({ beginning, start, headed }: { beginning: Beginning; start: StartPresenter; headed: boolean }) => (
  <section>
    {headed && <h2 className="rubric-heading-m">{beginning.title}</h2>}
    {beginning.says.map((sentence) => (
      <p className="rubric-body" key={sentence}>
        {sentence}
      </p>
    ))}
    <p className="rubric-body">It asks about:</p>
    <ul className="rubric-list rubric-list--bullet">
      {beginning.headings.map((heading) => (
        <li key={heading}>{heading}</li>
      ))}
    </ul>
    {start.signIn ? (
      <>
        <p className="rubric-body">
          First we send a code to your e-mail address, so that nobody but you can open what you write. Nothing else is
          needed to begin.
        </p>
        <p className="rubric-actions">
          <a className="govuk-button" href={start.signIn}>
            Start
          </a>
        </p>
      </>
    ) : (
      <FormStart action={start.action} className="rubric-form">
        <input type="hidden" name="form" value={beginning.form} />
        {beginning.as.length > 0 && <As beginning={beginning} />}
        <div className="rubric-actions">
          <button type="submit" className="govuk-button">
            Start
          </button>
        </div>
      </FormStart>
    )}
  </section>
);

/** Where a referral begins, and where one that was begun goes on. */
export const Start = ({ start, lead }: { start: StartPresenter; lead: string }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{start.title}</h1>
    {start.drafts.length > 0 && (
      <section aria-labelledby="begun">
        <h2 className="rubric-heading-m" id="begun">
          Begun and not sent yet
        </h2>
        <Drafts drafts={start.drafts} />
      </section>
    )}
    <p className="rubric-body">{lead}</p>
    {start.beginnings.map((beginning) => (
      <Begin beginning={beginning} start={start} headed={start.beginnings.length > 1} key={beginning.form} />
    ))}
  </div>
);

/** What somebody who works here sees in its place: he writes referrals down and sends none. */
export const ForStaff = ({ title, href }: { title: string; href: string }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">{title}</h1>
    <p className="rubric-body">
      You work here, so you send no referrals of your own.{' '}
      <a className="rubric-link" href={href}>
        Take a referral by telephone
      </a>{' '}
      where somebody tells you of a man.
    </p>
  </div>
);

/** Asks once more before a draft is gone for good. */
export const DeleteDraft = ({ draft, back }: { draft: DraftLine; back: string }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">Delete what was not sent?</h1>
    <p className="rubric-body">
      {draft.title}. {draft.about}.
    </p>
    <p className="rubric-body">All that was typed in it is deleted for good. Nothing that was sent is touched.</p>
    <FormStart action={draft.remove} className="rubric-form">
      <div className="rubric-actions">
        <button type="submit" className="govuk-button">
          Delete it
        </button>
        <a className="rubric-link" href={back}>
          Keep it
        </a>
      </div>
    </FormStart>
  </div>
);
