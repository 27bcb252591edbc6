/** What can happen to a case: the events of every life, and those that forms, people, phases, duties and rules bring. */
import type { At, Field, Happening, Id, Option, Origin, Stage } from '../../../engine/contract/index.js';
import { type ClauseFinder, originOf, type WrittenOrigin } from '../../language/constructs/origin.js';
import { peopleOf, type WrittenPerson } from '../../language/constructs/people.js';
import type { WrittenAsked, WrittenQuestion } from '../../language/constructs/question.js';
import type { WrittenRecord } from '../../language/constructs/records.js';
import type { WrittenDefinition } from '../../language/definition.js';
import type { Named, Written } from '../../language/shape/shape.js';
import { inWords, optionsOf } from '../declare-questions.js';
import type { Plainly } from './declare-course.js';

/** What is known of people: their words, and who is hers. */
export interface People {
  called: (role: Id) => string;
  outside: Id[];
  inside: Id[];
  /** The partner, or whoever is supported as she is. */
  isHer: (role: Id) => boolean;
  /** The roles that support her. */
  supporters: Set<Id>;
}

/** Somebody, and whomever they are a kind of. */
const kindsOf = (person: WrittenPerson, people: WrittenPerson[], met: Id[] = []): WrittenPerson[] => {
  const { written } = person;
  const is = 'is' in written ? written.is?.value : undefined;
  const wider = people.find(({ id }) => id === is && !met.includes(id));
  return [person, ...(wider ? kindsOf(wider, people, [...met, person.id]) : [])];
};

export const peopleIn = (definition: WrittenDefinition, isHer: (role: Id) => boolean): People => {
  const people = peopleOf(definition.people);
  const called = new Map(
    people.map(({ id, written }) => [id, ('value' in written ? written : written.called).value] as const),
  );
  const supports = ({ written }: WrittenPerson): boolean =>
    'supports' in written && written.supports !== undefined && isHer(written.supports.value);
  const supporters = people.filter((person) => kindsOf(person, people).some(supports));
  const on = (side: 'inside' | 'outside'): Id[] => people.filter((each) => each.side === side).map(({ id }) => id);
  return {
    called: (role) => called.get(role) ?? inWords(role),
    outside: on('outside'),
    inside: on('inside'),
    isHer,
    supporters: new Set(supporters.map(({ id }) => id)),
  };
};

/** Whether something is recorded by those who support her, and nobody else. */
export const byHerOwn = (by: Id[], { isHer, supporters }: People): boolean =>
  by.length > 0 && by.every((role) => isHer(role) || supporters.has(role));

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const isText = (written: WrittenAsked): written is Written<string> => 'value' in written;
const fieldKinds = new Set<string>(['yes-no', 'choice', 'choices', 'number', 'date', 'date-time', 'text', 'long-text']);

const contactTypes = new Set(['phone', 'email', 'address']);
/** Whom the questions of a happening are about, and whose they are to answer. */
interface Around {
  sites: NonNullable<WrittenDefinition['sites']>;
  people: People;
  about?: Id | undefined;
  from?: Id[] | undefined;
}
const inside = (written: WrittenQuestion, outer: Around): Around => ({
  ...outer,
  about: written.each?.value ?? written.about?.value ?? outer.about,
  from: written.from?.map((role) => role.value) ?? outer.from,
});
/** What she says, and where and how she can be reached, whatever it is told with; and where a child is. */
const isHers = (type: string, { people, about, from }: Around): boolean =>
  (about !== undefined && people.isHer(about)) ||
  (about === 'child' && contactTypes.has(type)) ||
  (from !== undefined && (from.some(people.isHer) || byHerOwn(from, people)));

/** The questions of a happening; one that has options and no type is a choice. */
const fieldsOf = (happening: Id, asked: Named<WrittenAsked>[], outer: Around): Field[] =>
  asked.flatMap(({ id, value }): Field[] => {
    if (!value) return [];
    const written: WrittenQuestion = isText(value) ? { at: value.at, ask: value } : value;
    const inner = inside(written, outer);
    if (written.asks && !written.each) return fieldsOf(happening, written.asks, inner);
    const type = written.type?.value ?? (written.options ? 'choice' : 'text');
    return [
      {
        id: `${happening}.${id}`,
        name: id,
        kind: fieldKinds.has(type) ? (type as Field['kind']) : 'text',
        ask: written.ask?.value ?? capital(inWords(id)),
        called: written.called?.value ?? inWords(id),
        options: optionsOf(written, outer).options,
        ...(type === 'number' && written.unit && { unit: written.unit.value }),
        required: written.required?.kind === 'always',
        ...(isHers(type, inner) && { hers: true as const }),
      },
    ];
  });

