/** Everything over time that a sentence can name, and of what kind it is. */
import {
  capital,
  type DerivedFact,
  type Happening,
  type Id,
  type Option,
  stages,
} from '../../../engine/contract/index.js';
import { type FactKindKey, factKindKeys, type WrittenFact } from '../../language/constructs/facts.js';
import type { ClauseFinder } from '../../language/constructs/origin.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { FactShape } from '../../language/sentence/scope.js';
import { type Named, placeOf } from '../../language/shape/shape.js';
import { offeringForce } from '../../lower/course/appointments.js';
import {
  kindsOf,
  knownKinds,
  knownTraits,
  phaseLabel,
  topicOptions,
  usualOutcomes,
} from '../../lower/course/session-names.js';
import type { Problem } from '../../problem/problem.js';
import type { Declarations } from '../declarations.js';
import { inWords } from '../declare-questions.js';
import { documentHappenings } from '../documents/document-happenings.js';
import { type PlainDocument, plainDocuments } from '../documents/plain-documents.js';
import { type Plainly, plainly, ruleChapters } from './declare-course.js';
import { raiseFact } from './fact-problems.js';
import { type EntriesOf, happeningsOf, type People, peopleIn } from './happenings.js';
import { assessmentsIn, sectionHappenings } from './section-happenings.js';
import { joinEvents } from './unions.js';

/** A derived fact by its name: what it is, of what, and how it was written. */
export interface DerivedName {
  named: Named<WrittenFact>;
  written: WrittenFact;
  kind: FactKindKey;
  shape: FactShape;
  /** `session`, a happening, or the entries of which each has one. */
  scope?: 'session' | Id;
}
export interface CourseNames {
  plain: Plainly;
  people: People;
  entriesOf: EntriesOf;
  happenings: Map<Id, Happening>;
  derived: Map<Id, DerivedName>;
  /** Built-in facts, of every case and of the definition's forms, phases and groups. */
  builtIn: Map<string, FactShape>;
  /** Of a session, by their short names. */
  ofSession: Map<string, FactShape>;
  outcomes: Option[];
  phases: Option[];
  endings: Option[];
  assessments: Id[];
  appointments: Id[];
  /** Reports and messages, each edition by itself. */
  documents: PlainDocument[];
  messages: Id[];
  reports: Id[];
  /** What messages and reports are called. */
  titles: Map<Id, string>;
  /** The duties that appointments and appeals bring. */
  sectionDuties: Id[];
}

type Report = (problem: Problem) => void;
const option = (id: Id, label = capital(inWords(id).replace(/^non /, 'non-'))): Option => ({ id, label });
const shapeOf = (id: Id, kind: FactShape['kind'], called: string, options: Option[] = []): FactShape => ({
  id,
  kind,
  source: 'form',
  called,
  options,
});
export const yesNo: Option[] = [option('yes'), option('no')];
const named = (section: { id: Id; value?: unknown }[] | undefined): Id[] => (section ?? []).map(({ id }) => id);

/** What could not be read still has its name. */
const unread = (section: Named<unknown>[] | undefined): Id[] =>
  (section ?? []).flatMap(({ id, value }) => (value === undefined ? [id] : []));

const knownEndings: Id[] = ['non-attendance', 'unsuitable', 'withdrew', 'risk', 'other'];
/** What a case can be closed as: whatever some effect says, and what is known of every case. */
const endingsOf = ({ rules, duties }: Plainly): Option[] => {
  const said = [...rules, ...duties].flatMap((each) => [...each.effects, ...('then' in each ? each.then : [])]);
  const found = said.flatMap(({ value }) => /^close (?:the case )?as ([a-z][a-z0-9-]*)$/.exec(value.trim())?.[1] ?? []);
  return [...new Set([...found, ...knownEndings])].map((id) => option(id));
};

