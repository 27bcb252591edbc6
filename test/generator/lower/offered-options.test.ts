import { expect, test } from 'vitest';
import { type Answer, decide, type Id } from '../../../engine/index.js';
import { compile } from '../../../generator/index.js';

const { bundle } = compile([
  {
    file: 'specimen.yaml',
    content: `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people: { outside: { participant: client }, inside: { staff: Our staff } }
decision: { by: staff }
forms:
  referral:
    title: Referral form
    from: participant
    asks:
      theft: { ask: Was it theft?, type: yes-no }
      sentence:
        ask: What is the sentence?
        type: choice
        options:
          prison: Prison
          fine: Fine
          caution: { label: Caution, only-when: theft is yes }
exclusions:
  sentenced: { excludes: sentence is not caution, reason: He has been sentenced. }
`,
  },
]);

const outcome = async (values: Record<Id, Answer>) => {
  if (!bundle) throw new Error('the specimen is in order');
  const day = '2026-03-02';
  const event = {
    id: '1',
    kind: 'answered',
    happened: day,
    learned: day,
    recorded: day,
    by: { role: 'participant' },
    values,
  } as const;
  const decided = await decide(bundle, [event], { asOf: day });
  if (!decided.decided) throw new Error(decided.because);
  return [decided.evaluation.decision.outcome, decided.evaluation.decision.missing.map(({ fact }) => fact)];
};

test('an option that is not offered is not among what may still be answered', async () => {
  expect(await outcome({ theft: 'no' })).toEqual(['excluded', []]);
});

test('while it may be offered, the answer is still to come', async () => {
  expect(await outcome({ theft: 'yes' })).toEqual(['not-enough-information', ['sentence']]);
  expect(await outcome({})).toEqual(['not-enough-information', ['theft', 'sentence']]);
});

test('offered and chosen, it counts; chosen and no longer offered, it does not', async () => {
  expect(await outcome({ theft: 'yes', sentence: 'caution' })).toEqual(['eligible', []]);
  expect(await outcome({ theft: 'no', sentence: 'caution' })).toEqual(['excluded', []]);
});
