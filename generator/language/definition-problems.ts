import { kind, raiser } from '../problem/problem.js';

export const definitionProblems = {
  'section/not-applied': kind<{ section: string }>({
    severity: 'warning',
    message: ({ section }) => `“${section}” is part of the language, and this version of Rubric applies nothing in it.`,
    advice: () => 'It can stay. Do not rely on it yet: no form, rule or decision takes it into account.',
  }),
  'section/not-written-out': kind<{ section: string }>({
    severity: 'warning',
    message: ({ section }) =>
      `What stands in the ${section} is declared here, and this version of Rubric does not write it out.`,
    advice: () => 'It can stay. Their names, “to”, “by” and “on-request” count; nothing else is read yet.',
  }),
};

export const raiseDefinition = raiser(definitionProblems);
