/** A page of every class of the look and every question in every state, to be looked at and to be checked by axe. */
import { renderToString } from 'react-dom/server';
import { look } from '../../../runtime/portal/look/build-look.js';
import { Specimen, type State } from './specimen.js';

const verdicts = { met: 'Met', 'not-met': 'Not met', unknown: 'Not known', 'not-applicable': 'Does not apply' };
const forces = { must: 'Must', should: 'Should', may: 'May', tells: '' };
const outcomes = {
  eligible: 'Eligible',
  'not-eligible': 'Not eligible',
  excluded: 'Excluded',
  'needs-judgement': 'Needs a judgement',
  'not-enough-information': 'Not enough information',
};

function Why() {
  return (
    <details className="rubric-why">
      <summary className="rubric-why__summary">
        Why?<span className="govuk-visually-hidden"> The plot is dug</span>
      </summary>
      <div className="rubric-why__body">
        <p>
          The plot is dug over before the lease begins. <span className="rubric-clause">Clause 12</span>
        </p>
      </div>
    </details>
  );
}

function Decision() {
  return (
    <>
      {Object.entries(outcomes).map(([id, word]) => (
        <section key={id} className={`rubric-outcome rubric-outcome--${id}`}>
          <h2 className="rubric-outcome__word">{word}</h2>
          <p className="rubric-outcome__reason">The tenant must live in the parish, and lives outside it.</p>
          <p className="rubric-outcome__by">The allotment officer decides.</p>
        </section>
      ))}
      <h2 className="rubric-heading-m">What was looked at</h2>
      <ul className="rubric-criteria">
        {Object.entries(verdicts).map(([id, word]) => (
          <li key={id} className="rubric-criterion">
            <p className="rubric-criterion__verdict">
              <span className={`rubric-verdict rubric-verdict--${id}`}>{word}</span>
            </p>
            <p className="rubric-criterion__words">The tenant must live in the parish when the lease begins.</p>
            <div className="rubric-criterion__why">
              <Why />
            </div>
          </li>
        ))}
      </ul>
      <div className="rubric-missing">
        <div className="rubric-missing__group">
          <h3 className="rubric-heading-s">The tenant could say</h3>
          <ul className="rubric-list rubric-list--bullet">
            <li>date of birth</li>
            <li>whether there is a shed</li>
          </ul>
        </div>
      </div>
      <p className="rubric-hers">Hers: kept from everybody who does not support her</p>
    </>
  );
}

function Outline() {
  return (
    <section className="rubric-beside">
      <div className="rubric-beside__main">
        <h2 className="rubric-heading-m">Who may have a plot</h2>
        <ul className="rubric-outline">
          <li className="rubric-outline__item">
            <h3 className="rubric-outline__heading">Lives in the parish</h3>
            <p className="rubric-outline__says">The tenant must live in the parish when the lease begins.</p>
            <p className="rubric-reading">Reading: the day of the lease, not of the application.</p>
            <p className="rubric-ours">Ours: the document does not say who checks it.</p>
          </li>
          <li className="rubric-outline__item">
            <h3 className="rubric-outline__heading">Digs it over</h3>
            <p className="rubric-outline__says">
              <span className="rubric-new">Changed: within 6 weeks of the lease.</span>
            </p>
          </li>
        </ul>
      </div>
      <aside className="rubric-beside__aside" aria-label="Clauses">
        {Object.entries(forces).map(([id, word]) => (
          <div key={id} className={`rubric-force rubric-force--${id}`}>
            <span className="rubric-clause">Clause 12</span> <span className="rubric-force__word">{word}</span>
            <p className="rubric-body">The plot is dug over before the lease begins.</p>
          </div>
        ))}
      </aside>
    </section>
  );
}

