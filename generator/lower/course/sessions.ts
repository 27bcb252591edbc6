/** Sessions as the engine knows them. */
import type { Phase, SessionKind, Sessions, Topic } from '../../../engine/contract/course.js';
import { type ClauseId, listed, type Origin, spanInWords } from '../../../engine/contract/index.js';
import { usualOutcomes } from '../../language/constructs/session-defaults.js';
import {
  isText,
  titleOf,
  topicsOf,
  type WrittenCatchUp,
  type WrittenSessions,
  type WrittenTopics,
} from '../../language/constructs/sessions.js';
import type { Named } from '../../language/shape/shape.js';
import { headingOf } from '../outline-words.js';
import type { CourseContext } from './context.js';
import { kindsOf, phaseLabel, topicOptions, usualKind } from './session-names.js';

const lowerKinds = (written: WrittenSessions, origin: Origin, context: CourseContext): SessionKind[] => {
  const declared = new Map((written.kinds ?? []).map((each) => [each.id, each]));
  return kindsOf(written).map(({ id, label }) => {
    const named = declared.get(id);
    if (!named?.value || isText(named.value))
      return { id, label, mayReplace: [], origin: { ...origin, at: named?.idAt ?? origin.at } };
    const onlyIn = named.value['only-in']?.map((each) => each.value);
    const when = named.value['only-when'] && context.condition(named.value['only-when']);
    return {
      id,
      label,
      mayReplace: (named.value['may-replace'] ?? []).map((each) => each.value),
      ...(onlyIn && { onlyIn }),
      ...(when && { onlyWhen: when }),
      origin: context.origin(named.value, named.idAt, origin.clauses),
    };
  });
};

const lowerPhases = (written: WrittenSessions, origin: Origin, context: CourseContext): Phase[] =>
  (written.phases ?? []).flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const needs = value.needs && context.condition(value.needs);
    return [
      {
        id,
        label: phaseLabel(id, value),
        kind: value.kind?.value ?? usualKind(written),
        sessions: value.sessions.value,
        ...(value.about && { about: value.about.value }),
        beforeStart: value['before-start']?.value ?? false,
        ...(value.every && { every: value.every.value }),
        ...(needs && { needs }),
        origin: context.origin(value, idAt, origin.clauses),
      },
    ];
  });

/** For each topic the clauses that the list gives it: those of them all, and its own one of a range "in turn". */
const clausesByTopic = (written: WrittenTopics, count: number, context: CourseContext): ClauseId[][] => {
  const refs = Array.isArray(written) ? [] : (written.clause ?? []);
  const ofAll = context.clauses(refs.filter((ref) => !ref.inTurn));
  const inTurn = context.clauses(refs.filter((ref) => ref.inTurn));
  return Array.from({ length: count }, (_, i) => [...ofAll, ...inTurn.slice(i, i + 1)]);
};

const lowerTopics = (written: WrittenSessions, context: CourseContext): Topic[] => {
  if (!written.topics) return [];
  const options = topicOptions(written);
  const ids = new Map(options.map(({ id, label }) => [label, id]));
  const inherited = clausesByTopic(written.topics, options.length, context);
  return topicsOf(written.topics).map((topic, i) => {
    const { value: title, at } = titleOf(topic);
    const own = 'topic' in topic ? topic : undefined;
    const after = own?.['best-after']?.value;
    return {
      id: options[i]?.id ?? title,
      title,
      ...(after && { bestAfter: ids.get(after) ?? after }),
      ...(own?.phase && { phase: own.phase.value }),
      origin: context.origin(own ?? { at }, at, inherited[i]),
    };
  });
};

const catchUpReads = (
  within: string | undefined,
  atMost: number | undefined,
  beforeNext: boolean,
  inOwn = false,
): string => {
  const limits = [
    within && `within ${within} of it`,
    beforeNext && 'before the next session',
    atMost !== undefined && `at most ${atMost} in all`,
  ].filter((each): each is string => typeof each === 'string');
  const how = limits.length > 0 ? `, ${listed(limits, 'and')}` : '';
  const own = inOwn ? ' A session that he attends as his own can make up for another as well.' : '';
  return `A missed session can be caught up${how}. That credits its week; the absence stays on the record.${own}`;
};

const lowerCatchUp = (
  written: WrittenCatchUp,
  origin: Origin,
  context: CourseContext,
): NonNullable<Sessions['catchUp']> | undefined => {
  if ('value' in written) {
    if (!written.value) return undefined;
    return {
      beforeNext: false,
      reads: catchUpReads(undefined, undefined, false),
      origin: { ...origin, at: written.at },
    };
  }
  const within = written.within?.value;
  const atMost = written['at-most']?.value;
  const beforeNext = written['before-next']?.value ?? false;
  const inOwn = written['in-own-session']?.value ?? false;
  return {
    ...(within && { within }),
    ...(atMost !== undefined && { atMost }),
    beforeNext,
    ...(inOwn && { inOwn }),
    reads: catchUpReads(within && spanInWords(within), atMost, beforeNext, inOwn),
    origin: context.origin(written, written.at, origin.clauses),
  };
};

const lowerOutcomes = ({ outcomes }: WrittenSessions): Sessions['outcomes'] =>
  outcomes
    ? outcomes.map(({ id, value }) => ({
        id,
        label: headingOf(id),
        traits: Object.fromEntries((value ?? []).map((trait) => [trait.id, trait.value?.value ?? false])),
      }))
    : usualOutcomes.map((each) => ({ ...each, traits: { ...each.traits } }));

const lowerCredits = ({ credits }: WrittenSessions, origin: Origin, context: CourseContext): Sessions['credits'] =>
  (credits ?? []).flatMap(({ id, idAt, value }: Named<{ value: number }>) => {
    const event = context.event({ value: id, at: idAt });
    return event && value ? [{ event, sessions: value.value, origin: { ...origin, at: idAt } }] : [];
  });

/** Takes the section as written; gives the sessions, with all that is not stated left so. */
export const lowerSessions = (written: WrittenSessions, context: CourseContext): Sessions => {
  const origin = context.origin(written, written.at);
  const catchUp = written['catch-up'] && lowerCatchUp(written['catch-up'], origin, context);
  const phases = lowerPhases(written, origin, context);
  return {
    total: written.total?.value ?? { kind: 'not-stated' },
    totalCounts: written.counts?.map((each) => each.value) ?? phases.map((each) => each.id),
    ...(written.length && { length: written.length.value }),
    ...(written.every && { rate: written.every.value }),
    ...(written.lasts && { lasts: written.lasts.value }),
    endMovesWith: (written['end-moves-with'] ?? []).map((each) => each.value),
    order: written.order?.value ?? 'not-stated',
    entry: written.entry?.value ?? 'not-stated',
    outcomes: lowerOutcomes(written),
    kinds: lowerKinds(written, origin, context),
    phases,
    topics: lowerTopics(written, context),
    ...(catchUp && { catchUp }),
    credits: lowerCredits(written, origin, context),
    origin,
  };
};
