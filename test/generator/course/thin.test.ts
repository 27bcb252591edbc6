import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { compile } from '../../../generator/compile.js';
import { bundleSchema } from '../../../generator/emit/bundle-schema.js';

const definition = `rubric: 1
programme: { title: Specimen, provider: Example Trust }
people:
  outside: { participant: client, referrer: referrer }
  inside: { staff: worker }
forms:
  referral: { title: Referral form, from: referrer, asks: { age: { ask: Age, type: number } } }
eligibility:
  adult: { requires: age is at least 18, otherwise: He must be 18 or over. }
decision: { by: staff }
records:
  incident: { called: an incident was reported, by: staff, asks: { severity: { ask: How bad?, options: [low, high] } } }
facts:
  absences: { count-of: session, where: absence is yes }
rules:
  three-missed: { when: absences reaches 3, must: close as non-attendance, confirmed-by: staff }
duties:
  first-call: { after: started, should: contact participant, within: 2 weeks, by: staff }
`;
const course = (text = definition) => {
  const { bundle, problems } = compile([{ file: 'programme.yaml', content: text }]);
  expect(problems).toEqual([]);
  return bundle?.course;
};

test('a count, a rule on it and a duty after an event come out as they were written', () => {
  const found = course();
  expect(found?.derived.map(({ id, kind, from }) => [id, kind, from.kind])).toEqual([['absences', 'number', 'count']]);
  const [rule] = found?.rules ?? [];
  expect(rule?.trigger).toMatchObject({ kind: 'reaches', fact: 'absences', n: 3, stands: true });
  expect(rule?.effects).toEqual([
    { verb: 'close', object: 'non-attendance', doneBy: ['closed'], says: 'close as non-attendance' },
  ]);
  expect(rule?.confirmedBy).toEqual(['staff']);
  const [duty] = found?.duties ?? [];
  expect(duty?.trigger).toMatchObject({ kind: 'on', event: 'started' });
  expect(duty?.due).toEqual({ kind: 'within', span: { n: 2, unit: 'weeks' } });
  expect(duty?.metBy).toEqual(['participant-contacted', 'first-call-done']);
});

test('a record is a happening with its questions, which only those named may record', () => {
  const incident = course()?.happenings.find(({ id }) => id === 'incident');
  expect(incident?.by).toEqual(['staff']);
  expect(incident?.fields.map(({ id, kind, options }) => [id, kind, options.map((each) => each.id)])).toEqual([
    ['incident.severity', 'choice', ['low', 'high']],
  ]);
});

test('a definition that says nothing of time has no course', () => {
  expect(course(definition.slice(0, definition.indexOf('records:')))).toBeUndefined();
});

test('the bundle fits its own schema', () => {
  const { bundle } = compile([{ file: 'programme.yaml', content: definition }]);
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(bundleSchema);
  validate(bundle);
  expect(validate.errors ?? []).toEqual([]);
});
