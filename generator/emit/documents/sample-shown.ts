/** An invented case, seen through what a heading shows. */
import type { Beside, Bundle, HeadingData, SessionRow, Shown } from '../../../engine/contract/index.js';
import { valueFor } from './sample-value.js';

/** Takes what a heading shows; gives its part of the data. */
export const sampleShown = (bundle: Bundle, shows: Shown[]): Omit<HeadingData, 'stands' | 'says'> => {
  const data: Omit<HeadingData, 'stands' | 'says'> = {};
  for (const shown of shows) {
    if (shown.kind === 'fact')
      data.facts = {
        ...data.facts,
        [shown.fact]: { label: shown.called, value: valueFor(bundle, shown.fact), known: true },
      };
    else if (shown.kind === 'events') data.events = { ...data.events, [shown.event]: recorded(bundle, shown) };
    else Object.assign(data, of(bundle, shown));
  }
  return data;
};

const recorded = (bundle: Bundle, { fields }: Extract<Shown, { kind: 'events' }>) => ({
  none: false,
  rows: ['Tuesday 20 January 2026', 'Tuesday 17 February 2026'].map((on) => ({
    on,
    told: fields.map(({ id, called }) => ({ label: called, value: valueFor(bundle, id) })),
  })),
});

const days = [
  ...['Monday 5 January 2026', 'Monday 12 January 2026', 'Monday 19 January 2026', 'Monday 26 January 2026'],
  ...['Monday 2 February 2026', 'Monday 9 February 2026', 'Monday 16 February 2026', 'Monday 23 February 2026'],
];
/** The one that was missed, and the one that nobody recorded, counted from nought. */
const missedAt = 3;
const notRecordedAt = 7;

const rowOf = (bundle: Bundle, at: number, beside: Beside[]): SessionRow => {
  const { phases = [], topics = [] } = bundle.course?.sessions ?? {};
  const [outcome, mark] = outcomeAt(at);
  return {
    day: days[at] ?? '',
    outcome,
    topic: mark === 'full' ? (topics[at % Math.max(1, topics.length)]?.title ?? '') : '',
    phase: phases.find(({ beforeStart }) => !beforeStart)?.label ?? '',
    mark,
    beside: beside.map(({ field, called }) => ({ label: called, value: valueFor(bundle, field) })),
  };
};

const outcomeAt = (at: number): [string, SessionRow['mark']] => {
  if (at === missedAt) return ['Absent', 'empty'];
  return at === notRecordedAt ? ['Not recorded', 'not-recorded'] : ['Attended', 'full'];
};

const of = (bundle: Bundle, shown: Exclude<Shown, { kind: 'fact' | 'events' }>): Partial<HeadingData> => {
  switch (shown.kind) {
    case 'attendance':
      return {
        attendance: {
          summary: '8 sessions were due: 6 attended, 1 missed, 1 not recorded. 6 sessions are credited.',
          due: '8',
          attended: '6',
          credited: '6',
          missed: '1',
          notRecorded: '1',
          none: false,
          rows: days.map((_, at) => rowOf(bundle, at, shown.beside)),
        },
      };
    case 'absences':
      return {
        absences: {
          summary: '1 session was not attended.',
          missed: '1',
          none: false,
          rows: [rowOf(bundle, missedAt, shown.beside)],
        },
      };
    default:
      return { [shown.kind]: others(bundle)[shown.kind] };
  }
};

type Others = Exclude<Shown['kind'], 'fact' | 'events' | 'attendance' | 'absences'>;

const others = (bundle: Bundle): Required<Pick<HeadingData, Others>> => ({
  topics: {
    none: false,
    says: '',
    rows: days
      .map((_, at) => rowOf(bundle, at, []))
      .filter(({ topic }) => topic !== '')
      .map(({ topic, day }) => ({ topic, day })),
  },
  progress: {
    credited: '6',
    total: '30',
    phase: bundle.course?.sessions?.phases.find(({ beforeStart }) => !beforeStart)?.label ?? '',
    plannedEnd: 'Monday 3 August 2026',
  },
  standing: { state: 'On the programme', since: 'Monday 5 January 2026' },
  decision: {
    decided: true,
    says: 'An invented decision',
    on: 'Friday 19 December 2025',
    by: 'Kim Fictional',
    reason: 'An invented reason.',
    reasonMissing: false,
  },
  appeal: {
    steps: (bundle.course?.appeals ?? []).map((step) => ({
      title: step.title,
      to: bundle.people.find(({ id }) => id === step.to)?.called ?? step.to,
      saying: step.saying ?? '',
      within: 'Within 10 working days of the decision: by Wednesday 7 January 2026',
      answered: 'Within 10 working days of receiving it',
    })),
  },
  contact: { rows: bundle.programme.contact },
  risk: {
    none: false,
    rows: [{ measure: 'An invented assessment', score: '14', band: 'High', on: 'Tuesday 13 January 2026' }],
  },
  duties: {
    none: false,
    rows: [
      {
        what: 'Something invented that is to be done',
        by: 'Kim Fictional',
        state: 'Open',
        due: 'Wednesday 4 March 2026',
        done: '',
      },
    ],
  },
  decisions: {
    none: false,
    rows: [{ what: 'Something invented that was decided', by: 'Kim Fictional', on: 'Tuesday 10 February 2026' }],
  },
  missing: { none: false, rows: [{ asks: 'An invented question that has no answer' }] },
});
