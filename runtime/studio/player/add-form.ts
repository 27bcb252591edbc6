import type { Answer, Bundle, CaseEvent, Id, SessionMark } from '../../../engine/contract/index.js';
import { actFor } from '../../../engine/contract/who-may.js';
import { isStanding } from '../../portal/case/rules-presenter.js';
import type { Fault } from '../../portal/layout/error-summary.js';
import { ruleInWords, ruleNamed } from '../../portal/words/course.js';
import { dayInWords } from '../../portal/words/dates.js';
import type { Sent } from '../../server/bodies.js';
import { type AddContext, type Asked, mayRecord, presentAdd, type Wanted, wantedOf } from './add-presenter.js';
import { dayGiven } from './axis.js';

/** What a form gave: an event, or what is wrong with it, never both. */
export type Added = { event: CaseEvent } | { faults: Fault[]; typed: Record<string, string | string[]> };

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 5_000).trim() : '');
const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(text).filter((one) => one !== '');

/** An id that no event of the case has. */
const freeId = (events: readonly CaseEvent[]): string => {
  let n = events.length + 1;
  while (events.some(({ id }) => id === `added-${n}`)) n += 1;
  return `added-${n}`;
};

const dayFault: Fault = { message: 'Enter the day on which it happened, like 27 3 2026', href: '#on' };

const eventOf = (
  context: AddContext,
  happened: string,
  more: Partial<CaseEvent> & Pick<CaseEvent, 'kind'>,
): CaseEvent => ({
  id: freeId(context.events),
  happened,
  learned: happened,
  recorded: happened,
  by: { role: '' },
  values: {},
  ...more,
});

const firstInside = (bundle: Bundle): Id => bundle.people.find(({ side }) => side === 'inside')?.id ?? '';

const markOf = (outcome: string, on: string, bundle: Bundle): SessionMark | undefined => {
  if (outcome === 'cancelled' || outcome === 'closure-day') return { mark: outcome, on };
  if (outcome === 'planned' || outcome === 'not-recorded') return { mark: 'planned', on };
  const known = bundle.course?.sessions?.outcomes.some(({ id }) => id === outcome);
  return known ? { mark: 'held', on, outcome } : undefined;
};

/** A session is planned on the day that the player stands at; it is held, or not, on its own. */
const readSession = (context: AddContext, sent: Sent, on: string): Added => {
  const { bundle } = context;
  const outcome = text(sent.outcome);
  const mark = markOf(outcome, on, bundle);
  if (!mark) return { faults: [{ message: 'Select what was recorded of the session', href: '#outcome' }], typed: {} };
  const named = (of: 'kinds' | 'phases', id: string): Id | undefined =>
    bundle.course?.sessions?.[of].some((one) => one.id === id) ? id : undefined;
  const kind = named('kinds', text(sent.kind));
  const phase = named('phases', text(sent.phase));
  const session: SessionMark = { ...mark, ...(kind ? { kind } : {}), ...(phase ? { phase } : {}) };
  const shown = dayGiven(sent.from) ?? on;
  const happened = outcome === 'planned' && shown < on ? shown : on;
  return { event: eventOf(context, happened, { kind: 'session', session, by: { role: firstInside(bundle) } }) };
};

/** Whether a rule waits for an answer on the day that the context is of. */
const stands = ({ recommendations }: AddContext, rule: Id, about: string): boolean =>
  recommendations.some((one) => one.rule === rule && (one.subject ?? '') === about && isStanding(one));

