import { nearest } from '../../problem/nearest.js';
import { kind, raiser } from '../../problem/problem.js';

const suggestion = (name: string, known: string[]): string => {
  const near = nearest(name, known);
  return near ? `Did you mean “${near}”? ` : '';
};

export const factProblems = {
  'fact/kind': kind<{ id: string; kinds: string[] }>({
    severity: 'error',
    message: ({ id, kinds }) =>
      kinds.length === 0
        ? `The fact “${id}” does not say how it is worked out.`
        : `The fact “${id}” is worked out in two ways at once: ${kinds.join(' and ')}.`,
    advice: () =>
      'Give it one of count-of, run-of, time-since, time-between, latest, first, day-of, sum-of, distinct, share-of, time-in or when.',
  }),
  'name/of-every-case': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is a name that every case has already.`,
    advice: () => 'Choose another name.',
  }),
  'fact/key-not-for-kind': kind<{ id: string; key: string; kind: string; fits: string }>({
    severity: 'error',
    message: ({ id, key, kind: of }) => `“${key}” means nothing in “${id}”, which is worked out with ${of}.`,
    advice: ({ key, fits }) => `Take “${key}” out. It goes with ${fits}.`,
  }),
  'fact/key-missing': kind<{ id: string; key: string; kind: string; example: string }>({
    severity: 'error',
    message: ({ id, key, kind: of }) => `“${id}”, which is worked out with ${of}, needs “${key}”.`,
    advice: ({ example }) => `Add it, such as ${example}.`,
  }),
  'fact/unit': kind<{ id: string; found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a unit of time.`,
    advice: () => 'Write hours, days, working-days, weeks, months or years.',
  }),
  'fact/no-such-phase': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no phase named “${name}”.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}${known.length > 0 ? `Phases are: ${known.join(', ')}.` : 'Declare it in “sessions”, under “phases”.'}`,
  }),
  'fact/no-such-question': kind<{ name: string; event: string; known: string[] }>({
    severity: 'error',
    message: ({ name, event }) => `“${event}” has no question named “${name}”.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}${known.length > 0 ? `Its questions are: ${known.join(', ')}.` : 'Add it to the record, under “asks”.'}`,
  }),
  'fact/not-a-question': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” does not say which question of which event is meant.`,
    advice: () => 'Write the event and its question with a full stop between, such as incident.severity.',
  }),
  'fact/value-kind': kind<{ id: string; name: string }>({
    severity: 'error',
    message: ({ id, name }) => `“${id}” would be the words of “${name}”, and rules cannot go by words.`,
    advice: () => 'Use a question that is yes or no, a choice, a number or a date.',
  }),
  'fact/not-an-event': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is a date, and here an event is needed.`,
    advice: () => 'Name something that happens, such as started or latest session-missed.',
  }),
  'fact/for-each': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `There are not several of “${name}” that it could be worked out for each of.`,
    advice: () => 'Write session, the name of an event, or somebody for whom a form has a question with “each”.',
  }),
  'fact/none-such': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `“facts” declares nothing named “${name}”.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}${known.length > 0 ? `Facts are: ${known.join(', ')}.` : 'Declare it under “facts”.'}`,
  }),
  'fact/goes-round': kind<{ path: string[] }>({
    severity: 'error',
    message: ({ path }) =>
      `This goes round in a circle: ${path.map((each) => `“${each}”`).join(', which depends on ')}.`,
    advice: () => 'Change one of these facts so that it does not come back to where it began.',
  }),
  'fact/no-such-state': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is not a state of a case.`,
    advice: ({ name, known }) => `${suggestion(name, known)}States are: ${known.join(', ')}.`,
  }),
  'fact/not-a-number': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is no number under “facts”, so it cannot be added to a count.`,
    advice: ({ name, known }) =>
      `${suggestion(name, known)}${known.length > 0 ? `Numbers are: ${known.join(', ')}.` : 'Declare it there with count-of.'}`,
  }),
  'fact/per': kind<{ n: number }>({
    severity: 'error',
    message: ({ n }) => `One for every ${n} of them says nothing.`,
    advice: () => 'Write a whole number of 2 or more, such as one-for-every: 3.',
  }),
  'fact/time-in': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `How long somebody was “${name}” in all is not kept.`,
    advice: () =>
      'Write on-leave or suspended. How long a state has lasted is said in a sentence: stage is completed for at least 2 weeks.',
  }),
  'fact/time-in-unit': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) =>
      `Several stretches of time cannot be added up in ${found}, which are not all of one length.`,
    advice: () => 'Write in: days, in: working-days or in: weeks.',
  }),
  'fact/of-one-stay': kind<{ id: string; event: string }>({
    severity: 'warning',
    message: ({ id, event }) =>
      `“${id}” counts “${event}” in this stay, which is never more than one: each of them begins another stay.`,
    advice: () => 'Add “ever: yes”, so that those of earlier stays count too.',
  }),
  'fact/unused': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `Nothing reads the fact “${id}”, so it decides nothing.`,
    advice: () => 'Name it in a rule or a duty, give it a clause, or take it out.',
  }),
};

export const raiseFact = raiser(factProblems);
