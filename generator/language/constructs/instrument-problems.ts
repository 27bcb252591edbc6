import { kind, raiser } from '../../problem/problem.js';

export const instrumentProblems = {
  'instrument/range': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” is not a range of scores.`,
    advice: () => 'Write 0 to 24, at least 14, at most 9, or one number.',
  }),
  'instrument/bands-overlap': kind<{ one: string; other: string }>({
    severity: 'error',
    message: ({ one, other }) => `The bands “${one}” and “${other}” share a score, so a score would be in both.`,
    advice: () => 'End one band before the other begins.',
  }),
  'instrument/range-empty': kind<{ found: string }>({
    severity: 'error',
    message: ({ found }) => `“${found}” holds no score: it ends before it begins.`,
    advice: () => 'Write the smaller number first.',
  }),
  'instrument/band-outside': kind<{ band: string; scores: string }>({
    severity: 'error',
    message: ({ band, scores }) => `No score can be in the band “${band}”: the scores are ${scores}.`,
    advice: () => 'Correct the band, or the scores.',
  }),
};

export const raiseInstrument = raiser(instrumentProblems);
