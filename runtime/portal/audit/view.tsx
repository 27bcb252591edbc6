import { Select, TextField } from '../layout/fields.js';
import { ListTable } from '../layout/list-table.js';
import type { DeedLine } from './presenter.js';

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
        <ListTable
          caption="What was done by whom"
          named={false}
          columns={[
            { head: 'When', cell: ({ time, day }) => `${time}, ${day}`, look: 'rubric-figures' },
            {
              head: 'Who',
              cell: ({ who, role }) => (
                <>
                  {who}
                  {role && <span className="rubric-quiet">{`, ${role}`}</span>}
                </>
              ),
            },
            { head: 'What', cell: ({ act }) => act },
            { head: 'Page', cell: ({ page }) => page },
            { head: 'Case', cell: ({ caseRef }) => caseRef, look: 'rubric-figures' },
            { head: 'Answer', cell: ({ answer }) => answer },
          ]}
          lines={lines}
          // Two entries may be the same in words.
          keyOf={(_, place) => place}
        />
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