const sessionFacts = (definition: WrittenDefinition, outcomes: Option[], phases: Option[]): Map<string, FactShape> => {
  const written = definition.sessions;
  const traits = (written?.outcomes ?? []).flatMap(({ value }) => named(value));
  const kinds = written ? kindsOf(written) : [...knownKinds];
  const yes = (name: string, called: string): [string, FactShape] => [
    name,
    // A choice, so that it reads “the session’s absence is yes” and not as the answer to a question.
    shapeOf(`session.${name}`, 'choice', called, yesNo),
  ];
  const choice = (name: string, called: string, options: Option[]): [string, FactShape] => [
    name,
    shapeOf(`session.${name}`, options.length > 0 ? 'choice' : 'text', called, options),
  ];
  const ofTraits = [...new Set([...knownTraits, ...traits])].map((id) =>
    yes(id, `the mark “${inWords(id)}” of the session`),
  );
  return new Map([
    ...ofTraits,
    choice('outcome', 'the session’s outcome', outcomes),
    choice('kind', 'the kind of session', kinds),
    choice('phase', 'the session’s phase', phases),
    choice('topic', 'the session’s topic', written ? topicOptions(written) : []),
    yes('caught-up', 'the session being caught up'),
    yes('recorded', 'the session being recorded'),
    yes('contact', 'contact about the session'),
  ]);
};

const builtInFacts = (definition: WrittenDefinition, phases: Option[], endings: Option[]): Map<string, FactShape> => {
  const found = new Map<string, FactShape>();
  const add = (shape: FactShape): void => void found.set(shape.id, shape);
  for (const { id, value } of definition.forms ?? [])
    add({
      ...shapeOf(id, 'choice', `the form “${value?.title.value ?? inWords(id)}”`, [
        option('not-received'),
        option('incomplete'),
        option('complete'),
      ]),
      groups: { received: ['incomplete', 'complete'] },
    });
  for (const { id, label } of phases)
    add({
      ...shapeOf(id, 'choice', `the phase “${label}”`, [option('not-begun'), option('under-way'), option('complete')]),
      groups: { begun: ['under-way', 'complete'], current: ['under-way'] },
    });
  for (const { id, value } of definition.groups ?? [])
    for (const which of ['taken', 'free'] as const)
      add({
        ...shapeOf(`${id}-places-${which}`, 'number', `places ${which} in ${value?.called.value ?? inWords(id)}`),
        number: { whole: true },
      });
  add(
    shapeOf(
      'stage',
      'choice',
      'the state of the case',
      stages.map((id) => option(id)),
    ),
  );
  add(shapeOf('phase', phases.length > 0 ? 'choice' : 'text', 'the present phase', phases));
  add(
    shapeOf(
      'decision',
      'choice',
      'the decision',
      ['accepted', 'declined', 'suitable-not-ready'].map((id) => option(id)),
    ),
  );
  add(shapeOf('ending', 'choice', 'how the case ended', endings));
  add(shapeOf('planned-end', 'date', 'the planned end'));
  return found;
};

const eventOf = (text: string): string => text.trim().replace(/^(first|latest|last) /, '');

/** What a fact holds, as far as its key tells; of a value, what the question holds. */
const holds = (written: WrittenFact, kind: FactKindKey, happenings: CourseNames['happenings']): Partial<FactShape> => {
  if (kind === 'when') return { kind: 'yes-no', options: yesNo };
  if (kind === 'day-of') return { kind: 'date' };
  if (kind === 'share-of') return { kind: 'number', number: { whole: false, unit: 'percent' } };
  if (kind === 'latest' || kind === 'first') {
    const [event = '', name] = eventOf(written[kind]?.value ?? '').split('.');
    const field = happenings.get(event)?.fields.find((each) => each.name === name);
    if (!field) return {};
    return { kind: field.kind, options: field.options, ...(field.kind === 'number' && { number: { whole: false } }) };
  }
  const unit = written.in?.[0]?.value.replace(' ', '-');
  const timed = kind === 'time-since' || kind === 'time-between' || kind === 'time-in';
  return { kind: 'number', number: { whole: kind !== 'sum-of', ...(timed && unit && { unit }) } };
};

