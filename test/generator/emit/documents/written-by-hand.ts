/** A bundle with a report of nine headings and two messages, written by hand: every kind of part stands in one of them. */
import type {
  Bundle,
  Course,
  Document,
  Happening,
  Heading,
  Information,
  Option,
} from '../../../../engine/contract/index.js';
import { bundleForEmit, options, origin, question } from '../bundle-for-emit.js';

const labelled = (...labels: string[]): Option[] => labels.map((label) => ({ id: label.toLowerCase(), label }));

const heading = (id: string, more: Partial<Heading>): Heading => ({
  id,
  says: [],
  shows: [],
  releasedBy: [],
  origin,
  ...more,
});
const narrative = (prompt: string) => ({ prompt, required: true, rows: [], columns: [] });

const document = (more: Pick<Document, 'id' | 'kind' | 'title' | 'to' | 'headings'> & Partial<Document>): Document => ({
  of: more.id,
  by: ['staff'],
  reviewedBy: [],
  onRequest: [],
  covers: 'stay',
  statements: [],
  reads: 'It is sent.',
  hers: false,
  origin,
  ...more,
});

/** Headings 1 to 9 of a report to the referrer, in the words and with the punctuation of a real one. */
export const nineHeadings: Heading[] = [
  heading('attendance-record', {
    heading: 'Attendance record (incl session content covered)',
    shows: [{ kind: 'attendance', beside: [] }, { kind: 'topics' }, { kind: 'progress' }],
  }),
  heading('absences', {
    heading: 'Sessions not attended and reasons where provided',
    shows: [
      { kind: 'absences', beside: [{ event: 'absence-reason', field: 'absence-reason.reason', called: 'reason' }] },
    ],
  }),
  heading('engagement', { heading: 'Engagement', asks: narrative('How has he engaged with the group?') }),
  heading('risk-review', {
    heading: 'Review of risk',
    shows: [
      { kind: 'risk' },
      { kind: 'fact', fact: 'proceedings', called: 'Proceedings' },
      { kind: 'events', event: 'incident', called: 'incidents', fields: [{ id: 'incident.where', called: 'where' }] },
    ],
    asks: narrative('What has changed in the risk?'),
  }),
  heading('15-weeks', {
    heading: 'What is owed & what was decided',
    shows: [
      { kind: 'duties', of: [] },
      { kind: 'decisions', of: [] },
      { kind: 'missing', form: 'referral' },
    ],
  }),
  heading('strengths', {
    heading: 'Concerns & positives re: capacity, motivation and context',
    asks: {
      ...narrative('What concerns you, and what is positive?'),
      rows: labelled('Capacity', 'Motivation', 'Context'),
      columns: labelled('Concerns', 'Positives'),
    },
  }),
  heading('barriers', { heading: 'Barriers to {{attendance}} \\{and compliance}', says: [['Nothing is held back.']] }),
  heading('summary', {
    heading: '“Summary” <of all>',
    shows: [{ kind: 'standing' }, { kind: 'contact' }, { kind: 'appeal' }],
    asks: narrative('What remains?'),
  }),
  heading('ric', {
    heading: 'A copy of full RIC risk assessment',
    attaches: { kind: 'instrument', of: 'her-view', called: 'RIC risk assessment' },
    releasedBy: ['supporter'],
  }),
];

export const midWay = document({
  id: 'mid-way',
  kind: 'report',
  title: 'Mid-way report',
  to: ['referrer', 'court'],
  reviewedBy: ['lead'],
  headings: nineHeadings,
  statements: ['no-excuse'],
});

export const refusal = document({
  id: 'refusal',
  kind: 'message',
  title: 'Refusal',
  subject: ['Your referral of ', { fact: 'worker' }],
  to: ['referrer'],
  headings: [
    heading('message', {
      says: [['We cannot offer ', { fact: 'worker' }, ' a place.'], ['You may ask us why.']],
      shows: [{ kind: 'decision' }],
      asks: { ...narrative('The reason'), offers: 'reasons' },
    }),
  ],
});