type Made = Omit<Happening, 'by' | 'fields' | 'hers' | 'origin'> & Partial<Happening>;
interface Making {
  definition: WrittenDefinition;
  plain: Plainly;
  people: People;
  clauses: ClauseFinder;
  endings: Option[];
  phases: Option[];
}

const field = (happening: Id, name: Id, kind: Field['kind'], called: string, options: Option[] = []): Field => ({
  id: `${happening}.${name}`,
  name,
  kind,
  ask: capital(called),
  called,
  options,
  required: false,
});
const spanUnits: Option[] = ['days', 'weeks', 'months', 'sessions'].map((id) => ({ id, label: capital(id) }));

/** Of every case. */
const lifeEvents = ({ people, definition, endings, phases }: Making): Made[] => {
  const him = `the ${people.called('participant')}`;
  const life = (id: Id, called: string, brings?: Stage, fields: Field[] = []): Made => ({
    id,
    called,
    source: 'life',
    fields,
    ...(brings && { brings }),
  });
  const [first] = definition.forms ?? [];
  return [
    {
      ...life('referral-received', 'the referral was received', 'referred'),
      by: first?.value?.from.map((role) => role.value) ?? [],
    },
    life('accepted', `${him} was accepted`, 'accepted'),
    life('declined', `${him} was declined`, 'declined'),
    life('decision-made', 'the decision was made'),
    life('suitable-not-ready', `${him} was found suitable but not ready`, 'suitable-not-ready'),
    life('invited', `${him} was invited to start`),
    life('waiting-for-place', `${him} began to wait for a place`, 'waiting-for-place'),
    life('started', `${him} started`, 'on-programme'),
    life('suspended', `${him} was suspended`, 'suspended'),
    life('resumed', `${him} resumed`, 'on-programme'),
    life('leave-requested', 'leave was requested'),
    life('leave-started', 'leave started', 'on-leave', [
      field('leave-started', 'until', 'date', 'until which day it was approved'),
    ]),
    life('leave-ended', 'leave ended', 'on-programme'),
    life('completed', `${him} completed the programme`, 'completed'),
    life('closed', 'the case was closed', 'closed', [field('closed', 'as', 'choice', 'how it ended', endings)]),
    life('transferred', `${him} was transferred`, 'transferred'),
    life('returned', `${him} came back`),
    life('moved-on', `${him} moved on to another phase`, undefined, [
      field('moved-on', 'to', phases.length > 0 ? 'choice' : 'text', 'the phase moved to', phases),
    ]),
    life('restarted', `${him} started again`, 'on-programme'),
    life('extended', 'the programme was extended', undefined, [
      field('extended', 'n', 'number', 'by how many'),
      field('extended', 'unit', 'choice', 'of what', spanUnits),
    ]),
    life('credited', 'sessions were credited', undefined, [
      field('credited', 'sessions', 'number', 'how many sessions'),
    ]),
    { id: 'referred-back', called: `${him} was referred back`, source: 'act' },
  ];
};

const sessionEvents = ({ people }: Making): Made[] => {
  const him = `the ${people.called('participant')}`;
  return [
    { id: 'session-held', called: 'a session was held', source: 'session', about: 'session' },
    { id: 'session-attended', called: `${him} attended a session`, source: 'session', about: 'session' },
    { id: 'session-missed', called: `${him} missed a session`, source: 'session', about: 'session' },
    { id: 'session-cancelled', called: 'a session was cancelled', source: 'session', about: 'session' },
    { id: 'catch-up-booked', called: 'a catch-up was booked', source: 'session', about: 'session' },
    { id: 'caught-up', called: `${him} caught up a session`, source: 'session', about: 'session' },
  ];
};

/** The entries that a form lists of somebody: the question with `each`. */
export type EntriesOf = (role: Id) => Id | undefined;

