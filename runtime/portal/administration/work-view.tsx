import { FieldError, fieldId, Select } from '../layout/fields.js';
import { FormStart } from '../layout/form-start.js';
import { ListTable } from '../layout/list-table.js';
import type { Faults } from '../sign-in/answers.js';
import { Button } from '../sign-in/view.js';
import type { DefinitionLine, SiteLine, StandInLine } from './work-presenter.js';

/** A day as it was typed, part by part. */
export type Parts = Record<'day' | 'month' | 'year', string>;

/** A day as three fields. */
export const DayField = ({
  name,
  legend,
  value,
  error,
}: {
  name: string;
  legend: string;
  value: Parts;
  error?: string | undefined;
}) => (
  <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
    <fieldset className="govuk-fieldset" aria-describedby={error ? `${fieldId(name)}-error` : undefined}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      {error && <FieldError id={`${fieldId(name)}-error`} error={error} />}
      <div className="govuk-date-input">
        {(['day', 'month', 'year'] as const).map((part) => (
          <div className="govuk-date-input__item" key={part}>
            <label
              className="govuk-label govuk-date-input__label"
              htmlFor={part === 'day' ? fieldId(name) : `${fieldId(name)}-${part}`}
            >
              {`${part.charAt(0).toUpperCase()}${part.slice(1)}`}
            </label>
            <input
              type="text"
              className={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}`}
              id={part === 'day' ? fieldId(name) : `${fieldId(name)}-${part}`}
              name={`${name}-${part}`}
              inputMode="numeric"
              defaultValue={value[part]}
            />
          </div>
        ))}
      </div>
    </fieldset>
  </div>
);

/** Who is away, who looks after the work meanwhile. */
export const HandOverPage = ({
  base,
  lines,
  people,
  shown,
  faults,
  said,
}: {
  base: string;
  lines: readonly StandInLine[];
  people: readonly { value: string; label: string }[];
  shown: { away: string; covers: string; since: Parts; until: Parts };
  faults: Faults;
  said?: string | undefined;
}) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">Hand-over</h1>
    {said && <p className="govuk-inset-text">{said}</p>}
    <p className="rubric-body">
      What is to be done waits for a role, and everybody who has it sees it on Today. Whoever stands in for somebody who
      is away is told so there, and sees what waits for all roles of that person; whoever is away sees who stands in.
      One of the roles has to be the same, and the side too: nobody who works with the man looks after what is the
      partner’s.
    </p>
    {lines.length === 0 && <p className="rubric-empty">Nobody stands in for anybody. Say below who is away.</p>}
    <ul className="rubric-list rubric-list--spaced">
      {lines.map(({ id, words }) => (
        <li key={id}>
          {words}.
          <FormStart action={`${base}/hand-over/${id}/end`}>
            <Button secondary>{`End it: ${words}`}</Button>
          </FormStart>
        </li>
      ))}
    </ul>
    <h2 className="rubric-heading-m">Hand work over</h2>
    <FormStart action={`${base}/hand-over`}>
      <Select name="away" label="Who is away" options={people} value={shown.away} error={faults.away} />
      <Select name="covers" label="Who stands in" options={people} value={shown.covers} error={faults.covers} />
      <DayField name="since" legend="First day" value={shown.since} error={faults.since} />
      <DayField name="until" legend="Last day" value={shown.until} error={faults.until} />
      <Button>Hand over</Button>
    </FormStart>
  </div>
);

/** What the definition declares of places, and by which of its versions cases are decided. */
export const SitesPage = ({
  sites,
  definitions,
}: {
  sites: readonly SiteLine[];
  definitions: readonly DefinitionLine[];
}) => (
  <>
    <h1 className="rubric-heading-l">Sites and definitions</h1>
    <section>
      <h2 className="rubric-heading-m">Sites</h2>
      {sites.length === 0 && (
        <p className="rubric-empty">The definition declares no sites: everybody sees every case.</p>
      )}
      {sites.map(({ label, details }) => (
        <div className="rubric-sheet" key={label}>
          <h3 className="rubric-heading-s">{label}</h3>
          <dl className="govuk-summary-list">
            {details.map((detail) => (
              <div className="govuk-summary-list__row" key={detail.label}>
                <dt className="govuk-summary-list__key">{detail.label}</dt>
                <dd className="govuk-summary-list__value">{detail.value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </section>
    <section>
      <h2 className="rubric-heading-m">Definitions in use</h2>
      <p className="rubric-body">A case goes on by the definition under which it was begun.</p>
      <ListTable
        caption="Definitions and how many cases go by them"
        columns={[
          { head: 'Definition', cell: ({ words }) => words },
          { head: 'Cases', cell: ({ cases }) => cases },
          { head: 'Begun', cell: ({ began }) => began },
        ]}
        lines={definitions}
        keyOf={({ words }) => words}
      />
    </section>
  </>
);

/** `/administration`: the programmes that somebody administers. */
export const AdministrationPage = ({ programmes }: { programmes: readonly { title: string; href: string }[] }) => (
  <div className="rubric-measure">
    <h1 className="rubric-heading-l">Administration</h1>
    {programmes.length === 0 && <p className="rubric-empty">There is no programme here that you administer.</p>}
    <ul className="rubric-choices">
      {programmes.map(({ title, href }) => (
        <li className="rubric-choice" key={href}>
          <a className="rubric-choice__link" href={href}>
            {title}
          </a>
          <p className="rubric-choice__about">People, roles, hand-over, sites and definitions</p>
        </li>
      ))}
      <li className="rubric-choice">
        <a className="rubric-choice__link" href="/administration/audit">
          Audit
        </a>
        <p className="rubric-choice__about">Who read and wrote what, and what was refused</p>
      </li>
    </ul>
  </div>
);
