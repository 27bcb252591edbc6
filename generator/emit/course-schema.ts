/** The schema of a bundle's `course`: what a definition says of time. */
import { stages, stepNames } from '../../engine/contract/index.js';
import { boolean, id, ids, list, mapOf, number, one, record, ref, type Schema, string } from './schema-parts.js';

const origin = ref('origin');
const condition = ref('course-condition');
const options = list(record({ id, label: string, 'means?': one('not-known', 'not-applicable') }));
const kinds = (...words: Schema[]): Schema => ({ oneOf: words });
const force = one('block', 'must', 'should', 'may', 'warn');
const stage = one(...stages);

const span = record({ n: number, unit: one('hours', 'days', 'working-days', 'weeks', 'months', 'years') });
const amount = kinds(
  record({ kind: one('exactly', 'at-least', 'at-most', 'about'), n: number }),
  record({ kind: one('range'), from: number, to: number }),
  record({ kind: one('one-of'), of: list(number) }),
  record({ kind: one('for-a-person'), 'role?': id }),
  record({ kind: one('not-stated') }),
);
const rate = record({ amount: ref('amount'), each: ref('span') });
const notStated = (schema: Schema): Schema => kinds(schema, one('not-stated'));

const pick = record({ event: id, 'which?': kinds(number, one('latest')) });
const pickOrSession = kinds(ref('pick'), one('session'));
const when = kinds(
  record({ kind: one('last'), span: ref('span') }),
  record({ kind: one('since'), of: ref('pick') }),
  record({ kind: one('before'), of: pickOrSession, 'span?': ref('span') }),
  record({ kind: one('within'), span: ref('span'), of: pickOrSession }),
  record({ kind: one('by'), time: string, span: ref('span'), of: pickOrSession }),
);

const field = record({
  id,
  name: id,
  kind: one('yes-no', 'choice', 'choices', 'number', 'date', 'date-time', 'text', 'long-text'),
  ask: string,
  called: string,
  options,
  'unit?': string,
  required: boolean,
  'hers?': one(true),
});
const happening = record({
  id,
  called: string,
  source: one(
    ...[
      'life',
      'session',
      'record',
      'form',
      'appointment',
      'contact',
      'message',
      'report',
      'duty',
      'act',
      'appeal',
      'any',
    ],
  ),
  'anyOf?': ids,
  by: ids,
  'about?': id,
  fields: list(field),
  'brings?': stage,
  hers: boolean,
  origin,
});

const period = one('phase', 'week', 'month', 'year');
const window = record({
  'ever?': one(true),
  'phases?': ids,
  'anyOne?': period,
  'this?': period,
  'last?': ref('span'),
  'lastSessions?': number,
  'since?': ref('pick'),
});
const counted = { of: id, 'where?': condition, window };
const point = kinds(record({ event: ref('pick') }), record({ fact: id }));
const which = one('latest', 'first');
const derivation = kinds(
  record({ kind: one('count'), ...counted, 'per?': number, 'plus?': ids }),
  record({ kind: one('share'), of: id, where: condition, 'ofThose?': condition, window }),
  record({ kind: one('spent'), in: list(stage), unit: one('days', 'working-days', 'weeks') }),
  record({
    kind: one('run'),
    of: id,
    where: condition,
    'skips?': condition,
    brokenBy: list(kinds(record({ outcome: id }), record({ event: id }))),
    window,
  }),
  record({ kind: one('sum', 'distinct'), field: id, ...counted }),
  record({ kind: one('value'), which, field: id, ...counted }),
  record({ kind: one('day'), which, ...counted }),
  record({
    kind: one('elapsed'),
    since: point,
    'until?': point,
    unit: one('hours', 'days', 'working-days', 'weeks', 'months', 'years'),
    paused: list(stage),
  }),
  record({ kind: one('places'), groups: ids, which: one('taken', 'free') }),
  record({ kind: one('whether'), condition }),
);
const derived = record({
  id,
  called: string,
  kind: one('number', 'yes-no', 'choice', 'date'),
  options,
  'unit?': one('hours', 'days', 'working-days', 'weeks', 'months', 'years'),
  'scope?': id,
  from: derivation,
  hers: boolean,
  reads: string,
  origin,
});

