import { kind, raiser } from '../problem/problem.js';

/** Where a must about each kind of thing is acted upon. */
const homes: Record<string, string> = {
  appeal: 'a step under “appeals”',
  attendance: 'a rule under “attendance”, or a duty',
  capacity: 'the places of a group, or what a step needs',
  closure: 'a rule that closes',
  eligibility: 'a criterion under “eligibility”, or what a step needs',
  exclusion: 'a criterion under “exclusions”',
  'partner-contact': 'a duty under “partners”',
  report: 'a report, or a heading of one',
  suspension: 'a rule that suspends',
  timescale: 'a duty with its time',
};

/** What a document says of what is hers is kept without a rule. */
const ofHers = (about: string, id: string): string =>
  about === 'partner-contact' || about === 'report'
    ? ` If it says that what the partner tells is not passed on, that is so by itself: write “hers: { clause: ${id} }” under “information”.`
    : '';

export const traceProblems = {
  'clause/only-said': kind<{ id: string; force: string; about: string; by: string[] }>({
    severity: 'error',
    message: ({ id, force, about, by }) =>
      `${id} is a “${force}” about ${about}, and only words answer to it: ${by.join(', ')}. Nothing follows from them.`,
    advice: ({ id, about }) =>
      `Write what it asks for as ${homes[about] ?? 'something that acts'}, with “clause: ${id}”. The words may stay.${ofHers(about, id)}`,
  }),
  'clause/another-number': kind<{ id: string; says: string; clauses: string[]; sentences: string[] }>({
    severity: 'warning',
    message: ({ id, says, clauses, sentences }) =>
      `“${id}” says ${says}, and ${clauses.join(' and ')} ${clauses.length === 1 ? 'does' : 'do'} not: “${sentences.join(' ')}” People would be told two things.`,
    advice: ({ says }) =>
      `Write the number that the clause has; or, if ${says} is right, put the clause's words right, or say in “reading” how it was taken.`,
  }),
  'clause/no-home': kind<{ id: string; says: string }>({
    severity: 'warning',
    message: ({ id, says }) => `Nothing answers to ${id}: “${says}”`,
    advice: ({ id }) =>
      `Give what carries it out “clause: ${id}”. If it only informs and binds nobody, list it under “background”. If it says that what the partner tells is kept apart, that is so by itself: write “hers: { clause: ${id} }” under “information”.`,
  }),
};

export const raiseTrace = raiser(traceProblems);
