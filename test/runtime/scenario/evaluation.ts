import type {
  CourseEvaluation,
  CourseFact,
  DutyVerdict,
  Evaluation,
  LedgerEntry,
  Recommendation,
} from '../../../engine/contract/index.js';
import { origin } from '../../generator/emit/bundle-for-emit.js';
import { effect } from '../../generator/scenario/course-bundle.js';

/** A man on the programme of whom nothing in particular is so. */
export const evaluation = (more: Partial<CourseEvaluation> = {}): Evaluation => ({
  asOf: '2026-03-02',
  criteria: [],
  decision: { outcome: 'eligible', settled: true, reasons: [], missing: [], consulting: [] },
  unusable: [],
  state: 'on-programme',
  stateSince: '2026-01-05',
  stay: 1,
  ledger: [],
  facts: [],
  recommendations: [],
  duties: [],
  steps: [],
  toFindOut: [],
  toReview: [],
  irregular: [],
  warnings: [],
  ...more,
});

export const foundFact = (id: string, value: CourseFact['value'], more: Partial<CourseFact> = {}): CourseFact => ({
  id,
  value,
  used: [],
  lacks: [],
  hers: false,
  ...more,
});

export const recommendation = (rule: string, more: Partial<Recommendation> = {}): Recommendation => ({
  rule,
  force: 'must',
  effects: [effect('close', 'close as non-attendance', { object: 'non-attendance', doneBy: ['closed'] })],
  either: false,
  since: '2026-02-02',
  state: 'open',
  words: `The clause about ${rule}.`,
  reads: `The rule ${rule}.`,
  clauses: ['EX-030'],
  confirmedBy: ['staff'],
  used: [],
  lacks: [],
  why: [],
  conflicts: [],
  hers: false,
  at: { ...origin.at, line: 14 },
  ...more,
});

export const dutyVerdict = (id: string, more: Partial<DutyVerdict> = {}): DutyVerdict => ({
  id,
  opened: '2026-01-05',
  provisional: false,
  state: 'open',
  left: 1,
  force: 'should',
  by: ['staff'],
  does: [effect('contact', 'call him back')],
  words: `The clause about ${id}.`,
  reads: `The duty ${id}.`,
  whyDue: '2 weeks after 5 January',
  clauses: ['EX-042'],
  hers: false,
  at: { ...origin.at, line: 20 },
  ...more,
});

export const session = (on: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  key: on,
  on,
  planned: true,
  recorded: true,
  disputed: false,
  traits: {},
  contact: false,
  credit: false,
  stay: 1,
  events: [],
  ...more,
});
