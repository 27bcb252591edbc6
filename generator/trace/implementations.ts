/** Everything declared that answers to a clause, says how one was read, or is ours: where it stands, and whether it acts. */
import {
  type At,
  type Bundle,
  type ClauseId,
  type Course,
  type Criterion,
  capital,
  type Document,
  type Fact,
  type FactSource,
  type Id,
  type Origin,
  type OutlineItem,
  type Sessions,
} from '../../engine/contract/index.js';
import { headingOf } from '../lower/outline-words.js';

/** What a thing is, as it is told of: "eligibility", "duty", "heading". */
export type ImplementationKind = keyof typeof doesAct;

/** Whether something follows from a thing of this kind; what only says or names does not act. */
const doesAct = {
  programme: false,
  role: false,
  site: true,
  form: true,
  page: true,
  question: true,
  judgement: true,
  consent: true,
  'signed document': true,
  instrument: true,
  eligibility: true,
  exclusion: true,
  criterion: true,
  decision: true,
  step: true,
  'need of a step': true,
  sessions: true,
  phase: true,
  'kind of session': true,
  topic: true,
  'catch-up': true,
  credit: true,
  group: true,
  appointment: true,
  record: true,
  'derived fact': true,
  rule: true,
  duty: true,
  return: true,
  'step of an appeal': true,
  report: true,
  message: true,
  heading: true,
  'information kept apart': true,
  expectation: false,
  statement: false,
  background: false,
  settlement: false,
} as const;

export interface Implementation {
  /** By which the bundle's `map` has it: `adult`, `duties/offer-assessment`, `documents/mid-way/absences`. */
  key: string;
  kind: ImplementationKind;
  /** Its name, or the words that people see of it. */
  words: string;
  at: At;
  clauses: ClauseId[];
  /** False for what only says: nothing follows from it. */
  acts: boolean;
  reading?: string;
  ours?: string;
  /** The key of what it stands in, where it has its clauses from there and says nothing of its own. */
  under?: string;
}

/** What there is of a bundle before its rules are written out; without an outline and a map nothing is lacking but them. */
export type Traced = Omit<Bundle, 'rules' | 'digest' | 'map' | 'outline'> & Partial<Pick<Bundle, 'map' | 'outline'>>;

const sameClauses = (one: ClauseId[], other: ClauseId[]): boolean =>
  one.length === other.length && one.every((id, i) => id === other[i]);

const found = (
  key: string,
  kind: ImplementationKind,
  words: string,
  { at, clauses, reading, ours }: Origin,
  above?: Implementation | undefined,
): Implementation => ({
  key,
  kind,
  words,
  at,
  clauses,
  acts: doesAct[kind],
  ...(reading !== undefined && { reading }),
  ...(ours !== undefined && { ours }),
  ...(above && !reading && !ours && clauses.length > 0 && sameClauses(clauses, above.clauses) && { under: above.key }),
});

type Placed = { id: Id; origin: Origin };
const each = <T extends Placed>(
  prefix: string,
  kind: ImplementationKind,
  things: readonly T[] | undefined,
  words: (thing: T) => string,
  above?: Implementation,
): Implementation[] =>
  (things ?? []).map((thing) => found(`${prefix}${thing.id}`, kind, words(thing), thing.origin, above));

const sourceKinds: Record<FactSource, ImplementationKind> = {
  form: 'question',
  judgement: 'judgement',
  consent: 'consent',
  document: 'signed document',
  instrument: 'instrument',
};

/** Forms, their pages, and the questions in them, those of an entry after the entry. */
const ofForms = ({ forms, facts }: Traced): Implementation[] => {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const question = (id: Id, above: Implementation): Implementation[] => {
    const fact = byId.get(id);
    if (!fact) return [];
    const own = found(id, 'question', fact.ask, fact.origin, above);
    return [own, ...(fact.asks ?? []).flatMap((inner) => question(inner, own))];
  };
  return forms.flatMap((form) => {
    const whole = found(`forms/${form.id}`, 'form', form.title, form.origin);
    const pages = form.pages.flatMap((page) => {
      const own = found(`forms/${form.id}/${page.id}`, 'page', page.heading, page.origin, whole);
      return [own, ...page.asks.flatMap((id) => question(id, own))];
    });
    return [whole, ...pages];
  });
};

const criterionKind = ({ decides, role }: Criterion): ImplementationKind => {
  if (!decides) return 'criterion';
  return role === 'requires' ? 'eligibility' : 'exclusion';
};

/** What a criterion asks has its name; such a one is told of once, as the criterion. */
const ofFacts = ({ facts, criteria }: Traced): Implementation[] => {
  const ofCriteria = new Set(criteria.map(({ id }) => id));
  const asked = (fact: Fact): boolean => fact.source !== 'form' && !ofCriteria.has(fact.id);
  return facts.filter(asked).map((fact) => found(fact.id, sourceKinds[fact.source], fact.ask, fact.origin));
};

const ofSessions = (sessions: Sessions): Implementation[] => {
  const whole = found('course/sessions', 'sessions', 'The sessions', sessions.origin);
  const { catchUp } = sessions;
  return [
    whole,
    ...each('phases/', 'phase', sessions.phases, ({ label }) => label, whole),
    ...each('kinds/', 'kind of session', sessions.kinds, ({ label }) => label, whole),
    ...each('topics/', 'topic', sessions.topics, ({ title }) => title, whole),
    ...(catchUp ? [found('course/catch-up', 'catch-up', 'Catching up', catchUp.origin, whole)] : []),
    ...sessions.credits.map((one) =>
      found(`credits/${one.event}`, 'credit', `Sessions credited for ${wordsOf(one.event)}`, one.origin, whole),
    ),
  ];
};

