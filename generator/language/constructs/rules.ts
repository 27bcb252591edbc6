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
  text,
  type Written,
} from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';

const effectText = text('what is done, such as “close as non-attendance”');
const eitherShape = record('a choice of effects', {
  either: required(list(effectText), 'a person picks one of these'),
});
export type WrittenEffect = Written<string> | Written<string>[] | RecordOf<typeof eitherShape.fields>;
export const effectShape: Shape<WrittenEffect> = either('what is done', {
  scalar: effectText,
  list: list(effectText),
  map: eitherShape,
});

export const forceKeys = ['block', 'must', 'should', 'may', 'warn'] as const;
export const forceFields = {
  must: optional(effectShape, 'what must be done'),
  should: optional(effectShape, 'what should be done'),
  may: optional(effectShape, 'what may be done: grounds to consider it'),
};
const ruleForces = {
  ...forceFields,
  warn: optional(effectShape, 'what people are told, and nothing more'),
  block: optional(effectShape, 'what the system refuses while it stands, such as “refuse close”'),
};

const consequenceFields = {
  ...ruleForces,
  // biome-ignore lint/suspicious/noThenProperty: the word of the language; its value is no function
  then: optional(oneOrMore(effectText), 'what follows besides'),
  'confirmed-by': optional(oneOrMore(name('the name of a role')), 'who confirms it; of several, any one'),
  by: optional(oneOrMore(name('the name of a role')), 'who does it'),
  reason: optional(text(), 'the words said of it; the clause’s own if left out'),
  'only-when': optional(condition.shape, 'only if this holds too'),
  unless: optional(condition.shape, 'the exception to it'),
  until: optional(oneOrMore(name('the name of an event')), 'over once this has happened'),
};

/** What follows of something: of a duty that was missed, of an answer to a question. */
export const consequence = record('a consequence', { ...consequenceFields, ...originFields });
export type WrittenConsequence = RecordOf<typeof consequence.fields>;

const askFields = {
  'then-asks': optional(text('a question'), 'what somebody then has to judge, yes or no'),
  'judged-by': optional(oneOrMore(name('the name of a role')), 'who judges it'),
  'looks-at': optional(oneOrMore(name('the name of a fact')), 'what the judgement rests on'),
  'if-yes': optional(consequence, 'what follows when the answer is yes'),
  'if-no': optional(consequence, 'what follows when the answer is no'),
};
const step = record('a step', { ...consequenceFields, ...askFields, ...originFields });
export type WrittenStep = RecordOf<typeof step.fields>;

export const ordinals = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th', '9th'] as const;
const stepFields = Object.fromEntries(
  ordinals.map((ordinal) => [ordinal, optional(step, `what follows the ${ordinal} time`)]),
) as Record<(typeof ordinals)[number], ReturnType<typeof optional<WrittenStep>>>;

const ground = record('a ground', {
  ...consequenceFields,
  happens: optional(text('a sentence'), 'something that happens and is recorded'),
  asks: optional(text('a question'), 'something that somebody has to judge; it counts when the answer is yes'),
  when: optional(condition.shape, 'something that can be worked out'),
  'judged-by': optional(oneOrMore(name('the name of a role')), 'of asks: who judges it'),
  'looks-at': optional(oneOrMore(name('the name of a fact')), 'of asks: what the judgement rests on'),
  ...originFields,
});
export type WrittenGround = RecordOf<typeof ground.fields>;

const openingFields = {
  when: optional(condition.shape, 'a condition, or a number that is reached: “absences reaches 3”'),
  after: optional(
    condition.shape,
    'an event, such as “first session-missed” or “every 3rd session-missed”, an answer, or something that comes true',
  ),
  where: optional(condition.shape, 'of the event under `after` or `each`: what was told with it'),
  until: optional(oneOrMore(name('the name of an event')), 'over once this has happened; a ladder then begins again'),
  'for-each': optional(name('session, or somebody of whom there may be several'), 'one for each of them'),
};

export { openingFields };

const rule = record('a rule', {
  ...openingFields,
  each: optional(text('an event'), 'of a ladder: each time this happens, the next step'),
  ...consequenceFields,
  ...askFields,
  ...stepFields,
  further: optional(step, 'of a ladder: what follows each time after the last step'),
  grounds: optional(mapOf(ground), 'several grounds for the same thing'),
  ...originFields,
});
export type WrittenRule = RecordOf<typeof rule.fields>;

const shape = mapOf(rule);
export type WrittenRules = ReadBy<typeof shape>;

export const rules: Construct<WrittenRules> = {
  word: 'rules',
  title: 'Rules',
  doc:
    'What follows from what happens: when, and what must, should or may then be done, and who confirms it. `when` ' +
    'opens a rule for as long as something holds, `after` each time that something happens. Nothing ends a place by ' +
    'itself: a rule recommends, and somebody confirms or refuses. With `each` a rule is a ladder with a step each time; with `grounds` it is several ' +
    'grounds for one thing. Effects: close as …, suspend, resume, complete, restart, move to …, extend by …, ' +
    'transfer, keep his place, refuse …, refer back, send …, issue …, offer …, contact …, ask …, forward … to …, ' +
    'hold …, record …, or any words.',
  example: `facts:
  absences: { count-of: session, where: absence is yes }
rules:
  missed-thrice:
    when: absences reaches 3
    must: close as non-attendance
    then: refer back to referrer
    confirmed-by: staff
    clause: EX-001
  missed-again:
    each: session-missed
    until: session-attended
    1st: { must: contact participant }
    further: { may: suspend, confirmed-by: service-lead }
`,
  shape,
};

const chapter = (word: string, title: string, doc: string, example: string): Construct<WrittenRules> => ({
  word,
  title,
  doc,
  example,
  shape,
});

export const attendance = chapter(
  'attendance',
  'Attendance',
  'Rules about being there, written as under `rules`.',
  `attendance:
  missed-once:
    after: first session-missed
    should: contact participant
    by: staff
`,
);
export const conduct = chapter(
  'conduct',
  'Conduct',
  'Rules about behaviour, written as under `rules`.',
  `conduct:
  suspend-or-end:
    may: { either: [suspend, close as other] }
    confirmed-by: service-lead
    grounds:
      aggressive: { happens: He became aggressive in a session, clause: EX-002 }
      influence: { asks: Has he come repeatedly under the influence?, judged-by: staff, clause: EX-003 }
`,
);
export const safeguarding = chapter(
  'safeguarding',
  'Safeguarding',
  'Rules about safety, written as under `rules`.',
  `records:
  risk-seen: { called: a risk was seen, by: staff }
safeguarding:
  tell-the-lead:
    after: risk-seen
    must: Tell the service lead on the same day
    by: staff
`,
);