const sessions = record({
  total: ref('amount'),
  totalCounts: ids,
  'length?': notStated(ref('span')),
  'rate?': notStated(rate),
  'lasts?': ref('span'),
  endMovesWith: list(stage),
  order: one('sequential', 'any', 'not-stated'),
  entry: one('rolling', 'at-the-start', 'not-stated'),
  outcomes: list(record({ id, label: string, traits: mapOf(boolean) })),
  kinds: list(record({ id, label: string, mayReplace: ids, 'onlyIn?': ids, 'onlyWhen?': condition, origin })),
  phases: list(
    record({
      id,
      label: string,
      kind: id,
      sessions: ref('amount'),
      'about?': string,
      beforeStart: boolean,
      'every?': rate,
      'needs?': condition,
      origin,
    }),
  ),
  topics: list(record({ id, title: string, 'bestAfter?': id, 'phase?': id, origin })),
  'catchUp?': record({
    'within?': ref('span'),
    'atMost?': number,
    beforeNext: boolean,
    'inOwn?': boolean,
    reads: string,
    origin,
  }),
  credits: list(record({ event: id, sessions: number, origin })),
  origin,
});
const group = record({
  id,
  label: string,
  places: ref('amount'),
  pool: ids,
  thresholds: list(record({ at: number, says: string })),
  'staffing?': record({ facilitators: ref('amount'), force, 'usually?': string }),
  'openUntil?': ref('amount'),
  origin,
});

const reads = string;
const trigger = kinds(
  record({ kind: one('while', 'becomes'), condition, reads }),
  record({ kind: one('reaches'), fact: id, n: number, stands: boolean, reads }),
  record({
    kind: one('on'),
    event: id,
    'where?': condition,
    'nth?': number,
    'again?': one(true),
    'onwards?': one(true),
    'since?': id,
    reads,
  }),
  record({ kind: one('given'), fact: id, anyOf: ids, reads }),
  record({ kind: one('missed'), duty: id, reads }),
);
const verbs = [
  ...['close', 'suspend', 'resume', 'complete', 'restart', 'move', 'extend', 'transfer', 'keep', 'refuse'],
  ...['refer-back', 'send', 'issue', 'offer', 'contact', 'ask', 'forward', 'hold', 'record', 'do'],
];
const effect = record({
  verb: one(...verbs),
  'object?': id,
  'to?': id,
  'span?': ref('span'),
  says: string,
  doneBy: ids,
});
const opening = {
  id,
  chapter: string,
  'within?': id,
  trigger,
  'onlyWhen?': condition,
  'unless?': condition,
  until: ids,
  'forEach?': id,
  force,
  by: ids,
  words: string,
  reads,
  hers: boolean,
  origin,
};
const rule = record({
  ...opening,
  effects: list(effect),
  either: boolean,
  confirmedBy: ids,
  conflicts: list(record({ rule: id, witness: string, settled: boolean, yields: boolean })),
});
const duty = record({
  ...opening,
  does: list(effect),
  metBy: ids,
  times: number,
  from: kinds(
    record({ kind: one('happened', 'learned', 'period-end') }),
    record({ kind: one('event'), event: id, which }),
    record({ kind: one('fact'), fact: id }),
  ),
  due: kinds(
    record({ kind: one('within'), span: ref('span'), 'time?': string }),
    record({ kind: one('weekday'), weekday: number, 'time?': string }),
    record({ kind: one('at-once'), 'time?': string }),
    record({ kind: one('not-stated') }),
    record({ kind: one('before'), 'event?': id, 'session?': number, 'fact?': id, 'span?': ref('span') }),
  ),
  'recurs?': kinds(
    record({ kind: one('every', 'after-last'), span: ref('span') }),
    record({ kind: one('calendar'), period: one('week', 'month', 'year') }),
    record({ kind: one('not-stated') }),
  ),
  freezesIn: list(stage),
});

const need = record({ id, words: string, condition, clauses: list(string), at: ref('at') });
const step = record({ id: one(...stepNames), needs: list(need), by: ids, 'atMost?': ref('span'), reads, origin });
const comingBack = record({
  id,
  'when?': condition,
  'needs?': condition,
  starts: id,
  keeps: ids,
  refuses: boolean,
  words: string,
  reads,
  origin,
});
const appeal = record({
  id,
  title: string,
  from: ids,
  to: id,
  against: ids,
  inWriting: boolean,
  'saying?': string,
  'lodgedWithin?': ref('span'),
  duty: id,
  'answeredBy?': ids,
  'after?': id,
  origin,
});
const workingDays = record({
  id: string,
  label: string,
  holidays: list(record({ day: ref('day'), title: string })),
  knownUntil: ref('day'),
  knownFrom: ref('day'),
});

/** What the schema of a bundle refers to: the course, and what several of its parts are made of. */
export const courseDefinitions: Record<string, Schema> = {
  span,
  amount,
  pick,
  when,
  course: record({
    'workingDays?': workingDays,
    'sessions?': sessions,
    groups: list(group),
    happenings: list(happening),
    derived: list(derived),
    rules: list(rule),
    duties: list(duty),
    steps: list(step),
    returns: list(comingBack),
    appeals: list(appeal),
  }),
};
