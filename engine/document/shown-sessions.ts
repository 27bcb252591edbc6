/** Sessions as documents show them: attendance, absences, topics, progress. */
import { dayText } from '../contract/calendar.js';
import type { LedgerEntry, NotDue } from '../contract/course-verdict.js';
import type { Beside } from '../contract/document.js';
import type { AbsencesData, AttendanceData, HeadingData, SessionRow } from '../contract/document-data.js';
import { isInPeriod, type Period } from './period.js';
import type { Reading } from './reading.js';
import { dayInWords } from './words/dates.js';
import { fieldInWords, isKnown } from './words/values.js';
import { amountInWords, capital, idInWords, notDueWords } from './words/words.js';

/** What stands where nothing was told beside a session that was missed. */
const notGiven = 'Not given';

export const attendanceOf = (reading: Reading, period: Period, beside: readonly Beside[]): AttendanceData => {
  const all = sessionsIn(reading, period);
  const due = all.filter(isDue);
  const [attended, credited, missed, notRecorded, counted] = [
    isThere,
    isCredited,
    isNotThere,
    isUnrecorded,
    isThereAndAbsent,
  ].map((is) => all.filter(is).length) as [number, number, number, number, number];
  return {
    summary: summaryOf({ due: due.length, attended, credited, missed, notRecorded, counted }),
    due: String(due.length),
    attended: String(attended),
    credited: String(credited),
    missed: String(missed),
    notRecorded: String(notRecorded),
    none: all.length === 0,
    rows: all.map((session) => rowOf(session, reading, beside)),
  };
};

export const absencesOf = (reading: Reading, period: Period, beside: readonly Beside[]): AbsencesData => {
  const missed = sessionsIn(reading, period).filter(isMissed);
  return {
    summary: absencesSay(missed.filter(isNotThere).length, missed.filter(isThereAndAbsent).length),
    missed: String(missed.length),
    none: missed.length === 0,
    rows: missed.map((session) => rowOf(session, reading, beside)),
  };
};

const absencesSay = (notThere: number, counted: number): string => {
  const was = (n: number): string => (n === 1 ? 'was' : 'were');
  const missed = `${sessions(notThere)} ${was(notThere)} not attended`;
  if (counted === 0) return `${missed}.`;
  const as = counted === 1 ? 'counts as an absence' : 'count as absences';
  return `${missed}, and ${counted} that ${was(counted)} attended ${as}.`;
};

/** Topics of sessions at which he was, or which he made up for. */
export const topicsOf = (reading: Reading, period: Period): NonNullable<HeadingData['topics']> => {
  const covered = sessionsIn(reading, period).filter((session) => isThere(session) || isMadeUp(session));
  const rows = covered
    .filter(({ topic }) => topic !== undefined)
    .map((session) => ({ topic: topicOf(session, reading), day: coveredOn(session, reading) }));
  return { none: rows.length === 0, says: unsaidOf(covered.length, rows.length), rows };
};

/** "Thursday 15 January 2026, made up for Monday 12 January 2026" */
const coveredOn = (session: LedgerEntry, reading: Reading): string => {
  const on = dayOf(session, reading);
  if (isThere(session) || session.caughtUp === undefined) return on;
  return `${dayInWords(dayText(reading.dayOf(session.caughtUp)))}, made up for ${on}`;
};

const unsaidOf = (there: number, told: number): string => {
  if (there === 0) return 'Nothing has been covered yet.';
  if (told === 0) return 'What was covered was not recorded.';
  const left = there - told;
  return left === 0
    ? ''
    : `What was covered was not recorded for ${left} of the ${there} sessions attended or made up.`;
};

export const progressOf = (reading: Reading): NonNullable<HeadingData['progress']> => {
  const { evaluation, bundle } = reading;
  const declared = bundle.course?.sessions;
  const counted = new Set(declared?.totalCounts ?? []);
  const credited = (evaluation.ledger ?? []).filter(
    ({ stay, phase, ...session }) =>
      session.credited && stay === evaluation.stay && (phase === undefined || counted.size === 0 || counted.has(phase)),
  );
  return {
    credited: String(credited.length),
    total: declared ? amountInWords(declared.total) : 'not stated',
    phase: phaseOf(evaluation.phase, reading),
    plannedEnd: evaluation.plannedEnd === undefined ? '' : dayInWords(evaluation.plannedEnd),
  };
};

type Is = (session: LedgerEntry) => boolean;
const isThere: Is = ({ present }) => present === true;
const isMadeUp: Is = ({ caughtUp }) => caughtUp !== undefined;
const isCredited: Is = ({ credited }) => credited === true;
const isDue: Is = ({ notDue, credit }) => notDue === undefined && !credit;
const isMissed: Is = ({ absence }) => absence === true;
/** Who comes late, say, may be there and have it counted as an absence all the same. */
const isThereAndAbsent: Is = (session) => isMissed(session) && isThere(session);
const isNotThere: Is = (session) => isMissed(session) && !isThere(session);
const isOpen: Is = ({ recorded, disputed }) => !recorded || disputed;
const isUnrecorded: Is = (session) => isDue(session) && isOpen(session);