const readAnswered = (context: AddContext, sent: Sent, on: string, what: string): Added | undefined => {
  const [act, effect = ''] = what.split(':', 2);
  if (act !== 'confirmed' && act !== 'refused') return undefined;
  const rule = ruleNamed(context.bundle, text(sent.rule));
  if (!rule) return { faults: [{ message: 'There is no such recommendation any more' }], typed: {} };
  const about = text(sent.about);
  if (!stands(context, rule.id, about)) {
    const message = `“${ruleInWords(context.bundle, rule.id).replace(/\.$/, '')}” does not stand on ${dayInWords(on)}, so there is nothing to ${act === 'confirmed' ? 'confirm' : 'refuse'}. Go to a day on which it waits for an answer`;
    return { faults: [{ message }], typed: {} };
  }
  const role = text(sent.by);
  const by = context.bundle.people.some(({ id }) => id === role) ? role : (rule.confirmedBy[0] ?? '');
  const picked = act === 'confirmed' && /^\d+$/.test(effect) && Number(effect) < rule.effects.length;
  return {
    event: eventOf(context, on, {
      kind: act,
      rule: rule.id,
      by: { role: by },
      ...(picked ? { effect: Number(effect) } : {}),
      ...(about && rule.forEach ? { about } : {}),
    }),
  };
};

const isDateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** The answer to one question, or why there is none. */
const readAsked = (asked: Asked, value: unknown): { answer?: Answer } | { message: string } => {
  const chosen = texts(value);
  const [first] = chosen;
  if (first === undefined) {
    return asked.required ? { message: `Answer “${asked.ask}”` } : {};
  }
  const offered = (id: string): boolean => asked.options.some((option) => option.id === id);
  if (asked.kind === 'choice')
    return offered(first) ? { answer: first } : { message: `Select an answer to “${asked.ask}”` };
  if (asked.kind === 'choices') return { answer: chosen.filter(offered) };
  if (asked.kind === 'number') {
    const number = Number(first);
    return Number.isFinite(number) ? { answer: number } : { message: `“${asked.ask}” takes a number` };
  }
  if (asked.kind === 'date') return dayGiven(first) ? { answer: first } : { message: `“${asked.ask}” takes a date` };
  if (asked.kind === 'date-time' && !isDateTime.test(first))
    return { message: `“${asked.ask}” takes a date and a time` };
  return { answer: first };
};

const typedOf = (sent: Sent): Record<string, string | string[]> => {
  const given = (sent.with ?? {}) as Record<string, unknown>;
  return {
    on: text(sent.on),
    by: text(sent.by),
    about: text(sent.about),
    reason: text(sent.reason),
    ...Object.fromEntries(Object.keys(given).map((name) => [`with-${name}`, texts(given[name])])),
  };
};

const readWanted = (context: AddContext, wanted: Wanted, sent: Sent, on: string | undefined): Added => {
  const page = presentAdd(context, wanted);
  const given = (sent.with ?? {}) as Record<string, unknown>;
  const faults: Fault[] = on ? [] : [dayFault];
  const values: Record<Id, Answer> = {};
  for (const asked of page.asked) {
    const read = readAsked(asked, given[asked.name]);
    if ('message' in read) faults.push({ message: read.message, href: `#with-${asked.name}` });
    else if (read.answer !== undefined) values[wanted.kind === 'answered' ? wanted.fact.id : asked.name] = read.answer;
  }
  const about = page.about?.options.find(({ id }) => id === text(sent.about))?.id;
  const may = mayRecord(context.bundle, wanted);
  const role = may.find((id) => id === text(sent.by)) ?? may[0] ?? '';
  const reason = text(sent.reason);
  if (page.reason && reason === '')
    faults.push({ message: `Enter the reason for this ${page.reason}`, href: '#reason' });
  if (faults.length > 0 || !on) return { faults, typed: typedOf(sent) };
  const kind = wanted.kind === 'answered' ? actFor[wanted.fact.source] : 'happened';
  return {
    event: eventOf(context, on, {
      kind,
      by: { role },
      values,
      ...(wanted.kind === 'happened' ? { what: wanted.id } : {}),
      ...(about ? { about } : {}),
      ...(reason ? { reason } : {}),
    }),
  };
};

/** Reads what is to be added; nothing where the request asks for something that there is not. */
export const readAdded = (context: AddContext, sent: Sent): Added | undefined => {
  const what = text(sent.what);
  const on = dayGiven(sent.on);
  const wanted = wantedOf(context.bundle, what);
  if (wanted) return readWanted(context, wanted, sent, on);
  if (!on) return { faults: [dayFault], typed: {} };
  return what === 'session' ? readSession(context, sent, on) : readAnswered(context, sent, on, what);
};
