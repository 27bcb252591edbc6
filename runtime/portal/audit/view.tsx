import { Select, TextField } from '../layout/fields.js';
import { TableHead } from '../layout/table-head.js';
import type { DeedLine } from './presenter.js';

const heads = ['When', 'Who', 'What', 'Page', 'Case', 'Answer'];

/** What is looked for, as it stands in the address. */
export interface Looked {
  programme: string;
  person: string;
  case: string;
  day: string;
}

/** The record, searched. The form asks and changes nothing, so it is sent as an address. */
export const AuditPage = ({
  looked,
  programmes,
  people,
  lines,
  all,
  page,
  pages,
  addressOf,
  action = '/administration/audit',
  fault,
}: {
  looked: Looked;
  /** Empty where only one is meant. */
  programmes: readonly { value: string; label: string }[];
  people: readonly { value: string; label: string }[];
  lines: readonly DeedLine[];
  all: number;
  page: number;
  pages: number;
  addressOf: (page: number | 'csv') => string;
  action?: string;
  fault?: string | undefined;
}) => (
  <>
    <h1 className="rubric-heading-l">Audit</h1>
    <form action={action} className="rubric-filter rubric-no-print">
      {programmes.length > 0 && (
        <Select name="programme" label="Programme" options={programmes} value={looked.programme} />
      )}
      <Select name="person" label="Person" options={people} value={looked.person} />
      <TextField name="case" label="Reference of a case" value={looked.case} />
      <TextField
        name="day"
        label="Day"
        hint="Like 27/3/2026. Leave empty for any day."
        value={looked.day}
        error={fault}
      />
      <button className="govuk-button" type="submit">
        Search
      </button>
    </form>
    <p className="rubric-body" role="status">
      {all === 0 ? 'Nothing is on record for this.' : `${all} ${all === 1 ? 'entry' : 'entries'}, the latest first.`}
    </p>
    {all > 0 && (
      <>
        <table className="govuk-table rubric-stacked">
          <caption className="govuk-visually-hidden">What was done by whom</caption>
          <TableHead heads={heads} />
          <tbody className="govuk-table__body">
            {lines.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be the same in words
              <tr className="govuk-table__row" key={n}>
                <td className="govuk-table__cell rubric-figures" data-label="When">
                  {line.time}, {line.day}
                </td>
                <td className="govuk-table__cell" data-label="Who">
                  {line.who}
                  {line.role && <span className="rubric-quiet">{`, ${line.role}`}</span>}
                </td>
                <td className="govuk-table__cell" data-label="What">
                  {line.act}
                </td>
                <td className="govuk-table__cell" data-label="Page">
                  {line.page}
                </td>
                <td className="govuk-table__cell rubric-figures" data-label="Case">
                  {line.caseRef}
                </td>
                <td className="govuk-table__cell" data-label="Answer">
                  {line.answer}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <nav className="govuk-pagination rubric-no-print" aria-label="Pages">
          {page > 1 && (
            <div className="govuk-pagination__prev">
              <a className="govuk-link govuk-pagination__link" href={addressOf(page - 1)} rel="prev">
                Later entries
              </a>
            </div>
          )}
          <p className="rubric-body">
            Page {page} of {pages}
          </p>
          {page < pages && (
            <div className="govuk-pagination__next">
              <a className="govuk-link govuk-pagination__link" href={addressOf(page + 1)} rel="next">
                Earlier entries
              </a>
            </div>
          )}
        </nav>
        <p className="rubric-body rubric-no-print">
          <a className="rubric-link" href={addressOf('csv')} download>
            Download these entries for a spreadsheet
          </a>
          . That is put on record too.
        </p>
      </>
    )}
  </>
);
