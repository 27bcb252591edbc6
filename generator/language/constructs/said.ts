/** What is said and expected, and what is not: statements, expectations, background, silences, settlements, clauses. */
import type { Clause, Expectation, Settled, Statement } from '../../../engine/contract/index.js';
import type { Construct } from '../construct.js';
import {
  list,
  mapOf,
  name,
  oneOrMore,
  optional,
  type ReadBy,
  record,
  required,
  scalar,
  text,
  type Written,
  word,
} from '../shape/shape.js';
import { type ClauseFinder, type ClauseRef, clauseRefs, originFields, originOf } from './origin.js';

const statementShape = mapOf(
  record('a statement', {
    says: required(text(), 'the words'),
    on: optional(
      oneOrMore(name('the name of a form, a page, a report or a message')),
      'the forms, pages, reports and messages where it stands',
    ),
    ...originFields,
  }),
);
export type WrittenStatements = ReadBy<typeof statementShape>;
export const statements: Construct<WrittenStatements> = {
  word: 'statements',
  title: 'Statements',
  doc: 'Words that the provider says wherever they belong: on a form, on a page.',
  example: `statements:
  no-guarantee:
    says: Completing the programme does not mean that abuse will stop.
    on: referral
`,
  shape: statementShape,
};
export const lowerStatements = (written: WrittenStatements, clauses: ClauseFinder): Statement[] =>
  written.flatMap(({ id, idAt, value }) =>
    value
      ? [
          {
            id,
            says: value.says.value,
            on: (value.on ?? []).map((each) => each.value),
            origin: originOf(value, idAt, clauses),
          },
        ]
      : [],
  );

const expectsShape = mapOf(
  mapOf(
    record('an expectation', {
      to: required(text(), 'what they are expected to do'),
      ...originFields,
    }),
  ),
);
export type WrittenExpects = ReadBy<typeof expectsShape>;
export const expects: Construct<WrittenExpects> = {
  word: 'expects',
  title: 'What is expected',
  doc: 'What the provider expects of each role, by role.',
  example: `expects:
  referrer:
    updates: { to: Tell us of any incident that you become aware of }
`,
  shape: expectsShape,
};
export const lowerExpects = (written: WrittenExpects, clauses: ClauseFinder): Expectation[] =>
  written.flatMap(({ id: of, value }) =>
    (value ?? []).flatMap((each) =>
      each.value
        ? [{ id: each.id, of, to: each.value.to.value, origin: originOf(each.value, each.idAt, clauses) }]
        : [],
    ),
  );

export const background: Construct<ClauseRef[]> = {
  word: 'background',
  title: 'Background',
  doc: 'Clauses that inform and bind nobody.',
  example: `background: [EX-001 to EX-003, EX-009]
`,
  shape: clauseRefs,
};

/** What a document of this field may say, and a definition may say that it does not. */
export const topics = [
  'appeals',
  'area',
  'attendance',
  'attendance in the group phase',
  'capacity',
  'catch-up',
  'completion',
  'consent of the participant',
  'decision deadline',
  'disagreement about the decision',
  'exclusions',
  'facilitators',
  'fees',
  'how a suspension ends',
  'how often the partner is updated',
  'minimum age',
  'reports',
  'report on early exit',
  'retention',
  'return after closure',
  'safeguarding thresholds',
  'self-referral',
  'session times',
  'suspension',
  'time limit for the assessment',
] as const;

export const notStated: Construct<Written<string>[]> = {
  word: 'not-stated',
  title: 'Not stated',
  doc:
    'What the document does not say. It stays unsaid: nothing is filled in from another provider or from habit. ' +
    `Topics: ${topics.join(', ')}.`,
  example: `not-stated: [fees, retention]
`,
  shape: list(text('a topic')),
};

const settledShape = list(
  record('a settlement', {
    between: required(clauseRefs, 'the clauses that say different things'),
    'in-force': required(text('a clause'), 'the one of them that holds'),
    by: required(text(), 'who settled it'),
    on: required(text('a date'), 'since when, such as 2026-01-31'),
    because: optional(text(), 'why it was settled so'),
    ...originFields,
  }),
);
export type WrittenSettled = ReadBy<typeof settledShape>;
export const settled: Construct<WrittenSettled> = {
  word: 'settled',
  title: 'Settled',
  doc: 'Where two clauses say different things: which of them is in force, who said so and since when.',
  example: `settled:
  - between: [EX-004, EX-007]
    in-force: EX-004
    by: service lead
    on: 2026-01-31
    because: The later clause is about another service.
`,
  shape: settledShape,
};
export const lowerSettled = (written: WrittenSettled, clauses: ClauseFinder): Settled[] =>
  written.map((each) => ({
    between: clauses(each.between),
    inForce: each['in-force'].value,
    by: each.by.value,
    on: each.on.value,
    ...(each.because && { because: each.because.value }),
    origin: originOf(each, each.at, clauses),
  }));

/** What a clause can be about. */
export const clauseKinds = [
  'appeal',
  'attendance',
  'capacity',
  'closure',
  'completion',
  'conduct',
  'contact',
  'eligibility',
  'exclusion',
  'form-section',
  'info-sharing',
  'informational',
  'leave',
  'partner-contact',
  'process',
  'report',
  'risk',
  'role',
  'session',
  'suspension',
  'timescale',
] as const;

/** One of `clauseKinds`; another is told of with the nearest, in the check of what is said. */
const clauseKind = scalar<Written<string>>('what it is about', { enum: [...clauseKinds] }, (node) => ({
  value: node.text.trim(),
  at: node.at,
}));

const clauseShape = mapOf(
  record('a clause', {
    says: required(text(), 'the clause in one plain sentence, which may be shown to people as a reason'),
    force: required(word(['must', 'should', 'may', 'tells']), 'how strongly it binds; `tells` only informs'),
    kind: optional(clauseKind, `what it is about: ${clauseKinds.join(', ')}`),
    line: optional(text(), 'where in the document it stands'),
    reading: optional(text(), 'the clause is unclear; this is how it was taken'),
  }),
  { names: 'any' },
);
export type WrittenClauses = ReadBy<typeof clauseShape>;
export const clauses: Construct<WrittenClauses> = {
  word: 'clauses',
  title: 'Clauses',
  doc: 'The provider’s own document, clause by clause, in our words. Everything else answers to them.',
  example: `clauses:
  EX-001: { says: He must be 18 or over., force: must, line: 12 }
`,
  shape: clauseShape,
};
export const lowerClauses = (written: WrittenClauses): Clause[] =>
  written.flatMap(({ id, idAt, value }) =>
    value
      ? [
          {
            id,
            says: value.says.value,
            force: value.force.value,
            ...(value.kind && { kind: value.kind.value }),
            ...(value.line && { line: value.line.value }),
            origin: { at: idAt, clauses: [id], ...(value.reading && { reading: value.reading.value }) },
          },
        ]
      : [],
  );
