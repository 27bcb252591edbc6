import { InDanger } from '../home/danger-view.js';
import type { LabelledRuns } from '../home/presenter.js';
import type { Follows } from '../referring/what-follows.js';

interface SentProps {
  reference: string;
  at: string;
  follows: Follows[];
  /** What the programme asks for and the referral by its own words does not have. */
  askedFor: string[];
  /** How many questions are still to be answered. */
  needed: number;
  guidelines: string;
  provider: string;
  contact: LabelledRuns[];
}

const Next = ({ follows }: { follows: Follows[] }) =>
  follows.length === 0 ? (
    <p className="rubric-body">
      Somebody of ours reads it and gets in touch with you. Our guidelines say nothing of by when.
    </p>
  ) : (
    <ul className="rubric-list rubric-list--bullet rubric-list--spaced">
      {follows.map(({ words, by }) => (
        <li key={words}>
          {words}
          {by === undefined ? '.' : `, by ${by}.`}
        </li>
      ))}
    </ul>
  );

/** What somebody sees once he has sent a referral: its reference, and what happens next. */
export const SentPage = ({ sent }: { sent: SentProps }) => (
  <div className="rubric-measure">
    <div className="rubric-sent">
      <h1 className="rubric-heading-l">We have received your referral</h1>
      <p className="rubric-body">
        Its reference is <strong className="rubric-sent__reference">{sent.reference}</strong>
      </p>
    </div>
    {sent.askedFor.length > 0 && (
      <section aria-labelledby="asked-for">
        <h2 className="rubric-heading-m" id="asked-for">
          What the programme asks for
        </h2>
        <p className="rubric-body">By what you answered, this may not be the right programme for him:</p>
        <ul className="rubric-list rubric-list--bullet">
          {sent.askedFor.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        <p className="rubric-body">
          Nothing has been decided. A person reads every referral and decides, and you are told. If one of your answers
          was not right, you can{' '}
          <a className="rubric-link" href={sent.at}>
            change it
          </a>
          .
        </p>
      </section>
    )}
    <h2 className="rubric-heading-m">What happens next</h2>
    {sent.needed > 0 && (
      <p className="rubric-body">
        Something is missing from it.{' '}
        <a className="rubric-link" href={sent.at}>
          See what we still need from you
        </a>
        .
      </p>
    )}
    <Next follows={sent.follows} />
    <p className="rubric-body">
      <a className="rubric-link" href={sent.at}>
        See this referral
      </a>{' '}
      at any time under “My referrals”. What our{' '}
      <a className="rubric-link" href={sent.guidelines}>
        guidelines
      </a>{' '}
      say goes for it.
    </p>
    <InDanger contact={sent.contact} provider={sent.provider} />
  </div>
);
