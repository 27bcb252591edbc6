/** An invented programme with a course, made by hand: two phases, two rules, three duties, one of them hers. */
import type {
  Bundle,
  CaseEvent,
  Course,
  CourseRule,
  Duty,
  Evaluation,
  Happening,
  LedgerEntry,
  SessionMark,
} from '../../../engine/contract/index.js';
import { bundleOf, factOf, origin } from './made-by-hand.js';

const at = (line: number) => ({ ...origin().at, file: 'rules.yaml', line });

export const happeningOf = (more: Partial<Happening>): Happening => ({
  id: 'started',
  called: 'he started the programme',
  source: 'life',
  by: [],
  fields: [],
  hers: false,
  origin: origin(),
  ...more,
});

export const ruleOf = (more: Partial<CourseRule>): CourseRule => ({
  id: 'two-missed',
  chapter: 'attendance',
  trigger: { kind: 'reaches', fact: 'missed-in-a-row', n: 2, stands: true, reads: 'missed in a row reaches 2' },
  until: [],
  force: 'must',
  by: ['staff'],
  words: 'Two sessions missed in a row close the case.',
  reads: 'When the sessions missed in a row reach 2, he must be closed as non-attendance.',
  hers: false,
  origin: { ...origin({ clauses: ['EX-004'] }), at: at(12) },
  effects: [{ verb: 'close', object: 'non-attendance', says: 'close as non-attendance', doneBy: ['closed'] }],
  either: false,
  confirmedBy: ['staff'],
  conflicts: [],
  ...more,
});

export const dutyOf = (more: Partial<Duty>): Duty => ({
  id: 'tell-referrer',
  chapter: 'duties',
  trigger: { kind: 'on', event: 'session-missed', reads: 'a session is missed' },
  until: [],
  force: 'should',
  by: ['staff'],
  words: 'Tell the referrer about each missed session.',
  reads: 'After each missed session the staff should contact the referrer within 2 working days.',
  hers: false,
  origin: { ...origin({ clauses: ['EX-005'] }), at: at(20) },
  does: [{ verb: 'contact', object: 'referrer', says: 'contact the referrer', doneBy: ['referrer-contacted'] }],
  metBy: ['referrer-contacted'],
  times: 1,
  from: { kind: 'happened' },
  due: { kind: 'within', span: { n: 2, unit: 'working-days' } },
  freezesIn: [],
  ...more,
});

const course: Course = {
  groups: [],
  sessions: {
    total: { kind: 'exactly', n: 10 },
    totalCounts: [],
    length: { n: 2, unit: 'hours' },
    rate: { amount: { kind: 'exactly', n: 1 }, each: { n: 1, unit: 'weeks' } },
    endMovesWith: [],
    order: 'sequential',
    entry: 'rolling',
    outcomes: [
      { id: 'attended', label: 'Attended', traits: { present: true, credited: true } },
      { id: 'late', label: 'Late', traits: { present: true, absence: true } },
      { id: 'absent', label: 'Absent', traits: { absence: true } },
    ],
    kinds: [{ id: 'group', label: 'Group session', mayReplace: [], origin: origin() }],
    phases: [
      {
        id: 'meeting',
        label: 'Meeting',
        kind: 'group',
        sessions: { kind: 'at-least', n: 3 },
        beforeStart: true,
        origin: origin(),
      },
      {
        id: 'first-part',
        label: 'First part',
        kind: 'group',
        sessions: { kind: 'exactly', n: 7 },
        beforeStart: false,
        origin: origin({ clauses: ['EX-002'] }),
      },
    ],
    topics: [],
    credits: [],
    origin: origin(),
  },
  happenings: [
    happeningOf({}),
    happeningOf({ id: 'closed', called: 'the case was closed' }),
    happeningOf({ id: 'heard-from-participant', called: 'he was heard from', source: 'contact', about: 'session' }),
    happeningOf({
      id: 'incident',
      called: 'an incident was reported',
      source: 'record',
      by: ['staff'],
      fields: [
        {
          id: 'incident.severity',
          name: 'severity',
          kind: 'choice',
          ask: 'How severe was it?',
          called: 'severity',
          options: [
            { id: 'low', label: 'Low' },
            { id: 'high', label: 'High' },
          ],
          required: true,
        },
        {
          id: 'incident.people-there',
          name: 'people-there',
          kind: 'number',
          ask: 'How many were there?',
          called: 'people there',
          options: [],
          required: false,
        },
      ],
    }),
    happeningOf({ id: 'partner-contacted', called: 'his partner was contacted', source: 'contact', hers: true }),
  ],
  derived: [
    {
      id: 'missed-in-a-row',
      called: 'sessions missed in a row',
      kind: 'number',
      options: [],
      from: { kind: 'count', of: 'session', window: {} },
      hers: false,
      reads: 'how many sessions he missed one after the other',
      origin: { ...origin(), at: at(3) },
    },
  ],
  rules: [
    ruleOf({}),
    ruleOf({ id: 'her-fear', words: 'She is afraid.', hers: true, force: 'may', effects: [], origin: origin() }),
  ],
  duties: [
    dutyOf({}),
    dutyOf({ id: 'call-her', words: 'Call her each month.', hers: true, forEach: 'partners', origin: origin() }),
  ],
  steps: [
    {
      id: 'start',
      needs: [
        {
          id: 'start-1',
          words: 'The agreement is signed.',
          condition: { kind: 'answered', fact: 'signed', negated: false, reads: 'the agreement is signed' },
          clauses: ['EX-003'],
          at: at(30),
        },
      ],
      by: ['staff'],
      reads: 'To start, the agreement must be signed.',
      origin: { ...origin({ clauses: ['EX-003'] }), at: at(29) },
    },
  ],
  returns: [],
  appeals: [],
};