/** Whether the question whose value it is was found. */
const isKnown = ({ kind, shape }: DerivedName): boolean =>
  (kind !== 'latest' && kind !== 'first') || shape.kind !== 'number' || shape.number !== undefined;

const ofWhat = (written: WrittenFact, entriesOf: EntriesOf): 'session' | Id | undefined => {
  const each = written['for-each']?.value;
  return each === undefined || each === 'session' ? each : (entriesOf(each) ?? each);
};

const windows = ['where', 'in', 'in-any-one', 'in-this', 'in-the-last', 'since', 'ever'] as const;
const limits = (fits: readonly FactKindKey[]): [key: keyof WrittenFact, fits: readonly FactKindKey[]][] =>
  windows.map((key) => [key, key === 'in' ? [...fits, 'time-since', 'time-between', 'time-in'] : fits]);
/** The keys that go with some kinds of fact alone. */
const belongs: [key: keyof WrittenFact, fits: readonly FactKindKey[]][] = [
  ['of', ['distinct']],
  ['of-those', ['share-of']],
  ['one-for-every', ['count-of']],
  ['plus', ['count-of']],
  ['skips', ['run-of']],
  ['broken-by', ['run-of']],
  ['pauses-in', ['time-since', 'time-between']],
  ...limits(['count-of', 'run-of', 'latest', 'first', 'day-of', 'sum-of', 'distinct', 'share-of']),
];
const checkKeys = (id: Id, written: WrittenFact, kind: FactKindKey, report: Report): void => {
  for (const [key, fits] of belongs)
    if (written[key] !== undefined && !fits.includes(kind))
      report(
        raiseFact('fact/key-not-for-kind', placeOf(written[key], written.at), { id, key, kind, fits: fits.join(', ') }),
      );
};

const derivedName = (
  each: Named<WrittenFact>,
  entriesOf: EntriesOf,
  happenings: CourseNames['happenings'],
  report: Report,
): DerivedName | undefined => {
  const { id, idAt, value: written } = each;
  if (!written) return undefined;
  const kinds = factKindKeys.filter((key) => written[key] !== undefined);
  const [kind] = kinds;
  if (!kind || kinds.length > 1) {
    if (!written.faulty) report(raiseFact('fact/kind', idAt, { id, kinds }));
    return undefined;
  }
  checkKeys(id, written, kind, report);
  const scope = ofWhat(written, entriesOf);
  const shape = { ...shapeOf(id, 'number', written.called?.value ?? inWords(id)), ...holds(written, kind, happenings) };
  return { named: each, written, kind, shape, ...(scope && { scope }) };
};

/** Of what a definition records itself. */
const ownSources: ReadonlySet<string> = new Set(['record', 'any']);
const standing: ReadonlySet<Id> = new Set(['stage', 'phase', 'decision', 'ending', 'planned-end']);

type Free = (id: Id, at: Happening['origin']['at']) => boolean;
/** One namespace: nothing declared may have the name of something else, or of what every case has. */
const checkFree = (names: CourseNames, definition: WrittenDefinition, free: Free, report: Report): void => {
  const { plain, happenings } = names;
  const ofEveryCase = ({ id, idAt }: Pick<Named<unknown>, 'id' | 'idAt'>, own: boolean): void => {
    if (standing.has(id) || (happenings.has(id) && !own)) report(raiseFact('name/of-every-case', idAt, { name: id }));
    else free(id, idAt);
  };
  // A ladder and a rule with grounds have names of their own, under which their rules stand.
  const parents = ruleChapters.flatMap((chapter) =>
    (definition[chapter] ?? []).filter(({ value }) => value?.each ?? value?.grounds),
  );
  const grounds = new Set(plain.happens.map(({ id }) => id));
  for (const each of [...names.derived.values()].map(({ named: found }) => found)) ofEveryCase(each, false);
  for (const each of definition.records ?? [])
    ofEveryCase(each, ownSources.has(happenings.get(each.id)?.source ?? '') && !grounds.has(each.id));
  for (const each of [...parents, ...plain.rules, ...plain.duties]) ofEveryCase(each, grounds.has(each.id));
  for (const each of definition.sessions?.phases ?? []) ofEveryCase(each, false);
};

