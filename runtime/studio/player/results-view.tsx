import type { ReactNode } from 'react';
import { Why } from '../../portal/case/reasons-view.js';
import type { ShownDuty, ShownRecommendation, ShownStep } from '../../portal/case/rules-presenter.js';
import { StepNeeds } from '../../portal/case/step-view.js';
import { stopped } from '../../portal/words/lists.js';
import type { Results, ShownFact } from './now-presenter.js';

/** The address of a play, and the day that is shown. */
export interface Place {
  play: string;
  day: string;
}

const Answers = ({ one, place }: { one: ShownRecommendation; place: Place }) =>
  one.answers.length === 0 ? null : (
    <form method="post" action={`${place.play}/add`} className="rubric-player__answer">
      <input type="hidden" name="on" value={place.day} />
      <input type="hidden" name="rule" value={one.rule} />
      {one.subject !== undefined && <input type="hidden" name="about" value={one.subject} />}
      {one.by.length === 1 ? (
        <input type="hidden" name="by" value={one.by[0]?.id} />
      ) : (
        <label className="rubric-player__by">
          Answered by{' '}
          <select className="govuk-select" name="by">
            {one.by.map((role) => (
              <option value={role.id} key={role.id}>
                {role.words}
              </option>
            ))}
          </select>
        </label>
      )}
      {one.answers.map((answer) => (
        <button
          type="submit"
          className="govuk-button govuk-button--secondary"
          name="what"
          value={`${answer.act}:${answer.effect ?? ''}`}
          key={answer.words}
        >
          {answer.words}
          <span className="govuk-visually-hidden"> – {one.words}</span>
        </button>
      ))}
    </form>
  );

const Recommendation = ({ one, place }: { one: ShownRecommendation; place: Place }) => (
  <li className={`rubric-force rubric-force--${one.force.look} rubric-player__item`} data-item={one.anchor}>
    <p className="rubric-player__marks">
      <span className="rubric-force__word">{one.force.word}</span>{' '}
      <span className={`rubric-verdict rubric-verdict--${one.state.look}`}>{one.state.word}</span>
    </p>
    <p className="rubric-player__words">{one.words}</p>
    {one.asks.length > 0 && (
      <p className="rubric-player__asks">
        {one.asks.length > 1 && one.either ? 'One of: ' : ''}
        {one.asks.join('; ')}.
      </p>
    )}
    <p className="rubric-player__quiet">
      {one.since}.{one.confirmedBy && ` To be confirmed by the ${one.confirmedBy}.`}
    </p>
    {one.doubt && <p className="rubric-player__conflict">{one.doubt}</p>}
    {one.conflicts.map((conflict) => (
      <p className="rubric-player__conflict" key={conflict}>
        {conflict}
      </p>
    ))}
    <Answers one={one} place={place} />
    <Why of={one.words} anchor={one.anchor} reasons={one.reasons} />
  </li>
);

const doneAt = ({ doneBy, subject }: ShownDuty, { play, day }: Place): string =>
  `${play}/add?what=happened:${doneBy}&on=${day}${subject === undefined ? '' : `&about=${encodeURIComponent(subject)}`}`;

const Duty = ({ one, place }: { one: ShownDuty; place: Place }) => (
  <li className={`rubric-force rubric-force--${one.force.look} rubric-player__item`} data-item={one.anchor}>
    <p className="rubric-player__marks">
      <span className="rubric-force__word">{one.force.word}</span>{' '}
      <span className={`rubric-verdict rubric-verdict--${one.state.look}`}>{one.state.word}</span>
    </p>
    <p className="rubric-player__words">{one.words}</p>
    {one.asks.length > 0 && <p className="rubric-player__asks">{stopped(one.asks.join('; '))}</p>}
    <p className="rubric-player__quiet">
      {one.due}.{one.by && ` ${one.by}.`}
      {one.notes.map((note) => ` ${note}.`)}
    </p>
    {one.doneBy && (
      <p className="rubric-player__quiet">
        <a className="rubric-link" href={doneAt(one, place)}>
          Record that it is done<span className="govuk-visually-hidden"> – {one.words}</span>
        </a>
      </p>
    )}
    <Why of={one.words} anchor={one.anchor} reasons={one.reasons} />
  </li>
);

