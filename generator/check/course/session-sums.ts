/** Whether the numbers of the sessions agree: the total with its parts, with the topics, with the time there is. */

import type { Amount, Rate, Span, SpanUnit } from '../../../engine/contract/course.js';
import { spanInWords } from '../../../engine/contract/index.js';
import { amountSays, boundsOf, rateSays } from '../../language/constructs/amounts.js';
import { topicsOf, type WrittenPhase, type WrittenSessions } from '../../language/constructs/sessions.js';
import type { Named } from '../../language/shape/shape.js';
import type { Problem } from '../../problem/problem.js';
import { raiseSessions } from './session-problems.js';

type Report = (problem: Problem) => void;
type Phase = Named<WrittenPhase> & { value: WrittenPhase };
type Bounds = ReturnType<typeof boundsOf>;

const says = (amount: Amount): string => amountSays(amount, 'session');

/** The phases that the total counts; undefined where that cannot be told. */
const countedPhases = (written: WrittenSessions): Phase[] | undefined => {
  const phases = (written.phases ?? []).filter((each): each is Phase => each.value !== undefined);
  if (phases.length < (written.phases?.length ?? 0)) return undefined;
  const counts = written.counts?.map((each) => each.value);
  return counts ? phases.filter(({ id }) => counts.includes(id)) : phases;
};

const sumOf = (phases: Phase[]): Bounds => {
  const bounds = phases.map(({ value }) => boundsOf(value.sessions.value));
  return {
    least: bounds.reduce((sum, each) => sum + each.least, 0),
    most: bounds.reduce((sum, each) => sum + each.most, 0),
  };
};

const sumSays = ({ least, most }: Bounds): string => {
  if (least === most) return String(least);
  return most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
};

const bare = (amount: Amount): string => says(amount).replace(/ sessions?$/, '');

const checkTotal = (written: WrittenSessions, phases: Phase[], report: Report): void => {
  if (!written.total || phases.length === 0) return;
  const total = boundsOf(written.total.value);
  const sum = sumOf(phases);
  if (sum.least <= total.most && sum.most >= total.least) return;
  const parts = phases.map(({ id, value }) => `${id} ${bare(value.sessions.value)}`);
  report(
    raiseSessions('sessions/total', written.total.at, {
      total: bare(written.total.value),
      parts,
      sum: sumSays(sum),
    }),
  );
};

const compareTopics = (
  topics: number,
  sessions: Amount | undefined,
  at: Problem['at'],
  report: Report,
  phase?: string,
): void => {
  if (!sessions) return;
  const { least, most } = boundsOf(sessions);
  const rest = topics < least ? least - topics : topics > most ? most - topics : 0;
  if (rest !== 0)
    report(raiseSessions('sessions/topics', at, { topics, sessions: says(sessions), rest, ...(phase && { phase }) }));
};

const checkTopics = (written: WrittenSessions, report: Report): void => {
  const topics = topicsOf(written.topics);
  const [first] = topics;
  if (!first || (written.topics && 'reading' in written.topics && written.topics.reading)) return;
  const at = 'topic' in first ? first.topic.at : first.at;
  const ofPhase = new Map<string, number>();
  for (const topic of topics)
    if ('topic' in topic && topic.phase) ofPhase.set(topic.phase.value, (ofPhase.get(topic.phase.value) ?? 0) + 1);
  if (ofPhase.size === 0) compareTopics(topics.length, written.total?.value, at, report);
  for (const { id, idAt, value } of written.phases ?? []) {
    const count = ofPhase.get(id);
    if (count !== undefined && value) compareTopics(count, value.sessions.value, idAt, report, id);
  }
};

/** How many days a span has at least and at most. */
const daysIn: Record<SpanUnit, { least: number; most: number }> = {
  hours: { least: 1 / 24, most: 1 / 24 },
  days: { least: 1, most: 1 },
  'working-days': { least: 1, most: 7 / 5 },
  weeks: { least: 7, most: 7 },
  months: { least: 28, most: 31 },
  years: { least: 365, most: 366 },
};
const days = ({ n, unit }: Span, which: keyof Bounds): number => n * daysIn[unit][which];

/** The time that so many sessions take at the least: one fewer than their number lies between them. */
const timeFor = (sessions: number, rate: Rate): number => {
  const most = boundsOf(rate.amount).most;
  return most === 0 ? Number.POSITIVE_INFINITY : (sessions / most) * days(rate.each, 'least');
};

const inWeeks = (time: number): string => {
  const weeks = Math.ceil(time / 7);
  return `${weeks} week${weeks === 1 ? '' : 's'}`;
};

/**
 * Reports a total that nobody can reach in time, the phases before the start left out and the others each at its own
 * rate. One interval is given away: the first session may be on the first day.
 */
const checkRate = (written: WrittenSessions, phases: Phase[], report: Report): void => {
  const overall = written.every?.value;
  const { lasts, total } = written;
  if (!lasts) return;
  const rate = overall === 'not-stated' ? undefined : overall;
  const least = ({ value }: Phase): number => boundsOf(value.sessions.value).least;
  const before = phases.filter(({ value }) => value['before-start']?.value);
  const after = phases.filter((each) => !before.includes(each));
  const inPhases = after.reduce((sum, each) => sum + least(each), 0);
  const beforeMost = before.reduce((sum, { value }) => sum + boundsOf(value.sessions.value).most, 0);
  const rest = Math.max(0, (total ? boundsOf(total.value).least : 0) - beforeMost - inPhases);
  const slowest = [rate, ...after.map(({ value }) => value.every?.value)].filter((each) => each !== undefined);
  const [shown] = slowest;
  if (!shown) return;
  const ofPhases = after.map((each) => {
    const own = each.value.every?.value ?? rate;
    return own ? timeFor(least(each), own) : 0;
  });
  const needed = ofPhases.reduce((sum, each) => sum + each, rate ? timeFor(rest, rate) : 0);
  const given = Math.max(...slowest.map(({ each }) => days(each, 'most')));
  if (needed - given <= days(lasts.value, 'most')) return;
  report(
    raiseSessions('sessions/rate', lasts.at, {
      sessions: amountSays({ kind: 'exactly', n: inPhases + rest }, 'session'),
      rate: slowest.length > 1 ? 'the rates given' : rateSays(shown, 'session'),
      lasts: spanInWords(lasts.value),
      takes: inWeeks(needed),
    }),
  );
};

/** Checks the numbers of the section against one another. */
export const checkSums = (written: WrittenSessions, report: Report): void => {
  const phases = countedPhases(written);
  if (phases) {
    checkTotal(written, phases, report);
    checkRate(written, phases, report);
  }
  checkTopics(written, report);
};
