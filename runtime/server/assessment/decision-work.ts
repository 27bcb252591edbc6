/**
 * Decisions that wait for somebody: for a signature of each role that decides with others, once it can be given; for all of
 * them where they do not agree; and for whoever decides once a report to him has come. It is told from his side alone, and
 * of what was signed without the reasons.
 */
import {
  type Bundle,
  type CaseEvent,
  type Document,
  type Id,
  isOneOf,
  kindsOf,
} from '../../../engine/contract/index.js';
import { dayInWords, localDay } from '../../../engine/document/words/dates.js';
import type { EvaluationFor } from '../../../engine/index.js';
import { outOf } from '../../documents/acts.js';
import { decidedWords } from '../../portal/words/decision.js';
import { capital } from '../../portal/words/lists.js';
import { roleInWords } from '../../portal/words/names.js';
import { recordersOfHappening } from '../cases/may-record.js';
import type { WorkItem } from '../store/contract.js';
import type { SignOff } from '../store/sign-off-store.js';
import { type Agreement, agreementOf, isDecision, roundOf } from './agreement.js';

/** A case of which a decision may be made, as some may see it. */
export interface Undecided {
  events: readonly CaseEvent[];
  /** Of these those that they may see for whom it is told. */
  seen(): readonly CaseEvent[];
  evaluation: Pick<EvaluationFor, 'state' | 'steps' | 'decision'>;
  signed: readonly SignOff[];
}

const hasStep = ({ steps = [] }: Undecided['evaluation'], name: 'accept' | 'decline'): boolean =>
  steps.some(({ step }) => step === name);

/** Takes a case with what was signed; gives what waits for those who decide, by the roles that the definition names. */
export const decisionWork = (bundle: Bundle, of: Undecided): WorkItem[] => {
  const { decision } = bundle;
  const { evaluation, events, signed } = of;
  // A decision that he is not accepted can be taken back.
  const isOpen = hasStep(evaluation, 'accept') || hasStep(evaluation, 'decline') || evaluation.state === 'declined';
  if (!decision || decision.by.length === 0 || !isOpen) return [];
  const agreement = agreementOf(bundle, signed, roundOf(events));
  const come = hasStep(evaluation, 'accept') ? reportCome(bundle, decision.by, of.seen()) : undefined;
  if (agreement) return together(bundle, agreement, come ?? (isReady(of) ? ready : undefined));
  return come === undefined ? [] : [item('decision', `Decide whether he is accepted. ${come}`, decision.by)];
};

const ready = 'All that it rests on is recorded.';
const item = (of: Id, words: string, by: readonly Id[]): WorkItem => ({
  kind: 'decision',
  of,
  words,
  state: 'open',
  by,
});

const together = (bundle: Bundle, { roles, agreed, disagreed }: Agreement, why: string | undefined): WorkItem[] => {
  const all = roles.map(({ role }) => role);
  if (disagreed)
    return [
      item(
        'decision',
        'Those who decide together do not agree on whether he is accepted. Whoever thinks better of it signs again.',
        all,
      ),
    ];
  const zone = bundle.programme.timeZone;
  const said = roles.map(
    (one) => one.said && `${capital(roleInWords(bundle, one.role))} signed ${on(one.said.at, zone)}.`,
  );
  const because = said.find((words) => words !== undefined) ?? why;
  if (agreed !== undefined) {
    const happening = bundle.course?.happenings.find(({ id }) => id === agreed);
    const words = `Record the decision. Those who decide together agree: ${decidedWords[agreed] ?? agreed}.`;
    return [item('decision', words, happening ? recordersOfHappening(bundle, happening) : all)];
  }
  if (because === undefined) return [];
  return roles
    .filter((one) => one.said === undefined)
    .map(({ role }) => item(role, `Sign for the decision on whether he is accepted. ${because}`, [role]));
};

const on = (at: string, zone: string): string => `on ${dayInWords(localDay(at, zone))}`;

const isReturn = ({ kind, what }: CaseEvent): boolean => kind === 'happened' && what === 'returned';

/** Where it was last decided, or he came back; what was taken back since is neither. */
const lastRound = (events: readonly CaseEvent[]): number => {
  const taken = new Set(events.map(({ supersedes }) => supersedes));
  return events.findLastIndex((event) => (isDecision(event) || isReturn(event)) && !taken.has(event.id));
};

/** Whether nothing more has to be found out for a first decision in this stay. */
const isReady = ({ evaluation: { decision, steps = [] }, events }: Undecided): boolean => {
  const last = events[lastRound(events)];
  const accept = steps.find(({ step }) => step === 'accept');
  if (!accept || !decision || (last !== undefined && !isReturn(last))) return false;
  if (decision.outcome === 'excluded' || decision.outcome === 'not-eligible') return true;
  return decision.outcome !== 'not-enough-information' && accept.needs.every(({ verdict }) => verdict === 'met');
};

/** Whether somebody who decides is among those whom it goes to. */
const isForThem = (bundle: Bundle, { kind, hers, to }: Document, by: readonly Id[]): boolean =>
  kind === 'report' && !hers && to.some((role) => isOneOf(role, by, kindsOf(bundle.people)));

/** The last report that came to whoever decides, in a sentence. */
const reportCome = (bundle: Bundle, by: readonly Id[], seen: readonly CaseEvent[]): string | undefined => {
  const reports = (bundle.documents ?? []).filter((document) => isForThem(bundle, document, by));
  if (reports.length === 0) return undefined;
  const last = seen
    .slice(lastRound(seen) + 1)
    .findLast(({ what }) => reports.some((document) => outOf(document) === what));
  const report = reports.find((document) => outOf(document) === last?.what);
  return last && report && `“${report.title}” came ${on(last.happened, bundle.programme.timeZone)}.`;
};
