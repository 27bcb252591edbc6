/** What comes of sessions, as things that happened: held, attended, missed, cancelled; of assessments by their own names. */
import { no, type Truth, yes } from '../condition/truth.js';
import type { Id } from '../contract/bundle.js';
import type { CompiledCourse } from './compiled-course.js';
import { absenceOf, isDue, type Session, traitOf } from './ledger.js';
import { truthOf } from './truths.js';

/** Whether a session brought it; not known of one that nobody recorded. */
export type Brings = (session: Session) => Truth;

/** Takes a happening; gives which sessions bring it, or nothing where it is not sessions that do. */
export const bringsOf = (what: Id, course: CompiledCourse): Brings | undefined => {
  switch (what) {
    case 'session-held':
      return (session) => (session.credit ? no : session.outcome !== undefined ? yes : unrecorded(session, course));
    case 'session-attended':
      return (session) => (session.credit ? no : traitOf(session, 'present', course));
    case 'session-missed':
      return (session) => (isDue(session) ? absenceOf(session, course) : no);
    case 'session-cancelled':
      return isCancelled;
    default:
      return ofMeeting(what, course);
  }
};

const unrecorded = (session: Session, course: CompiledCourse): Truth => traitOf(session, 'present', course);
const isCancelled: Brings = ({ notDue }) => truthOf(notDue === 'cancelled' || notDue === 'closure-day');

const ofMeeting = (what: Id, course: CompiledCourse): Brings | undefined => {
  const meeting = course.meetings.get(what);
  if (!meeting) return undefined;
  const { phase, outcome } = meeting;
  const isMissed = outcome !== undefined && course.outcomes.get(outcome)?.traits.absence;
  return (session) => {
    if (session.phase !== phase) return no;
    if (outcome === undefined) return isCancelled(session);
    return isMissed ? (isDue(session) ? absenceOf(session, course) : no) : traitOf(session, 'present', course);
  };
};
