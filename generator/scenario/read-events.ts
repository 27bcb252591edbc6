import type { Answer, At, CaseEvent, EventKind, Fact, FactSource, Id } from '../../engine/contract/index.js';
import type { MapNode, Node } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import { raise } from './problems.js';
import { readAnswer } from './read-answer.js';
import { asList, asMap, asScalar, oneOf, type Reading, readKeys, readMoment } from './reading.js';

/** The answer to one fact, and where it was written. */
export interface Answered {
  fact: Fact;
  value: Answer;
  at: At;
}

export const actOf: Record<FactSource, EventKind> = {
  form: 'answered',
  judgement: 'judged',
  consent: 'consented',
  document: 'signed',
  instrument: 'scored',
};
const acts = Object.values(actOf);

/** Takes a map from facts to answers; gives those that could be read. */
export const readAnswers = (map: MapNode | undefined, reading: Reading): Answered[] =>
  (map?.entries ?? []).flatMap(({ key, value, at }) => {
    const fact = reading.facts.get(key.text);
    if (fact === undefined || fact.within !== undefined) {
      reading.problems.push(
        raise('scenario/unknown-fact', key.at, { word: key.text, near: nearFact(key.text, reading) }),
      );
      return [];
    }
    const answer = value === undefined ? undefined : readAnswer(value, fact, reading);
    return answer === undefined ? [] : [{ fact, value: answer, at }];
  });

const nearFact = (word: string, reading: Reading): string | undefined =>
  nearest(
    word,
    [...reading.facts.values()].filter(({ within }) => within === undefined).map(({ id }) => id),
  );

/** Takes answers and their day; gives the events in which each is given by somebody who may. */
export const eventsOf = (answers: Answered[], day: string): CaseEvent[] => {
  const groups = new Map<string, { kind: EventKind; role: Id; values: Record<Id, Answer> }>();
  for (const { fact, value } of answers) {
    if (value === null) continue;
    const kind = actOf[fact.source];
    const role = (fact.source === 'judgement' ? fact.judgedBy?.[0] : fact.from[0]) ?? fact.from[0] ?? fact.about;
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
  if (happened === undefined || learned === undefined) return [];
  return done.map(({ act, answers }) => ({
    id: `event-${index + 1}${done.length > 1 ? `-${act}` : ''}`,
    kind: act,
    happened,
    learned,
    recorded: learned,
    by: { role: by ?? usually(answers) },
    ...(told === undefined ? {} : { toldBy: told }),
    values: Object.fromEntries(answers.map(({ fact, value }) => [fact.id, value])),
    ...(reason === undefined ? {} : { reason }),
  }));
};

const usually = (answers: Answered[]): Id => {
  const fact = answers[0]?.fact;
  return fact?.judgedBy?.[0] ?? fact?.from[0] ?? fact?.about ?? 'staff';
};

const readAct = (facts: MapNode, act: EventKind, reading: Reading): Answered[] =>
  readAnswers(facts, reading).filter(({ fact, at }) => {
    const right = actOf[fact.source];
    if (right !== act) reading.problems.push(raise('scenario/wrong-act', at, { fact: fact.id, act, right }));
    return right === act;
  });

const readRole = (node: Node | undefined, reading: Reading): Id | undefined =>
  oneOf(
    asScalar(node, 'Who did it', reading),
    reading.bundle.people.map(({ id }) => id),
    reading,
    (at, word, near) => raise('scenario/unknown-role', at, { word, near }),
  );
