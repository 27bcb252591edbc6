import { Section } from '../handbook/view.js';
import { InDanger } from '../home/danger-view.js';
import type { ProgrammePresenter } from './presenter.js';

const Refer = ({ href }: { href: string }) => (
  <p className="rubric-actions">
    <a className="govuk-button" href={href}>
      Refer somebody
    </a>
  </p>
);

/** A programme for everybody: what it is, for whom, how to refer, what happens next, what to do in danger. */
export const ProgrammePage = ({ programme }: { programme: ProgrammePresenter }) => (
  <article className="rubric-handbook">
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{programme.provider}</span> {programme.title}
    </h1>
    {programme.strapline && <p className="rubric-lead">{programme.strapline}</p>}
    {programme.refer && <Refer href={programme.refer} />}
    <div className="rubric-sheet">
      {programme.sections.map((section) => (
        <Section section={section} key={section.anchor} />
      ))}
      {programme.next && <Section section={{ ...programme.next, title: 'What happens next' }} />}
    </div>
    <p className="rubric-body">
      All of this and more stands in our{' '}
      <a className="rubric-link" href={programme.guidelines}>
        guidelines
      </a>
      .
    </p>
    <InDanger contact={programme.contact} provider={programme.provider} />
  </article>
);