/** The definition: its outline has an item for what stands at line 29 of rules.yaml. */
export const courseBundle: Bundle = {
  ...bundleOf({
    clauses: ['EX-001', 'EX-002', 'EX-003', 'EX-004', 'EX-005'],
    people: { staff: 'evening staff', 'support-worker': 'support worker' },
    facts: [
      factOf({
        id: 'signed',
        kind: 'yes-no',
        ask: 'Is the agreement signed?',
        called: 'agreement signed',
        options: [
          { id: 'yes', label: 'Yes' },
          { id: 'no', label: 'No' },
        ],
      }),
      factOf({ id: 'partners', kind: 'entries', ask: 'Partners', called: 'partners', each: 'partner', hers: true }),
    ],
  }),
  course,
  outline: [
    {
      id: 'pathway',
      title: 'The path',
      items: [{ id: 'to-start', heading: 'Start', says: [], clauses: [], at: at(29), items: [] }],
    },
  ],
};

export const eventOf = (more: Partial<CaseEvent> & { happened: string }): CaseEvent => ({
  id: `e-${more.happened}`,
  kind: 'happened',
  learned: more.happened,
  recorded: more.happened,
  by: { role: 'staff' },
  values: {},
  ...more,
});

export const sessionOn = (on: string, outcome: string, more: Partial<SessionMark> = {}): CaseEvent =>
  eventOf({ happened: on, kind: 'session', session: { mark: 'held', on, outcome, ...more } });

export const ledgerOf = (more: Partial<LedgerEntry> & { on: string }): LedgerEntry => ({
  key: more.on,
  planned: false,
  recorded: true,
  disputed: false,
  traits: {},
  contact: false,
  credit: false,
  stay: 1,
  events: [],
  ...more,
});

/** He started on Monday 5 January, attended the 12th, and missed the 19th and the 26th. */
export const courseEvents: CaseEvent[] = [
  eventOf({ happened: '2026-01-05', what: 'started' }),
  sessionOn('2026-01-12', 'attended'),
  sessionOn('2026-01-19', 'absent'),
  sessionOn('2026-01-26', 'absent'),
];

const plain: Evaluation = {
  asOf: '2026-01-26',
  criteria: [],
  decision: { outcome: 'eligible', settled: true, reasons: [], missing: [], consulting: [] },
  unusable: [],
};

