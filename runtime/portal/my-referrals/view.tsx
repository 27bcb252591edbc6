import { FormStart } from '../layout/form-start.js';
import { Links } from '../layout/links.js';
import { ListTable, leadsTo } from '../layout/list-table.js';
import type { DraftLine } from '../referring/start-presenter.js';
import { Drafts } from '../referring/start-view.js';
import type { Entry, Line, ReferralPresenter } from './presenter.js';

interface ListProps {
  lines: Line[];
  drafts: DraftLine[];
  refer: string;
}

/** The referrals somebody has sent, and what he has begun. */
export const Referrals = ({ lines, drafts, refer }: ListProps) => (
  <>
    <h1 className="rubric-heading-l">My referrals</h1>
    {drafts.length > 0 && (
      <section aria-labelledby="begun">
        <h2 className="rubric-heading-m" id="begun">
          Begun and not sent yet
        </h2>
        <Drafts drafts={drafts} />
      </section>
    )}
    {lines.length === 0 ? (
      <p className="rubric-empty">Nothing has been sent yet. A referral stands here once you have sent it.</p>
    ) : (
      <ListTable
        caption="Sent"
        captioned
        columns={[
          leadsTo('Name', ({ name }: Line) => name),
          { head: 'Reference', cell: ({ ref }) => ref, look: 'rubric-nowrap' },
          { head: 'Sent', cell: ({ sent }) => sent },
          {
            head: 'How it stands',
            cell: ({ status }) => <strong className={`govuk-tag ${status.tag}`}>{status.word}</strong>,
          },
        ]}
        lines={lines}
        keyOf={({ ref }) => ref}
      />
    )}
    <p className="rubric-actions">
      <a className="govuk-button govuk-button--secondary" href={refer}>
        Refer somebody
      </a>
    </p>
  </>
);

const Happened = ({ entry }: { entry: Entry }) => (
  <li className="rubric-referral__entry">
    <p className="rubric-referral__on">{entry.on}</p>
    <p className="rubric-body">{entry.words}</p>
    {entry.files && (
      <p className="rubric-home__links">
        <a className="rubric-link" href={entry.files.page}>
          Read it<span className="govuk-visually-hidden">: {entry.files.title}</span>
        </a>
        <a className="rubric-link" href={entry.files.word} download>
          Word<span className="govuk-visually-hidden">: {entry.files.title}</span>
        </a>
        <a className="rubric-link" href={entry.files.pdf} download>
          PDF<span className="govuk-visually-hidden">: {entry.files.title}</span>
        </a>
      </p>
    )}
  </li>
);

const Needed = ({ referral }: { referral: ReferralPresenter }) =>
  referral.needed ? (
    <section className="rubric-sheet" aria-labelledby="needed">
      <h2 className="rubric-heading-m" id="needed">
        What we need from you
      </h2>
      <p className="rubric-body">Your referral does not say this yet:</p>
      <ul className="rubric-list rubric-list--bullet">
        {referral.needed.asks.map((asks) => (
          <li key={asks}>{asks}</li>
        ))}
      </ul>
      <FormStart action={referral.answers}>
        <div className="rubric-actions">
          <button type="submit" className="govuk-button">
            Answer it now
          </button>
        </div>
      </FormStart>
    </section>
  ) : null;

const TellUs = ({ referral }: { referral: ReferralPresenter }) => (
  <section aria-labelledby="tell">
    <h2 className="rubric-heading-m" id="tell">
      Tell us something new
    </h2>
    {referral.tell.length > 0 && <Links look="rubric-list--bullet rubric-list--spaced" links={referral.tell} />}
    {referral.askFor.length > 0 && (
      <>
        <h3 className="rubric-heading-s">Ask for a copy</h3>
        <Links look="rubric-list--bullet rubric-list--spaced" links={referral.askFor} />
      </>
    )}
    {!referral.needed && (
      <FormStart action={referral.answers}>
        <button type="submit" className="govuk-button govuk-button--secondary">
          Add to the answers or change them
        </button>
      </FormStart>
    )}
    {referral.expected.length > 0 && (
      <>
        <h3 className="rubric-heading-s">What we ask of you</h3>
        <ul className="rubric-list rubric-list--bullet">
          {referral.expected.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </>
    )}
  </section>
);

/** One referral, for whoever sent it. */
export const Referral = ({ referral }: { referral: ReferralPresenter }) => (
  <div className="rubric-measure rubric-referral">
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">Referral {referral.ref}</span> {referral.name}
    </h1>
    <p className="rubric-body">
      <strong className={`govuk-tag ${referral.status.tag}`}>{referral.status.word}</strong>
    </p>
    <p className="rubric-quiet">Since {referral.status.on}</p>
    <p className="rubric-body">
      This page holds what you sent and what we sent you. For anything else about him, please ask us.
    </p>
    <Needed referral={referral} />
    <section aria-labelledby="happened">
      <h2 className="rubric-heading-m" id="happened">
        What you sent and what we sent
      </h2>
      <ul className="rubric-referral__entries">
        {referral.entries.map((entry) => (
          <Happened entry={entry} key={entry.key} />
        ))}
      </ul>
    </section>
    <TellUs referral={referral} />
    {referral.appeals.length > 0 && (
      <section aria-labelledby="appeal">
        <h2 className="rubric-heading-m" id="appeal">
          If you disagree with a decision
        </h2>
        <Links look="rubric-list--bullet rubric-list--spaced" links={referral.appeals} />
      </section>
    )}
  </div>
);