/** Whether a definition says anything of time. */
export const courseSections = [
  'sessions',
  'groups',
  'appointments',
  'records',
  'facts',
  'rules',
  'attendance',
  'conduct',
  'safeguarding',
  'duties',
  'partners',
  'pathway',
  'completion',
  'returns',
  'appeals',
  'messages',
  'reports',
  'working-days',
] as const satisfies readonly (keyof WrittenDefinition)[];
export const hasCourse = (definition: WrittenDefinition): boolean =>
  courseSections.some((section) => definition[section] !== undefined);

/** Takes a definition and what else it declares; gives its names over time, and reports those that clash. */
export const namesOf = (
  definition: WrittenDefinition,
  declarations: Declarations,
  free: Free,
  isHer: (role: Id) => boolean,
  clauses: ClauseFinder,
  report: Report,
): CourseNames => {
  const plain = plainly(definition, report);
  const people = peopleIn(definition, isHer);
  const entriesOf: EntriesOf = (role) =>
    [...declarations.facts.values()].find(({ fact }) => fact.kind === 'entries' && fact.each === role)?.fact.id;
  const phases = (definition.sessions?.phases ?? []).map(({ id, value }) => option(id, value && phaseLabel(id, value)));
  const outcomes = definition.sessions?.outcomes
    ? definition.sessions.outcomes.map(({ id }) => option(id))
    : usualOutcomes.map(({ id, label }) => option(id, label));
  const endings = endingsOf(plain);
  const making = { definition, plain, people, clauses, endings, phases };
  const documents = plainDocuments(definition);
  const happenings = happeningsOf(making, entriesOf, [
    ...sectionHappenings(definition, people, clauses),
    ...documentHappenings(documents, people, entriesOf, clauses),
  ]);
  joinEvents(definition.records ?? [], happenings, report);
  const derived = new Map<Id, DerivedName>();
  for (const each of definition.facts ?? []) {
    const found = derivedName(each, entriesOf, happenings, report);
    if (found) derived.set(each.id, found);
    // Of a value that cannot be told nothing more is said where it is named.
    if (!found || !isKnown(found)) declarations.broken.add(each.id);
  }
  const names: CourseNames = {
    plain,
    people,
    entriesOf,
    happenings,
    derived,
    builtIn: builtInFacts(definition, phases, endings),
    ofSession: sessionFacts(definition, outcomes, phases),
    outcomes,
    phases,
    endings,
    assessments: assessmentsIn(definition),
    appointments: named(definition.appointments),
    documents,
    messages: [
      ...documents.filter(({ kind }) => kind === 'message').map(({ id }) => id),
      ...unread(definition.messages),
    ],
    reports: [...documents.filter(({ kind }) => kind === 'report').map(({ id }) => id), ...unread(definition.reports)],
    titles: new Map(documents.map(({ id, called }) => [id, called])),
    sectionDuties: [
      ...(definition.appointments ?? []).flatMap(({ id, value }) =>
        value && offeringForce(value) ? [`offer-${id}`] : [],
      ),
      ...(definition.appeals?.steps ?? []).map(({ id }) => `answer-${id}`),
    ],
  };
  checkFree(names, definition, free, report);
  return names;
};

/** The contract's kind of a derived fact. */
export const derivedKind = (kind: FactShape['kind']): DerivedFact['kind'] | undefined => {
  if (kind === 'number' || kind === 'yes-no' || kind === 'choice' || kind === 'date') return kind;
  return kind === 'date-time' ? 'date' : undefined;
};
