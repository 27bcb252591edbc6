import { ErrorSummary, type Fault } from '../layout/error-summary.js';
import { FormStart } from '../layout/form-start.js';
import { ListTable, leadsTo } from '../layout/list-table.js';
import type { Owed } from './catch-ups.js';

export interface CatchUpsPage {
  action: string;
  heading: string;
  caption: string;
  /** What the definition says of catching up. */
  reads: string;
  topic: string;
  owed: Owed[];
  faults: Fault[];
}

const Arrange = ({ page, one, keyed }: { page: CatchUpsPage; one: Owed; keyed: string }) =>
  one.booked === 'To come to this session' ? (
    one.booked
  ) : one.not !== '' ? (
    <span className="rubric-quiet">{one.not}</span>
  ) : (
    <FormStart action={page.action} keyed={`${keyed.slice(0, 30)}-${one.ref}-${one.about.slice(0, 10)}`} className="">
      <input type="hidden" name="ref" value={one.ref} />
      <input type="hidden" name="about" value={one.about} />
      {one.booked !== '' && <p className="rubric-quiet">{one.booked}</p>}
      <button className="rubric-pick__button" type="submit">
        Arrange it
        <span className="govuk-visually-hidden">{` for ${one.name}, ${one.words}`}</span>
      </button>
    </FormStart>
  );

export const CatchUps = ({ page, keyed }: { page: CatchUpsPage; keyed: string }) => (
  <>
    <ErrorSummary faults={page.faults} />
    <h1 className="rubric-heading-l">
      <span className="rubric-caption">{page.caption}</span> {page.heading}
    </h1>
    <p className="rubric-body">{page.reads}</p>
    <p className="rubric-body">
      {page.topic === ''
        ? 'The topic of this session is not said yet: say it on the register, and whoever missed it stands first here.'
        : `The topic of this session is ${page.topic}. Whoever missed it stands first.`}
    </p>
    {page.owed.some(({ not }) => not !== '') && (
      <p className="rubric-body">
        Whoever has a place in this session makes up for a missed one at another, or one to one: that is recorded in his
        case.
      </p>
    )}
    {page.owed.length === 0 ? (
      <p className="rubric-empty">Nobody has a missed session to make up for. Whoever has stands here.</p>
    ) : (
      <ListTable
        caption="Missed sessions that nobody has made up for"
        columns={[
          leadsTo('Name', ({ name }: Owed) => name),
          { head: 'Missed', cell: ({ words }) => words },
          {
            head: 'Topic',
            cell: ({ topic, isMatch }) => (
              <>
                {topic === '' ? 'Not recorded' : topic}
                {isMatch && <strong> The same topic</strong>}
              </>
            ),
          },
          { head: 'To make up for it here', cell: (one) => <Arrange page={page} one={one} keyed={keyed} /> },
        ]}
        lines={page.owed}
        keyOf={({ ref, about }) => `${ref} ${about}`}
      />
    )}
  </>
);
