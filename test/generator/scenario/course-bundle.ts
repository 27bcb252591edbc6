import type {
  Bundle,
  Course,
  CourseCondition,
  CourseRule,
  DerivedFact,
  Duty,
  Effect,
  Field,
  Happening,
} from '../../../engine/contract/index.js';
import { all, is, leaf, options, origin, question } from '../emit/bundle-for-emit.js';
import { bundleForScenarios } from './bundle-for-scenarios.js';

const field = (happening: string, name: string, kind: Field['kind'], ...ids: string[]): Field => ({
  id: `${happening}.${name}`,
  name,
  kind,
  ask: `${name}?`,
  called: name,
  options: kind === 'yes-no' ? options('yes', 'no') : options(...ids),
  required: false,
});

const happening = (id: string, source: Happening['source'], more: Partial<Happening> = {}): Happening => ({
  id,
  called: id,
  source,
  by: [],
  fields: [],
  hers: false,
  origin,
  ...more,
});

const absence = leaf({ kind: 'is', fact: 'session.absence', anyOf: ['yes'] });

export const derivedFact = (id: string, more: Partial<DerivedFact> & Pick<DerivedFact, 'from'>): DerivedFact => ({
  id,
  called: id.replaceAll('-', ' '),
  kind: 'number',
  options: [],
  hers: false,
  reads: `The ${id}.`,
  origin,
  ...more,
});

export const effect = (verb: Effect['verb'], says: string, more: Partial<Effect> = {}): Effect => ({
  verb,
  says,
  doneBy: [],
  ...more,
});

const opening = (id: string) => ({
  id,
  chapter: 'rules',
  until: [],
  force: 'must' as const,
  by: [],
  words: `The clause about ${id}.`,
  reads: `The rule ${id}.`,
  hers: false,
  origin,
});

export const courseRule = (
  id: string,
  more: Partial<CourseRule> & Pick<CourseRule, 'trigger' | 'effects'>,
): CourseRule => ({
  ...opening(id),
  either: false,
  confirmedBy: [],
  conflicts: [],
  ...more,
});

export const courseDuty = (id: string, more: Partial<Duty> & Pick<Duty, 'trigger'>): Duty => ({
  ...opening(id),
  chapter: 'duties',
  does: [],
  metBy: [],
  times: 1,
  from: { kind: 'happened' },
  due: { kind: 'within', span: { n: 2, unit: 'weeks' } },
  freezesIn: [],
  ...more,
});

const supported: CourseCondition = leaf({ kind: 'is', fact: 'stage', anyOf: ['on-programme'] });

