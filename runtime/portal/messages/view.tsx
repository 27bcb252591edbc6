import { StateMark } from '../case-documents/list-view.js';
import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import { ListTable } from '../layout/list-table.js';
import { Tabs } from '../layout/tabs.js';
import type { MessagePage, MessagesPresenter } from './presenter.js';

/** What is on the way to people outside, and what became of it. */
export const Messages = ({ page }: { page: MessagesPresenter }) => (
  <>
    <h1 className="rubric-heading-l">Messages</h1>
    {page.sends && <p className="rubric-body">{page.sends}</p>}
    <Tabs label="Which messages" pages={page.filters} />
    {page.lines.length === 0 ? (
      <p className="rubric-empty">No message is here. Messages stand here as soon as they are called for or sent.</p>
    ) : (
      <ListTable
        caption="Messages, the latest first"
        columns={[
          {
            head: 'Message',
            cell: ({ href, called, to, made }) => (
              <a className="rubric-link" href={href}>
                {called}
                <span className="govuk-visually-hidden">
                  {' '}
                  to {to}, {made}
                </span>
              </a>
            ),
          },
          { head: 'To', cell: ({ to }) => to },
          { head: 'Made', cell: ({ made }) => made },
          {
            head: 'State',
            cell: ({ state, why }) => (
              <>
                <StateMark state={state} />
                {why && <p className="rubric-quiet">{why}</p>}
              </>
            ),
          },
        ]}
        lines={page.lines}
        keyOf={({ href }) => href}
      />
    )}
    {page.pages.length > 0 && (
      <nav className="rubric-copies" aria-label="More messages">
        <ul>
          {page.pages.map((one) => (
            <li key={one.href}>
              <a className="rubric-link" href={one.href}>
                {one.words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )}
  </>
);

/** One message, as its recipient sees it. */
export const Message = ({ page, keyed, faults }: { page: MessagePage; keyed: string; faults: Fault[] }) => (
  <>
    <ErrorSummary faults={faults} />
    <h1 className="rubric-heading-l">{page.called}</h1>
    <StateMark state={page.state} />
    {page.why && <p className="rubric-body">{page.why}</p>}
    <dl className="govuk-summary-list">
      <div className="govuk-summary-list__row">
        <dt className="govuk-summary-list__key">To</dt>
        <dd className="govuk-summary-list__value">{page.to}</dd>
      </div>
      {page.caseLink && (
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">About</dt>
          <dd className="govuk-summary-list__value">
            <a className="rubric-link" href={page.caseLink.href}>
              {page.caseLink.words}
            </a>
          </dd>
        </div>
      )}
      <div className="govuk-summary-list__row">
        <dt className="govuk-summary-list__key">Subject</dt>
        <dd className="govuk-summary-list__value">{page.subject}</dd>
      </div>
    </dl>
    <div className="rubric-no-print">
      {page.acts.map((act) => (
        <FormStart action={page.action} keyed={keyed} key={act.does}>
          {act.says && <p className="rubric-quiet">{act.says}</p>}
          <button type="submit" className="govuk-button govuk-button--secondary" name="do" value={act.does}>
            {act.words}
          </button>
        </FormStart>
      ))}
    </div>
    {page.body ? (
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is a part of a page already, made by the renderer
      <div className="rubric-document" dangerouslySetInnerHTML={{ __html: page.body }} />
    ) : page.text ? (
      <p className="rubric-sheet rubric-written">{page.text}</p>
    ) : (
      <p className="rubric-quiet">What it says is shown to nobody but its recipient.</p>
    )}
    <h2 className="rubric-heading-m">What was done with it</h2>
    <ul className="rubric-list rubric-list--spaced">
      {page.steps.map((step, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and none ever moves.
        <li key={place}>
          {step.words}
          {step.by && `, by ${step.by}`} <span className="rubric-quiet">{step.at}</span>
        </li>
      ))}
    </ul>
  </>
);
