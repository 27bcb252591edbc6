/** `confirmed: two-missed` and `refused: two-missed`: what a person says to a recommendation. */
import type { CourseRule, Effect } from '../../../engine/contract/index.js';
import type { Node } from '../../load/node.js';
import { nearest } from '../../problem/nearest.js';
import { asScalar, type Reading } from '../reading.js';
import type { CaseSoFar } from './case-so-far.js';
import { addEvent, type Frame } from './frame.js';
import { raiseOverTime } from './problems.js';
import { nameAmong } from './read-session.js';
import { recorderOf } from './recorders.js';

/** Takes the rule, which of its effects was picked, and what it is about; adds the event. */
export const readAnsweredRule = (
  kind: 'confirmed' | 'refused',
  keys: { confirmed?: Node; refused?: Node; effect?: Node; about?: Node },
  frame: Frame,
  soFar: CaseSoFar,
): void => {
  const { reading } = soFar;
  const rules = reading.bundle.course?.rules ?? [];
  const id = nameAmong(
    keys[kind],
    'rule',
    rules.map((rule) => rule.id),
    reading,
  );
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return;
  const effect = readEffect(kind, rule, keys, reading);
  const by = recorderOf(frame, rule.confirmedBy, rule.id, reading, rule.hers);
  const event = addEvent(soFar, frame, kind, by, { rule: rule.id, ...(effect === undefined ? {} : { effect }) });
  const node = asScalar(keys.about, 'What it is about', reading);
  const kinds = rule.forEach === undefined ? [] : [rule.forEach];
  const needed = rule.forEach !== undefined && rule.forEach !== 'session';
  if (event !== undefined && (node !== undefined || needed)) {
    soFar.pending.push({ event, node, at: frame.at, kinds, needed, of: rule.id });
  }
};

const isCalled = (effect: Effect, word: string): boolean =>
  [effect.says, effect.verb, effect.object].some((name) => name?.toLowerCase() === word.toLowerCase());

/** By its number from 1, its words, or what it does. */
const readEffect = (
  kind: 'confirmed' | 'refused',
  rule: CourseRule,
  keys: { confirmed?: Node; effect?: Node },
  reading: Reading,
): number | undefined => {
  const word = asScalar(keys.effect, 'The effect', reading);
  const known = rule.effects.map(({ says }) => says);
  if (word === undefined) {
    if (kind === 'confirmed' && rule.either && known.length > 1 && keys.confirmed !== undefined) {
      reading.problems.push(raiseOverTime('scenario/which-effect', keys.confirmed.at, { rule: rule.id, known }));
    }
    return undefined;
  }
  const number = typeof word.value === 'number' ? word.value - 1 : -1;
  const found = rule.effects[number] === undefined ? rule.effects.findIndex((one) => isCalled(one, word.text)) : number;
  if (found >= 0) return found;
  const near = nearest(word.text, [...known, ...rule.effects.map(({ verb }) => verb)]);
  const what = `What is done when ${rule.id} is confirmed`;
  reading.problems.push(raiseOverTime('scenario/unknown-word', word.at, { word: word.text, what, known, near }));
  return undefined;
};
