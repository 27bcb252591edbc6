/** What opens a rule or a duty, what it does and by when; what a derived fact is worked out from: in parts. */
import {
  type Derivation,
  type Duty,
  type DutyDue,
  type Effect,
  type Point,
  type Recurrence,
  spanInWords,
  type Trigger,
  type Window,
  weekdays,
} from '../../engine/contract/index.js';
import { effectReads } from '../lower/course/effects.js';
import { condition, type Facet, ref, refs, words, yesNo } from './changes.js';
import { framed } from './condition-words.js';
import type { Names } from './names.js';
import type { Side } from './thing.js';

const pick = (of: { event: string; which?: number | 'latest' }, names: Names): string =>
  `${of.which === undefined ? '' : of.which === 'latest' ? 'latest ' : `${of.which}. `}“${names.event(of.event)}”`;

/** What opens it. */
export const triggerFacets = (trigger: Trigger, names: Names): Facet[] => {
  switch (trigger.kind) {
    case 'while':
    case 'becomes':
      return [condition(trigger.kind === 'while' ? 'while' : 'when', trigger.condition, names)];
    case 'reaches':
      return [words('when', framed(`${names.fact(trigger.fact)} reaches`, trigger.n), `${trigger.fact} ${trigger.n}`)];
    case 'given':
      return [
        ref('when the answer is given to', trigger.fact, names.fact),
        refs('answer that raises it', trigger.anyOf, (id) => names.option(trigger.fact, id)),
      ];
    case 'missed':
      return [ref('when missed', trigger.duty, names.thing)];
    case 'on':
      return [
        ref('after', trigger.event, names.event),
        words('which time', trigger.nth === undefined ? 'each' : `${trigger.nth}.`),
        yesNo('and each later one', trigger.onwards),
        yesNo('and every so many after it', trigger.again),
        ref('counted since', trigger.since, names.event),
        condition('after such that', trigger.where, names),
      ];
  }
};

/** One thing to be done, in the provider's words. */
export const effectSays = (effect: Effect, { bundle, names }: Side): string =>
  effectReads(effect, names.role, {
    titles: new Map((bundle.documents ?? []).map(({ id, title }) => [id, title])),
    happenings: new Map((bundle.course?.happenings ?? []).map((one) => [one.id, one])),
  });

/** By what it does and to whom, so that only other words are no other thing. */
export const effectFacet = (part: string, effects: readonly Effect[], side: Side): Facet => ({
  part,
  kind: 'refs',
  of: effects.map((effect) => {
    const { verb, object, to, span, says } = effect;
    const free = verb === 'do' || verb === 'ask' ? says : '';
    return [[verb, object, to, span && spanInWords(span), free].join(' '), effectSays(effect, side)];
  }),
});

const dueSays = (due: DutyDue, names: Names): Facet => {
  const time = 'time' in due && due.time ? ` by ${due.time}` : '';
  switch (due.kind) {
    case 'within':
      return words('time', framed('within', `${spanInWords(due.span)}${time}`));
    case 'weekday':
      return words('time', framed('by the next', `${weekdays[due.weekday - 1] ?? due.weekday}${time}`));
    case 'at-once':
      return words('time', `at once${time}`);
    case 'not-stated':
      return words('time', 'not stated');
    case 'before': {
      const what =
        due.session !== undefined
          ? framed('before session', due.session)
          : framed('before', due.event ? `“${names.event(due.event)}”` : names.fact(due.fact ?? ''));
      return words(
        'time',
        due.span ? framed('at least', spanInWords(due.span), `${what.before} ${what.value}`) : what,
        JSON.stringify(due),
      );
    }
  }
};

const recurSays = (recurs: Recurrence | undefined) => {
  switch (recurs?.kind) {
    case 'every':
      return framed('every', spanInWords(recurs.span));
    case 'after-last':
      return framed('after the last one,', spanInWords(recurs.span));
    case 'calendar':
      return framed('every calendar', recurs.period);
    case 'not-stated':
      return 'how often is not stated';
    default:
      return undefined;
  }
};

const fromSays = (from: Duty['from'], names: Names): string => {
  switch (from.kind) {
    case 'event':
      return `the ${from.which} “${names.event(from.event)}”`;
    case 'fact':
      return names.fact(from.fact);
    case 'happened':
      return 'when it happened';
    case 'learned':
      return 'when it was learned';
    case 'period-end':
      return 'the end of the period';
  }
};

const spaced = (id: string): string => id.replaceAll('-', ' ');

/** What only a duty has. */
export const dutyFacets = (duty: Duty, side: Side): Facet[] => [
  effectFacet('does', duty.does, side),
  refs('met by', duty.metBy, side.names.event),
  words('times', duty.times),
  words('its time counts from', fromSays(duty.from, side.names), JSON.stringify(duty.from)),
  dueSays(duty.due, side.names),
  words('again', recurSays(duty.recurs)),
  refs('stands still while', duty.freezesIn, spaced),
];

const windowFacets = (window: Window, names: Names): Facet[] => [
  yesNo('over every stay', window.ever),
  refs('in the phases', window.phases, names.thing),
  words('the most in any one', window.anyOne),
  words('in this', window.this),
  words('in the last', window.last && spanInWords(window.last)),
  words('in the last sessions', window.lastSessions),
  words('since', window.since && pick(window.since, names), window.since && JSON.stringify(window.since)),
];

const pointSays = (point: Point, names: Names): string =>
  'fact' in point ? names.fact(point.fact) : pick(point.event, names);

const counted = (from: Extract<Derivation, { of: string }>, names: Names): Facet[] => [
  ref('of', from.of, (id) => (id === 'session' ? 'sessions' : names.event(id))),
  ...('field' in from ? [ref('question', from.field, names.fact)] : []),
  ...('which' in from ? [words('which', from.which)] : []),
  condition('where', from.where, names),
  ...windowFacets(from.window, names),
];

/** What a derived fact is worked out from. */
export const derivationFacets = (from: Derivation, names: Names): Facet[] => {
  const kind = words('worked out as', from.kind);
  switch (from.kind) {
    case 'count':
      return [kind, ...counted(from, names), words('one for every', from.per), refs('adds', from.plus, names.fact)];
    case 'share':
      return [kind, ...counted(from, names), condition('of those where', from.ofThose, names)];
    case 'run':
      return [
        kind,
        ...counted(from, names),
        condition('passes over', from.skips, names),
        refs(
          'broken by',
          from.brokenBy.map((one) => ('event' in one ? one.event : one.outcome)),
          (id) =>
            from.brokenBy.some((one) => 'outcome' in one && one.outcome === id) ? names.thing(id) : names.event(id),
        ),
      ];
    case 'elapsed':
      return [
        kind,
        words('since', pointSays(from.since, names), JSON.stringify(from.since)),
        words('until', from.until && pointSays(from.until, names), from.until && JSON.stringify(from.until)),
        words('in', spaced(from.unit)),
        refs('stands still while', from.paused, spaced),
      ];
    case 'spent':
      return [kind, refs('time spent', from.in, spaced), words('in', spaced(from.unit))];
    case 'places':
      return [kind, words('which', from.which), refs('groups', from.groups, names.thing)];
    case 'whether':
      return [kind, condition('whether', from.condition, names)];
    default:
      return [kind, ...counted(from, names)];
  }
};
