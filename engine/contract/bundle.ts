/**
 * The bundle: all that the generator tells the engine, as plain JSON.
 * It is versioned; last year's bundle still evaluates. Nothing in it is a function, a class or YAML.
 */

import type { Course } from './course.js';
import type { Document } from './document.js';
import type { At, ClauseId, Condition, Fact, FactSource, Id, Origin } from './fact.js';
import type { Information } from './information.js';

export * from './fact.js';

export type Role = 'requires' | 'excludes' | 'weighs-against';

/**
 * `requires`: met when it does not apply or `test` holds, and its failing makes him not eligible.
 * `excludes`, `weighs-against`: met when it applies and `test` holds, that is, when it counts against him.
 */
export interface Criterion {
  id: Id;
  role: Role;
  kind: 'fact' | FactSource;
  /** False for one that only other sentences name. */
  decides: boolean;
  applies?: Condition;
  test: Condition;
  /** Said when it decides against him; the clause's own sentence unless the definition has its own words. */
  words: string;
  /** Where `words` are its own and suit only that: the rule, said in any other case. See `wordsFor`. */
  rule?: string;
  /** In plain English. */
  reads: string;
  /** The judgement, consent or signed document that it declares. */
  fact?: Id;
  /**
   * Whether its verdict is exact over every completion (see `engine/contract/regions.ts`), or, past the size that
   * is worked out, the plainer three-valued one.
   */
  exact: boolean;
  origin: Origin;
}

export interface Decision {
  by: Id[];
  jointly: boolean;
  considering: string[];
  consulting: { role: Id; when?: Condition; reads: string }[];
  /** A refusal must carry a reason. */
  refusalNeedsReason: boolean;
  origin: Origin;
}

export interface Person {
  id: Id;
  side: 'inside' | 'outside';
  called: string;
  alsoCalled: string[];
  /** The role this one is a kind of. */
  is?: Id;
  /** Whom this role supports; hers is theirs to see. */
  supports?: Id;
  origin: Origin;
}
export interface Site {
  id: Id;
  label: string;
  details: { label: string; value: string }[];
  /** When something is held there, where a time, a day or a place is given by itself: what, on which day, from when. */
  slots?: Slot[];
  origin: Origin;
}
/** Times as "18:00". What is not given is absent. */
export interface Slot {
  label: string;
  day?: string;
  from?: string;
  to?: string;
  venue?: string;
}
export interface Page {
  id: Id;
  heading: string;
  /** In order, entries among them; the questions of an entry are named by its `asks`. */
  asks: Id[];
  onlyWhen?: Condition;
  origin: Origin;
}
export interface Form {
  id: Id;
  title: string;
  from: Id[];
  pages: Page[];
  origin: Origin;
}
export interface Statement {
  id: Id;
  says: string;
  /** Forms, pages or later documents where it stands. */
  on: Id[];
  origin: Origin;
}
export interface Expectation {
  id: Id;
  of: Id;
  to: string;
  origin: Origin;
}
export interface Clause {
  id: ClauseId;
  says: string;
  force: 'must' | 'should' | 'may' | 'tells';
  /** What it is about: `eligibility`, `timescale`, `report`, … */
  kind?: string;
  line?: string;
  origin: Origin;
}
/** Two clauses that say different things, and which of them is in force, by whom, since when. */
export interface Settled {
  between: ClauseId[];
  inForce: ClauseId;
  by: string;
  on: string;
  because?: string;
  origin: Origin;
}

/** The definition in plain English, to be read beside its clauses. */
export interface OutlineSection {
  id: Id;
  title: string;
  items: OutlineItem[];
}
export interface OutlineItem {
  id: Id;
  heading: string;
  /** Sentences; each is a paragraph or a list item. */
  says: string[];
  clauses: ClauseId[];
  reading?: string;
  ours?: string;
  at: At;
  items: OutlineItem[];
}

/** What json-rules-engine 7 takes. Only `all`, `any`, named conditions and leaves occur. */
export type RuleCondition =
  | { name?: string; all: RuleCondition[] }
  | { name?: string; any: RuleCondition[] }
  | { name?: string; fact: string; operator: string; value: unknown }
  | { condition: string };
export interface Rules {
  /** Named conditions, to be given to `engine.setCondition`. */
  conditions: Record<string, RuleCondition>;
  rules: Rule[];
  /**
   * The rules over time, for facts as of a moment: of the case, and under `each` of every session, or of every entry of
   * that fact, to be run once for each of them with its own facts. What is named `today`, `stage`, … is in the README
   * beside `to-json-rules.ts`.
   */
  overTime?: { each?: Id; rules: Rule[] }[];
}
/** Of rules over time, `part` says which of its conditions, and `need` which of the needs of a step. */
export interface Rule {
  name: string;
  conditions: RuleCondition;
  event: { type: RailType; params: { of: Id; part?: 'when' | 'only-when' | 'unless' | 'needs'; need?: Id } };
}
/**
 * Two or three rules a criterion: surely met, surely not met, surely not applicable; none of them: unknown. And three
 * of the decision, `of: 'decision'`. Of a condition over time: it surely holds, or surely does not.
 */
export type RailType =
  | 'met'
  | 'not-met'
  | 'not-applicable'
  | 'excluded'
  | 'not-eligible'
  | 'eligible'
  | 'holds'
  | 'holds-not';

export interface Programme {
  id: Id;
  title: string;
  provider: string;
  service?: string;
  sourceTitle?: string;
  strapline?: string;
  model?: string;
  timeZone: string;
  workingDays?: string;
  contact: { label: string; value: string }[];
  origin: Origin;
}

export interface Bundle {
  /** The version of this format. */
  rubric: 1;
  /** SHA-256, in hex, of the bundle's canonical JSON without this key. */
  digest: string;
  programme: Programme;
  people: Person[];
  sites: Site[];
  forms: Form[];
  facts: Fact[];
  criteria: Criterion[];
  decision?: Decision;
  /** What it says of time. */
  course?: Course;
  /** Its reports and messages. */
  documents?: Document[];
  /** What is kept apart from whom, and what carries it. */
  information?: Information;
  statements: Statement[];
  expects: Expectation[];
  /** Clauses that inform and bind nobody. */
  background: ClauseId[];
  /** Topics on which the document is silent. */
  notStated: string[];
  settled: Settled[];
  clauses: Clause[];
  outline: OutlineSection[];
  rules: Rules;
  /** From each id to where it stands and what it answers to. */
  map: Record<Id, { at: At; clauses: ClauseId[] }>;
}