/** How that case stands on 26 January: both sessions missed, so the rule asks for him to be closed. */
export const courseEvaluation: Evaluation = {
  ...plain,
  state: 'on-programme',
  stateSince: '2026-01-05',
  phase: 'first-part',
  stay: 1,
  plannedEnd: '2026-03-16',
  ledger: [
    ledgerOf({ on: '2026-01-12', outcome: 'attended', present: true, credited: true, absence: false }),
    ledgerOf({ on: '2026-01-19', outcome: 'absent', present: false, credited: false, absence: true }),
    ledgerOf({ on: '2026-01-26', outcome: 'absent', present: false, credited: false, absence: true }),
    ledgerOf({ on: '2026-02-02', planned: true, recorded: false, notDue: 'not-yet' }),
  ],
  facts: [{ id: 'missed-in-a-row', value: 2, used: ['e-2026-01-19', 'e-2026-01-26'], lacks: [], hers: false }],
  recommendations: [
    {
      rule: 'two-missed',
      force: 'must',
      effects: ruleOf({}).effects,
      either: false,
      since: '2026-01-26',
      state: 'open',
      words: 'Two sessions missed in a row close the case.',
      reads: 'When the sessions missed in a row reach 2, he must be closed as non-attendance.',
      clauses: ['EX-004'],
      confirmedBy: ['staff'],
      used: ['e-2026-01-26'],
      lacks: [],
      why: [
        {
          reads: 'sessions missed in a row reaches 2',
          verdict: 'met',
          found: '2',
          used: ['e-2026-01-19', 'e-2026-01-26'],
          at: at(12),
        },
      ],
      conflicts: [
        { rule: 'her-fear', settled: false, yields: false, witness: 'a man who misses two is closed and is kept' },
      ],
      hers: false,
      at: at(12),
    },
    {
      rule: 'her-fear',
      force: 'may',
      effects: [],
      either: false,
      since: '2026-01-20',
      state: 'perhaps',
      words: 'She is afraid.',
      reads: 'When she says that she is afraid.',
      clauses: [],
      confirmedBy: ['support-worker'],
      used: [],
      lacks: [{ kind: 'session', of: '2026-01-19' }],
      why: [],
      conflicts: [],
      hers: true,
      at: at(40),
    },
  ],
  duties: [
    {
      id: 'tell-referrer',
      openedBy: 'e-2026-01-26',
      opened: '2026-01-26',
      due: '2026-01-28',
      provisional: false,
      state: 'open',
      left: 1,
      force: 'should',
      by: ['staff'],
      does: dutyOf({}).does,
      words: 'Tell the referrer about each missed session.',
      reads: 'After each missed session the staff should contact the referrer within 2 working days.',
      whyDue: '2 working days after 2026-01-26',
      clauses: ['EX-005'],
      hers: false,
      at: at(20),
    },
    {
      id: 'call-her',
      opened: '2026-01-05',
      due: '2026-02-05',
      provisional: false,
      state: 'open',
      left: 1,
      force: 'must',
      by: ['support-worker'],
      does: [],
      words: 'Call her each month.',
      reads: 'Call her each month.',
      whyDue: '1 month after 2026-01-05',
      clauses: [],
      hers: true,
      at: at(45),
    },
  ],
  steps: [
    {
      step: 'complete',
      verdict: 'unknown',
      by: ['staff'],
      needs: [
        {
          id: 'complete-1',
          words: 'He has 10 sessions.',
          verdict: 'not-met',
          why: { reads: 'sessions credited is at least 10', verdict: 'not-met', found: '1' },
          clauses: ['EX-001'],
        },
      ],
      refusedBy: ['two-missed'],
      lacks: [{ kind: 'fact', of: 'signed' }],
    },
  ],
  next: {
    at: '2026-01-29',
    changes: [{ kind: 'duty', id: 'tell-referrer', from: 'open', to: 'missed' }],
  },
  nextMiss: {
    on: '2026-02-02',
    changes: [{ kind: 'fact', id: 'missed-in-a-row', from: '2', to: '3' }],
  },
  toFindOut: [{ kind: 'session', of: '2026-02-02' }],
  toReview: [],
  irregular: [],
  warnings: ['The bank holidays are known until 2028-12-31.'],
};
