import { type Amount, type Stage, stages } from '../../../engine/contract/course.js';
import type { At } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  either,
  list,
  mapOf,
  name,
  oneOrMore,
  optional,
  type ReadBy,
  type RecordOf,
  record,
  required,
  type Shape,
  scalar,
  text,
  type Written,
  word,
  yesNo,
} from '../shape/shape.js';
import { amount, ordinal, orNotStated, rate, span } from './amounts.js';
import { condition } from './condition.js';
import { type ClauseRef, originFields } from './origin.js';
import { orShort } from './short-form.js';

/** States of a case, by their names. */
export const states: Shape<Written<Stage>[]> = oneOrMore(word(stages));

const kindShape = record('a kind of session', {
  called: required(text(), 'the provider’s words for it'),
  'may-replace': optional(oneOrMore(name('the name of a kind')), 'the kinds that it may be held in place of'),
  'only-in': optional(
    oneOrMore(name('the name of a phase')),
    'the phases that alone may have it; another that has it is a contradiction, unless a reading says how it is taken',
  ),
  'only-when': optional(condition.shape, 'when it may be'),
  ...originFields,
});
export type WrittenSessionKind = RecordOf<typeof kindShape.fields>;

const phaseShape = record('a phase', {
  called: optional(text(), 'its name, as people know it; made from its short name if left out'),
  kind: optional(name('the name of a kind'), 'what kind of sessions it has; the first kind if left out'),
  sessions: required(amount, 'how many sessions it has'),
  'before-start': optional(yesNo, 'whether it comes before somebody starts on the programme'),
  about: optional(text(), 'what it is about'),
  needs: optional(condition.shape, 'what must hold before somebody goes on to it'),
  every: optional(rate, 'how often its sessions are, where that differs'),
  ...originFields,
});
export type WrittenPhase = RecordOf<typeof phaseShape.fields>;
const phases = orShort<WrittenPhase, Written<Amount>>(phaseShape, amount, (sessions, at) => ({ at, sessions }));

const outcomesShape = mapOf(mapOf(yesNo));

const topicShape = record('a topic', {
  topic: required(text(), 'its title'),
  'best-after': optional(text(), 'the title of a topic that it is best taken after'),
  phase: optional(name('the name of a phase'), 'the phase that it belongs to'),
  ...originFields,
});
export type WrittenTopic = Written<string> | RecordOf<typeof topicShape.fields>;
const topicList = list(
  either<Written<string>, never, RecordOf<typeof topicShape.fields>>('a title, or a map', {
    scalar: text(),
    map: topicShape,
  }),
);

/** `inTurn`: the first clause is of the first topic, and so on. */
export type TopicClause = ClauseRef & { inTurn?: true };
const topicClause: Shape<TopicClause> = scalar(
  'a clause, or a range such as EX-003 to EX-006 in turn',
  { type: 'string' },
  (node) => {
    const written = node.text.trim();
    const inTurn = / in turn$/.test(written);
    const [from = '', to] = written.replace(/ in turn$/, '').split(/\s+to\s+/);
    return { from, to: to ?? from, at: node.at, ...(inTurn && { inTurn: true as const }) };
  },
);
const topicsRecord = record('the topics', {
  are: required(topicList, 'the topics: titles, or maps'),
  clause: optional(oneOrMore(topicClause), 'their clauses; a range “in turn” gives each topic the next of them'),
  reading: originFields.reading,
  ours: originFields.ours,
});
export type WrittenTopics = WrittenTopic[] | RecordOf<typeof topicsRecord.fields>;
const topics: Shape<WrittenTopics> = either<never, WrittenTopic[], RecordOf<typeof topicsRecord.fields>>(
  'a list of topics, or a map with “are”',
  { list: topicList, map: topicsRecord },
);

