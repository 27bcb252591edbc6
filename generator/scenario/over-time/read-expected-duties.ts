/** `duties: { offer-assessment: open, contact-partner: { ann: { state: open, due: 2026-03-02 } } }` */
import type { DutyState } from '../../../engine/contract/index.js';
import type { MapNode, Node } from '../../load/node.js';
import { asList, asMap, asScalar, type Reading, readKeys, readMoment } from '../reading.js';
import type { CaseSoFar } from './case-so-far.js';
import type { ExpectedDuty } from './expected.js';
import { raiseOverTime } from './problems.js';
import { bySubject } from './read-expected-facts.js';
import { isNone, wordAmong } from './read-expected-words.js';
import { nameAmong } from './read-session.js';

const states: readonly DutyState[] = ['open', 'met', 'met-late', 'missed', 'lapsed', 'perhaps-missed'];
const own = ['state', 'due', 'left'] as const;
type One = Exclude<ExpectedDuty['each'], 'none'>[number];

/** Takes what stands under `duties:`; gives what could be read. */
export const readDuties = (node: Node | undefined, soFar: CaseSoFar): ExpectedDuty[] => {
  const { reading } = soFar;
  const duties = reading.bundle.course?.duties ?? [];
  const known = duties.map(({ id }) => id);
  return (asMap(node, 'Duties', reading)?.entries ?? []).flatMap(({ key, value, at }) => {
    const id = nameAmong(key, 'duty', known, reading);
    const duty = duties.find((candidate) => candidate.id === id);
    if (duty === undefined || value === undefined) return [];
    return bySubject(value, duty.id, duty.forEach, soFar, own).flatMap(({ subject, value: each }): ExpectedDuty[] => {
      const found = isNone(each) ?? asList(each).flatMap((item) => readOne(item, reading) ?? []);
      return [{ duty: duty.id, ...(subject === undefined ? {} : { subject }), each: found, at }];
    });
  });
};

const readOne = (node: Node, reading: Reading): One | undefined => {
  if (node.kind === 'map') return readParts(node, reading);
  const state = wordAmong(asScalar(node, 'How a duty stands', reading), 'A duty', states, reading);
  return state === undefined ? undefined : { state };
};

const readParts = (map: MapNode, reading: Reading): One => {
  const keys = readKeys(map, 'what is expected of a duty', own, reading);
  const state = wordAmong(asScalar(keys.state, 'How a duty stands', reading), 'A duty', states, reading);
  const due = isNone(keys.due) ?? readMoment(keys.due, 'When it is due', reading);
  const left = asScalar(keys.left, 'How many are left', reading);
  if (left !== undefined && typeof left.value !== 'number') {
    const particulars = { word: left.text, what: 'How many are left', needs: 'a number' };
    reading.problems.push(raiseOverTime('scenario/unusable-value', left.at, particulars));
  }
  return {
    ...(state === undefined ? {} : { state }),
    ...(due === undefined ? {} : { due }),
    ...(typeof left?.value === 'number' ? { left: left.value } : {}),
  };
};
