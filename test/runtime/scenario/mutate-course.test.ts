import { expect, test } from 'vitest';
import type { Course, CourseCondition, Evaluation } from '../../../engine/contract/index.js';
import { mutateCourse } from '../../../runtime/scenario/mutate-course.js';
import { survivors } from '../../../runtime/scenario/survivors.js';
import { all, is, leaf } from '../../generator/emit/bundle-for-emit.js';
import {
  bundleWithCourse,
  courseDuty,
  courseForScenarios,
  courseRule,
  derivedFact,
} from '../../generator/scenario/course-bundle.js';
import { scenariosOf } from './bundle.js';
import { evaluation, recommendation } from './evaluation.js';

const { decision: _none, ...rest } = bundleWithCourse;
const empty: Course = { ...courseForScenarios, derived: [], rules: [], duties: [], steps: [], returns: [] };

const changesOf = (more: Partial<Course>): string[] =>
  mutateCourse({ ...rest, criteria: [], course: { ...empty, ...more } }).map(({ change }) =>
    change.replace(/^“.*”: /, ''),
  );

const overTime = (of: object, reads = 'it'): CourseCondition => ({ reads, negated: false, ...of }) as CourseCondition;
const rule = (more: object) =>
  courseRule('r', { trigger: { kind: 'missed', duty: 'd', reads: 'd is missed' }, effects: [], ...more });

test('what is reached is one less and one more, but never none', () => {
  const reaches = (n: number) =>
    changesOf({ rules: [rule({ trigger: { kind: 'reaches', fact: 'absences', n, stands: true, reads: '' } })] });
  expect(reaches(2)).toEqual(['1 instead of 2', '3 instead of 2']);
  expect(reaches(1)).toEqual(['2 instead of 1']);
});

test('the second of something is the first and the third, and each limit of a ladder falls away', () => {
  const trigger = { kind: 'on', event: 'incident', nth: 2, reads: '', where: is('incident.severity', 'high') };
  expect(changesOf({ rules: [rule({ trigger, until: ['started', 'closed'] })] })).toEqual([
    '1 instead of 2',
    '3 instead of 2',
    'with “not”',
    'is high or low',
    'without until started',
    'without until closed',
  ]);
});

test('a span in a condition is one shorter and one longer, and an event that limits it falls away', () => {
  const last = overTime({
    kind: 'happened',
    event: 'incident',
    within: { kind: 'last', span: { n: 12, unit: 'months' } },
  });
  const since = overTime({ kind: 'happened', event: 'incident', within: { kind: 'since', of: { event: 'started' } } });
  const lasted = overTime({ kind: 'lasted', condition: is('stage', 'suspended'), span: { n: 4, unit: 'weeks' } });
  expect(changesOf({ rules: [rule({ unless: all(last as never, since as never) })] })).toEqual([
    'with “not”',
    '11 months',
    '13 months',
    'with “not”',
    'whether since started or not',
  ]);
  expect(changesOf({ rules: [rule({ onlyWhen: lasted })] })).toEqual([
    'with “not”',
    '3 weeks',
    '5 weeks',
    'more than instead of at least',
    'with “not”',
  ]);
});

test('a fact counts something else, further back, without what breaks a run', () => {
  const run = derivedFact('missed-in-a-row', {
    from: {
      kind: 'run',
      of: 'session',
      where: is('session.outcome', 'absent'),
      brokenBy: [{ outcome: 'attended' }, { event: 'heard-from-participant' }],
      window: { last: { n: 12, unit: 'weeks' } },
    },
  });
  expect(changesOf({ derived: [run] })).toEqual([
    'with “not”',
    'is absent or attended',
    'is absent or late',
    'without attended',
    'without heard-from-participant',
    '11 weeks',
    '13 weeks',
  ]);
});

test('a duty is due one sooner and one later, so many times, and freezes in one state fewer', () => {
  const duty = courseDuty('d', {
    trigger: { kind: 'missed', duty: 'e', reads: '' },
    due: { kind: 'within', span: { n: 5, unit: 'working-days' } },
    times: 3,
    recurs: { kind: 'every', span: { n: 1, unit: 'months' } },
    freezesIn: ['suspended'],
  });
  expect(changesOf({ duties: [duty] })).toEqual([
    '4 working-days',
    '6 working-days',
    '2 instead of 3',
    '4 instead of 3',
    '2 months',
    'without pausing while suspended',
  ]);
});

test('a comparison of a derived number is changed as one of an answer is', () => {
  const needs = [
    {
      id: 'enough',
      words: 'Enough.',
      condition: leaf({ kind: 'compares', fact: 'absences', comparison: 'at-most', to: 4 }),
      clauses: [],
      at: bundleWithCourse.programme.origin.at,
    },
  ];
  const steps = courseForScenarios.steps.map((step) => ({ ...step, needs }));
  expect(changesOf({ derived: [], steps })).toEqual(['with “not”', '3 instead of 4', '5 instead of 4', 'less-than']);
});

test('a change that no scenario sees survives, and one that makes any of them fail does not', () => {
  const bundle = { ...rest, criteria: [], course: { ...empty, rules: courseForScenarios.rules.slice(0, 1) } };
  const scenarios = scenariosOf(
    bundle,
    'scenarios: [{ title: A., expect: { at: 2026-03-02, recommendations: [two-missed], because: EX-030 } }]',
  );
  // A man with two absences.
  const evaluate = (changed: typeof bundleWithCourse): Evaluation => {
    const [first] = changed.course?.rules ?? [];
    const isReached = first?.trigger.kind === 'reaches' && first.trigger.n <= 2;
    return evaluation(isReached ? { recommendations: [recommendation('two-missed')] } : {});
  };
  expect(
    survivors(bundle, scenarios, evaluate, mutateCourse(bundle)).map(({ criterion, change }) => [criterion, change]),
  ).toEqual([['two-missed', '1 instead of 2']]);
});
