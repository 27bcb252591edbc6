/** What an expectation says of a case over time: its state, and the keys that are lists or one word. */
import { type Bundle, type Id, stages, stepNames } from '../../../engine/contract/index.js';
import type { MapNode, Node, ScalarNode } from '../../load/node.js';
import { nearest } from '../../problem/nearest.js';
import { asList, asMap, asScalar, type Reading, readMoment } from '../reading.js';
import type { CaseSoFar } from './case-so-far.js';
import type { ExpectedOverTime, ExpectedSession, ExpectedStep } from './expected.js';
import { raiseOverTime } from './problems.js';
import { readExpectedDocuments } from './read-expected-documents.js';
import { readDuties } from './read-expected-duties.js';
import { readExpectedFacts } from './read-expected-facts.js';
import { readRecommendations } from './read-expected-rules.js';
import { isNone, namesIn, wordAmong } from './read-expected-words.js';
import { nameAmong } from './read-session.js';

export const overTimeKeys = [
  'state',
  'phase',
  'ending',
  'planned-end',
  'stay',
  'facts',
  'recommendations',
  'duties',
  'steps',
  'ledger',
  'next',
  'next-miss',
  'to-find-out',
  'returning',
  'to-review',
  'reports',
  'messages',
] as const;
export type OverTimeKeys = Partial<Record<(typeof overTimeKeys)[number], Node>>;

/** Takes what stands under an expectation's keys; gives what is about time, or nothing where nothing is. */
export const readExpectedOverTime = (keys: OverTimeKeys, soFar: CaseSoFar): ExpectedOverTime | undefined => {
  if (overTimeKeys.every((key) => keys[key] === undefined)) return undefined;
  const { reading } = soFar;
  const rules = (reading.bundle.course?.rules ?? []).map(({ id }) => id);
  return {
    ...readWords(keys, reading),
    ...told({
      plannedEnd: isNone(keys['planned-end']) ?? readMoment(keys['planned-end'], 'The planned end', reading),
      next: isNone(keys.next) ?? readMoment(keys.next, 'When something changes next', reading),
      nextMiss: namesIn(keys['next-miss'], 'rule', rules, reading),
      toReview: namesIn(keys['to-review'], 'rule', rules, reading),
      toFindOut: wordsIn(keys['to-find-out'], reading),
    }),
    facts: readExpectedFacts(keys.facts, soFar),
    ...readRecommendations(keys.recommendations, soFar),
    duties: readDuties(keys.duties, soFar),
    steps: readSteps(keys.steps, reading),
    ledger: readLedger(asMap(keys.ledger, 'The ledger', reading), reading),
    documents: [
      ...readExpectedDocuments(keys.reports, 'report', soFar),
      ...readExpectedDocuments(keys.messages, 'message', soFar),
    ],
  };
};

type Told<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
/** Without what was not said. */
const told = <T extends object>(of: T): Told<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Told<T>;

const readWords = (keys: OverTimeKeys, reading: Reading) => {
  const { course } = reading.bundle;
  const phases = (course?.sessions?.phases ?? []).map(({ id }) => id);
  const returns = (course?.returns ?? []).map(({ id }) => id);
  const stay = asScalar(keys.stay, 'Which stay', reading);
  if (stay !== undefined && typeof stay.value !== 'number') {
    const particulars = { word: stay.text, what: 'Which stay it is', needs: 'a number from 1' };
    reading.problems.push(raiseOverTime('scenario/unusable-value', stay.at, particulars));
  }
  return told({
    state: wordAmong(asScalar(keys.state, 'The state', reading), 'The state of a case', stages, reading),
    phase: isNone(keys.phase) ?? nameAmong(keys.phase, 'phase', phases, reading),
    ending: isNone(keys.ending) ?? readEnding(keys.ending, reading),
    returning: isNone(keys.returning) ?? readReturning(keys.returning, returns, reading),
    stay: typeof stay?.value === 'number' ? stay.value : undefined,
  });
};

const readReturning = (node: Node | undefined, returns: Id[], reading: Reading): Id | undefined =>
  node?.kind === 'scalar' && node.text === 'unknown' ? 'unknown' : nameAmong(node, 'way back', returns, reading);

