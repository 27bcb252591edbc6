import type { AnswersPresenter } from './answers-presenter.js';
import { Head } from './head-view.js';

/** What the forms of a case were answered with. */
export const Answers = ({ page }: { page: AnswersPresenter }) => (
  <>
    <Head head={page.head}>Answers</Head>
    {page.forms.map((form) => (
      <section className="rubric-sheet" key={form.title}>
        <h2 className="rubric-heading-m">{form.title}</h2>
        <p className="rubric-quiet">{form.given}</p>
        {form.pages.map(({ heading, answers }) => (
          <div key={heading}>
            <h3 className="rubric-heading-s">{heading}</h3>
            <dl className="govuk-summary-list">
              {answers.map(({ question, lines, changes, change }) => (
                <div className="govuk-summary-list__row" key={question}>
                  <dt className="govuk-summary-list__key">{question}</dt>
                  <dd className="govuk-summary-list__value">
                    {lines.map((line, i) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike, and none ever moves.
                      <span className="rubric-answer__line" key={i}>
                        {line}
                      </span>
                    ))}
                    {changes.map((sentence) => (
                      <span className="rubric-answer__line rubric-quiet" key={sentence}>
                        {sentence}
                      </span>
                    ))}
                  </dd>
                  {change && (
                    <dd className="govuk-summary-list__actions rubric-no-print">
                      <a className="rubric-link" href={change}>
                        Change<span className="govuk-visually-hidden"> {question}</span>
                      </a>
                    </dd>
                  )}
                </div>
              ))}
            </dl>
          </div>
        ))}
      </section>
    ))}
  </>
);
