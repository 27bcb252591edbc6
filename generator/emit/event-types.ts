import type { Bundle, Course, Field, Happening, Id } from '../../engine/contract/index.js';

/** A member of the union of all events: its name, and its declaration. */
export interface EventType {
  name: string;
  text: string;
}

/** What the sessions' own marks say; nobody records it besides. */
const saidBySessions = ['session-held', 'session-attended', 'session-missed', 'session-cancelled'];

/** Takes a bundle; gives TypeScript of the events that a course brings: happenings, sessions, answers to rules. */
export const courseEvents = ({ course }: Bundle): EventType[] =>
  course === undefined
    ? []
    : [happened(course), ...(course.sessions ? [session(course)] : []), ...(course.rules.length > 0 ? [answers] : [])];

/** Takes a bundle; gives TypeScript of the ids that only a course has. */
export const courseUnions = ({ course }: Bundle): string[] =>
  course === undefined
    ? []
    : [
        union('HappeningId', recorded(course)),
        union('RuleId', course.rules),
        union('DutyId', course.duties),
        union('DerivedFactId', course.derived),
      ];

const union = (name: string, things: { id: Id }[]): string => `export type ${name} = ${idsOf(things)};`;
const idsOf = (things: { id: Id }[]): string =>
  things.length === 0 ? 'never' : things.map(({ id }) => `'${id}'`).join(' | ');

const recorded = ({ happenings }: Course): Happening[] =>
  happenings.filter(({ id, source }) => source !== 'any' && !saidBySessions.includes(id));

const happened = (course: Course): EventType => ({
  name: 'Happened',
  text: [
    '/** Something in the life of the case. `about` is the key of the session, or of the entry, that it is about. */',
    'interface HappenedAs<What extends string, Values> extends Recorded {',
    "  kind: 'happened';\n  what: What;\n  about?: string;\n  values: Values;\n}",
    `export type Happened =\n${recorded(course)
      .map(({ id, fields }) => `  | HappenedAs<'${id}', ${valuesOf(fields)}>`)
      .join('\n')};`,
  ].join('\n'),
});

const valuesOf = (fields: Field[]): string =>
  fields.length === 0
    ? 'None'
    : `{ ${fields.map((field) => `'${field.name}'${field.required ? '' : '?'}: ${typeOf(field)};`).join(' ')} }`;

const typeOf = ({ kind, options }: Field): string => {
  const ids = idsOf(options);
  switch (kind) {
    case 'yes-no':
    case 'choice':
      return ids;
    case 'choices':
      return `(${ids})[]`;
    case 'number':
      return options.length === 0 ? 'number' : `number | ${ids}`;
    default:
      return 'string';
  }
};

const session = ({ sessions, groups }: Course): EventType => ({
  name: 'Session',
  text: `/** A session was planned, held (with its outcome) or cancelled; \`key\` tells it from the others. */
export interface Session extends Recorded {
  kind: 'session';
  values: None;
  session: {
    mark: 'planned' | 'held' | 'cancelled' | 'closure-day';
    on: Moment;
    ends?: Moment;
    key?: string;
    outcome?: ${idsOf(sessions?.outcomes ?? [])};
    kind?: ${idsOf(sessions?.kinds ?? [])};
    phase?: ${idsOf(sessions?.phases ?? [])};
    topic?: ${idsOf(sessions?.topics ?? [])};
    group?: ${idsOf(groups)};
    facilitators?: number;
  };
}`,
});

const answers: EventType = {
  name: 'AnswerToRule',
  text: `/** A person's answer to what a rule recommends; \`effect\` says which of several was picked, from 0. */
export interface AnswerToRule extends Recorded {
  kind: 'confirmed' | 'refused';
  values: None;
  rule: RuleId;
  effect?: number;
}`,
};