const wordsOf = (id: Id): string => id.replaceAll('-', ' ');
const named = ({ id }: { id: Id }): string => headingOf(id);

const ofSteps = ({ steps }: Course): Implementation[] =>
  steps.flatMap((step) => {
    const own = found(`steps/${step.id}`, 'step', headingOf(step.id), step.origin);
    return [
      own,
      ...step.needs.map((need) =>
        found(`steps/${step.id}/${need.id}`, 'need of a step', headingOf(need.id), need, own),
      ),
    ];
  });

const ofCourse = (course: Course | undefined): Implementation[] => {
  if (!course) return [];
  const records = course.happenings.filter(({ source }) => source === 'record' || source === 'any');
  // The two facts of a group stand where the group does.
  const derived = course.derived.filter(({ from }) => from.kind !== 'places');
  return [
    ...ofSteps(course),
    ...(course.sessions ? ofSessions(course.sessions) : []),
    ...each('groups/', 'group', course.groups, ({ label }) => label),
    ...each('events/', 'record', records, named),
    ...each('', 'derived fact', derived, named),
    ...each('rules/', 'rule', course.rules, named),
    // Before the duty to answer it, which stands at the same place.
    ...each('appeals/', 'step of an appeal', course.appeals, ({ title }) => title),
    ...each('duties/', 'duty', course.duties, named),
    ...each('returns/', 'return', course.returns, named),
  ];
};

const ofDocument = (document: Document): Implementation[] => {
  const whole = found(`documents/${document.id}`, document.kind, document.title, document.origin);
  return [
    whole,
    ...each(
      `documents/${document.id}/`,
      'heading',
      document.headings,
      ({ heading }) => (heading === undefined ? document.title : `${heading} (${document.title})`),
      whole,
    ),
  ];
};

const ofWhatIsSaid = ({ expects, statements, settled, background, map, programme }: Traced): Implementation[] => [
  ...expects.map((one) => found(`expects/${one.of}/${one.id}`, 'expectation', one.to, one.origin)),
  ...each('statements/', 'statement', statements, ({ says }) => says),
  ...settled.map((one) =>
    found(`settled/${one.inForce}`, 'settlement', `${one.inForce} is in force`, {
      ...one.origin,
      clauses: one.between,
    }),
  ),
  ...background.map((clause) => {
    const key = `background/${clause}`;
    const at = map?.[key]?.at ?? programme.origin.at;
    return found(key, 'background', 'Clauses that inform and bind nobody', { at, clauses: [clause] });
  }),
];

const placeOf = ({ file, line, column }: At): string => `${file}:${line}:${column}`;

/** Sections of the outline with things that stand nowhere else: what holds grounds or steps, appointments, topics as a whole. */
const outlineKinds: Record<string, ImplementationKind> = {
  appointments: 'appointment',
  messages: 'message',
  reports: 'report',
  rules: 'rule',
  attendance: 'rule',
  conduct: 'rule',
  safeguarding: 'rule',
  duties: 'duty',
  partners: 'duty',
  sessions: 'topic',
};

const keyPrefix: Partial<Record<ImplementationKind, string>> = {
  appointment: 'appointments/',
  message: 'documents/',
  report: 'documents/',
  rule: 'rules/',
  duty: 'duties/',
  topic: 'course/',
};

/** What the outline tells and the bundle has in no other part of its own. */
const ofOutline = (outline: Bundle['outline'] | undefined, known: Implementation[]): Implementation[] => {
  const places = new Set(known.map(({ at }) => placeOf(at)));
  // Several things may stand where one was written: an appointment is also the duty to offer it.
  const isNew = (kind: ImplementationKind, { at }: OutlineItem): boolean =>
    kind === 'appointment' || !places.has(placeOf(at));
  return (outline ?? []).flatMap(({ id, items }) => {
    const kind = outlineKinds[id];
    if (!kind) return [];
    return items
      .filter((item) => isNew(kind, item))
      .map((item) => found(`${keyPrefix[kind] ?? ''}${item.id}`, kind, item.heading, item));
  });
};

/**
 * Takes a bundle, or what there is of it before it is written out; gives everything in it that answers to a clause, was
 * read in some way, or is ours, in the order of the outline. What a thing inherits from what it stands in says so in
 * `under`. Things of one key are given once.
 */
export const implementations = (bundle: Traced): Implementation[] => {
  const { programme, people, sites, criteria, decision, course, documents, information } = bundle;
  const known = [
    found('programme', 'programme', programme.title, programme.origin),
    ...each('roles/', 'role', people, ({ called }) => capital(called)),
    ...each('sites/', 'site', sites, ({ label }) => label),
    ...ofForms(bundle),
    ...criteria.map((one) => found(one.id, criterionKind(one), headingOf(one.id), one.origin)),
    ...ofFacts(bundle),
    ...(decision ? [found('decision', 'decision', 'Who decides', decision.origin)] : []),
    ...ofCourse(course),
    ...(documents ?? []).flatMap(ofDocument),
    ...(information?.kept ?? []).flatMap(({ id, called, origin }) =>
      origin ? [found(`information/${id}`, 'information kept apart', capital(called), origin)] : [],
    ),
    ...ofWhatIsSaid(bundle),
  ];
  return [...known, ...ofOutline(bundle.outline, known)];
};