/** What a definition could say of time, by hand: 2 absences in a row close, aggression suspends or closes. */
export const courseForScenarios: Course = {
  sessions: {
    total: { kind: 'exactly', n: 30 },
    totalCounts: [],
    endMovesWith: [],
    order: 'any',
    entry: 'rolling',
    outcomes: [
      { id: 'attended', label: 'Attended', traits: { present: true, credited: true } },
      { id: 'late', label: 'Late', traits: { present: true, absence: true, punctual: false } },
      { id: 'absent', label: 'Absent', traits: { absence: true } },
    ],
    kinds: [
      { id: 'group', label: 'Group session', mayReplace: [], origin },
      { id: 'one-to-one', label: 'One-to-one', mayReplace: ['group'], origin },
    ],
    phases: [
      {
        id: 'education',
        label: 'Education',
        kind: 'group',
        sessions: { kind: 'exactly', n: 7 },
        beforeStart: false,
        origin,
      },
    ],
    topics: [{ id: 'shame', title: 'Shame', origin }],
    credits: [],
    origin,
  },
  groups: [
    {
      id: 'evening',
      label: 'Evening group',
      places: { kind: 'at-most', n: 12 },
      pool: [],
      thresholds: [],
      origin,
    },
  ],
  happenings: [
    happening('started', 'life', { brings: 'on-programme' }),
    happening('closed', 'life', {
      brings: 'closed',
      fields: [field('closed', 'as', 'choice', 'non-attendance', 'withdrew')],
    }),
    happening('extended', 'life', {
      fields: [field('extended', 'n', 'number'), field('extended', 'unit', 'choice', 'days', 'weeks')],
    }),
    happening('caught-up', 'session', { about: 'session' }),
    happening('heard-from-participant', 'contact', { by: ['participant'] }),
    happening('partner-contacted', 'contact', { by: ['partner-support'], about: 'partners', hers: true }),
    happening('incident', 'record', {
      by: ['staff', 'referrer'],
      fields: [field('incident', 'severity', 'choice', 'low', 'high'), field('incident', 'injury', 'yes-no')],
    }),
  ],
  derived: [
    derivedFact('absences', {
      from: { kind: 'count', of: 'session', where: absence, window: { last: { n: 12, unit: 'weeks' } } },
    }),
    derivedFact('last-risk', {
      kind: 'choice',
      options: options('low', 'high'),
      from: { kind: 'value', which: 'latest', of: 'incident', field: 'incident.severity', window: {} },
    }),
    derivedFact('last-seen', { kind: 'date', from: { kind: 'day', which: 'latest', of: 'started', window: {} } }),
    derivedFact('her-wish', {
      kind: 'yes-no',
      options: options('yes', 'no'),
      scope: 'partners',
      hers: true,
      from: { kind: 'whether', condition: supported },
    }),
  ],
  rules: [
    courseRule('two-missed', {
      trigger: { kind: 'reaches', fact: 'absences', n: 2, stands: true, reads: 'absences reaches 2' },
      effects: [effect('close', 'close as non-attendance', { object: 'non-attendance', doneBy: ['closed'] })],
      confirmedBy: ['staff'],
    }),
    courseRule('aggression', {
      trigger: { kind: 'on', event: 'incident', reads: 'an incident' },
      effects: [effect('suspend', 'suspend'), effect('close', 'close as withdrew', { object: 'withdrew' })],
      either: true,
      force: 'may',
      unless: is('source', 'court'),
    }),
  ],
  duties: [
    courseDuty('call-back', { trigger: { kind: 'on', event: 'incident', reads: 'an incident' } }),
    courseDuty('call-partner', {
      trigger: { kind: 'while', condition: supported, reads: 'stage is on-programme' },
      forEach: 'partners',
      hers: true,
      metBy: ['partner-contacted'],
    }),
  ],
  steps: [
    {
      id: 'start',
      needs: [
        { id: 'signed', words: 'He must sign.', condition: all(is('contract', 'signed')), clauses: [], at: origin.at },
      ],
      by: [],
      reads: 'to start',
      origin,
    },
  ],
  returns: [
    {
      id: 'within-six-months',
      starts: 'where-he-left',
      keeps: [],
      refuses: false,
      words: 'He may come back.',
      reads: 'within six months',
      origin,
    },
  ],
  appeals: [],
};

/** The bundle for scenarios with somebody who supports the partner, two partners' questions, and a course. */
export const bundleWithCourse: Bundle = {
  ...bundleForScenarios,
  people: [
    { id: 'partner-support', side: 'inside', called: 'partner support', alsoCalled: [], supports: 'partner', origin },
    ...bundleForScenarios.people,
    { id: 'senior', side: 'inside', called: 'senior', is: 'staff', alsoCalled: [], origin },
    { id: 'office', side: 'inside', called: 'office', alsoCalled: [], origin },
  ],
  facts: [
    ...bundleForScenarios.facts,
    question('partners', 'entries', 'Partners', { asks: ['partners.name', 'partners.phone'], each: 'partner' }),
    question('partners.name', 'name', 'Name', { within: 'partners' }),
    question('partners.phone', 'phone', 'Telephone', { within: 'partners' }),
  ],
  course: courseForScenarios,
  documents: [
    {
      id: 'update',
      kind: 'message',
      of: 'update',
      title: 'Update',
      to: ['partner'],
      by: ['partner-support'],
      reviewedBy: [],
      onRequest: [],
      forEach: 'partners',
      covers: 'stay',
      headings: [],
      statements: [],
      reads: 'Sent by the partner support to the partner.',
      hers: true,
      origin,
    },
  ],
};
