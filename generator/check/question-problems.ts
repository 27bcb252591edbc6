import { kind, raiser } from '../problem/problem.js';

export const questionProblems = {
  'question/entries-in-entries': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” asks for entries inside an entry, which a form cannot show.`,
    advice: () => 'Move it out, to the page itself.',
  }),
  'question/no-pages': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `The form “${id}” asks nothing.`,
    advice: () =>
      'Add “pages:”, each with a heading and its questions under “asks”, or “asks:” for a form of one page.',
  }),
  'question/no-words': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” does not say what is asked.`,
    advice: () => 'Add “ask:” with the words that a person reads, or “asks:” if it is a group of questions.',
  }),
  'question/no-options': kind<{ id: string; type: string }>({
    severity: 'error',
    message: ({ id, type }) => `“${id}” is a ${type} with nothing to choose from.`,
    advice: () => 'Add “options:” with a name and a label for each, such as { man: Man, woman: Woman }.',
  }),
  'question/one-option': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `“${id}” has only one option, so it is no choice.`,
    advice: () => 'Add the other answers, or make it a yes-no question.',
  }),
  'question/key-not-for-type': kind<{ id: string; key: string; type: string; fits: string }>({
    severity: 'error',
    message: ({ id, key, type }) => `“${key}” means nothing for “${id}”, which is a question of type ${type}.`,
    advice: ({ key, fits }) => `Take “${key}” out, or give the question the type it belongs to: ${fits}.`,
  }),
  'question/limits': kind<{ id: string; least: number; most: number }>({
    severity: 'error',
    message: ({ id, least, most }) => `No number can answer “${id}”: it must be at least ${least} and at most ${most}.`,
    advice: () => 'Swap the two limits, or correct one of them.',
  }),
  'question/option-twice': kind<{ id: string; option: string }>({
    severity: 'error',
    message: ({ id, option }) => `“${id}” lists the option “${option}” twice.`,
    advice: () => 'Take one of them out, or give it another name.',
  }),
  'question/option-reserved': kind<{ id: string; option: string }>({
    severity: 'error',
    message: ({ id, option }) => `“${id}” has an option named “${option}”, a name that has a meaning of its own.`,
    advice: ({ option }) =>
      `Write “${option}: its label” beside “options”, or say “means: ${option}” in an option of another name.`,
  }),
  'question/empty-group': kind<{ id: string }>({
    severity: 'error',
    message: ({ id }) => `“${id}” asks for entries and has no questions for them.`,
    advice: () => 'Add “asks:” with the questions of one entry.',
  }),
  'question/no-sites': kind<{ id: string; word: string }>({
    severity: 'error',
    message: ({ id, word }) => `“${id}” offers ${word}, and the definition declares none.`,
    advice: ({ word }) =>
      word === 'slots' ? 'Add “slots:” to a site in the section “sites”.' : 'Add the section “sites” with the areas.',
  }),
  'question/asked-later': kind<{ id: string; asked: string }>({
    severity: 'error',
    message: ({ id, asked }) => `Whether “${id}” is asked depends on “${asked}”, which the form asks only later.`,
    advice: ({ id, asked }) => `Move “${asked}” before “${id}”.`,
  }),
  'question/hers': kind<{ id: string; hers: string }>({
    severity: 'error',
    message: ({ id, hers }) =>
      `“${id}” would show by coming and going what “${hers}” holds, which is what the partner says or how she can be reached.`,
    advice: () => 'Let it depend on something else, or always be there.',
  }),
  'question/unused': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `Nothing uses the answer to “${id}”: no criterion, no condition and no judgement looks at it.`,
    advice: () =>
      'Use it, name it under a judgement’s “looks-at”, give it a clause of its own, say in “ours” why it is asked, or take it out.',
  }),
  'question/asked-too-late': kind<{ id: string; criterion: string }>({
    severity: 'error',
    message: ({ id, criterion }) =>
      `“${criterion}” decides on “${id}”, which is asked only in a form that comes after the decision.`,
    advice: ({ id }) => `Ask “${id}” in a form that is filled in before the decision.`,
  }),
  'question/never-asked': kind<{ id: string }>({
    severity: 'warning',
    message: ({ id }) => `“${id}” is never asked: what must hold for it to be asked can never hold.`,
    advice: () => 'Correct its “only-when”, or that of its group or page.',
  }),
};

export const raiseQuestion = raiser(questionProblems);