function Problem({ severity }: { severity: 'error' | 'warning' }) {
  return (
    <article className={`rubric-problem rubric-problem--${severity}`}>
      <p className="rubric-problem__where">
        <span className="rubric-problem__severity">{severity === 'error' ? 'Mistake' : 'Warning'}</span>
        programme.yaml, line 14
      </p>
      <p className="rubric-problem__message">40 missed weeks can never happen: the season has 27.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <pre className="rubric-problem__code" tabIndex={0}>
        <code>
          <span className="rubric-problem__line">
            <span className="rubric-problem__number">13</span>
            {'  thirty-missed:'}
          </span>
          <span className="rubric-problem__line">
            <span className="rubric-problem__number">14</span>
            {'    when: '}
            <mark className="rubric-problem__here">weeks-missed is at least 40</mark>
          </span>
        </code>
      </pre>
      <p className="rubric-problem__advice">Lower the number, or remove the rule.</p>
    </article>
  );
}

function TaskList() {
  return (
    <>
      <ul className="govuk-task-list">
        {['Completed', 'Not started yet'].map((state, index) => (
          <li key={state} className="govuk-task-list__item govuk-task-list__item--with-link">
            <div className="govuk-task-list__name-and-hint">
              <a className="govuk-link govuk-task-list__link" href="#main" aria-describedby={`task-${index}`}>
                {index ? 'The plot' : 'The tenant'}
              </a>
            </div>
            <div className="govuk-task-list__status" id={`task-${index}`}>
              {index ? <strong className="govuk-tag govuk-tag--blue">{state}</strong> : state}
            </div>
          </li>
        ))}
      </ul>
      <dl className="govuk-summary-list">
        <div className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">Full name</dt>
          <dd className="govuk-summary-list__value">Ada Green</dd>
          <dd className="govuk-summary-list__actions">
            <a className="govuk-link" href="#main">
              Change<span className="govuk-visually-hidden"> full name</span>
            </a>
          </dd>
        </div>
      </dl>
      <div className="rubric-actions">
        <button type="button" className="govuk-button">
          Send
        </button>
        <button type="button" className="govuk-button govuk-button--secondary">
          Save for later
        </button>
        <a className="rubric-link" href="#main">
          Leave it
        </a>
      </div>
      <div className="rubric-stale">
        <p>The last good version is shown.</p>
      </div>
      <div className="rubric-empty">
        <p>Plots will appear here. Add one to begin.</p>
      </div>
      <ul className="rubric-choices">
        {['North field', 'South field'].map((name) => (
          <li key={name} className="rubric-choice">
            <a className="rubric-choice__link" href="#main">
              {name}
            </a>
            <p className="rubric-choice__about">Twelve plots beside the brook</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Page({ forms }: { forms: State[] }) {
  return (
    <>
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      <header className="rubric-header">
        <div className="rubric-width rubric-header__inside">
          <a className="rubric-header__mark" href="#main">
            Rubric
          </a>
          <span className="rubric-header__where">Parish allotments</span>
          <nav className="rubric-header__nav" aria-label="Programme">
            <ul>
              <li>
                <a href="#main" aria-current="page">
                  Definition
                </a>
              </li>
              <li>
                <a href="#main">Application</a>
              </li>
            </ul>
          </nav>
        </div>
      </header>
      <div className="rubric-width">
        <main className="rubric-main" id="main" tabIndex={-1}>
          <h1 className="rubric-heading-l">
            <span className="rubric-caption">Parish allotments</span>Specimen
          </h1>
          {forms.length > 0 ? (
            forms.map((state) => <Specimen key={state} state={state} />)
          ) : (
            <>
              <Decision />
              <Outline />
              <Problem severity="error" />
              <Problem severity="warning" />
              <TaskList />
            </>
          )}
        </main>
      </div>
      <footer className="rubric-footer">
        <div className="rubric-width">Rubric</div>
      </footer>
    </>
  );
}

/** Takes the states of the form to show, none for everything but forms; gives a whole page with its stylesheet inside. */
export function specimenPage(forms: State[]): string {
  const body = renderToString(<Page forms={forms} />);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Specimen</title><style>${look()}</style>`;
  return `<!DOCTYPE html><html lang="en-GB" class="rubric-root"><head>${head}</head><body class="rubric-page">${body}</body></html>\n`;
}
