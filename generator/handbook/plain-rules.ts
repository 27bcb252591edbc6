/** A rule or a duty in one plain sentence, made of its parts: for what no clause tells, or tells otherwise. */
import {
  type Bundle,
  type CourseRule,
  type Criterion,
  type Duty,
  type Effect,
  type Id,
  listed,
  type Trigger,
} from '../../engine/contract/index.js';
import { everySays, hourSays, numberSays, spanSays } from './number-words.js';
import { phraseOf, sentenceOf, type Teller } from './teller.js';

/** A condition's English without the words of the language around it. */
const plainly = (reads: string, { voice }: Teller): string =>
  reads
    .replace(/the form “([^”]+)”/g, (_, title: string) => `the ${phraseOf(title)}`)
    .replace(/the (?:report|message|appeal|phase) “([^”]+)”/g, (_, title: string) => `the ${phraseOf(title)}`)
    .replace(/the state of the case is /g, `${voice.he} is `)
    .replace(/\bon programme\b/g, 'on the programme')
    .replace(/\bclosed or Completed\b/g, 'closed or completed')
    .replace(/ was /, ' has been ')
    .replace(/(the answer to )?“([^”]*)”/g, (whole, of: string | undefined, words: string) => (of ? whole : words));

const ofHisCase = ({ voice }: Teller): Record<Id, string> => ({
  'referral-received': 'we receive the referral',
  'decision-made': 'a decision has been made',
  declined: `we cannot offer ${voice.object} a place`,
  accepted: `${voice.he} has been accepted`,
  started: `${voice.he} starts`,
  suspended: `${voice.his} place is suspended`,
  closed: `${voice.his} case is closed`,
  'session-missed': `${voice.he} misses a session`,
  'session-attended': `${voice.he} attends a session`,
});

const nthSays = (nth: number | undefined): string => {
  const words = ['first', 'second', 'third', 'fourth', 'fifth'][(nth ?? 0) - 1];
  return nth === undefined ? '' : ` for the ${words ?? `${nth}th`} time`;
};

/** What somebody recorded, in the words of its author. */
const isRecorded = (event: Id, { bundle }: Teller): boolean =>
  bundle.course?.happenings.some(({ id, source }) => id === event && source === 'record') === true;

const triggerSays = (trigger: Trigger, teller: Teller): string => {
  if (trigger.kind === 'on') {
    const known = ofHisCase(teller)[trigger.event];
    const called = teller.bundle.course?.happenings.find(({ id }) => id === trigger.event)?.called;
    if (known === undefined && isRecorded(trigger.event, teller) && !trigger.where)
      return `if ${called ?? trigger.reads}`;
    const what = known ?? plainly(called ?? trigger.reads, teller);
    return trigger.where
      ? `when ${what} and ${plainly(trigger.where.reads, teller)}`
      : `when ${what}${nthSays(trigger.nth)}`;
  }
  if (trigger.kind === 'missed') return 'when that is not done in time';
  const ofState = trigger.reads.startsWith('the state of the case is ');
  const lasting = ofState ? 'while' : 'if';
  const word = trigger.kind === 'while' ? lasting : 'when';
  return `${word} ${plainly(trigger.reads, teller).replace(/^when /, '')}`;
};

/** Those inside who act for everybody there are “we”; the referrer is “you”; the participant is “he”. */
export const whoSays = (roles: Id[], teller: Teller): string => {
  const { voice } = teller;
  const one = (role: Id): string => {
    if (role === 'staff') return 'we';
    if (role === 'referrer') return 'you';
    if (role === 'participant') return voice.he;
    return theOne(voice.called(role));
  };
  return roles.length === 0 ? 'we' : listed(roles.map(one), 'or');
};
/** With its article, unless it is the name of a body: "the group worker", "Women's Services". */
export const theOne = (called: string): string =>
  /^[A-Z].*s$/.test(called) || /^(?:the|our|an?) /i.test(called) ? called : `the ${called}`;

const whom = (role: Id | undefined, teller: Teller): string => {
  if (role === undefined) return '';
  if (role === 'referrer') return 'you';
  if (role === 'participant') return teller.voice.object;
  if (role === 'staff') return 'us';
  if (role === 'partner') return `each ${teller.voice.called(role)}`;
  return theOne(teller.voice.called(role));
};

const meeting = (object: Id | undefined, { bundle }: Teller): string => {
  const offered = bundle.course?.happenings.find(({ id }) => id === `${object}-offered`)?.called;
  return offered?.replace(/ was offered$/, '') ?? `the ${(object ?? '').replaceAll('-', ' ')}`;
};
const titleOf = (object: Id | undefined, { bundle }: Teller): string => {
  const title = bundle.documents?.find(({ id }) => id === object)?.title;
  return title ? `the ${phraseOf(title)}` : `the ${(object ?? '').replaceAll('-', ' ')}`;
};

const effectSays = (effect: Effect, teller: Teller): string => {
  const { object, to } = effect;
  const { his, object: him } = teller.voice;
  const receiver = to === undefined ? '' : ` to ${whom(to, teller)}`;
  switch (effect.verb) {
    case 'contact':
      return `get in touch with ${whom(object, teller)}`;
    case 'send':
    case 'issue':
      return `send ${titleOf(object, teller)}${receiver}`;
    case 'offer':
      return `offer ${him} ${meeting(object, teller)}`;
    case 'close':
      return `close ${his} case`;
    case 'suspend':
      return `suspend ${his} place`;
    case 'resume':
      return `let ${him} come back`;
    case 'refer-back':
      return `refer ${him} back${receiver}`;
    case 'forward':
      return phraseOf(effect.says).replace(/ to [a-z-]+$/, receiver);
    case 'complete':
      return `confirm that ${teller.voice.he} has completed the programme`;
    default:
      return phraseOf(effect.says).replaceAll('-', ' ');
  }
};

