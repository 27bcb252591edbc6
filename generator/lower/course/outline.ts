/** All that a definition says of time in plain English, section by section. */
import {
  type Course,
  type CourseRule,
  capital,
  type Duty,
  type Happening,
  type Id,
  listed,
  type Origin,
  type OutlineItem,
  type OutlineSection,
} from '../../../engine/contract/index.js';
import { ruleChapters } from '../../check/course/declare-course.js';
import { type ClauseFinder, originOf } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import { type Called, headingOf, item, sentence, theRoles } from '../outline-words.js';
import { courseOutlineOfGroups, courseOutlineOfSessions, courseOutlineOfWorkingDays } from './outline-sessions.js';
import {
  courseOutlineOfAppeals,
  courseOutlineOfAppointments,
  courseOutlineOfReturns,
  courseOutlineOfSteps,
} from './outline-steps.js';

/** Of a name for any of several events. */
const anyOfSays = ({ anyOf = [], called }: Happening, happenings: Happening[]): string => {
  const words = anyOf.map((id) => happenings.find((each) => each.id === id)?.called ?? id.replaceAll('-', ' '));
  return sentence(`${called} whenever ${listed(words, 'or')}`);
};

const recordItems = ({ happenings }: Course, called: Called): OutlineItem[] =>
  happenings
    .filter(({ source }) => source === 'record' || source === 'any')
    .map((each) =>
      item(
        each.id,
        headingOf(each.id),
        each.origin,
        [
          each.anyOf ? anyOfSays(each, happenings) : sentence(`recorded when ${each.called}`),
          each.by.length > 0 ? sentence(`recorded by ${theRoles(each.by, called, 'or')}`) : undefined,
        ],
        each.fields.map((field) =>
          item(field.id, field.ask, { at: each.origin.at, clauses: [] }, [
            field.options.length > 0 ? `${field.options.map(({ label }) => label).join('; ')}.` : undefined,
          ]),
        ),
      ),
    );

const isTheirOwn = (says: string, words: string): string | undefined => (words === says ? undefined : words);
const openingItem = (each: CourseRule | Duty): OutlineItem =>
  item(each.id, headingOf(each.id), each.origin, [each.reads, isTheirOwn(each.reads, each.words)]);

/** Where what holds steps or grounds comes from: it raises nothing itself, and still has its clause and its reading. */
const holderOrigin = (id: Id, definition: WrittenDefinition, clauses: ClauseFinder): Origin | undefined => {
  const all = ruleChapters.flatMap((chapter) => definition[chapter] ?? []);
  const found = all.find((named) => named.id === id);
  return found?.value && originOf(found.value, found.idAt, clauses);
};

/** Steps and grounds stand under what they are declared in. */
const nested = (each: (CourseRule | Duty)[], originOfHolder: (id: Id) => Origin | undefined): OutlineItem[] => {
  const items = new Map<Id, OutlineItem>();
  const roots: OutlineItem[] = [];
  for (const one of each) {
    const own = openingItem(one);
    items.set(one.id, own);
    const within = one.within;
    if (within === undefined) {
      roots.push(own);
      continue;
    }
    let parent = items.get(within);
    if (!parent) {
      const bare: Origin = { at: one.origin.at, clauses: [] };
      parent = item(within, headingOf(within), originOfHolder(within) ?? bare, []);
      items.set(within, parent);
      roots.push(parent);
    }
    parent.items.push(own);
  }
  return roots;
};

/** Sections whose duties are told with the others. */
const toldElsewhere = new Set(['appointments', 'appeals', 'messages', 'reports']);
const chapters: [chapter: string, title: string][] = [
  ['rules', 'Rules'],
  ['attendance', 'Attendance'],
  ['conduct', 'Conduct'],
  ['safeguarding', 'Safeguarding'],
  ['duties', 'Duties'],
  ['partners', 'Duties towards partners'],
];

/** Takes a course and the definition that it comes from; gives its sections, some of which may be empty. */
export const courseOutline = (
  course: Course,
  definition: WrittenDefinition,
  clauses: ClauseFinder,
  called: Called,
  documents: { messages: OutlineItem[]; reports: OutlineItem[] },
): OutlineSection[] => {
  const ofChapter = (chapter: string) =>
    [...course.duties, ...course.rules].filter(
      (each) => (toldElsewhere.has(each.chapter) ? 'duties' : each.chapter) === chapter,
    );
  const { sessions, workingDays } = course;
  const { appointments, programme } = definition;
  const context = {
    origin: (written: Parameters<typeof originOf>[0], at: Origin['at']) => originOf(written, at, clauses),
  };
  const { topics } = definition.sessions ?? {};
  const ofTopics =
    topics && !Array.isArray(topics) ? originOf({ ...topics, clause: undefined }, topics.at, clauses) : undefined;
  return [
    { id: 'pathway', title: 'The steps', items: courseOutlineOfSteps(course.steps, called) },
    {
      id: 'sessions',
      title: 'Sessions',
      items: sessions && definition.sessions ? courseOutlineOfSessions(sessions, called, ofTopics) : [],
    },
    { id: 'groups', title: 'Groups', items: courseOutlineOfGroups(course.groups, called) },
    {
      id: 'appointments',
      title: 'Appointments',
      items: appointments ? courseOutlineOfAppointments(appointments, context, called) : [],
    },
    { id: 'records', title: 'What is recorded', items: recordItems(course, called) },
    {
      id: 'facts',
      title: 'What is worked out',
      items: course.derived.map((fact) => item(fact.id, capital(fact.called), fact.origin, [sentence(fact.reads)])),
    },
    ...chapters.map(([id, title]) => ({
      id,
      title,
      items: nested(ofChapter(id), (of) => holderOrigin(of, definition, clauses)),
    })),
    { id: 'returns', title: 'Coming back', items: courseOutlineOfReturns(course.returns) },
    { id: 'appeals', title: 'Appeals', items: courseOutlineOfAppeals(course.appeals, course.happenings, called) },
    { id: 'messages', title: 'Messages', items: documents.messages },
    { id: 'reports', title: 'Reports', items: documents.reports },
    {
      id: 'working-days',
      title: 'Working days',
      items: workingDays ? courseOutlineOfWorkingDays(workingDays, programme.at) : [],
    },
  ];
};
