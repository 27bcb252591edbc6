/** What can be wrong in what a file of scenarios says of time. */
import { kind, raiser } from '../../problem/problem.js';

const meant = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : `Did you mean “${near}”?`;

const many = 12;
const listOf = (words: string[]): string => {
  if (words.length === 0) return 'none';
  const rest = words.length - many;
  return rest > 0 ? `${words.slice(0, many).join(', ')} and ${rest} more` : words.join(', ');
};

interface Named {
  word: string;
  near: string | undefined;
  /** Those that there are. */
  known: string[];
}

export const overTimeProblems = {
  'scenario/unknown-happening': kind<Named>({
    severity: 'error',
    message: ({ word }) => `Nothing that can happen in this programme is called “${word}”.`,
    advice: ({ near, known }) => meant(near, `What can happen: ${listOf(known)}.`),
  }),
  'scenario/unknown-detail': kind<Named & { of: string }>({
    severity: 'error',
    message: ({ word, of }) => `Nothing is asked about ${of} that is called “${word}”.`,
    advice: ({ near, known, of }) =>
      known.length === 0
        ? `Nothing is asked about ${of}: leave it out.`
        : meant(near, `What is asked: ${listOf(known)}.`),
  }),
  'scenario/unknown-mark': kind<Named>({
    severity: 'error',
    message: ({ word }) => `A session cannot be “${word}”.`,
    advice: ({ near, known }) => meant(near, `It is one of ${listOf(known)}.`),
  }),
  'scenario/unknown-name': kind<Named & { what: string }>({
    severity: 'error',
    message: ({ word, what }) => `No ${what} of this programme is called “${word}”.`,
    advice: ({ near, known, what }) =>
      known.length === 0 ? `This programme declares no ${what}.` : meant(near, `There are ${listOf(known)}.`),
  }),
  'scenario/unknown-word': kind<Named & { what: string }>({
    severity: 'error',
    message: ({ word, what }) => `${what} cannot be “${word}”.`,
    advice: ({ near, known }) => meant(near, `It is one of ${listOf(known)}.`),
  }),
  'scenario/unusable-value': kind<{ word: string; what: string; needs: string }>({
    severity: 'error',
    message: ({ word, what, needs }) => `${what} cannot be “${word}”: it is ${needs}.`,
    advice: ({ needs }) => `Write ${needs}, or “unknown”.`,
  }),
  'scenario/bad-clock': kind<{ word: string }>({
    severity: 'error',
    message: ({ word }) => `“${word}” is no time of day.`,
    advice: () => 'Write the hour and the minute, as 18:00.',
  }),
  'scenario/two-times': kind<{ moment: string }>({
    severity: 'error',
    message: () => 'This event says twice at what time it was.',
    advice: ({ moment }) => `Leave out “at:”, or the time in “${moment}”.`,
  }),
  'scenario/no-such-session': kind<Named>({
    severity: 'error',
    message: ({ word }) => `This case has no session “${word}”.`,
    advice: ({ near, known }) =>
      known.length === 0
        ? 'Add the session to the diary or the events.'
        : meant(near, `Its sessions: ${listOf(known)}.`),
  }),
  'scenario/several-sessions': kind<{ word: string; known: string[] }>({
    severity: 'error',
    message: ({ word }) => `There are several sessions on ${word}.`,
    advice: ({ known }) => `Say which: ${listOf(known)}.`,
  }),
  'scenario/no-such-entry': kind<Named & { each: string }>({
    severity: 'error',
    message: ({ word, each }) => `Nobody has named a ${each} “${word}” in this case.`,
    advice: ({ near, known, each }) =>
      known.length === 0
        ? `Answer the question in which each ${each} is entered.`
        : meant(near, `There are ${listOf(known)}.`),
  }),
  'scenario/about-nothing': kind<{ of: string }>({
    severity: 'error',
    message: ({ of }) => `${of} is about the case, and about nothing else.`,
    advice: () => 'Leave out “about:”.',
  }),
  'scenario/about-whom': kind<{ of: string; each: string; known: string[] }>({
    severity: 'error',
    message: ({ of, each }) => `This does not say of which ${each} ${of} is.`,
    advice: ({ known }) => `Add “about:” with one of ${listOf(known)}.`,
  }),
  'scenario/for-whom': kind<{ of: string; each: string; known: string[] }>({
    severity: 'error',
    message: ({ of, each }) => `${of} is one for each ${each}, and this does not say for which.`,
    advice: ({ known, each }) =>
      known.length === 0
        ? `Answer the question in which each ${each} is entered.`
        : `Add “for:” with one of ${listOf(known)}.`,
  }),
  'scenario/nothing-to-correct': kind<Named>({
    severity: 'error',
    message: ({ word }) => `No event before this one is called “${word}”.`,
    advice: ({ near, known }) =>
      meant(near, known.length === 0 ? 'Give the event that is corrected an “id:”.' : `There are ${listOf(known)}.`),
  }),
  'scenario/same-id': kind<{ word: string }>({
    severity: 'error',
    message: ({ word }) => `Two events of this case are called “${word}”.`,
    advice: () => 'Give one of them another id.',
  }),
  'scenario/two-acts': kind<{ words: string[] }>({
    severity: 'error',
    message: ({ words }) => `This event is several things at once: ${words.join(', ')}.`,
    advice: () => 'Write an event for each.',
  }),
  'scenario/undone-alone': kind({
    severity: 'error',
    message: () => '“undone: yes” takes back what “corrects:” names, and says nothing else.',
    advice: () => 'Write “{ corrects: the-id, undone: yes }”.',
  }),
  'scenario/wrong-recorder': kind<{ of: string; role: string; named: string[] }>({
    severity: 'error',
    message: ({ of, role }) => `${of} is not for the ${role} to record: as it stands, it would not count.`,
    advice: ({ named }) => (named.length === 0 ? 'Anybody inside may.' : `Who may: ${listOf(named)}.`),
  }),
  'scenario/which-effect': kind<{ rule: string; known: string[] }>({
    severity: 'error',
    message: ({ rule }) => `Whoever confirms ${rule} picks what is to be done.`,
    advice: ({ known }) => `Add “effect:” with one of ${listOf(known)}.`,
  }),
  'scenario/diary-rhythm': kind<{ word: string }>({
    severity: 'error',
    message: ({ word }) => `“${word}” does not say how often, and from when.`,
    advice: () =>
      'Write “weekly from 2026-01-12”, “fortnightly”, “daily”, “monthly” or “every 3 days from”, and “at 18:00” after it.',
  }),
  'scenario/diary-too-long': kind<{ word: string; most: number }>({
    severity: 'error',
    message: ({ word }) => `“${word}” is longer than a diary can be.`,
    advice: ({ most }) => `A diary has at most ${most} sessions in a line.`,
  }),
  'scenario/not-each': kind<{ of: string }>({
    severity: 'error',
    message: ({ of }) => `${of} is one for the whole case.`,
    advice: () => 'Write what is expected of it straight after its name.',
  }),
};

export const raiseOverTime = raiser(overTimeProblems);
