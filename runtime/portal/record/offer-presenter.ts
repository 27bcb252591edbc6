/** What may be recorded of a case by whoever looks at it, as links by what they are about. */
import type { Happening, StepName } from '../../../engine/contract/index.js';
import type { OpenCase } from '../../server/cases/contract.js';
import { stepShownBy } from '../../server/cases/may-record.js';
import { isMade } from '../case-documents/release-made.js';
import { happeningInWords } from '../words/course.js';
import { capital } from '../words/lists.js';
import { sentenceInWords } from '../words/names.js';
import { answerable, mayBeRecordedBy, recordAddress, recordable, type Wanted } from './wanted.js';

export interface Link {
  words: string;
  href: string;
}
export interface OfferGroup {
  title: string;
  items: Link[];
}

const groups: [title: string, of: readonly Happening['source'][]][] = [
  ['What happened', ['record']],
  ['Contact', ['contact']],
  ['Appointments', ['appointment']],
  ['Appeals', ['appeal']],
  ['Sessions', ['session']],
  ['To be released', ['report', 'message']],
  ['Done', ['act']],
];

const afterwards: readonly string[] = ['leave-requested', 'moved-on', 'extended', 'credited', 'restarted'];

/** What is recorded where it is owed or recommended, or of a group as a whole. */
const hasItsPlace = ({ id, source }: Happening): boolean =>
  source === 'act' && (id.endsWith('-done') || id.endsWith('-places-taken'));

/** Steps of a case have a place of their own; so does what only follows from them. */
const isStep = ({ id, source }: Happening): boolean => source === 'life' || stepShownBy[id] !== undefined;

/** A step of an appeal is there to be recorded while it is open, and its answer while that is owed; a release until it is made. */
const isOfItsTime = (
  { bundle, events, evaluation: { appeals, duties = [] } }: OpenCase,
  { id, source }: Happening,
): boolean => {
  if (source === 'report' || source === 'message') return !isMade(bundle, events, id);
  if (source !== 'appeal' || appeals === undefined) return true;
  const isOwed = (duty: string): boolean =>
    duties.some((one) => one.id === duty && one.state !== 'met' && one.state !== 'met-late' && one.state !== 'lapsed');
  return (bundle.course?.appeals ?? []).some(
    (step) =>
      (id === `${step.id}-lodged` && appeals.includes(step.id)) || (id === `${step.id}-answered` && isOwed(step.duty)),
  );
};

const isRunning = ({ evaluation: { state } }: OpenCase): boolean =>
  state === 'on-programme' || state === 'on-leave' || state === 'suspended';

/** Groups in the order in which they are looked for; none that this person's role may not record. */
export const presentOffer = (found: OpenCase): OfferGroup[] => {
  const { bundle, actor } = found;
  const may = (wanted: Wanted): boolean => mayBeRecordedBy(bundle, wanted, actor.role);
  const link = (wanted: Wanted, words: string): Link => ({ words, href: recordAddress(found, wanted) });
  const happenings = recordable(bundle).filter(
    (one) => !isStep(one) && !hasItsPlace(one) && isOfItsTime(found, one) && may({ kind: 'happened', happening: one }),
  );
  const session: Wanted = { kind: 'session' };
  const facts = answerable(bundle).filter((fact) => may({ kind: 'fact', fact }));
  const asked = facts
    .filter(({ source }) => source !== 'form')
    .map((fact) => link({ kind: 'fact', fact }, sentenceInWords(bundle, fact.ask)));
  return [
    ...groups.map(([title, of]) => ({
      title,
      items: [
        ...(title === 'Sessions' && bundle.course?.sessions && may(session)
          ? [link(session, 'A session: who was there')]
          : []),
        ...happenings
          .filter(({ source }) => of.includes(source))
          .map((happening) => link({ kind: 'happened', happening }, capital(happeningInWords(bundle, happening.id)))),
      ],
    })),
    {
      title: 'Changes to his course',
      items: recordable(bundle)
        .filter(
          (happening) => afterwards.includes(happening.id) && isRunning(found) && may({ kind: 'happened', happening }),
        )
        .map((happening) => link({ kind: 'happened', happening }, capital(happeningInWords(bundle, happening.id)))),
    },
    { title: 'Judgements, consents, signatures, scores', items: asked },
  ].filter(({ items }) => items.length > 0);
};

/** What shows that a step was taken, as it is recorded. */
export const recordedBy: Readonly<Record<StepName, readonly string[]>> = {
  assess: [],
  accept: ['accepted', 'suitable-not-ready'],
  decline: ['declined'],
  invite: ['invited', 'waiting-for-place'],
  start: ['started'],
  attend: [],
  suspend: ['suspended'],
  resume: ['resumed', 'leave-ended'],
  leave: ['leave-started'],
  transfer: ['transferred'],
  complete: ['completed'],
  close: ['closed'],
  return: ['returned'],
};
