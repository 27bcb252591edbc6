/**
 * What whoever referred somebody may know of his place beside documents: that it has ended and since which day, and what
 * he may appeal against. Never why: one ending looks like any other. The man himself is told by a person or a letter
 * first, so that to him nothing of it shows here.
 */
import { type Bundle, type CaseEvent, evaluate, type Id, openToAll } from '../../../engine/index.js';
import { localDay } from '../words/dates.js';
import type { SentDocument } from './sent-documents.js';

/** How a place stands, for whoever may know it. */
export interface Ending {
  /** `closed`: it is over, however that came; `completed`; `suspended`, where he may appeal against that. */
  state?: 'closed' | 'completed' | 'suspended';
  /** Since when, a day or an instant. */
  since: string;
  /** When a suspension that he may know of ended, where nothing has come after it. */
  lifted?: string;
  /** Steps of an appeal that are open to him. */
  appeals: readonly Id[];
}

/** The man himself, where he has referred himself. */
const himself = 'participant';

const ended: Record<string, Ending['state']> = {
  closed: 'closed',
  transferred: 'closed',
  completed: 'completed',
};

const tellsDecision = ({ document }: Pick<SentDocument, 'document'>): boolean =>
  document.headings.some(({ shows }) => shows.some(({ kind }) => kind === 'decision'));

/** How a case stands, by what is kept apart from nobody. `stage` as the engine has it. */
export interface Stands {
  stage?: string;
  since: string;
  appeals: readonly Id[];
}

/** Takes his side of a case and the present instant; gives how it stands now. */
export const standsNow = (bundle: Bundle, events: readonly CaseEvent[], now: string): Stands => {
  if (bundle.course === undefined) return { since: now, appeals: [] };
  const seen = openToAll(bundle, events);
  const { state, stateSince, appeals } = evaluate(seen.bundle, seen.events, { asOf: now, outlook: false });
  return { ...(state && { stage: state }), since: stateSince ?? now, appeals: appeals ?? [] };
};

/** By what it may show that a suspension is over. What he is told by a letter first, as a refusal, changes nothing of that. */
const marks = ['suspended', 'resumed', 'completed', 'closed', 'transferred'];

/**
 * Takes his side of a case and the present instant; gives when his place was taken up again after a suspension, to a role
 * that may appeal against that one. Otherwise a page that said that it was suspended would say no more of it.
 */
export const liftedIn = (
  bundle: Bundle,
  events: readonly CaseEvent[],
  { role, now }: { role: Id; now: string },
): string | undefined => {
  const isSuspension = events.some(({ what }) => what === 'suspended');
  if (role === himself || !isSuspension || !mayKnowOfSuspension(bundle, role)) return undefined;
  const seen = openToAll(bundle, events).events;
  const corrected = new Set(seen.map(({ supersedes }) => supersedes));
  const { timeZone } = bundle.programme;
  const dayOf = ({ happened }: CaseEvent): string => localDay(happened, timeZone);
  const [before, last] = seen
    .filter(({ id, what = '' }) => marks.includes(what) && !corrected.has(id))
    .filter((event) => dayOf(event) <= localDay(now, timeZone))
    .sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
    .slice(-2);
  return before?.what === 'suspended' && last?.what === 'resumed' ? last.happened : undefined;
};

const mayKnowOfSuspension = ({ course }: Bundle, role: Id): boolean =>
  (course?.appeals ?? []).some(({ from, against }) => from.includes(role) && against.includes('suspended'));

/** Takes how a case stands and what went out to him; gives what he may know of it. */
export const endingOf = (
  bundle: Bundle,
  { stage, since, appeals }: Stands,
  { role, documents }: { role: Id; documents: readonly SentDocument[] },
): Ending => {
  const steps = (bundle.course?.appeals ?? []).filter(({ from }) => from.includes(role));
  const open = steps.filter(({ id }) => appeals.includes(id));
  // To him the first step is open whatever was decided, so that it tells him nothing.
  if (role === himself)
    return {
      since,
      appeals: steps.filter((step) => step.after === undefined || open.includes(step)).map(({ id }) => id),
    };
  const isSuspended = stage === 'suspended' && mayKnowOfSuspension(bundle, role);
  const known = isSuspended ? 'suspended' : ended[stage ?? ''];
  const isTold = stage !== 'declined' || isToldDecision(bundle, documents, { role, since });
  return {
    ...(known && { state: known }),
    since,
    appeals: isTold ? open.map(({ id }) => id) : [],
  };
};

/** What a letter is to tell him he knows once it has gone out, and not before. */
const isToldDecision = (
  { documents: declared = [] }: Bundle,
  documents: readonly SentDocument[],
  { role, since }: { role: Id; since: string },
): boolean => {
  const isDeclared = declared.some((document) => document.to.includes(role) && tellsDecision({ document }));
  return (
    !isDeclared || documents.some((one) => tellsDecision(one) && one.event.happened.slice(0, 10) >= since.slice(0, 10))
  );
};
