import { kind, raiser } from '../../problem/problem.js';

const way = (path: string[]): string => path.map((each) => `“${each}”`).join(', which rests on ');

export const wholeProblems = {
  'rule/hers': kind<{ what: string; path: string[] }>({
    severity: 'error',
    message: ({ what, path }) =>
      `What becomes of his place would go by what the partner says or how she can be reached: ${what} reads ${way(path)}. Her answer may not decide his place.`,
    advice: () =>
      'Go by something else. Where her information bears on it, a person who may see it raises a review, in words that could rest on other grounds.',
  }),
  'duty/hers': kind<{ what: string; path: string[]; others: string[]; known: string[] }>({
    severity: 'error',
    message: ({ what, path, others }) =>
      `T${what.slice(1)} would tell ${others.length > 0 ? `the ${others.join(', the ')}` : 'anybody inside'} what the partner says or how she can be reached: it reads ${way(path)}.`,
    advice: ({ known }) =>
      known.length > 0
        ? `Name only roles that support her: ${known.join(', ')}.`
        : 'Declare the role that supports her under “people”, with “supports: partner”, and name it under “by:”.',
  }),
  'effect/hers': kind<{ id: string; says: string; whom: string; path: string[] }>({
    severity: 'error',
    message: ({ id, says, whom, path }) =>
      `“${id}” rests on what the partner says or how she can be reached: it reads ${way(path)}. “${says}” would reach ${whom}, and its coming would give her away.`,
    advice: () =>
      'Let it go to her, or to a role that supports her. Or let it be opened by something that is not hers, such as a date or a session.',
  }),
  'rule/no-confirmer': kind<{ id: string; says: string }>({
    severity: 'error',
    message: ({ id, says }) =>
      `“${id}” would ${says}, and says nobody who confirms it. Nothing ends a place by itself.`,
    advice: () => 'Add “confirmed-by:” with the role that confirms it.',
  }),
  'rule/force': kind<{ id: string; force: string; clause: string; says: string }>({
    severity: 'warning',
    message: ({ id, force, clause, says }) =>
      says === 'tells'
        ? `“${id}” says “${force}”, and its clause ${clause} only informs.`
        : `“${id}” says “${force}”, and its clause ${clause} only says “${says}”.`,
    advice: ({ says }) =>
      says === 'tells'
        ? 'Take it out, or explain in “reading” why the clause is taken so strongly.'
        : `Write “${says}”, or explain in “reading” why the clause is taken so strongly.`,
  }),
  'duty/never-opened': kind<{ id: string; event: string }>({
    severity: 'warning',
    message: ({ id, event }) => `“${id}” waits for “${event}”, and nothing here ever brings that about.`,
    advice: ({ event }) =>
      event.endsWith('-sent')
        ? `Add “send ${event.slice(0, -'-sent'.length)}” to the rule or duty from which it follows, or wait for something else.`
        : 'Add it to the rule or duty from which it follows, or wait for something else.',
  }),
  'stage/nothing-leads': kind<{ id: string; stage: string; step: string; effect: string }>({
    severity: 'warning',
    message: ({ id, stage }) => `“${id}” goes by the state “${stage}”, and nothing here leads to it.`,
    advice: ({ step, effect }) =>
      `Add a rule with “${effect.startsWith('may') ? effect : 'may: suspend'}”, or the step “${step}” to the pathway.`,
  }),
  'rule/never-reached': kind<{ reads: string; n: number; most: number }>({
    severity: 'warning',
    message: ({ reads, n, most }) =>
      `This can never come about, since ${n} is more than the ${most} that there are: ${reads}.`,
    advice: () => 'Lower the number, or take this out.',
  }),
  'rule/never-first': kind<{ id: string; earlier: string; n: number; first: number }>({
    severity: 'warning',
    message: ({ id, earlier, n, first }) =>
      `“${earlier}” must close the case at ${first} already, so “${id}” at ${n} never comes first.`,
    advice: () => 'Change one of the numbers, or give the earlier rule an “only-when” or an “unless”.',
  }),
  'rule/from-the-first-day': kind<{ id: string; reads: string; event: string; span: string }>({
    severity: 'warning',
    message: ({ id, reads }) =>
      `“${id}” would stand from the first day on: “${reads}” holds of somebody who came yesterday, before anything can have happened.`,
    advice: ({ event, span }) =>
      `Count from the latest one, or from the start where there was none, under “facts”: how-long: { time-since: latest ${event}, in: days }. Or add only-when: started has not happened in the last ${span}`,
  }),
  'duty/anchors-part': kind<{ id: string; other: string; does: string }>({
    severity: 'warning',
    message: ({ id, other, does }) =>
      `“${other}” and “${id}” both ${does.replace(' ', ' “')}”, one by the calendar and one by the sessions. For anybody who misses one session the two part.`,
    advice: () => 'Keep the one that the document means, or say in “reading” why both are here.',
  }),
};

export const raiseWhole = raiser(wholeProblems);
