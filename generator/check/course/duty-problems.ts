import { kind, raiser } from '../../problem/problem.js';

const form = (key: string): string =>
  key === 'within'
    ? 'Write a number and a unit, such as 2 weeks or 5 working days; or at-once, or not-stated. A weekday goes under “by-day”, so long before something under “before”.'
    : 'Write a number and a unit, such as 4 weeks or 1 month; of “every” also calendar month, or not-stated.';

export const dutyProblems = {
  'duty/span': kind<{ key: string; found: string; suggestion?: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a length of time.`,
    advice: ({ key, suggestion }) =>
      suggestion !== undefined ? `Did you mean “${suggestion}”? ${form(key)}` : form(key),
  }),
  'duty/clock': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a time of day.`,
    advice: () => 'Write it by the clock of 24 hours and in quotes, such as "16:00".',
  }),
  'duty/time-without-day': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” says by what time and not on which day.`,
    advice: () => 'Add “within” or “by-day”, such as within: 1 day; on its last day the time counts.',
  }),
  'duty/two-dues': kind<{ id: string; keys: string[] }>({
    severity: 'error',
    message: ({ id, keys }) => `“${id}” has both “${keys[0]}” and “${keys[1]}”, so it would be due at two times.`,
    advice: () => 'Keep one of them, or make it two duties.',
  }),
  'duty/two-rhythms': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” has both “every” and “at-least-every”.`,
    advice: () =>
      'Keep “every” where each stretch of time has its own, “at-least-every” where it counts from the last one done.',
  }),
  'duty/frozen': kind<{ id: string; of: string }>({
    severity: 'error',
    message: ({ id, of }) =>
      `The duty “${id}” is towards the ${of}, and would stand still because he is suspended or away. What is owed to the ${of} does not.`,
    advice: () => 'Take “pauses-in” out.',
  }),
};

export const raiseDuty = raiser(dutyProblems);
