import {
  type Answer,
  type At,
  type CaseEvent,
  type Fact,
  type FactAct,
  factsRead,
  type Id,
  leavesOf,
  today,
} from '../../engine/contract/index.js';
import { actFor } from '../../engine/contract/who-may.js';
import type { MapNode, Node, ScalarNode } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import type { Problem } from '../problem/problem.js';
import { raise } from './problems.js';
import { readAnswer } from './read-answer.js';
import { asList, asMap, asScalar, oneOf, type Reading, readKeys, readMoment } from './reading.js';

/** The answer to one fact, and where it was written. */
export interface Answered {
  fact: Fact;
  value: Answer;
  at: At;
}

const acts = Object.values(actFor);

/** Takes a map from facts to answers; gives those that could be read. */
export const readAnswers = (map: MapNode | undefined, reading: Reading): Answered[] =>
  (map?.entries ?? []).flatMap(({ key, value, at }) => {
    const fact = reading.facts.get(key.text);
    if (fact === undefined || fact.within !== undefined) {
      reading.problems.push(noSuchFact(key, reading));
      return [];
    }
    const answer = value === undefined ? undefined : readAnswer(value, fact, reading);
    return answer === undefined ? [] : [{ fact, value: answer, at }];
  });

/** A criterion that rests on answers is worked out; it declares no answer of its own. */
const noSuchFact = ({ text: word, at }: ScalarNode, reading: Reading): Problem => {
  const criterion = reading.bundle.criteria.find(({ id }) => id === word);
  if (criterion === undefined) return raise('scenario/unknown-fact', at, { word, near: nearFact(word, reading) });
  const conditions = criterion.applies ? [criterion.applies, criterion.test] : [criterion.test];
  const read = conditions.flatMap(leavesOf).flatMap(factsRead);
  return raise('scenario/worked-out', at, { word, from: [...new Set(read)].filter((fact) => fact !== today) });
};

const nearFact = (word: string, reading: Reading): string | undefined =>
  nearest(
    word,
    [...reading.facts.values()].filter(({ within }) => within === undefined).map(({ id }) => id),
  );

/** Takes answers and their day; gives the events in which each is given by the first of those who may. */
export const eventsOf = (answers: Answered[], day: string, reading: Reading): CaseEvent[] => {
  const groups = new Map<string, { kind: FactAct; role: Id; values: Record<Id, Answer> }>();
  for (const { fact, value } of answers) {
    if (value === null) continue;
    const kind = actFor[fact.source];
    const role = reading.who.named(fact)[0] ?? fact.about;
    const group = groups.get(`${kind} ${role}`) ?? { kind, role, values: {} };
    group.values[fact.id] = value;
    groups.set(`${kind} ${role}`, group);
  }
  return [...groups.values()].map(({ kind, role, values }, index) => ({
    id: `start-${index + 1}`,
    kind,
    happened: day,
    learned: day,
    recorded: day,
    by: { role },
    values,
  }));
};

const eventKeys = ['on', 'learned', 'by', 'told-by', 'reason', ...acts] as const;

/** Takes the list under `events:`; gives the events that could be read, in the order written. */
export const readEvents = (node: Node | undefined, reading: Reading): CaseEvent[] =>
  asList(node).flatMap((item, index) => {
    const map = asMap(item, 'An event', reading);
    return map === undefined ? [] : readEvent(map, index, reading);
  });

const readEvent = (map: MapNode, index: number, reading: Reading): CaseEvent[] => {
  const keys = readKeys(map, 'an event', eventKeys, reading);
  const happened = readMoment(keys.on, 'The day of an event', reading);
  if (keys.on === undefined) reading.problems.push(raise('scenario/no-day', map.at, { what: 'This event' }));
  const told = readRole(keys['told-by'], reading);
  const by = readRole(keys.by, reading);
  const reason = asScalar(keys.reason, 'A reason', reading)?.text;
  const learned = readMoment(keys.learned, 'When it was learned', reading) ?? happened;
  const done = acts.flatMap((act) => {
    const facts = asMap(keys[act], `What was ${act}`, reading);
    return facts === undefined ? [] : [{ act, answers: readAct(facts, act, reading) }];
  });
  if (acts.every((act) => keys[act] === undefined)) reading.problems.push(raise('scenario/no-act', map.at, {}));
  const answers = done.flatMap((each) => each.answers);
  reading.problems.push(...unsaidIn(map, keys, answers, reading));
  if (by !== undefined) reading.problems.push(...wrongRoles(by, keys.by, answers, reading));
  if (happened === undefined || learned === undefined) return [];
  return done.map(({ act, answers }) => ({
    id: `event-${index + 1}${done.length > 1 ? `-${act}` : ''}`,
    kind: act,
    happened,
    learned,
    recorded: learned,
    by: { role: by ?? '' },
    ...(told === undefined ? {} : { toldBy: told }),
    values: Object.fromEntries(answers.map(({ fact, value }) => [fact.id, value])),
    ...(reason === undefined ? {} : { reason }),
  }));
};

/** An event says who; a judgement says why as well. */
const unsaidIn = (
  map: MapNode,
  keys: Partial<Record<'by' | 'judged' | 'reason', Node>>,
  answers: Answered[],
  reading: Reading,
): Problem[] => {
  const named = answers.flatMap(({ fact }) => reading.who.named(fact));
  const isReason = keys.reason?.kind === 'scalar' && keys.reason.text.trim() !== '';
  return [
    ...(keys.by === undefined ? [raise('scenario/no-by', map.at, { named })] : []),
    ...(keys.judged !== undefined && !isReason ? [raise('scenario/no-reason', map.at, {})] : []),
  ];
};

/** Whatever a role says that it may not say counts for nothing: one problem for each such answer. */
const wrongRoles = (role: Id, node: Node | undefined, answers: Answered[], reading: Reading): Problem[] =>
  answers
    .filter(({ fact }) => !reading.who.may(fact, role))
    .map(({ fact, at }) =>
      raise('scenario/wrong-role', node?.at ?? at, {
        fact: fact.id,
        role,
        named: reading.who.named(fact),
        anybodyInside: reading.who.anybodyInside(fact),
      }),
    );

const readAct = (facts: MapNode, act: FactAct, reading: Reading): Answered[] =>
  readAnswers(facts, reading).filter(({ fact, at }) => {
    const right = actFor[fact.source];
    if (right !== act) reading.problems.push(raise('scenario/wrong-kind-of-act', at, { fact: fact.id, act, right }));
    return right === act;
  });

const readRole = (node: Node | undefined, reading: Reading): Id | undefined =>
  oneOf(
    asScalar(node, 'Who did it', reading),
    reading.bundle.people.map(({ id }) => id),
    reading,
    (at, word, near) => raise('scenario/unknown-role', at, { word, near }),
  );
