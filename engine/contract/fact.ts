/** What a definition asks and what can be said of it: facts, and conditions on answers. A part of the bundle. */

/** Kebab-case, unique in a definition. A question of a repeated entry is `<entries>.<question>`. */
export type Id = string;
/** As the provider's document is numbered in `clauses.yaml`. */
export type ClauseId = string;

/** A stretch of a definition file; lines and columns count from 1, the end is exclusive. */
export interface At {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Where a declared thing comes from. */
export interface Origin {
  at: At;
  clauses: ClauseId[];
  /** How an unclear clause was taken. */
  reading?: string;
  /** The document does not say it; why it is here. */
  ours?: string;
}

export type Unit = 'days' | 'weeks' | 'months' | 'years';
export interface Duration {
  n: number;
  unit: Unit;
}

export const factKinds = [
  'yes-no',
  'choice',
  'choices',
  'number',
  'date',
  'date-time',
  'text',
  'long-text',
  'name',
  'address',
  'phone',
  'email',
  'file',
  'signature',
  'entries',
] as const;
export type FactKind = (typeof factKinds)[number];

/** What is recorded to give a fact its value: a form, a person's judgement, a consent, a signed document, a score. */
export type FactSource = 'form' | 'judgement' | 'consent' | 'document' | 'instrument';

/**
 * One answer that can be chosen. `means` marks the options that are not values: somebody who chose
 * `not-known` has answered, and the fact is still unknown; `not-applicable` is an answer.
 */
export interface Option {
  id: Id;
  label: string;
  means?: 'not-known' | 'not-applicable';
  onlyWhen?: Condition;
}

export type Required = { kind: 'always' } | { kind: 'as-known' } | { kind: 'when'; condition: Condition };

/**
 * Anything that holds a value. Values are JSON: `yes-no` and `choice` an option's id, `choices` a list of them,
 * `number` a number, `date` "2026-03-02", `date-time` "2026-03-02T18:00" (local), `entries` a list of records by the
 * questions' local ids, everything else text (a file: a data URL with its name).
 * A consent is a `choice` of given, refused, withdrawn; a signed document one of signed, refused.
 */
export interface Fact {
  id: Id;
  kind: FactKind;
  source: FactSource;
  /** The words a person is asked. */
  ask: string;
  /** The fact as a noun phrase in a sentence: "date of birth". */
  called: string;
  hint?: string;
  options: Option[];
  /** Of a `number`: its limits, and whether it counts in whole numbers. */
  number?: { atLeast?: number; atMost?: number; whole: boolean; unit?: string };
  /** Of an instrument's score: bands by id, ends included. */
  bands?: { id: Id; label: string; from?: number; to?: number }[];
  /** The entries that this question is asked of each of. */
  within?: Id;
  /** Of `entries`: the ids of its questions, and the word for one entry. */
  asks?: Id[];
  each?: string;
  about: Id;
  from: Id[];
  required: Required;
  /** All that must hold for it to be asked: its own, its group's and its page's. */
  onlyWhen?: Condition;
  /** Of a judgement: who makes it, and the facts it rests on. */
  judgedBy?: Id[];
  looksAt?: Id[];
  /** What the partner says, and where and how she can be reached. */
  hers: boolean;
  /** So long after it was given it counts as unanswered again. */
  lapsesAfter?: Duration;
  origin: Origin;
}

/**
 * A condition is met, not met or unknown. Negation stands only at the leaves. Names of criteria, and whether a question
 * is asked at all, have been written out: a leaf names an answer, or `today`, the day of the "as of".
 * `reads` is its English; `at` where the author wrote it; `guard` marks what was added because the question is asked
 * only when it holds.
 */
export type Condition = { reads: string; at?: At; guard?: true } & (
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | Leaf
);
/** A leaf about one answer, or about two dates. */
export type PlainLeaf = { negated: boolean } & (
  | LeafIs
  | LeafIncludes
  | LeafCompares
  | LeafDated
  | LeafApart
  | LeafAnswered
);
export type Leaf = PlainLeaf | ({ negated: boolean } & LeafSomeEntry);
/** A choice, yes-no, consent or judgement is one of the options; `not-applicable` may be among them. */
export interface LeafIs {
  kind: 'is';
  fact: Id;
  anyOf: Id[];
}
/** Of several choices, this one was chosen. `not-applicable` stands for that answer. */
export interface LeafIncludes {
  kind: 'includes';
  fact: Id;
  option: Id;
}
export type Comparison = 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'exactly';
/** Of a number or a score. Neither it nor any other comparison holds of `not-applicable`. */
export interface LeafCompares {
  kind: 'compares';
  fact: Id;
  comparison: Comparison;
  to: number;
}
/** By the calendar day; a date-time counts by its local day. `than` is a fact, or a day "2026-03-02". */
export interface LeafDated {
  kind: 'dated';
  fact: Id;
  order: 'before' | 'on-or-before' | 'after' | 'on-or-after' | 'on';
  than: { fact: Id } | { day: string };
}
/**
 * `fact` is at least (at most, …) so long before (after) `than`, in completed days. At most and less than also need
 * it to be before (after) or on that day; so neither "at least 18 years before" nor "less than 18 years before" holds of
 * a day after it, and the two together do not cover every day, whether `than` is today, a fact or a fixed day.
 * Years: 29 February comes round on 1 March in a common year; months: the last day of a shorter month.
 */
export interface LeafApart {
  kind: 'apart';
  fact: Id;
  comparison: Exclude<Comparison, 'exactly'>;
  duration: Duration;
  direction: 'before' | 'after';
  than: { fact: Id } | { day: string };
}
/** Unknown until it is answered, then met: never not met. */
export interface LeafAnswered {
  kind: 'answered';
  fact: Id;
}
/**
 * At least one entry is such. Leaves inside name the entry's own questions by full id (`children.age`), or any other
 * fact. Unanswered entries are unknown; an empty list has none.
 */
export interface LeafSomeEntry {
  kind: 'some-entry';
  fact: Id;
  where: Condition;
}
