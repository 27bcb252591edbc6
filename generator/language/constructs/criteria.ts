import type { Construct } from '../construct.js';
import {
  either,
  list,
  mapOf,
  type Named,
  name,
  oneOrMore,
  optional,
  type RecordOf,
  record,
  required,
  type Shape,
  text,
  type Written,
} from '../shape/shape.js';
import { condition } from './condition.js';
import { originFields } from './origin.js';

/** Options of a judgement: names with labels, or bare names. */
export const judgementOptions = either<never, Written<string>[], Named<Written<string>>[]>('options', {
  list: list(name('a name')),
  map: mapOf(text('a label')),
});

const criterion = record('a criterion', {
  requires: optional(condition.shape, 'what must hold'),
  excludes: optional(condition.shape, 'what, if it holds, keeps somebody out'),
  'weighs-against': optional(condition.shape, 'what, if it holds, counts against him and leaves it to a person'),
  asks: optional(text('a question'), 'a judgement: what somebody has to judge'),
  options: optional(judgementOptions, 'of a judgement: its possible answers; yes and no if left out'),
  'must-be': optional(text('an answer, or several joined by “or”'), 'of a judgement: the answers that let him in'),
  'judged-by': optional(oneOrMore(name('the name of a role')), 'of a judgement: who makes it; else whoever decides'),
  'looks-at': optional(oneOrMore(name('the name of a fact')), 'of a judgement: what it rests on'),
  'consent-of': optional(name('the name of somebody outside'), 'a consent: whose'),
  to: optional(text(), 'of a consent: to what'),
  'lapses-after': optional(
    text('a length of time, such as 12 months'),
    'of a consent: so long after it was given it has to be given again',
  ),
  document: optional(text('a title'), 'a document that must be signed'),
  'signed-by': optional(name('the name of somebody'), 'of a document: who signs it'),
  'only-when': optional(condition.shape, 'when it counts at all'),
  unless: optional(condition.shape, 'the exception to it'),
  otherwise: optional(text(), 'of a requirement: the words said when it is not met; the clause’s own if left out'),
  reason: optional(text(), 'of an exclusion: the words said when it holds; the clause’s own if left out'),
  ...originFields,
});
export type WrittenCriterion = RecordOf<typeof criterion.fields>;

const criteriaShape = mapOf(criterion);
export type WrittenCriteria = Named<WrittenCriterion>[];

export const criteria: Construct<WrittenCriteria> = {
  word: 'criteria',
  title: 'Criteria',
  doc:
    'A criterion is a checked fact (requires, excludes, weighs-against), a judgement (asks), a consent (consent-of) or ' +
    'a signed document (document). Those under `criteria` count when eligibility or exclusions list them, or when a ' +
    'sentence names them: “adult is met”. What a judgement, consent or document holds is named like the criterion: ' +
    '“motivated is yes”, “shares-information is given”, “contract is signed”.',
  example: `criteria:
  adult:
    requires: date-of-birth is at least 18 years before today
    otherwise: He must be 18 or over.
eligibility: [adult]
`,
  shape: criteriaShape,
};

export type WrittenListing = Written<string>[] | WrittenCriteria;
const listing: Shape<WrittenListing> = either<never, Written<string>[], WrittenCriteria>(
  'a map of criteria, or a list of their names',
  { list: list(name('the name of a criterion')), map: criteriaShape },
);
export const isNames = (written: WrittenListing): written is Written<string>[] =>
  written.every((each) => !('id' in each));

export const eligibility: Construct<WrittenListing> = {
  word: 'eligibility',
  title: 'Eligibility',
  doc: 'What must be met to be eligible: criteria declared on the spot, or a list of names from `criteria`.',
  example: `eligibility:
  motivated:
    asks: Is he motivated to change?
    judged-by: service-lead
  shares-information:
    consent-of: participant
    to: Sharing relevant information with the agencies that safeguard children
`,
  shape: listing,
};

export const exclusions: Construct<WrittenListing> = {
  word: 'exclusions',
  title: 'Exclusions',
  doc:
    'What keeps somebody out (`excludes`, or a judgement that is answered yes) and what only counts against him ' +
    '(`weighs-against`): declared on the spot, or a list of names from `criteria`.',
  example: `exclusions:
  severe-substance-misuse:
    asks: Does he have severe substance misuse?
  violent-to-staff:
    weighs-against: violent-to-agency-staff is yes
    reason: He has been violent to a member of staff.
`,
  shape: listing,
};

const judgementsShape = mapOf(
  record('a judgement', {
    asks: required(text('a question'), 'what somebody has to judge'),
    options: optional(judgementOptions, 'its possible answers; yes and no if left out'),
    'judged-by': optional(oneOrMore(name('the name of a role')), 'who makes it; else whoever decides'),
    'looks-at': optional(oneOrMore(name('the name of a fact')), 'what it rests on'),
    'only-when': optional(condition.shape, 'when it is made at all'),
    ...originFields,
  }),
);
export type WrittenJudgements = typeof judgementsShape extends Shape<infer T> ? T : never;
export const judgements: Construct<WrittenJudgements> = {
  word: 'judgements',
  title: 'Judgements',
  doc: 'Judgements that more than one sentence uses. One that a single criterion needs is declared in it, with `asks`.',
  example: `judgements:
  responsibility:
    asks: How much responsibility does he take?
    options: { full: Full, some: Some, none: None }
    judged-by: service-lead
exclusions:
  no-responsibility:
    excludes: responsibility is none
    reason: He refuses to take any responsibility.
`,
  shape: judgementsShape,
};
