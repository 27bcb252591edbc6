import type { Id, Outcome, Verdict } from '../../engine/contract/index.js';
import type { MapNode, Node } from '../load/node.js';
import { nearest } from '../problem/nearest.js';
import type { CaseSoFar } from './over-time/case-so-far.js';
import { overTimeKeys, readExpectedOverTime } from './over-time/read-expected.js';
import { raise } from './problems.js';
import { asList, asMap, asScalar, oneOf, type Reading, readKeys, readMoment } from './reading.js';
import type { Expected } from './scenario.js';

const outcomes: readonly Outcome[] = [
  'excluded',
  'not-eligible',
  'not-enough-information',
  'needs-judgement',
  'eligible',
];
const verdicts: readonly Verdict[] = ['met', 'not-met', 'unknown', 'not-applicable'];
const decisionKeys = ['decision', 'criteria', 'missing', 'reasons', 'consulting', 'stale'] as const;
const keys = ['at', ...decisionKeys, ...overTimeKeys, 'because'] as const;

/** Takes what stands under `expect:` and the time that is meant where none is given; gives what could be read. */
export const readExpectations = (node: Node | undefined, usually: string, soFar: CaseSoFar): Expected[] =>
  asList(node).flatMap((item) => {
    const map = asMap(item, 'An expectation', soFar.reading);
    return map === undefined ? [] : readExpectation(map, usually, soFar);
  });

const readExpectation = (map: MapNode, usually: string, soFar: CaseSoFar): Expected[] => {
  const { reading } = soFar;
  const found = readKeys(map, 'an expectation', keys, reading);
  const asOf = found.at === undefined ? usually : readMoment(found.at, 'When', reading);
  const outcome = oneOf(asScalar(found.decision, 'A decision', reading), outcomes, reading, (at, word, near) =>
    raise('scenario/unknown-outcome', at, { word, near, outcomes: [...outcomes] }),
  );
  const criteria = readVerdicts(asMap(found.criteria, 'Criteria', reading), reading);
  const missing = readIds(found.missing, [...reading.facts.keys()], 'scenario/unknown-fact', reading);
  const reasons = readIds(found.reasons, criterionIds(reading), 'scenario/unknown-criterion', reading);
  const roles = reading.bundle.people.map(({ id }) => id);
  const consulting = readIds(found.consulting, roles, 'scenario/unknown-role', reading);
  const stale = readIds(found.stale, judgedIds(reading), 'scenario/unknown-criterion', reading);
  const because = asScalar(found.because, 'A reason', reading)?.text.trim() ?? '';
  const overTime = readExpectedOverTime(found, soFar);
  const nothing = overTime === undefined && decisionKeys.every((key) => found[key] === undefined);
  if (!nothing && because === '') reading.problems.push(raise('scenario/no-because', map.at, {}));
  if (asOf === undefined) return [];
  return [
    {
      at: map.at,
      asOf,
      ...(outcome === undefined ? {} : { outcome }),
      criteria,
      ...(missing === undefined ? {} : { missing }),
      ...(reasons === undefined ? {} : { reasons }),
      ...(consulting === undefined ? {} : { consulting }),
      ...(stale === undefined ? {} : { stale }),
      ...(overTime === undefined ? {} : { overTime }),
      because,
      ...(nothing ? { nothing } : {}),
    },
  ];
};

const criterionIds = (reading: Reading): Id[] => reading.bundle.criteria.map(({ id }) => id);

/** Criteria, and judgements that belong to none, such as those that completion rests on. */
const judgedIds = (reading: Reading): Id[] => [
  ...new Set([
    ...criterionIds(reading),
    ...reading.bundle.facts.filter(({ source }) => source === 'judgement').map(({ id }) => id),
  ]),
];

const readVerdicts = (map: MapNode | undefined, reading: Reading): Expected['criteria'] =>
  (map?.entries ?? []).flatMap(({ key, value, at }) => {
    const id = oneOf(key, criterionIds(reading), reading, (where, word, near) =>
      raise('scenario/unknown-criterion', where, { word, near }),
    );
    const verdict = oneOf(asScalar(value, `What ${key.text} is`, reading), verdicts, reading, (where, word, near) =>
      raise('scenario/unknown-verdict', where, { word, near, verdicts: [...verdicts] }),
    );
    return id === undefined || verdict === undefined ? [] : [{ id, verdict, at }];
  });

const readIds = (
  node: Node | undefined,
  known: Id[],
  code: 'scenario/unknown-fact' | 'scenario/unknown-criterion' | 'scenario/unknown-role',
  reading: Reading,
): Id[] | undefined =>
  node &&
  asList(node).flatMap((item) => {
    const word = asScalar(item, 'Each of the list', reading);
    if (word === undefined) return [];
    if (known.includes(word.text)) return [word.text];
    const near = nearest(word.text, known);
    reading.problems.push(raise(code, word.at, { word: word.text, near }));
    return [];
  });
