/** Reports and messages as declared: for whom, by whom, and what stands in them. A part of the bundle. */
import type { Course } from './course.js';
import type { CourseCondition } from './course-condition.js';
import type { Id, Option, Origin } from './fact.js';

/** Words with blanks, in order: a string stands as it is, a fact is filled in. */
export type Words = (string | { fact: Id })[];

/** A column added to each row of a list: a question told with an event about the same session or entry. */
export interface Beside {
  event: Id;
  /** `<event>.<question>`. */
  field: Id;
  called: string;
}
/**
 * One thing that a heading shows from the record.
 * `attendance`: every session that was due, and how many. `topics`: those covered, by day. `absences`: sessions not
 * attended. `progress`: sessions credited of how many, phase, planned end. `standing`: the state of the case and since
 * when. `decision`: what was decided and when. `appeal`: how to appeal. `contact`: how to reach the provider. `risk`:
 * each score, its band and its day. `duties`: those named, or (empty) all that are owed. `decisions`: what a person
 * confirmed of the rules named, or (empty) of all. `missing`: what a form lacks. `fact`: an answer, or a derived fact.
 * `events`: each time it was recorded, with its questions.
 */
export type Shown =
  | { kind: 'attendance' | 'absences'; beside: Beside[] }
  | { kind: 'topics' | 'progress' | 'standing' | 'decision' | 'appeal' | 'contact' | 'risk' }
  | { kind: 'duties' | 'decisions'; of: Id[] }
  | { kind: 'missing'; form: Id }
  | { kind: 'fact'; fact: Id; called: string }
  | { kind: 'events'; event: Id; called: string; fields: { id: Id; called: string }[] };

/**
 * What its author writes: one text, or where there are rows and columns a table of texts. Each text is a question of
 * the happening `<document>-written`, named as the heading, or `<heading>-<row>-<column>`.
 */
export interface Narrative {
  prompt: string;
  required: boolean;
  rows: Option[];
  columns: Option[];
  /** Reasons against him that rest on nothing kept apart are put to the author to choose from. */
  offers?: 'reasons';
}

/** What can stand under a heading. */
export const headingParts = ['says', 'shows', 'asks', 'attaches'] as const;
export type HeadingPart = (typeof headingParts)[number];

export interface Heading {
  id: Id;
  /** Absent where the words stand without one, as in most messages. */
  heading?: string;
  onlyWhen?: CourseCondition;
  /** Paragraphs. */
  says: Words[];
  shows: Shown[];
  asks?: Narrative;
  /** An instrument, a form, or a question that takes a file. */
  attaches?: { kind: 'instrument' | 'form' | 'file'; of: Id; called: string };
  /** In which order they stand, where that is not: says, shows, asks, attaches. */
  order?: HeadingPart[];
  /**
   * Roles that release it: it stands in the document only once one of them has recorded `<document>-<heading>-released`
   * since that document was last issued; else the document reads the same whether or not there is anything.
   */
  releasedBy: Id[];
  origin: Origin;
}

/**
 * Whether a heading stands even while what is under it waits for a release: then with nothing under it, so that a
 * document keeps the headings that its provider gave it.
 */
export const keepsItsPlace = ({ heading, releasedBy, onlyWhen }: Heading): boolean =>
  heading !== undefined && releasedBy.length > 0 && onlyWhen === undefined;

/** A report or a message; each edition of a report is one. */
export interface Document {
  id: Id;
  kind: 'report' | 'message';
  /** What it was written under: of an edition the report, else itself. */
  of: Id;
  title: string;
  subject?: Words;
  to: Id[];
  /** Who writes it, or sends it. */
  by: Id[];
  reviewedBy: Id[];
  /** Who may ask for it. */
  onRequest: Id[];
  /** How it goes out, where that is said. */
  way?: 'email' | 'secure-email' | 'letter' | 'telephone' | 'in-person';
  /** One for each entry of this fact, with what is of that entry alone. */
  forEach?: Id;
  /** Of what time it tells: of this stay, since the last one was issued, or of the calendar month before it is issued. */
  covers: 'stay' | 'since-last' | 'month';
  headings: Heading[];
  /** Statements that stand in it. */
  statements: Id[];
  /** The duty that its trigger brings. */
  duty?: Id;
  /** In plain English: when, by whom, to whom. */
  reads: string;
  /** It is for those who support the partner, or for her. */
  hers: boolean;
  origin: Origin;
}

/** Whether its author has to write in it why it was decided so: reasons are offered, or it has to say something of its own. */
export const asksForReason = ({ headings }: Pick<Document, 'headings'>): boolean =>
  headings.some(({ asks }) => asks?.offers === 'reasons' || asks?.required === true);

/** Whether a document tells somebody why he is refused, in its author's own words. */
export const tellsReason = (document: Pick<Document, 'headings'>): boolean =>
  document.headings.some(
    ({ asks, shows }) => asks?.offers === 'reasons' || shows.some(({ kind }) => kind === 'decision'),
  ) && asksForReason(document);

/**
 * Everybody who may receive a document: whom it goes to first, then who may ask for it, and whom a rule or a duty sends
 * it to besides.
 */
export const receiversOf = (
  { course }: { course?: Pick<Course, 'rules' | 'duties'> | undefined },
  { id, to, onRequest }: Document,
): Id[] => {
  const effects = [
    ...(course?.rules ?? []).flatMap((rule) => rule.effects),
    ...(course?.duties ?? []).flatMap((duty) => duty.does),
  ];
  const sent = effects.filter(({ verb, object }) => (verb === 'send' || verb === 'issue') && object === id);
  return [...new Set([...to, ...onRequest, ...sent.flatMap((effect) => effect.to ?? [])])];
};
