/** Why a duty is due when it is, in sentences. */
import type { Id } from '../../contract/bundle.js';
import type { Duty, DutyDue } from '../../contract/course.js';
import { spanInWords, weekdays } from '../../contract/words.js';
import type { Instance } from '../instances.js';
import type { View } from '../view.js';

type Opened = Pick<Instance, 'key' | 'opened' | 'by'>;

/** Takes a duty and one instance of it; gives what opened it, or brought it round, and how its time is reckoned. */
export const whyDue = (duty: Duty, instance: Opened, view: View): string => {
  const { due, recurs } = duty;
  const limit = limitIn(due, fromIn(duty, view), view);
  const opened = openedBy(duty, instance);
  const isFirst = /(^| )1$/.test(instance.key);
  switch (recurs?.kind) {
    case 'every': {
      const every = spanInWords(recurs.span);
      const came = isFirst
        ? `${opened} It comes round every ${every}.`
        : `It came round on ${instance.opened.moment}, as it does every ${every}.`;
      return due.kind === 'within' || due.kind === 'weekday'
        ? came + limit
        : `${came} It has until it comes round again.`;
    }
    case 'after-last': {
      const span = spanInWords(recurs.span);
      return isFirst
        ? `${opened} It is to be done within ${span}, and again within ${span} of each time that it was done.`
        : `It was last done on ${instance.opened.moment}, and is to be done again within ${span} of that.`;
    }
    case 'calendar':
      return due.kind === 'not-stated' && duty.from.kind !== 'period-end'
        ? `It is owed each ${recurs.period}, and has until the ${recurs.period} ends.`
        : `It is owed for the ${recurs.period} that ended on ${instance.opened.moment}.${limit}`;
    default:
      return opened + limit;
  }
};

/** What brought it about may have been before all that it waits for was so. */
const openedBy = ({ trigger }: Duty, { opened, by }: Opened): string =>
  by === undefined || by.at.day === opened.day
    ? `It opened on ${opened.moment}, ${trigger.reads}.`
    : `It opened on ${opened.moment}, when all that it waits for was so; on ${by.at.moment} ${trigger.reads}.`;

const fromIn = ({ from, recurs }: Duty, view: View): string => {
  switch (from.kind) {
    case 'happened':
      if (recurs?.kind === 'calendar') return 'from its end';
      return recurs?.kind === 'every' ? 'from then' : 'from when it opened';
    case 'learned':
      return 'from when it was learned';
    case 'period-end':
      return 'from the end of the period';
    case 'event':
      return `from when ${happeningIn(from.event, view)}`;
    case 'fact':
      return `from the ${factIn(from.fact, view)}`;
  }
};

const limitIn = (due: DutyDue, from: string, view: View): string => {
  switch (due.kind) {
    case 'within':
      return ` It is to be done within ${spanInWords(due.span)}${due.time ? `, by ${due.time} on that day` : ''}, ${from}.`;
    case 'weekday':
      return ` It is to be done by the next ${weekdays[due.weekday - 1]}${due.time ? ` at ${due.time}` : ''}, ${from}.`;
    case 'at-once':
      return ` It is to be done the same day${due.time ? `, by ${due.time}` : ''}.`;
    case 'before':
      return ` It is to be done ${due.span ? `${spanInWords(due.span)} ` : ''}before ${beforeWhat(due, view)}.`;
    case 'not-stated':
      return ' No time is stated.';
  }
};

const beforeWhat = ({ session, fact, event }: Extract<DutyDue, { kind: 'before' }>, view: View): string => {
  if (session !== undefined) return `session ${session}`;
  return fact === undefined ? happeningIn(event ?? '', view) : `the ${factIn(fact, view)}`;
};

const happeningIn = (id: Id, { course }: View): string => course.happenings.get(id)?.called ?? id;

const factIn = (id: Id, { course: { table, course } }: View): string =>
  table.facts.find((fact) => fact.id === id)?.called ?? course.derived.find((fact) => fact.id === id)?.called ?? id;
