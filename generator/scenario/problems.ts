/** What can be wrong in a file of scenarios. */
import { kind, raiser } from '../problem/problem.js';

const meant = (near: string | undefined, otherwise: string): string =>
  near === undefined ? otherwise : `Did you mean “${near}”?`;

interface Word {
  word: string;
  near: string | undefined;
}
interface Option extends Word {
  fact: string;
  options: string[];
}

const listOf = (words: string[]): string => (words.length === 0 ? 'none' : words.join(', '));

const limitsIn = ({ atLeast, atMost }: { atLeast?: number; atMost?: number }): string =>
  [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(' and ');

export const scenarioProblems = {
  'scenario/unreadable': kind<{ what: string; shape: string }>({
    severity: 'error',
    message: ({ what, shape }) => `${what} should be ${shape}.`,
    advice: ({ shape }) => `Write ${shape} here.`,
  }),
  'scenario/unknown-key': kind<Word & { of: string; keys: string[] }>({
    severity: 'error',
    message: ({ word, of }) => `“${word}” is no part of ${of}.`,
    advice: ({ near, keys }) => meant(near, `What may stand here: ${listOf(keys)}.`),
  }),
  'scenario/unknown-fact': kind<Word & { of?: string }>({
    severity: 'error',
    message: ({ word, of }) =>
      of === undefined
        ? `Nothing in this definition is called “${word}”.`
        : `No question of “${of}” is called “${word}”.`,
    advice: ({ near }) => meant(near, 'Write the id of a question, a judgement, a consent, a document or a score.'),
  }),
  'scenario/unknown-option': kind<Option>({
    severity: 'error',
    message: ({ word, fact }) => `“${word}” is no answer to ${fact}.`,
    advice: ({ near, options }) => meant(near, `Its answers: ${listOf(options)}.`),
  }),
  'scenario/unusable-answer': kind<{ fact: string; word: string; needs: string }>({
    severity: 'error',
    message: ({ fact, word, needs }) => `“${word}” is no answer to ${fact}: it takes ${needs}.`,
    advice: ({ needs }) => `Write ${needs}, or “unanswered”.`,
  }),
  'scenario/worked-out': kind<{ word: string; from: string[] }>({
    severity: 'error',
    message: ({ word }) => `${word} is worked out, not answered.`,
    advice: ({ from }) =>
      from.length === 0
        ? 'Put it under “criteria:” of an expectation.'
        : `Answer what it is worked out from (${listOf(from)}), and put it under “criteria:” of an expectation.`,
  }),
  'scenario/out-of-limits': kind<{ fact: string; word: string; atLeast?: number; atMost?: number }>({
    severity: 'error',
    message: ({ fact, word, ...limits }) => `“${word}” is no answer to ${fact}: it is ${limitsIn(limits)}.`,
    advice: (limits) => `Write a number that is ${limitsIn(limits)}, or “unanswered”.`,
  }),
  'scenario/not-whole': kind<{ fact: string; word: string }>({
    severity: 'error',
    message: ({ fact, word }) => `“${word}” is no answer to ${fact}: it counts in whole numbers.`,
    advice: () => 'Write a whole number, or say “decimals: yes” where the number is declared.',
  }),
  'scenario/no-such-day': kind<{ found: string; because: string }>({
    severity: 'error',
    message: ({ found, because }) => `There is no such day as ${found}: ${because}.`,
    advice: () => 'Write the day that is meant, year first: 2026-01-31.',
  }),
  'scenario/wrong-kind-of-act': kind<{ fact: string; act: string; right: string }>({
    severity: 'error',
    message: ({ fact, act, right }) => `${fact} is not ${act}, it is ${right}.`,
    advice: ({ right }) => `Put it under “${right}:”.`,
  }),
  'scenario/wrong-role': kind<{ fact: string; role: string; named: string[]; anybodyInside: boolean }>({
    severity: 'error',
    message: ({ fact, role }) => `${fact} is not for the ${role} to say: as it stands, it would not count.`,
    advice: ({ named, anybodyInside }) =>
      `Who may: ${listOf(named)}${anybodyInside ? ', and anybody inside who records it' : ', and who is a kind of them'}.`,
  }),
  'scenario/no-by': kind<{ named: string[] }>({
    severity: 'error',
    message: () => 'This event does not say who did it.',
    advice: ({ named }) => `Add “by:” with a role${named.length === 0 ? '' : `, such as “by: ${named[0]}”`}.`,
  }),
  'scenario/no-reason': kind({
    severity: 'warning',
    message: () => 'This judgement has no reason.',
    advice: () => 'Add “reason:” with a sentence. A judgement is who, in which role, when, the answer and the reason.',
  }),
  'scenario/unknown-role': kind<Word>({
    severity: 'error',
    message: ({ word }) => `Nobody in this definition is called “${word}”.`,
    advice: ({ near }) => meant(near, 'Write a role that “people:” declares.'),
  }),
  'scenario/unknown-criterion': kind<Word>({
    severity: 'error',
    message: ({ word }) => `No criterion is called “${word}”.`,
    advice: ({ near }) => meant(near, 'Write the id of a criterion, as eligibility or exclusions declare it.'),
  }),
  'scenario/unknown-outcome': kind<Word & { outcomes: string[] }>({
    severity: 'error',
    message: ({ word }) => `“${word}” is no outcome of a decision.`,
    advice: ({ near, outcomes }) => meant(near, `The outcomes are ${listOf(outcomes)}.`),
  }),
  'scenario/unknown-verdict': kind<Word & { verdicts: string[] }>({
    severity: 'error',
    message: ({ word }) => `A criterion cannot be “${word}”.`,
    advice: ({ near, verdicts }) => meant(near, `It is one of ${listOf(verdicts)}.`),
  }),
  'scenario/bad-date': kind<{ word: string }>({
    severity: 'error',
    message: ({ word }) => `“${word}” is not a day that there is.`,
    advice: () =>
      'Write a day as 2026-03-02, a time as 2026-03-02 18:00, or one with its zone as 2026-03-02T17:30:00Z.',
  }),
  'scenario/no-day': kind<{ what: string }>({
    severity: 'error',
    message: ({ what }) => `${what} does not say on which day it happened.`,
    advice: () => 'Add “on: 2026-03-02”, or build on a start that has a day.',
  }),
  'scenario/no-act': kind({
    severity: 'error',
    message: () => 'This event does not say what happened.',
    advice: () =>
      'Add one of answered, judged, consented, signed or scored, with the answers under it; or happened, session, planned, confirmed or refused.',
  }),
  'scenario/no-title': kind({
    severity: 'error',
    message: () => 'This scenario has no title.',
    advice: () => 'Add “title:” with a sentence that says what should happen to whom.',
  }),
  'scenario/no-because': kind({
    severity: 'error',
    message: () => 'This expectation does not say why.',
    advice: () => 'Add “because:” with the clause and any arithmetic.',
  }),
  'scenario/expects-nothing': kind<{ what: string }>({
    severity: 'warning',
    message: ({ what }) => `${what} expects nothing yet: nothing of it is checked, as it could never fail.`,
    advice: () =>
      'Work out from the clauses what should hold, and write it under “expect:”: a decision, criteria, missing, reasons, or a state, facts, recommendations or duties.',
  }),
  'scenario/unknown-start': kind<Word>({
    severity: 'error',
    message: ({ word }) => `No start is called “${word}”.`,
    advice: ({ near }) => meant(near, 'Declare it under “starts:” in a file of this folder.'),
  }),
  'scenario/circular-start': kind<{ path: string[] }>({
    severity: 'error',
    message: ({ path }) => `This start builds on itself: ${path.join(' → ')}.`,
    advice: () => 'Let one of them begin without a start.',
  }),
  'scenario/start-twice': kind<{ word: string }>({
    severity: 'error',
    message: ({ word }) => `A start “${word}” is declared twice in this folder.`,
    advice: () => 'Give one of them another name.',
  }),
};

export const raise = raiser(scenarioProblems);