/** The endings that `close` can be given. */
const endingsOf = ({ course }: Bundle): Id[] =>
  (course?.happenings.find(({ id }) => id === 'closed')?.fields.find(({ name }) => name === 'as')?.options ?? []).map(
    ({ id }) => id,
  );

const readEnding = (node: Node | undefined, reading: Reading): Id | undefined => {
  const endings = endingsOf(reading.bundle);
  return endings.length === 0
    ? asScalar(node, 'The ending', reading)?.text
    : nameAmong(node, 'ending', endings, reading);
};

/** Sessions by key or day, facts and judgements by id. */
const wordsIn = (node: Node | undefined, reading: Reading): string[] | undefined => {
  if (node === undefined) return undefined;
  if (isNone(node)) return [];
  const { course, facts } = reading.bundle;
  const known = [...facts.map(({ id }) => id), ...(course?.derived ?? []).map(({ id }) => id)];
  return asList(node).flatMap((item) => {
    const word = asScalar(item, 'What is to be found out', reading);
    if (word === undefined) return [];
    if (known.includes(word.text) || /\d/.test(word.text)) return [word.text];
    const near = nearest(word.text, known);
    reading.problems.push(
      raiseOverTime('scenario/unknown-name', word.at, { word: word.text, what: 'fact or session', known, near }),
    );
    return [];
  });
};

const stepVerdicts = ['met', 'not-met', 'unknown', 'none'] as const;

const readSteps = (node: Node | undefined, reading: Reading): ExpectedStep[] =>
  (asMap(node, 'Steps', reading)?.entries ?? []).flatMap(({ key, value, at }) => {
    const step = wordAmong(key, 'A step', stepNames, reading);
    const verdict = wordAmong(
      asScalar(value, `How ${key.text} stands`, reading),
      'How a step stands',
      stepVerdicts,
      reading,
    );
    return step === undefined || verdict === undefined ? [] : [{ step, verdict, at }];
  });

const fixedTraits = [
  'planned',
  'recorded',
  'disputed',
  'present',
  'credited',
  'absence',
  'contact',
  'credit',
  'outcome',
  'not-due',
  'kind',
  'phase',
  'topic',
  'caught-up',
  'catch-up-booked',
];

/** What can be asked of a session: the fixed traits, the provider's own, and the facts of a session. */
const traitsOf = ({ course }: Bundle): string[] => [
  ...fixedTraits,
  ...(course?.sessions?.outcomes ?? []).flatMap(({ traits }) => Object.keys(traits)),
  ...(course?.derived ?? []).filter(({ scope }) => scope === 'session').map(({ id }) => id.replace(/^session\./, '')),
];

const readLedger = (map: MapNode | undefined, reading: Reading): ExpectedSession[] =>
  (map?.entries ?? []).flatMap(({ key, value, at }): ExpectedSession[] => {
    if (isNone(value)) return [{ session: key.text, traits: 'none', at }];
    if (value?.kind === 'scalar') return [{ session: key.text, traits: oneWord(value), at }];
    const known = [...new Set(traitsOf(reading.bundle))];
    const traits = (asMap(value, `What the session of ${key.text} is`, reading)?.entries ?? []).flatMap((trait) => {
      const name = nameAmong(trait.key, 'trait of a session', known, reading);
      const word = asScalar(trait.value, `Whether ${trait.key.text}`, reading);
      return name === undefined || word === undefined ? [] : [{ name, word: wordOf(word) }];
    });
    return [{ session: key.text, traits, at }];
  });

const notDue = ['cancelled', 'closure-day', 'suspended', 'on-leave', 'before-start', 'after-end', 'not-yet'];

/** One word for a session: why it was not due, that nobody recorded it, or its outcome. */
const oneWord = (word: ScalarNode): { name: string; word: string }[] => {
  if (word.text === 'not-recorded') return [{ name: 'recorded', word: 'no' }];
  return [{ name: notDue.includes(word.text) ? 'not-due' : 'outcome', word: word.text }];
};

const wordOf = (word: ScalarNode): string =>
  typeof word.value === 'boolean' ? (word.value ? 'yes' : 'no') : word.text;
