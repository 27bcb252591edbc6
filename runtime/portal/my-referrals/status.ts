/**
 * How a referral stands, for whoever sent it: by what he did himself and by the documents that went out to him, never by
 * what is worked out of the case. What no document has told him yet does not show here, but that his place has
 * ended or is suspended, and that a suspension is over.
 */
import type { Bundle, CaseEvent, Id } from '../../../engine/contract/index.js';
import type { StillNeeded } from '../referring/missing.js';
import type { Ending } from './ending.js';
import { asItWent, type SentDocument } from './sent-documents.js';

export interface Status {
  word: string;
  tag: string;
  /** When that came about: a day or an instant. */
  since: string;
}

/** Takes what went out to him and what he is still asked for. `sent`: when he sent it. */
export const statusOf = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  {
    role,
    documents,
    ending,
    needed,
    sent,
  }: { role: Id; documents: readonly SentDocument[]; ending?: Ending; needed?: StillNeeded; sent: string },
): Status => {
  if (ending?.state) return { ...endingWords[ending.state], since: ending.since };
  const last = documents.at(-1);
  const lifted = ending?.lifted;
  if (lifted !== undefined && !needed && (last?.event.happened ?? '') < lifted)
    return { word: 'The place is no longer suspended', tag: 'govuk-tag--blue', since: lifted };
  const told = [...documents].reverse().flatMap((one) => decisionIn(bundle, events, one, role) ?? [])[0];
  if (told) return told;
  if (needed) return { word: 'We need something from you', tag: 'govuk-tag--yellow', since: sent };
  if (last) {
    const word = acknowledges(bundle, last) ? 'Received and acknowledged' : 'We have written to you';
    return { word, tag: 'govuk-tag--blue', since: last.event.happened };
  }
  return { word: 'Received', tag: 'govuk-tag--blue', since: sent };
};

const endingWords: Record<NonNullable<Ending['state']>, Pick<Status, 'word' | 'tag'>> = {
  closed: { word: 'The case is closed', tag: 'govuk-tag--grey' },
  completed: { word: 'The programme is completed', tag: 'govuk-tag--green' },
  suspended: { word: 'The place is suspended', tag: 'govuk-tag--yellow' },
};

/** Whether a document goes out because a form was received. */
const acknowledges = (bundle: Bundle, { document }: SentDocument): boolean => {
  const received = new Set(['referral-received', ...bundle.forms.map(({ id }) => `${id}-received`)]);
  return (bundle.course?.duties ?? []).some(
    ({ trigger, does }) =>
      trigger.kind === 'on' && received.has(trigger.event) && does.some(({ object }) => object === document.id),
  );
};

/** The decision that a document told him, in its own words. */
const decisionIn = (bundle: Bundle, events: readonly CaseEvent[], sent: SentDocument, role: Id): Status | undefined => {
  const headings = sent.document.headings.filter(({ shows }) => shows.some(({ kind }) => kind === 'decision'));
  const data = headings.length > 0 ? asItWent(bundle, events, sent, role) : undefined;
  const decision = headings.flatMap(({ id }) => data?.headings[id]?.decision ?? [])[0];
  if (!decision?.decided) return undefined;
  const isFor = decision.says.toLowerCase() === 'accepted';
  return {
    word: `We have told you our decision: ${decision.says.toLowerCase()}`,
    tag: isFor ? 'govuk-tag--green' : 'govuk-tag--grey',
    since: sent.event.happened,
  };
};