const againSays = ({ recurs }: Duty): string => {
  if (recurs?.kind === 'every') return ` ${everySays(recurs.span)}`;
  if (recurs?.kind === 'after-last') return ` at least ${everySays(recurs.span)}`;
  return recurs?.kind === 'calendar' ? ` every ${recurs.period}` : '';
};
const dueSays = (duty: Duty): string => {
  const often = duty.times > 1 ? ` ${numberSays(duty.times)} times` : '';
  const so = `${often}${againSays(duty)}`;
  if (duty.due.kind === 'within') {
    const long = `within ${spanSays(duty.due.span)}${duty.due.time ? `, by ${hourSays(duty.due.time)}` : ''}`;
    return duty.recurs?.kind === 'calendar' ? `${so}, ${long} of its end` : `${so} ${long}`;
  }
  return duty.due.kind === 'at-once' ? `${so} straight away` : so;
};

const willSay: Record<string, (who: string) => string> = {
  must: (who) => (who === 'we' ? 'will' : 'must'),
  should: (who) => (who === 'we' ? 'aim to' : 'should'),
  may: () => 'may',
};

/**
 * Gives the sentence: “When we receive the referral, we aim to get in touch with you within 48 hours.” Of what
 * is owed to a partner on a condition, which may be of what she said, no more is told than that it is as agreed with her.
 */
export const ruleSays = (rule: CourseRule | Duty, teller: Teller): string => {
  const isDuty = 'does' in rule;
  const effects = isDuty ? rule.does : rule.effects;
  const does = listed(
    effects.filter(({ verb }) => verb !== 'ask').map((effect) => effectSays(effect, teller)),
    'either' in rule && rule.either ? 'or' : 'and',
  );
  if (rule.force === 'warn' || rule.force === 'block')
    return sentenceOf(`${triggerSays(rule.trigger, teller)}: ${does}`);
  const who = whoSays(rule.by, teller);
  const due = isDuty ? dueSays(rule) : '';
  const verb = (willSay[rule.force] ?? (() => 'may'))(who);
  if (rule.hers && !isOpen(rule, teller))
    return sentenceOf(`${who} ${verb} ${does}${due}, as agreed with each of them`);
  const only = rule.onlyWhen ? `, if ${plainly(rule.onlyWhen.reads, teller)}` : '';
  const unless = rule.unless ? `, unless ${plainly(rule.unless.reads, teller)}` : '';
  const opening = `${triggerSays(rule.trigger, teller)}${only}${unless}, `;
  return sentenceOf(`${opening}${who} ${verb} ${does}${due}${confirmedSays(rule, teller)}`);
};
/** A rule only recommends: whoever confirms it is named. */
const confirmedSays = (rule: CourseRule | Duty, { voice }: Teller): string => {
  if (!('confirmedBy' in rule) || rule.confirmedBy.length === 0 || rule.force === 'may') return '';
  return ` once ${listed(
    rule.confirmedBy.map((role) => theOne(voice.called(role))),
    'or',
  )} has confirmed it`;
};
/** Whether it follows from how his own case goes and from nothing else. */
const isOpen = ({ trigger, onlyWhen, unless }: CourseRule | Duty, teller: Teller): boolean =>
  !onlyWhen && !unless && trigger.kind === 'on' && !trigger.where && trigger.event in ofHisCase(teller);

const ageSays = ({ test }: Criterion, teller: Teller): string | undefined => {
  if (test.kind !== 'all' || test.of.length !== 2) return oneAgeSays(test, teller);
  const [from, to] = test.of.map((each) => oneAgeSays(each, teller));
  return from?.endsWith('or over') && to ? `${from} and ${to.replace(/^.* must be /, '')}` : undefined;
};
const oneAgeSays = (test: Criterion['test'], { voice, bundle }: Teller): string | undefined => {
  if (test.kind !== 'apart' || test.negated || test.direction !== 'before' || test.duration.unit !== 'years')
    return undefined;
  const called = bundle.facts.find(({ id }) => id === test.fact)?.called ?? '';
  if (!/birth|born/.test(called)) return undefined;
  const n = test.duration.n;
  if (test.comparison === 'at-least') return `${voice.he} must be ${n} or over`;
  return test.comparison === 'less-than' ? `${voice.he} must be under ${n}` : undefined;
};

/** Gives a criterion as a sentence made of its condition. */
export const criterionSays = (criterion: Criterion, teller: Teller): string => {
  const reads = plainly(criterion.test.reads, teller);
  const applies = criterion.applies ? `if ${plainly(criterion.applies.reads, teller)}, ` : '';
  if (criterion.role === 'requires') return sentenceOf(ageSays(criterion, teller) ?? `${applies}${reads}`);
  const against = criterion.role === 'excludes' ? 'we cannot offer a place' : 'it counts against a place';
  return sentenceOf(`${applies}${against} if ${reads}`);
};
/** Of the bundle's rules, those that another was settled against. */
export const yields = (rule: CourseRule): boolean =>
  rule.conflicts.some((conflict) => conflict.settled && conflict.yields);
export type AnyRule = CourseRule | Duty;
export const rulesOf = ({ course }: Pick<Bundle, 'course'>): AnyRule[] =>
  course ? [...course.rules.filter((rule) => !yields(rule)), ...course.duties] : [];