const contacts = ({ people }: Making, entriesOf: EntriesOf): Made[] =>
  people.outside.flatMap((role): Made[] => {
    const entries = entriesOf(role);
    const about = entries === undefined ? {} : { about: entries };
    const hers = people.isHer(role);
    const them = `the ${people.called(role)}`;
    return [
      { id: `${role}-contacted`, called: `${them} was contacted`, source: 'contact', hers, ...about },
      { id: `heard-from-${role}`, called: `${them} was heard from`, source: 'contact', hers, ...about },
    ];
  });

const ofForms = ({ definition, people }: Making): (Made & { at: WrittenOrigin; idAt: At })[] =>
  (definition.forms ?? []).flatMap(({ id, idAt, value }) => {
    if (!value) return [];
    const by = value.from.map((role) => role.value);
    const hers = byHerOwn(by, people);
    const title = `the form “${value.title.value}”`;
    const shared = { source: 'form' as const, by, hers, at: value, idAt };
    return [
      { id: `${id}-received`, called: `${title} was received`, ...shared },
      { id: `${id}-complete`, called: `${title} was complete`, ...shared },
    ];
  });

const ofRecord = (
  { id, idAt, value }: Named<WrittenRecord>,
  { definition, people }: Making,
  entriesOf: EntriesOf,
): (Made & { at: WrittenOrigin; idAt: At })[] => {
  if (!value) return [];
  const by = (value.by ?? []).map((role) => role.value);
  const about = value.about?.value;
  const of = about === undefined || about === 'session' ? about : (entriesOf(about) ?? about);
  const hers = byHerOwn(by, people) || (about !== undefined && people.isHer(about));
  const fields = fieldsOf(id, value.asks ?? [], { sites: definition.sites ?? [], people, about });
  const called = value.called.value.replace(/\.$/, '');
  if (value['any-of']) return [{ id, called, source: 'any', at: value, idAt }];
  return [{ id, called, source: 'record', by, fields, hers, ...(of && { about: of }), at: value, idAt }];
};

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1).replace(/\.$/, '');

/** What duties, rules and grounds bring. */
const ofRules = ({ plain, people }: Making, entriesOf: EntriesOf): (Made & { at: WrittenOrigin; idAt: At })[] => [
  ...plain.happens.map(({ id, idAt, says, written }) => ({
    id,
    called: lowerFirst(says),
    source: 'record' as const,
    at: written,
    idAt,
  })),
  ...plain.duties.map(({ id, idAt, by, forEach, written }) => {
    const roles = by.map((role) => role.value);
    const hers = byHerOwn(roles, people) || (forEach !== undefined && people.isHer(forEach.value));
    const called = `“${inWords(id)}” was done`;
    // What is owed to each of them is done for each of them.
    const of = forEach === undefined || forEach.value === 'session' ? forEach?.value : entriesOf(forEach.value);
    const about = of === undefined ? {} : { about: of };
    return { id: `${id}-done`, called, source: 'duty' as const, by: roles, hers, ...about, at: written, idAt };
  }),
  ...plain.rules.map(({ id, idAt, by, written }) => {
    const roles = by.map((role) => role.value);
    const called = `“${inWords(id)}” was done`;
    return {
      id: `${id}-done`,
      called,
      source: 'act' as const,
      by: roles,
      hers: byHerOwn(roles, people),
      at: written,
      idAt,
    };
  }),
];

/**
 * Gives every happening, by id, each with where it was declared; those of every case stand where the programme does.
 * Of a happening that two things bring, the first counts.
 */
export const happeningsOf = (making: Making, entriesOf: EntriesOf, more: Happening[]): Map<Id, Happening> => {
  const { definition, clauses } = making;
  const everywhere: Origin = { at: definition.programme.at, clauses: [] };
  const done = ({ at, idAt, ...made }: Made & { at?: WrittenOrigin; idAt?: At }): Happening => ({
    by: [],
    fields: [],
    hers: false,
    ...made,
    origin: at && idAt ? originOf(at, idAt, clauses) : everywhere,
  });
  const all = [
    ...[...lifeEvents(making), ...sessionEvents(making), ...contacts(making, entriesOf)].map(done),
    ...ofForms(making).map(done),
    ...(definition.records ?? []).flatMap((each) => ofRecord(each, making, entriesOf)).map(done),
    ...ofRules(making, entriesOf).map(done),
    ...more,
  ];
  const found = new Map<Id, Happening>();
  for (const each of all) if (!found.has(each.id)) found.set(each.id, each);
  return found;
};
