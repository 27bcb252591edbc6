/** What has to be put right before the page can be left, each with the field it stands at. */
export interface Fault {
  message: string;
  href?: string;
}

/** The linked list of faults at the top of a page; nothing where there are none. */
export const ErrorSummary = ({ faults }: { faults: Fault[] }) =>
  faults.length === 0 ? null : (
    <div className="govuk-error-summary" id="error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {faults.map((fault) => (
              <li key={`${fault.href} ${fault.message}`}>
                {fault.href ? <a href={fault.href}>{fault.message}</a> : fault.message}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