const sessions = (n: number): string => (n === 0 ? 'No sessions' : n === 1 ? '1 session' : `${n} sessions`);
interface Counted {
  due: number;
  attended: number;
  credited: number;
  missed: number;
  notRecorded: number;
  /** Attended, and counted as an absence. */
  counted: number;
}
/** "12 sessions were due: 10 attended, 1 missed, 1 not recorded. 10 sessions are credited." */
const summaryOf = (n: Counted): string => {
  const parts = [`${n.attended} attended`, `${n.missed} missed`];
  if (n.notRecorded > 0) parts.push(`${n.notRecorded} not recorded`);
  const due = `${sessions(n.due)} ${n.due === 1 ? 'was' : 'were'} due`;
  const what = n.due === 0 && n.attended === 0 ? '' : `: ${parts.join(', ')}`;
  const late = `${n.counted} of those attended ${n.counted === 1 ? 'counts as an absence' : 'count as absences'}. `;
  return `${due}${what}. ${n.counted === 0 ? '' : late}${sessions(n.credited)} ${n.credited === 1 ? 'is' : 'are'} credited.`;
};

/** Of a session that could not be his nothing is shown. */
const unseen: ReadonlySet<NotDue | undefined> = new Set<NotDue>(['not-yet', 'before-start', 'after-end']);

const sessionsIn = ({ evaluation, dayOf: day }: Reading, period: Period): LedgerEntry[] =>
  (evaluation.ledger ?? []).filter(
    ({ on, notDue, stay }) =>
      !unseen.has(notDue) && isInPeriod(period, day(on)) && (!period.isStay || stay === evaluation.stay),
  );

const rowOf = (session: LedgerEntry, reading: Reading, beside: readonly Beside[]): SessionRow => ({
  day: dayOf(session, reading),
  outcome: outcomeOf(session, reading),
  topic: topicOf(session, reading),
  phase: phaseOf(session.phase, reading),
  mark: markOf(session),
  beside: beside.map((column) => ({ label: capital(column.called), value: besideOf(session, column, reading) })),
});

const dayOf = ({ on }: LedgerEntry, { dayOf: day }: Reading): string => dayInWords(dayText(day(on)));

const topicOf = ({ topic }: LedgerEntry, { bundle }: Reading): string =>
  topic === undefined ? '' : (bundle.course?.sessions?.topics.find(({ id }) => id === topic)?.title ?? idWords(topic));
const phaseOf = (phase: string | undefined, { bundle }: Reading): string =>
  phase === undefined ? '' : (bundle.course?.sessions?.phases.find(({ id }) => id === phase)?.label ?? idWords(phase));
const idWords = (id: string): string => capital(idInWords(id));

const outcomeOf = (session: LedgerEntry, { bundle, dayOf: day }: Reading): string => {
  const { outcome, notDue, caughtUp, credit } = session;
  if (credit) return 'Credited without a session';
  if (notDue !== undefined && outcome === undefined) return notDueWords[notDue];
  if (outcome === undefined) return session.disputed ? 'Recorded in two ways' : 'Not recorded';
  const label = bundle.course?.sessions?.outcomes.find(({ id }) => id === outcome)?.label ?? idWords(outcome);
  const later = caughtUp === undefined ? '' : `, caught up on ${dayInWords(dayText(day(caughtUp)))}`;
  return `${label}${later}`;
};

/** Full: there and credited; half: one of the two; empty: neither; crossed: it did not take place. */
const markOf = (session: LedgerEntry): SessionRow['mark'] => {
  const { notDue, outcome, present, credited, credit } = session;
  if (notDue === 'cancelled' || notDue === 'closure-day') return 'crossed';
  if (notDue !== undefined && (outcome === undefined || !present)) return 'not-due';
  if (!credit && isOpen(session)) return 'not-recorded';
  if (present && credited) return 'full';
  if (present || credited) return 'half';
  return 'empty';
};

/** What was told with an event about that session, or with one of its day that does not say about which. */
const besideOf = (session: LedgerEntry, { event, field }: Beside, reading: Reading): string => {
  const { key, on } = session;
  const asked = reading.happening(event)?.fields.find(({ id }) => id === field);
  const own = reading
    .happened(event)
    .filter(({ about, at }) => (about === undefined ? at.day === reading.dayOf(on) : about === key));
  const told = asked && own.findLast(({ values }) => isKnown(values[asked.name]));
  return told ? fieldInWords(asked, told.values[asked.name]) : isMissed(session) ? notGiven : '';
};
