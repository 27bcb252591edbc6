/** From a checked definition to the bundle's content: everything but the rules and the digest. */
import type { Bundle, Id, Origin } from '../../engine/contract/index.js';
import type { CourseNames } from '../check/course/names.js';
import type { CourseResolver } from '../check/course/resolve-course.js';
import type { Declarations } from '../check/declarations.js';
import type { ClauseFinder } from '../language/constructs/origin.js';
import { lowerPerson, peopleOf } from '../language/constructs/people.js';
import { lowerProgramme } from '../language/constructs/programme.js';
import { lowerClauses, lowerExpects, lowerSettled, lowerStatements } from '../language/constructs/said.js';
import { lowerSites } from '../language/constructs/sites.js';
import type { WrittenDefinition } from '../language/definition.js';
import { implementations } from '../trace/implementations.js';
import { type CourseParts, lowerCourse } from './course/course.js';
import { courseOutline } from './course/outline.js';
import { lowerCriteria } from './criteria.js';
import { calledIn, outlineOfDocuments } from './documents/document-outline.js';
import { lowerDocuments } from './documents/documents.js';
import type { Expander } from './expand.js';
import { lowerFacts } from './facts.js';
import { lowerDecision, lowerForms } from './forms.js';
import type { Labels } from './information/information.js';
import { withLabelsTold } from './information/outline-labels.js';
import { withInformation } from './information/with-information.js';
import { outlineOf } from './outline.js';

export type Core = Omit<Bundle, 'rules' | 'digest'>;

type Placed = { id: Id; origin: Origin };
const placed = (prefix: string, things: Placed[]): Bundle['map'] =>
  Object.fromEntries(things.map(({ id, origin }) => [`${prefix}${id}`, { at: origin.at, clauses: origin.clauses }]));

/** Facts over time by their names; the rest as `rules/two-missed`, `duties/call-her`, `events/incident`. */
const mapOfCourse = (course: Core['course']): Bundle['map'] => {
  if (!course) return {};
  return {
    ...placed('', course.derived),
    ...placed('events/', course.happenings),
    ...placed('rules/', course.rules),
    ...placed('duties/', course.duties),
    ...(course.sessions && {
      'course/sessions': { at: course.sessions.origin.at, clauses: course.sessions.origin.clauses },
    }),
    ...placed('phases/', course.sessions?.phases ?? []),
    ...placed('kinds/', course.sessions?.kinds ?? []),
    ...placed('topics/', course.sessions?.topics ?? []),
    ...placed('groups/', course.groups),
    ...placed('steps/', course.steps),
    ...placed('returns/', course.returns),
    ...placed('appeals/', course.appeals),
  };
};

/** Where every id stands; facts and criteria by their names, the rest as `forms/referral`, `roles/staff`. */
const mapOf = (core: Omit<Core, 'map' | 'outline'>): Bundle['map'] => ({
  ...placed('', core.facts),
  ...placed('', core.criteria),
  ...placed('forms/', core.forms),
  ...Object.assign({}, ...core.forms.map((form) => placed(`forms/${form.id}/`, form.pages))),
  ...placed('roles/', core.people),
  ...placed('sites/', core.sites),
  ...placed('statements/', core.statements),
  ...placed('clauses/', core.clauses),
  ...mapOfCourse(core.course),
  ...placed('documents/', core.documents ?? []),
  ...Object.assign({}, ...(core.documents ?? []).map((each) => placed(`documents/${each.id}/`, each.headings))),
});

/** Each clause that only informs, where the definition says so. */
const mapOfBackground = ({ background }: WrittenDefinition, clauses: ClauseFinder): Bundle['map'] =>
  Object.fromEntries(
    (background ?? []).flatMap((ref) =>
      clauses([ref]).map((id) => [`background/${id}`, { at: ref.at, clauses: [id] }]),
    ),
  );

/** Takes a definition in which nothing is wrong; gives the core that emitters and engine know, and what labels it has. */
export const lower = (
  definition: WrittenDefinition,
  declarations: Declarations,
  asked: Map<Id, Map<Id, Id[]>>,
  expand: Expander,
  clauses: ClauseFinder,
  course?: { names: CourseNames; resolver: CourseResolver },
): { core: Core; labels: Labels } => {
  const clauseTexts = lowerClauses(definition.clauses ?? []);
  const facts = lowerFacts(declarations, expand, clauses);
  const people = peopleOf(definition.people).map((person) => lowerPerson(person, definition.people, clauses));
  const participant = people.find((person) => person.id === 'participant')?.called ?? 'participant';
  const parts: CourseParts | undefined = course && {
    definition,
    declarations,
    clauses,
    ...course,
    // All that is wrong in it was told when it was checked.
    report: () => undefined,
    condition: (written, scope) => course.resolver.condition(written, scope) && expand.course(written),
    met: expand.met,
  };
  const overTime = parts && lowerCourse(parts);
  const documents = parts && overTime ? lowerDocuments(parts, overTime) : [];
  const unlabelled = {
    rubric: 1 as const,
    programme: lowerProgramme(definition.programme, clauses),
    people,
    sites: lowerSites(definition.sites ?? [], clauses),
    forms: lowerForms(definition.forms ?? [], asked, expand, clauses),
    facts,
    criteria: lowerCriteria(declarations, facts, clauseTexts, expand, clauses, participant),
    ...(definition.decision && { decision: lowerDecision(definition.decision, expand, clauses) }),
    ...(overTime && { course: overTime }),
    ...(documents.length > 0 && { documents }),
    statements: lowerStatements(definition.statements ?? [], clauses),
    expects: lowerExpects(definition.expects ?? [], clauses),
    background: clauses(definition.background ?? []),
    notStated: (definition['not-stated'] ?? []).map((topic) => topic.value),
    settled: lowerSettled(definition.settled ?? [], clauses),
    clauses: clauseTexts,
  };
  const { core, labels, reasoning } = withInformation(unlabelled, definition, clauses);
  const called = (role: Id): string => people.find(({ id }) => id === role)?.called ?? role.replaceAll('-', ' ');
  const calledFact = calledIn(facts, [
    ...(overTime?.derived ?? []),
    ...(overTime?.happenings ?? []).flatMap(({ fields }) => fields),
  ]);
  const outlined = (kind: 'message' | 'report') =>
    outlineOfDocuments(documents, kind, core.statements, called, calledFact);
  const sections = overTime
    ? courseOutline(overTime, definition, clauses, called, {
        messages: outlined('message'),
        reports: outlined('report'),
      })
    : [];
  const told = {
    ...core,
    map: mapOfBackground(definition, clauses),
    outline: withLabelsTold(outlineOf(core, sections), core.information, reasoning),
  };
  const answering = implementations(told).map(({ key, at, clauses }) => [key, { at, clauses }] as const);
  return { core: { ...told, map: { ...mapOf(core), ...Object.fromEntries(answering) } }, labels };
};