/** To the partner, of her own entry: what is hers may stand in it. */
export const update = document({
  id: 'update',
  kind: 'message',
  title: 'How he is doing',
  to: ['partner'],
  by: ['supporter'],
  forEach: 'partners',
  headings: [
    heading('message', {
      shows: [
        { kind: 'attendance', beside: [] },
        { kind: 'fact', fact: 'her-wish', called: 'What she wishes' },
      ],
    }),
  ],
});

const happening = (id: string, more: Partial<Happening>): Happening => ({
  id,
  called: `${id} happened`,
  source: 'record',
  by: ['staff'],
  fields: [],
  hers: false,
  origin,
  ...more,
});

const course: Course = {
  sessions: {
    total: { kind: 'exactly', n: 30 },
    totalCounts: [],
    endMovesWith: [],
    order: 'any',
    entry: 'rolling',
    outcomes: [
      { id: 'attended', label: 'Attended', traits: { present: true, credited: true } },
      { id: 'absent', label: 'Absent', traits: { absence: true } },
    ],
    kinds: [],
    phases: [
      { id: 'one', label: 'Phase one', kind: 'core', sessions: { kind: 'exactly', n: 15 }, beforeStart: false, origin },
      { id: 'two', label: 'Phase two', kind: 'core', sessions: { kind: 'exactly', n: 15 }, beforeStart: false, origin },
    ],
    topics: [
      { id: 'time-out', title: 'Time out', origin },
      { id: 'signals', title: 'Signals & triggers', origin },
    ],
    credits: [],
    origin,
  },
  groups: [],
  happenings: [
    happening('incident', {
      fields: [
        {
          ...{ id: 'incident.where', name: 'where', kind: 'choice', ask: 'Where?', called: 'where' },
          ...{ options: options('home', 'elsewhere'), required: true },
        },
      ],
    }),
    happening('absence-reason', {
      about: 'session',
      fields: [
        {
          ...{ id: 'absence-reason.reason', name: 'reason', kind: 'text', ask: 'Why?', called: 'reason' },
          ...{ options: [], required: false },
        },
      ],
    }),
    happening('partner-contacted', { hers: true, about: 'partners', by: ['supporter'] }),
  ],
  derived: [],
  rules: [],
  duties: [],
  steps: [],
  returns: [],
  appeals: [
    {
      ...{ id: 'to-the-lead', title: 'Appeal to the lead', from: ['participant'], to: 'lead', against: ['declined'] },
      ...{ inWriting: true, saying: 'Why the decision was wrong', duty: 'answer-appeal', origin },
    },
  ],
};

const information: Information = {
  kept: [
    { id: 'hers', called: 'what is hers', seenBy: ['supporter'] },
    { id: 'risk-to-workers', called: 'what is known of risks to our workers', seenBy: ['lead'], origin },
  ],
  labels: {
    'her-wish': [{ kept: 'hers', path: ['her-wish'] }],
    'her-view': [{ kept: 'hers', path: ['her-view', 'her-wish'] }],
    'events/partner-contacted': [{ kept: 'hers', path: ['events/partner-contacted'] }],
    'children.school': [{ kept: 'hers', path: ['children.school'] }],
    waited: [{ kept: 'risk-to-workers', path: ['waited'] }],
  },
};

const inside = { side: 'inside' as const, alsoCalled: [], origin };
const outside = { side: 'outside' as const, alsoCalled: [], origin };

/** As the other parts of the emitter have it, with a course, documents, and what is kept apart. */
export const bundleWithDocuments: Bundle = {
  ...bundleForEmit,
  people: [
    ...bundleForEmit.people,
    { id: 'participant', called: 'client', ...outside },
    { id: 'partner', called: 'partner', ...outside },
    { id: 'court', called: 'family court', ...outside },
    { id: 'lead', called: 'service lead', ...inside },
    { id: 'supporter', called: 'partner support worker', supports: 'partner', ...inside },
    { id: 'new-supporter', called: 'partner support trainee', is: 'supporter', ...inside },
  ],
  facts: [
    ...bundleForEmit.facts,
    question('partners', 'entries', 'Partners', { asks: [], each: 'partner' }),
    question('her-wish', 'text', 'What does she wish?', { from: ['partner'], hers: true }),
    question('her-view', 'number', 'RIC risk assessment', { source: 'instrument', from: ['partner'], hers: true }),
  ],
  course,
  documents: [midWay, refusal, update],
  information,
};
