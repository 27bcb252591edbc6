import { nearest } from '../problem/nearest.js';
import { kind, raiser } from '../problem/problem.js';

const kinds = 'requires, excludes, weighs-against, asks, consent-of or document';

export const criterionProblems = {
  'criterion/not-declared': kind<{ id: string; section: string; known: string[] }>({
    severity: 'error',
    message: ({ id, section }) => `“${section}” lists “${id}”, and “criteria” declares no such criterion.`,
    advice: ({ id, known }) => {
      const near = nearest(id, known);
      return `${near ? `Did you mean “${near}”? ` : ''}Declare it under “criteria”, or here with a map in place of the list.`;
    },
  }),
  'criterion/listed-twice': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” is listed more than once.`,
    advice: () => 'List it once, under eligibility or under exclusions.',
  }),
  'criterion/no-kind': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” does not say what is checked.`,
    advice: () => `Give it one of ${kinds}.`,
  }),
  'criterion/two-kinds': kind<{ id: string; keys: string[] }>({
    severity: 'error',
    message: ({ id, keys }) => `“${id}” is two things at once: ${keys.join(' and ')}.`,
    advice: () => 'Make it two criteria, each with a name of its own.',
  }),
  'criterion/key-not-for-kind': kind<{ id: string; key: string; kind: string; fits: string }>({
    severity: 'error',
    message: ({ id, key, kind: of }) => `“${key}” means nothing in “${id}”, which is a criterion with ${of}.`,
    advice: ({ key, fits }) => `Take “${key}” out. It goes with ${fits}.`,
  }),
  'criterion/wrong-section': kind<{ id: string; key: string; section: string; better: string }>({
    severity: 'error',
    message: ({ id, key, section }) => `“${id}” stands under ${section}, and “${key}” does not belong there.`,
    advice: ({ better }) => better,
  }),
  'criterion/must-be': kind<{ id: string; answer: string; options: string[] }>({
    severity: 'error',
    message: ({ id, answer }) => `“${answer}” is not an answer to the judgement “${id}”.`,
    advice: ({ answer, options }) => {
      const near = nearest(answer, options);
      return `${near ? `Did you mean “${near}”? ` : ''}Its answers are ${options.join(', ')}; join several with “or”.`;
    },
  }),
  'criterion/must-be-needed': kind<{ id: string; options: string[] }>({
    severity: 'error',
    message: ({ id }) => `“${id}” has options of its own and does not say which of them let him in.`,
    advice: ({ options }) => `Add “must-be:” with one or more of ${options.join(', ')}, joined by “or”.`,
  }),
  'criterion/must-be-all': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `Every answer to “${id}” lets him in, so it can never count against him.`,
    advice: () => 'Leave out of “must-be” the answers that do not let him in.',
  }),
  'criterion/no-judge': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `Nobody is named who judges “${id}”.`,
    advice: () => 'Add “judged-by:” with a role, or say in “decision” who decides.',
  }),
  'criterion/unquantified': kind<{ id: string; word: string }>({
    severity: 'warning',
    message: ({ id, word }) =>
      `“${word}” has no number, and “${id}” leaves nobody to judge it: an answer on a form decides.`,
    advice: () =>
      'Make it a judgement (“asks” in the criterion, with “judged-by”), or say in words that can be counted what is meant.',
  }),
  'criterion/never-holds': kind<{ id: string; reads: string; effect: string }>({
    severity: 'warning',
    message: ({ reads, effect }) => `This can never hold, whatever is answered: ${reads}.${effect}`,
    advice: () => 'Check the numbers and options. If both parts were meant as alternatives, join them with any-of.',
  }),
  'criterion/always-holds': kind<{ id: string; reads: string; effect: string }>({
    severity: 'warning',
    message: ({ reads, effect }) => `This always holds, whatever is answered: ${reads}.${effect}`,
    advice: () => 'Check the numbers and options, or take it out: it decides nothing.',
  }),
  'criterion/swallowed': kind<{ id: string; route: string; exclusion: string }>({
    severity: 'warning',
    message: ({ id, route, exclusion }) =>
      `“${id}” lets somebody in when ${route}, and “${exclusion}” keeps out everybody of whom that is true.`,
    advice: ({ exclusion }) => `Take that way in out of the criterion, or give “${exclusion}” an “unless”.`,
  }),
  'criterion/unused': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) =>
      `Neither eligibility nor exclusions list “${id}”, and no sentence names it, so it decides nothing.`,
    advice: () => 'List it under eligibility or exclusions, or take it out.',
  }),
  'criterion/no-decision': kind<Record<never, never>>({
    severity: 'warning',
    message: () => 'The definition says who is eligible and does not say who decides.',
    advice: () => 'Add the section “decision” with “by:” and a role.',
  }),
  'criterion/no-words': kind<{ id: string; key: string }>({
    severity: 'warning',
    message: ({ id }) => `“${id}” has no clause and no words of its own, so people will be shown the rule as it reads.`,
    advice: ({ key }) => `Add “${key}:” with a sentence for people.`,
  }),
  'criterion/goes-round': kind<{ path: string[] }>({
    severity: 'error',
    message: ({ path }) =>
      `This goes round in a circle: ${path.map((each) => `“${each}”`).join(', which depends on ')}.`,
    advice: () => 'Change one of these conditions so that it does not come back to where it began.',
  }),
  'criterion/hers': kind<{ id: string; fact: string }>({
    severity: 'error',
    message: ({ id, fact }) =>
      `“${id}” decides on “${fact}”, which is what the partner says or how she can be reached. Her answer may not decide his place.`,
    advice: () =>
      'Decide on something else. Where her information bears on it, a person who may see it raises a review.',
  }),
  'criterion/looks-at-hers': kind<{ id: string; fact: string }>({
    severity: 'error',
    message: ({ id, fact }) =>
      `The judgement “${id}” would rest on “${fact}”, which is what the partner says or how she can be reached. Her answer may not decide his place.`,
    advice: ({ fact }) =>
      `Take “${fact}” out of “looks-at”. Where her information bears on it, a person who may see it raises a review.`,
  }),
  'criterion/entries-outer': kind<{ id: string; fact: string }>({
    severity: 'error',
    message: ({ id, fact }) =>
      `Under “where”, “${id}” is about one entry, and “${fact}” is not a question of the entry.`,
    advice: () => 'Use only questions of the entry there; put the rest beside it, under all-of.',
  }),
  'criterion/not-entries': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is not a question with entries.`,
    advice: ({ name, known }) => {
      const near = nearest(name, known);
      return `${near ? `Did you mean “${near}”? ` : ''}Name a question that has “each”${known.length > 0 ? `: ${known.join(', ')}` : ''}.`;
    },
  }),
};

export const raiseCriterion = raiser(criterionProblems);