const catchUpRecord = record('a catch-up', {
  within: optional(span, 'how long after the session missed'),
  'at-most': optional(ordinal, 'how many may be caught up in all'),
  'before-next': optional(yesNo, 'whether it must come before the next session'),
  'in-own-session': optional(
    yesNo,
    'whether a session that he attends as his own may make up for one missed as well, so that one evening counts twice; no if left out',
  ),
  ...originFields,
});
export type WrittenCatchUp = Written<boolean> | RecordOf<typeof catchUpRecord.fields>;

const shape = record('the sessions', {
  total: optional(amount, 'how many sessions there are in all; not stated if left out'),
  counts: optional(oneOrMore(name('the name of a phase')), 'the phases that the total counts; all if left out'),
  length: optional(orNotStated(span), 'how long one session is'),
  every: optional(orNotStated(rate), 'how often they are'),
  lasts: optional(span, 'how long the whole takes from the start: the planned end'),
  'end-moves-with': optional(states, 'states whose time moves the planned end'),
  order: optional(word(['sequential', 'any', 'not-stated']), 'whether the phases follow one another'),
  entry: optional(
    word(['rolling', 'at-the-start', 'not-stated']),
    'whether somebody can join at any time, or only when a group begins',
  ),
  outcomes: optional(
    outcomesShape,
    'what the register can say of somebody, each with its traits: present, credited, absence, or your own',
  ),
  kinds: optional(
    mapOf(either<Written<string>, never, WrittenSessionKind>('a text, or a map', { scalar: text(), map: kindShape })),
    'the kinds of session; assessment, group and one-to-one are known without being listed',
  ),
  phases: optional(mapOf(phases), 'the parts of the programme, in order; in the short form just how many sessions'),
  topics: optional(topics, 'what the sessions are about'),
  'catch-up': optional(
    either<Written<boolean>, never, RecordOf<typeof catchUpRecord.fields>>('yes or no, or a map', {
      scalar: yesNo,
      map: catchUpRecord,
    }),
    'whether a missed session can be caught up; that credits its week, and the absence stays',
  ),
  credits: optional(mapOf(ordinal), 'events that credit so many sessions without attendance'),
  ...originFields,
});
export type WrittenSessions = ReadBy<typeof shape>;

export const sessions: Construct<WrittenSessions> = {
  word: 'sessions',
  title: 'Sessions',
  doc:
    'What the programme consists of: how many sessions, of which kinds, in which phases, how often, about what. ' +
    'What is not stated stays so. An outcome is what the register says of somebody; its traits say what that means, ' +
    'and a trait that is left out is no. A phase of kind assessment before the start brings the events ' +
    '`<phase>-offered`, `<phase>-attended`, `<phase>-missed` and `<phase>-cancelled`.',
  example: `sessions:
  total: 24
  counts: [basics, practice]
  length: 2 hours
  every: 1 week
  lasts: 40 weeks
  end-moves-with: [on-leave, suspended]
  order: sequential
  entry: rolling
  outcomes:
    attended: { present: yes, credited: yes }
    late: { present: yes, absence: yes }
    absent: { absence: yes }
  kinds:
    group: Group session
    one-to-one: { called: One-to-one, may-replace: group, only-when: lives-with-children is yes }
  phases:
    assessment: { kind: assessment, sessions: at least 2, before-start: yes }
    basics: { kind: group, sessions: 12, about: What abuse is, clause: EX-001 }
    practice: { kind: group, sessions: 12, every: at most 2 each week }
  topics:
    clause: EX-002 to EX-003 in turn
    reading: Two topics are named; the other sessions have none.
    are:
      - Time out
      - { topic: Respect, best-after: Time out }
  catch-up: { within: 2 weeks, at-most: 3, before-next: yes }
`,
  shape,
};

/** The topics as written, whichever way. */
export const topicsOf = (written: WrittenTopics | undefined): WrittenTopic[] =>
  Array.isArray(written) ? written : (written?.are ?? []);
export const titleOf = (topic: WrittenTopic): Written<string> => ('topic' in topic ? topic.topic : topic);
/** Where a thing that may be a bare text stands. */
export const isText = <T extends { at: At }>(written: Written<string> | T): written is Written<string> =>
  'value' in written;
