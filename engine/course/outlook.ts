/** What comes next by itself, and what the next miss would cause. */
import { instantText } from '../case/moment.js';
import type { Id } from '../contract/bundle.js';
import { dayText } from '../contract/calendar.js';
import type { Change, CourseEvaluation } from '../contract/course-verdict.js';
import type { CaseEvent, Moment } from '../contract/event.js';
import { dutiesOf } from './answer/duties.js';
import { recommendationsOf } from './answer/recommendations.js';
import { dayAfter } from './calendar/calendar.js';
import type { CompiledCourse } from './compiled-course.js';
import { lapsing } from './lapsing.js';
import { visit } from './replay.js';
import type { Replay } from './replay-state.js';

/** How things stand, by name: recommendations, duties, the state of the case. */
type Stand = Pick<CourseEvaluation, 'state' | 'recommendations' | 'duties' | 'ledger'> & { consents?: readonly Id[] };

const standing = ({ state: stage, recommendations, duties, ledger, consents = [] }: Stand): Map<string, Change> => {
  const found = new Map<string, Change>();
  const put = (key: string, change: Change): void => void found.set(key, change);
  put('stage', { kind: 'fact', id: 'stage', from: 'none', to: stage });
  for (const id of consents) put(`c ${id}`, { kind: 'fact', id, from: 'none', to: 'given' });
  for (const { rule, subject, since, state } of recommendations) {
    const about = subject === undefined ? {} : { subject };
    put(`r ${rule} ${subject ?? ''} ${state === 'perhaps' ? '' : since}`, {
      kind: 'recommendation',
      id: rule,
      ...about,
      from: 'none',
      to: state,
    });
  }
  for (const { id, subject, opened, state, openedBy } of duties) {
    const about = subject === undefined ? {} : { subject };
    put(`d ${id} ${subject ?? ''} ${opened} ${openedBy ?? ''}`, {
      kind: 'duty',
      id,
      ...about,
      from: 'none',
      to: state,
    });
  }
  for (const { key, recorded, notDue } of ledger)
    if (!recorded) put(`s ${key}`, { kind: 'session', id: key, from: 'none', to: notDue ?? 'not-recorded' });
  return found;
};

const changesBetween = (before: Stand, after: Stand, { hers }: CompiledCourse): Change[] => {
  const [was, is] = [standing(before), standing(after)];
  const changed = [...is].flatMap(([key, change]) => {
    const from = was.get(key)?.to ?? 'none';
    return from === change.to ? [] : [{ ...change, from }];
  });
  const gone = [...was].flatMap(([key, change]) => (is.has(key) ? [] : [{ ...change, from: change.to, to: 'none' }]));
  return [...changed, ...gone].map((change) => (hers.has(change.id) ? { ...change, hers: true } : change));
};

const mostLooks = 60;

/**
 * Takes a replay at its point and what it came to; plays on without further events to the first moment at which something
 * differs: of what is not hers, and of what is.
 */
export const nextChange = (
  replay: Replay,
  evaluation: CourseEvaluation,
): Pick<CourseEvaluation, 'next' | 'nextOfHers'> => {
  const { course } = replay.case;
  const now = { ...evaluation, consents: consentsOf(replay) };
  const found: Pick<CourseEvaluation, 'next' | 'nextOfHers'> = {};
  const isOver = (): boolean => found.next !== undefined && (found.nextOfHers !== undefined || course.hers.size === 0);
  for (let look = 0; look < mostLooks && !isOver() && Number.isFinite(replay.wakes); look += 1) {
    visit(replay, replay.wakes);
    const changes = changesBetween(now, standingAt(replay), course);
    const his = changes.filter(({ hers }) => !hers);
    const hers = changes.filter((change) => change.hers);
    if (his.length > 0) found.next ??= { at: momentOf(replay), changes: his };
    if (hers.length > 0) found.nextOfHers ??= { at: momentOf(replay), changes: hers };
  }
  return found;
};

const standingAt = (replay: Replay): Stand => {
  const { view } = replay;
  const ledger = view.ledger.sessions.map(({ key, recorded, notDue }) => ({
    key,
    recorded,
    ...(notDue !== undefined && { notDue }),
  })) as CourseEvaluation['ledger'];
  return {
    state: view.life.stage,
    recommendations: recommendationsOf(replay, { why: false }),
    duties: dutiesOf(replay),
    ledger,
    consents: consentsOf(replay),
  };
};

const consentsOf = ({ view }: Replay): Id[] => lapsing(view).map(({ id }) => id);

/** What is due at an instant is missed a millisecond later; that instant is what is told. */
const isJustAfter = (ms: number): boolean => ms % 1_000 === 1;

/** A day where it is the beginning or the end of one. */
const momentOf = ({ view: { point }, case: { course } }: Replay): Moment =>
  point.complete === point.day || course.clock.startOfDay(point.day) === point.ms
    ? dayText(point.day)
    : instantText(isJustAfter(point.ms) ? point.ms - 1 : point.ms);

/** Takes a replay and how to evaluate the case with more events; gives what missing the next session would cause. */
export const nextMissOf = (
  { view, case: { course } }: Replay,
  events: readonly CaseEvent[],
  asOf: Moment,
  evaluate: (events: readonly CaseEvent[], asOf: Moment) => CourseEvaluation,
): CourseEvaluation['nextMiss'] => {
  const { sessions } = course;
  const missed = sessions?.outcomes.find(({ traits }) => traits.absence && !traits.present);
  const kept = sessions?.outcomes.find(({ traits }) => traits.present && traits.credited && !traits.absence);
  const { stage } = view.life;
  if (!sessions || !missed || !kept || (stage !== 'on-programme' && stage !== 'in-assessment')) return undefined;
  const planned = view.ledger.sessions.find(({ notDue, recorded }) => notDue === 'not-yet' && !recorded);
  const day = planned?.when.day ?? usualDay(view, course);
  if (day === undefined) return undefined;
  const on = dayText(day);
  const held = (outcome: string): CaseEvent => ({
    id: 'the next session',
    kind: 'session',
    happened: planned?.when.moment ?? on,
    learned: on,
    recorded: asOf,
    by: { role: course.bundle.people.find(({ side }) => side === 'inside')?.id ?? '' },
    values: {},
    session: { mark: 'held', on: planned?.when.moment ?? on, outcome },
  });
  const [without, withIt] = [kept, missed].map(({ id }) => evaluate([...events, held(id)], on));
  if (!without || !withIt) return undefined;
  return {
    on,
    changes: changesBetween(without, withIt, course).filter(({ kind, to }) => kind !== 'session' && to !== 'none'),
  };
};

/** So long after the last session as sessions are apart; a week where that is not stated. */
const usualDay = ({ ledger, point }: Replay['view'], { sessions, calendar }: Replay['case']['course']): number => {
  const rate = sessions?.rate;
  const each = rate === undefined || rate === 'not-stated' ? { n: 1, unit: 'weeks' as const } : rate.each;
  const last = ledger.sessions.findLast(({ credit }) => !credit)?.when.day ?? point.day;
  if (each.unit === 'hours') return point.day + 1;
  const { day } = dayAfter(calendar.working, last, { n: each.n, unit: each.unit });
  return Math.max(day, point.day + 1);
};
