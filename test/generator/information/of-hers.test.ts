/** A document's own words on what is hers: they are answered to without a rule. */
import { expect, test } from 'vitest';
import { compile } from '../../../generator/compile.js';
import { traceOf } from '../../../generator/trace/trace.js';

const definition = (information: string): string => `rubric: 1
programme: { title: Specimen, provider: Example Trust, clause: EX-001 }
people:
  outside: { participant: client, referrer: referrer, partner: partner }
  inside: { staff: Our staff, support-worker: { called: support worker, supports: partner } }
forms:
  referral: { title: Referral form, from: referrer, ours: A specimen., asks: { age: { ask: Age, type: number } } }
eligibility: { adult: { requires: age is at least 18, otherwise: He must be 18., ours: A specimen. } }
decision: { by: staff, ours: A specimen. }
${information}clauses:
  EX-001: { says: This is a specimen., force: tells }
  EX-002: { says: Nothing that a partner tells us stands in a report., force: must, kind: partner-contact }
`;
const compiled = (text: string) => compile([{ file: 'programme.yaml', content: text }]);

test('a clause that what she tells is not passed on has its home under information', () => {
  const { bundle, problems } = compiled(definition('information: { hers: { clause: EX-002 } }\n'));
  expect(problems).toEqual([]);
  const found = bundle && traceOf(bundle).find(({ clause }) => clause === 'EX-002');
  expect(found).toMatchObject({ state: 'done' });
});

test('without it, it is said where such a clause belongs', () => {
  const { problems } = compiled(definition(''));
  expect(problems.map(({ code, advice }) => [code, advice])).toEqual([
    ['clause/no-home', expect.stringContaining('write “hers: { clause: EX-002 }” under “information”')],
  ]);
});

test('what is hers, and who sees it, is not for a definition to say', () => {
  const { problems } = compiled(definition('information: { hers: { seen-by: staff, clause: EX-002 } }\n'));
  expect(problems.map(({ code }) => code)).toContain('key/unknown');
});
