import { InDanger } from './danger-view.js';
import type { ProgrammeCard } from './presenter.js';

const Card = ({ card }: { card: ProgrammeCard }) => (
  <li className="rubric-choice">
    <h2 className="rubric-heading-m">
      <a className="rubric-choice__link" href={card.href}>
        {card.title}
      </a>
    </h2>
    <p className="rubric-choice__about">{card.about}</p>
    <p className="rubric-home__links">
      {card.refer && (
        <a className="rubric-link" href={card.refer}>
          Refer somebody<span className="govuk-visually-hidden"> to {card.title}</span>
        </a>
      )}
      {card.own && (
        <a className="rubric-link" href={card.own.href}>
          {card.own.words}
          <span className="govuk-visually-hidden"> of {card.title}</span>
        </a>
      )}
      <a className="rubric-link" href={card.guidelines}>
        Guidelines<span className="govuk-visually-hidden"> of {card.title}</span>
      </a>
    </p>
  </li>
);

/** The first page: the programmes of this server, for whoever comes. */
export const Home = ({ cards, signedInAs }: { cards: ProgrammeCard[]; signedInAs?: string }) => (
  <>
    <h1 className="rubric-heading-l">Programmes</h1>
    {cards.length === 0 ? (
      <p className="rubric-empty">
        No programme is offered here yet. Once a provider has declared one, it stands here with how to refer somebody to
        it.
      </p>
    ) : (
      <ul className="rubric-choices">
        {cards.map((card) => (
          <Card card={card} key={card.href} />
        ))}
      </ul>
    )}
    <div className="rubric-measure">
      <h2 className="rubric-heading-m rubric-danger">If you have been here before</h2>
      {signedInAs ? (
        <p className="rubric-body">You are signed in as {signedInAs}.</p>
      ) : (
        <p className="rubric-body">
          <a className="rubric-link" href="/sign-in">
            Sign in
          </a>{' '}
          to go on with a referral, to see your referrals, or to work here.
        </p>
      )}
      <InDanger />
      {cards
        .filter(({ contact }) => contact.length > 0)
        .map((card) => (
          <p className="rubric-body" key={card.href}>
            <a className="rubric-link" href={`${card.href}#in-danger`}>
              How to reach {card.provider}
              <span className="govuk-visually-hidden"> about {card.title}</span>
            </a>
          </p>
        ))}
    </div>
  </>
);