const Fact = ({ fact }: { fact: ShownFact }) => (
  <li className="rubric-player__fact" data-item={fact.anchor}>
    <span className="rubric-player__called">{fact.called}</span>{' '}
    <strong className="rubric-player__value">{fact.value}</strong>
    <Why of={fact.called} anchor={fact.anchor} reasons={fact.reasons} />
  </li>
);

/** A step that may come next, with what it needs. */
export const Step = ({ step }: { step: ShownStep }) => (
  <li className="rubric-player__fact" data-item={step.anchor}>
    <span className="rubric-player__called">{step.words}</span>{' '}
    <span className={`rubric-verdict rubric-verdict--${step.verdict.look}`}>{step.verdict.word}</span>
    {(step.needs.length > 0 || step.refusedBy.length > 0 || step.lacks.length > 0 || step.by) && (
      <details className="rubric-why" id={`why-${step.anchor}`}>
        <summary className="rubric-why__summary">
          Why?<span className="govuk-visually-hidden"> {step.words}</span>
        </summary>
        <div className="rubric-why__body">
          <StepNeeds step={step} />
        </div>
      </details>
    )}
  </li>
);

/** What stands, and folded up what was answered, done or is gone. */
const Standing = <T extends { anchor: string; past: boolean }>({
  id,
  what,
  all,
  none,
  each,
}: {
  id: string;
  what: string;
  all: T[];
  none: string;
  each: (one: T) => ReactNode;
}) => {
  const [standing, past] = [all.filter((one) => !one.past), all.filter((one) => one.past)];
  return (
    <>
      {standing.length === 0 && <p className="rubric-player__none">{none}</p>}
      <ul className="rubric-player__list">{standing.map(each)}</ul>
      {past.length > 0 && (
        <details className="rubric-why" id={id}>
          <summary className="rubric-why__summary">
            Answered, done or gone ({past.length})<span className="govuk-visually-hidden"> – {what}</span>
          </summary>
          <ul className="rubric-player__list rubric-player__list--past">{past.map(each)}</ul>
        </details>
      )}
    </>
  );
};

/** Recommendations and duties, those that stand first. */
export const Called = ({ results, place, level }: { results: Results; place: Place; level: 'his' | 'hers' }) => {
  const Heading = level === 'his' ? 'h2' : 'h3';
  const look = level === 'his' ? 'rubric-heading-m' : 'rubric-heading-s';
  const bare = level === 'hers';
  const side = bare ? ' on the partner’s side' : '';
  const sheet = bare ? {} : { className: 'rubric-sheet' };
  return (
    <>
      {(results.recommendations.length > 0 || !bare) && (
        <section {...sheet}>
          <Heading className={look}>Recommendations</Heading>
          <Standing
            id={`recommendations-${level}`}
            what={`recommendations${side}`}
            all={results.recommendations}
            none="No rule asks for anything on this day. Rules that do will stand here, for a person to confirm or refuse."
            each={(one) => <Recommendation one={one} place={place} key={one.anchor} />}
          />
        </section>
      )}
      {(results.duties.length > 0 || !bare) && (
        <section {...sheet}>
          <Heading className={look}>Duties</Heading>
          <Standing
            id={`duties-${level}`}
            what={`duties${side}`}
            all={results.duties}
            none="Nothing is due. What has to be done, and by when, will stand here."
            each={(one) => <Duty one={one} place={place} key={one.anchor} />}
          />
        </section>
      )}
    </>
  );
};

/** Derived facts with their values. */
export const Facts = ({ facts }: { facts: ShownFact[] }) => (
  <ul className="rubric-player__facts">
    {facts.map((fact) => (
      <Fact fact={fact} key={fact.anchor} />
    ))}
  </ul>
);
