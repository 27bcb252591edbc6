import { nearest } from '../problem/nearest.js';
import { kind, raiser } from '../problem/problem.js';

const suggestion = (name: string, known: string[]): string => {
  const near = nearest(name, known);
  return near ? `Did you mean “${near}”? ` : '';
};
const listed = (known: string[]): string => (known.length > 0 ? known.join(', ') : 'none');

export const nameProblems = {
  'name/twice': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is declared twice, so a sentence that names it could mean either.`,
    advice: () => 'Give one of them another name.',
  }),
  'name/reserved': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” has a meaning of its own in sentences.`,
    advice: () => 'Choose another name.',
  }),
  'name/no-people': kind<{ name: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is used here, and the definition has no section “people”.`,
    advice: () =>
      'Add “people:” with everybody whom the definition names: under “outside”, such as { participant: client, referrer: referrer }, and under “inside”, such as { staff: Our staff }.',
  }),
  'name/no-such-role': kind<{ name: string; known: string[]; called?: string }>({
    severity: 'error',
    message: ({ name }) => `“${name}” is used here, and “people” declares nobody of that name.`,
    advice: ({ name, known, called }) =>
      called
        ? `“${name}” is what “${called}” is called: write ${called}.`
        : `${suggestion(name, known)}Declare it under “people”. Declared are: ${listed(known)}.`,
  }),
  'name/wrong-side': kind<{ name: string; expected: 'inside' | 'outside' }>({
    severity: 'error',
    message: ({ name, expected }) => `“${name}” is not somebody ${expected} the service, as is needed here.`,
    advice: ({ expected }) => `Name somebody whom “people” lists under “${expected}”.`,
  }),
  'name/like-a-partner': kind<{ name: string; called: string }>({
    severity: 'warning',
    message: ({ name, called }) =>
      `“${name}” (${called}) sounds like his partner, and nobody inside supports them: what they say, and where they are, would be kept apart from nobody.`,
    advice: ({ name }) =>
      `Name the role “partner”, or let a role inside say “supports: ${name}”. If it is somebody else, call them something else.`,
  }),
  'name/no-such-place': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `There is no form or page named “${name}”.`,
    advice: ({ name, known }) => `${suggestion(name, known)}Name one of: ${listed(known)}.`,
  }),
  'name/no-such-fact': kind<{ name: string; known: string[] }>({
    severity: 'error',
    message: ({ name }) => `Nothing named “${name}” is asked, judged or scored.`,
    advice: ({ name, known }) => `${suggestion(name, known)}Name a question, a judgement, a consent or an instrument.`,
  }),
  'name/site-unused': kind<{ name: string }>({
    severity: 'warning',
    message: ({ name }) => `No question offers the sites, so nobody can choose “${name}”.`,
    advice: () => 'Add a question with “options: sites” or “options: slots”, or give the site a clause.',
  }),
};

export const raiseNames = raiser(nameProblems);
