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
import type { Entry, MapNode, Node, ScalarNode } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import type { Problem } from '../problem/problem.js';
import type { CaseSoFar } from './over-time/case-so-far.js';
import { addEvent, type Frame, frameKeys, readFrame } from './over-time/frame.js';
import { raiseOverTime } from './over-time/problems.js';
import { readAnsweredRule } from './over-time/read-answered-rule.js';
import { readHappened, readShort, shortForms } from './over-time/read-happened.js';
import { readSession, sessionKeys } from './over-time/read-session.js';
import { raise } from './problems.js';
import { readAnswer } from './read-answer.js';
import { asList, asMap, asScalar, type Reading, readKeys } from './reading.js';

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

const timeActs = ['happened', 'session', 'planned', 'confirmed', 'refused', 'undone'] as const;
const eventKeys = [...frameKeys, ...acts, ...timeActs, 'with', 'effect', ...sessionKeys] as const;
type EventKeys = Partial<Record<(typeof eventKeys)[number], Node>>;

/** Takes the list under `events:`; adds the events that could be read to the case, in the order written. */
export const readEvents = (node: Node | undefined, prefix: string, soFar: CaseSoFar): void => {
  asList(node).forEach((item, index) => {
    const map = asMap(item, 'An event', soFar.reading);
    if (map !== undefined) readEvent(map, `${prefix}-${index + 1}`, soFar);
  });
};

const readEvent = (map: MapNode, id: string, soFar: CaseSoFar): void => {
  const { reading } = soFar;
  const shorts = shortForms(reading).filter((name) => !eventKeys.some((key) => key === name));
  const keys: EventKeys = readKeys(map, 'an event', eventKeys, reading, shorts);
  const overTime = map.entries.filter(
    ({ key }) => shorts.includes(key.text) || timeActs.some((act) => act === key.text),
  );
  const given = acts.filter((act) => keys[act] !== undefined);
  // A planned session has its own hour.
  const frame = readFrame(map, keys.planned === undefined ? keys : { ...keys, at: undefined }, id, soFar);
  const [only] = overTime;
  if (only === undefined) {
    readFactActs(map, keys, frame, soFar);
  } else if (overTime.length + given.length > 1) {
    const words = [...overTime.map(({ key }) => key.text), ...given];
    reading.problems.push(raiseOverTime('scenario/two-acts', map.at, { words }));
  } else readTimeAct(only, keys, frame, soFar);
};

const readTimeAct = ({ key, value }: Entry, keys: EventKeys, frame: Frame, soFar: CaseSoFar): void => {
  const word = key.text;
  if (word === 'happened') readHappened(keys, frame, soFar);
  else if (word === 'session' || word === 'planned') readSession(keys, frame, soFar);
  else if (word === 'confirmed' || word === 'refused') readAnsweredRule(word, keys, frame, soFar);
  else if (word === 'undone') readUndone(key.at, value, frame, soFar);
  else readShort(word, value, keys.about, frame, soFar);
};

/** Taken back as if it had never been; when that was said is when it was learned. */
const readUndone = (at: At, value: Node | undefined, frame: Frame, soFar: CaseSoFar): void => {
  const { corrected, learned, by } = frame;
  const isYes = value?.kind === 'scalar' && (value.value === true || value.text === 'yes');
  if (isYes && corrected !== undefined) {
    const said = { ...frame, happened: corrected.happened, learned: learned ?? corrected.learned };
    addEvent(soFar, said, 'answered', by ?? corrected.by.role, {});
  } else if (!isYes) soFar.reading.problems.push(raiseOverTime('scenario/undone-alone', at, {}));
};

const readFactActs = (map: MapNode, keys: EventKeys, frame: Frame, soFar: CaseSoFar): void => {
  const { reading } = soFar;
  const done = acts.flatMap((act) => {
    const facts = asMap(keys[act], `What was ${act}`, reading);
    return facts === undefined ? [] : [{ act, answers: readAct(facts, act, reading) }];
  });
  if (acts.every((act) => keys[act] === undefined)) reading.problems.push(raise('scenario/no-act', map.at, {}));
  const answers = done.flatMap((each) => each.answers);
  reading.problems.push(...unsaidIn(map, keys, frame, answers, reading));
  if (frame.by !== undefined) reading.problems.push(...wrongRoles(frame.by, keys.by, answers, reading));
  for (const { act, answers: given } of done) {
    const id = done.length > 1 ? `${frame.id}-${act}` : frame.id;
    const values = Object.fromEntries(given.map(({ fact, value }) => [fact.id, value]));
    const event = addEvent(soFar, { ...frame, id }, act, frame.by ?? '', { values });
    const node = asScalar(keys.about, 'What it is about', reading);
    if (event !== undefined && node !== undefined) {
      soFar.pending.push({ event, node, at: frame.at, kinds: anySubject(reading), needed: false, of: 'This' });
    }
  }
};

const anySubject = ({ bundle }: Reading): Id[] => [
  ...bundle.facts.filter(({ kind }) => kind === 'entries').map(({ id }) => id),
  ...(bundle.course === undefined ? [] : ['session']),
];

/** An event says who; a judgement says why as well. */
const unsaidIn = (map: MapNode, keys: EventKeys, { by }: Frame, answers: Answered[], reading: Reading): Problem[] => {
  const named = answers.flatMap(({ fact }) => reading.who.named(fact));
  const isReason = keys.reason?.kind === 'scalar' && keys.reason.text.trim() !== '';
  return [
    ...(keys.by === undefined && by === undefined ? [raise('scenario/no-by', map.at, { named })] : []),
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
