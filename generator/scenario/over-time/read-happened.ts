/** `happened: incident`, and the short form `closed: non-attendance`. */
import type { Answer, Fact, Field, Happening, Id } from '../../../engine/contract/index.js';
import type { Node, ScalarNode } from '../../load/node.js';
import { nearest } from '../../problem/nearest.js';
import { readAnswer } from '../read-answer.js';
import { asMap, asScalar, type Reading } from '../reading.js';
import type { CaseSoFar, SubjectKind } from './case-so-far.js';
import { addEvent, type Frame } from './frame.js';
import { raiseOverTime } from './problems.js';
import { recorderOf } from './recorders.js';

const happeningsOf = ({ bundle }: Reading): Happening[] => bundle.course?.happenings ?? [];

/** What happens and has one question can be written with its answer: `closed: non-attendance`. */
export const shortForms = (reading: Reading): Id[] =>
  happeningsOf(reading)
    .filter(({ fields }) => fields.length === 1)
    .map(({ id }) => id);

/** Takes `happened:` with its `with:` and `about:`; adds the event. */
export const readHappened = (
  keys: { happened?: Node; with?: Node; about?: Node },
  frame: Frame,
  soFar: CaseSoFar,
): void => {
  const word = asScalar(keys.happened, 'What happened', soFar.reading);
  const happening = word && happeningNamed(word, soFar.reading);
  if (happening === undefined) return;
  addHappening(happening, readDetails(keys.with, happening, soFar.reading), keys.about, frame, soFar);
};

/** Takes the name of what happened and the answer to its one question; adds the event. */
export const readShort = (
  name: Id,
  value: Node | undefined,
  about: Node | undefined,
  frame: Frame,
  soFar: CaseSoFar,
): void => {
  const happening = happeningsOf(soFar.reading).find(({ id }) => id === name);
  const [field] = happening?.fields ?? [];
  if (happening === undefined || field === undefined) return;
  const answer = value && readAnswer(value, factOf(field), soFar.reading);
  addHappening(happening, answer === undefined ? {} : { [field.name]: answer }, about, frame, soFar);
};

const happeningNamed = (word: ScalarNode, reading: Reading): Happening | undefined => {
  const all = happeningsOf(reading);
  const found = all.find(({ id }) => id === word.text);
  if (found !== undefined) return found;
  const known = all.map(({ id }) => id);
  const near = nearest(word.text, known);
  reading.problems.push(raiseOverTime('scenario/unknown-happening', word.at, { word: word.text, near, known }));
  return undefined;
};

const readDetails = (node: Node | undefined, { id: of, fields }: Happening, reading: Reading): Record<Id, Answer> => {
  const details: Record<Id, Answer> = {};
  for (const { key, value } of asMap(node, 'What is told with it', reading)?.entries ?? []) {
    const field = fields.find(({ name }) => name === key.text);
    if (field === undefined) {
      const known = fields.map(({ name }) => name);
      const near = nearest(key.text, known);
      reading.problems.push(raiseOverTime('scenario/unknown-detail', key.at, { word: key.text, of, near, known }));
      continue;
    }
    const answer = value && readAnswer(value, factOf(field), reading);
    if (answer !== undefined) details[field.name] = answer;
  }
  return details;
};

/** A question of a happening is answered as one of a form is. */
const factOf = ({ id, kind, ask, called, options }: Field): Fact => ({
  id,
  kind: kind === 'choice' && options.length === 0 ? 'text' : kind,
  source: 'form',
  ask,
  called,
  options,
  about: '',
  from: [],
  required: { kind: 'as-known' },
  hers: false,
  origin: { at: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 }, clauses: [] },
});

/** What a contact is about may be a session too. */
const subjectsOf = ({ about, source }: Happening): SubjectKind[] => {
  if (about === undefined) return source === 'contact' || source === 'session' ? ['session'] : [];
  return about !== 'session' && source === 'contact' ? [about, 'session'] : [about];
};

const addHappening = (
  happening: Happening,
  values: Record<Id, Answer>,
  about: Node | undefined,
  frame: Frame,
  soFar: CaseSoFar,
): void => {
  const { reading } = soFar;
  const by = recorderOf(frame, happening.by, happening.id, reading, happening.hers);
  const event = addEvent(soFar, frame, 'happened', by, { what: happening.id, values });
  const node = asScalar(about, 'What it is about', reading);
  const kinds = subjectsOf(happening);
  const needed = happening.about !== undefined && happening.about !== 'session';
  if (event === undefined || (node === undefined && !needed)) return;
  soFar.pending.push({ event, node, at: frame.at, kinds, needed, of: happening.id });
};
